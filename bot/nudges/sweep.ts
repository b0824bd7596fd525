import type { OrganisationRef, PersonId } from '../domain/facts.ts';
import { MOST_AHEAD_MS, type KeptNudge, type OpenPerson } from '../use-cases/nudge-ports.ts';
import { lineOf, type NudgeParts } from './parts.ts';

/**
 * Nudges whose worker died between claiming and recording: whether they arrived is not known, so
 * they are shown as that and never sent again. Tells who had a nudge open, from its one read.
 */
export async function sweep(
  parts: NudgeParts,
  organisation: OrganisationRef,
): Promise<readonly OpenPerson[]> {
  const open = await parts.nudges.open(organisation);
  for (const { person, claimedSince } of open) {
    if (claimedSince === undefined || !isLost(claimedSince, parts)) continue;
    const kept = await parts.nudges.ofPerson(organisation, person);
    await endLost(parts, { organisation, person }, kept);
  }
  return open;
}

/** Claimed too long ago; or far ahead, by a clock that was wrong. */
function isLost(since: number, { realNow, leaseMs }: NudgeParts): boolean {
  const now = realNow();
  return since < now - leaseMs || since > now + MOST_AHEAD_MS;
}

/** Ends those of somebody's nudges whose worker is gone. */
export async function endLost(
  parts: NudgeParts,
  to: { organisation: OrganisationRef; person: PersonId },
  kept: readonly KeptNudge[],
): Promise<number> {
  const { nudges, clock, log } = parts;
  const lost = kept.filter(({ state }) => state.kind === 'claimed' && isLost(state.since, parts));
  if (lost.length === 0) return 0;
  const end = { kind: 'unknown', why: 'worker-lost' } as const;
  const settled = await nudges.settle(to.organisation, lost, end, { at: clock.now() });
  if (settled === 'lost') return 0;
  for (const { nudge } of lost) {
    log.nudgeEnded({ ...lineOf(to, nudge), state: end.kind, why: end.why });
  }
  return lost.length;
}
