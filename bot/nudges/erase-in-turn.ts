import type { OrganisationRef } from '../domain/facts.ts';
import { londonDate } from '../domain/time.ts';
import type { NudgeParts } from './parts.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Once a day, by one of all instances: what has been kept for its time is erased. */
export async function eraseInTurn(
  parts: Pick<NudgeParts, 'nudges' | 'erasures' | 'clock' | 'realNow' | 'log'>,
  organisation: OrganisationRef,
): Promise<void> {
  const { nudges, erasures, clock, realNow, log } = parts;
  if (!(await nudges.takeTurn(organisation, realNow(), DAY_MS, 'erase'))) return;
  const erased = await erasures.erase(organisation, londonDate(clock.now()), 'app');
  const facts = erased.reduce((sum, each) => sum + each.facts, 0);
  if (facts > 0) log.factsErased({ organisation: organisation.code, facts });
}
