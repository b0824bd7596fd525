import type { OrganisationRef } from '../domain/facts.ts';
import type { Nudge, OrganisationFacts } from '../domain/nudges/nudge.ts';
import { dueNudges } from '../domain/nudges/rules.ts';
import { factsOfAll } from '../use-cases/nudge-facts.ts';
import type { NudgeParts } from './parts.ts';

export interface DueFacts {
  readonly facts: OrganisationFacts;
  readonly due: readonly Nudge[];
  /** The moment, of real time, from which they may be out of date: when reading them began. */
  readonly readAt: number;
}

/**
 * Everybody's facts, in one read for all who ask while it is under way: where a hundred managers are
 * due on one morning, each would otherwise read the whole organisation, and none be done in time.
 * Nothing is kept once it is read: whoever asks then is told how things stand then.
 */
export function createSharedFacts(
  parts: Pick<NudgeParts, 'records' | 'clock' | 'isBankHoliday' | 'realNow'>,
) {
  const underWay = new Map<string, Promise<DueFacts>>();

  async function readAll(organisation: OrganisationRef): Promise<DueFacts> {
    const readAt = parts.realNow();
    const facts = await factsOfAll(parts, organisation);
    return { facts, due: dueNudges(facts), readAt };
  }

  return (organisation: OrganisationRef): Promise<DueFacts> => {
    const key = `${organisation.tenant}|${organisation.code}`;
    const before = underWay.get(key);
    if (before !== undefined) return before;
    const read = readAll(organisation).finally(() => underWay.delete(key));
    underWay.set(key, read);
    return read;
  };
}
