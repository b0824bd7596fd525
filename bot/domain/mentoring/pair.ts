import type { PersonId } from '../facts.ts';
import { londonDate, type Instant, type PlainDate } from '../time.ts';

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
  /** The time agreed for it, in the programme lead's words. */
  readonly time?: string;
  /** Random: what the reminders of each are about, so that none of them leads to the other. */
  readonly handles?: { readonly mentor: string; readonly director: string; readonly lead: string };
  readonly moves: readonly [PairMove, ...PairMove[]];
}

export type Side = 'mentor' | 'director';

/** Which of the two somebody is. */
export function sideOf(pair: Pair, person: PersonId): Side | undefined {
  if (person === pair.mentor) return 'mentor';
  return person === pair.director ? 'director' : undefined;
}

export const pairStates = [
  'mentor-asked',
  'mentor-declined',
  'director-asked',
  'director-declined',
  'matched',
  'active',
  'paused',
  'ended',
  'completed',
] as const;
export type PairState = (typeof pairStates)[number];

/** How a pair stands after all its moves; active once both have said that they met. */
export function pairState(pair: Pair): PairState {
  let state: PairState = 'mentor-asked';
  let before: PairState = state;
  for (const { to } of pair.moves) {
    if (to === 'mentor-accepted') state = 'director-asked';
    else if (to === 'director-accepted') state = 'matched';
    else if (to === 'mentor-declined' || to === 'director-declined') state = to;
    else if (to === 'resumed') state = before;
    else if (to === 'paused' || to === 'ended' || to === 'completed') {
      if (state !== 'paused') before = state;
      state = to;
    }
  }
  return state === 'matched' && sessionsOf(pair, lastPairMove(pair).at).length > 0
    ? 'active'
    : state;
}

export function lastPairMove(pair: Pair): PairMove {
  return pair.moves.at(-1) ?? pair.moves[0];
}

/** The last move that changed how it stands: what either said of a session does not. */
export function lastTurn(pair: Pair): PairMove {
  return pair.moves.findLast(({ to }) => to !== 'met' && to !== 'not-met') ?? pair.moves[0];
}

/** The day on which both had said yes. */
export function matchedOn(pair: Pair): PlainDate | undefined {
  const move = pair.moves.findLast(({ to }) => to === 'director-accepted');
  return move && londonDate(move.at);
}

/** The days on which this person says that they met, oldest first. */
export function saidBy(pair: Pair, person: PersonId): PlainDate[] {
  return [...daysSaid(pair, person, lastPairMove(pair).at).keys()].toSorted();
}

/** A session that both said had been: it counts once the second has said so. */
export interface Session {
  readonly on: PlainDate;
  readonly confirmedAt: Instant;
}

/** The sessions of a pair that both confirmed, oldest first, as known at `known`. */
export function sessionsOf(pair: Pair, known: Instant): Session[] {
  const byDirector = daysSaid(pair, pair.director, known);
  return [...daysSaid(pair, pair.mentor, known)]
    .flatMap(([on, at]) => {
      const other = byDirector.get(on);
      return other === undefined ? [] : [{ on, confirmedAt: at > other ? at : other }];
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

function daysSaid(pair: Pair, person: PersonId, known: Instant): Map<PlainDate, Instant> {
  const days = new Map<PlainDate, Instant>();
  for (const move of pair.moves) {
    if (move.by !== person || move.on === undefined || move.at > known) continue;
    if (move.to === 'met') days.set(move.on, move.at);
    if (move.to === 'not-met') days.delete(move.on);
  }
  return days;
}
