import type { PersonId } from '../facts.ts';
import type { Instant, PlainDate } from '../time.ts';

export const pairSteps = [
  'proposed',
  'mentor-accepted',
  'mentor-declined',
  'director-accepted',
  'director-declined',
  'met',
  'not-met',
  'paused',
  'resumed',
  'ended',
  'completed',
] as const;
export type PairStep = (typeof pairSteps)[number];

export interface PairMove {
  readonly to: PairStep;
  readonly at: Instant;
  readonly by: PersonId;
  /** The day of a session, for `met` and for `not-met`, which takes a `met` back. */
  readonly on?: PlainDate;
  readonly tap?: string;
}

/**
 * A reverse-mentoring pair, known to the two and to the programme lead alone. It is nobody's own
 * row, so that no key and no ledger entry names either of them.
 */
export interface Pair {
  /** Random; says nothing of the two. */
  readonly id: string;
  readonly mentor: PersonId;
  readonly director: PersonId;
  /** Whom the mentor may turn to. */
  readonly supporter: PersonId;
  readonly moves: readonly [PairMove, ...PairMove[]];
}

/** A session that both said had been: it counts once the second has said so. */
export interface Session {
  readonly on: PlainDate;
  readonly confirmedAt: Instant;
}

/** The sessions of a pair that both confirmed, oldest first, as known at `known`. */
export function sessionsOf(pair: Pair, known: Instant): Session[] {
  const said = (person: PersonId): Map<PlainDate, Instant> => {
    const days = new Map<PlainDate, Instant>();
    for (const move of pair.moves) {
      if (move.by !== person || move.on === undefined || move.at > known) continue;
      if (move.to === 'met') days.set(move.on, move.at);
      if (move.to === 'not-met') days.delete(move.on);
    }
    return days;
  };
  const byDirector = said(pair.director);
  return [...said(pair.mentor)]
    .flatMap(([on, at]) => {
      const other = byDirector.get(on);
      return other === undefined ? [] : [{ on, confirmedAt: at > other ? at : other }];
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
}
