import type { OrganisationRef } from '../domain/facts.ts';
import type { NudgeParts } from './parts.ts';

/**
 * Nudges whose worker died between claiming and recording: whether they arrived is not known, so
 * they are shown as that and never sent again.
 */
export async function sweep(parts: NudgeParts, organisation: OrganisationRef): Promise<void> {
  const { nudges, clock, realNow, leaseMs, log } = parts;
  for (const person of await nudges.stuck(organisation, realNow() - leaseMs)) {
    const unreadable = await nudges.unreadable(organisation, person);
    if (unreadable > 0) {
      const error = new Error(`reminders that this version can’t read: ${unreadable}`);
      log.nudgesFaulted({ organisation: organisation.code, error });
    }
    const lost = (await nudges.ofPerson(organisation, person)).filter(
      ({ state }) => state.kind === 'claimed' && state.since < realNow() - leaseMs,
    );
    if (lost.length === 0) continue;
    const end = { kind: 'unknown', why: 'worker-lost' } as const;
    if ((await nudges.settle(organisation, lost, end, { at: clock.now() })) === 'lost') continue;
    for (const { nudge } of lost) {
      const { kind } = nudge;
      const { code } = organisation;
      log.nudgeEnded({ organisation: code, person, kind, state: end.kind, why: end.why });
    }
  }
}
