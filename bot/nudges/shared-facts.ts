import type { OrganisationRef } from '../domain/facts.ts';
import type { Nudge, OrganisationFacts } from '../domain/nudges/nudge.ts';
import { dueNudges } from '../domain/nudges/rules.ts';
import { factsOfAll, type NudgeHouse } from '../use-cases/nudge-facts.ts';

/** For so long what was read is the same moment's: whoever answered a minute ago hears nothing. */
const SHARED_MS = 2_000;

export interface DueFacts {
  readonly facts: OrganisationFacts;
  readonly due: readonly Nudge[];
}

/**
 * Everybody's facts, read once for all who ask within a moment: where a hundred managers are due on
 * one morning, each would otherwise read the whole organisation, and none be done in time.
 */
export function createSharedFacts(house: NudgeHouse, realNow: () => number) {
  const lately = new Map<string, { askedAt: number; read: Promise<DueFacts> }>();

  async function readAll(organisation: OrganisationRef): Promise<DueFacts> {
    const facts = await factsOfAll(house, organisation);
    return { facts, due: dueNudges(facts) };
  }

  return (organisation: OrganisationRef): Promise<DueFacts> => {
    // No more of them is kept than a moment's.
    for (const [key, { askedAt }] of lately) {
      if (Math.abs(realNow() - askedAt) >= SHARED_MS) lately.delete(key);
    }
    const key = `${organisation.tenant}|${organisation.code}`;
    const before = lately.get(key);
    if (before !== undefined) return before.read;
    const read = readAll(organisation);
    lately.set(key, { askedAt: realNow(), read });
    // Whoever asks next asks storage again.
    read.catch(() => lately.delete(key));
    return read;
  };
}
