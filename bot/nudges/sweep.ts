import type { OrganisationRef, PersonId } from '../domain/facts.ts';
import type { KeptNudge } from '../use-cases/nudge-ports.ts';
import { lineOf, type NudgeParts } from './parts.ts';

/**
 * Nudges whose worker died between claiming and recording: whether they arrived is not known, so
 * they are shown as that and never sent again.
 */
export async function sweep(parts: NudgeParts, organisation: OrganisationRef): Promise<void> {
  const before = parts.realNow() - parts.leaseMs;
  for (const person of await parts.nudges.claimedBefore(organisation, before)) {
    const kept = await parts.nudges.ofPerson(organisation, person);
    await endLost(parts, { organisation, person }, kept);
  }
}

/** Ends those of somebody's nudges that were claimed too long ago. */
export async function endLost(
  { nudges, clock, realNow, leaseMs, log }: NudgeParts,
  to: { organisation: OrganisationRef; person: PersonId },
  kept: readonly KeptNudge[],
): Promise<number> {
  const before = realNow() - leaseMs;
  const lost = kept.filter(({ state }) => state.kind === 'claimed' && state.since < before);
  if (lost.length === 0) return 0;
  const end = { kind: 'unknown', why: 'worker-lost' } as const;
  const settled = await nudges.settle(to.organisation, lost, end, { at: clock.now() });
  if (settled === 'lost') return 0;
  for (const { nudge } of lost) {
    log.nudgeEnded({ ...lineOf(to, nudge), state: end.kind, why: end.why });
  }
  return lost.length;
}
