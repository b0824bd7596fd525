import type { ActContext } from '../act-context.ts';
import { standing } from '../board/statement.ts';
import type { Frame, PersonId } from '../facts.ts';
import { firstKnownDay } from '../first-day.ts';
import { may } from '../permissions.ts';
import type { Things } from '../things.ts';
import { addMonths, londonDate, type Instant, type PlainDate } from '../time.ts';
import { dayOfStep, snapshotState } from './snapshot.ts';

/**
 * R1: "Organisations should review progress … at least annually." R2: "The organisation should
 * apply … to receive feedback against their anti-racism framework at least every two years."
 */
export const reviewLines = ['R1', 'R2'] as const;
export type ReviewLine = (typeof reviewLines)[number];

const MONTHS: Readonly<Record<ReviewLine, number>> = { R1: 12, R2: 24 };

/** What is on record of a line beside what snapshots say: the last one not taken back stands. */
export interface RegularReview {
  readonly id: ReviewLine;
  readonly moves: readonly [ReviewMove, ...ReviewMove[]];
}

export interface ReviewMove {
  readonly to: 'recorded' | 'taken-back';
  readonly at: Instant;
  readonly by: PersonId;
  /** The day of the review, or on which feedback came. */
  readonly on: PlainDate;
  readonly document: string;
  /** Which move is taken back, counted from 0. */
  readonly takes?: number;
  readonly tap?: string;
}

export interface ReviewStanding {
  /** The last one by that day, with its document where it was recorded by itself. */
  readonly last?: { readonly on: PlainDate; readonly document?: string; readonly move?: number };
  /** [ours] Counted from the last one; where there is none, from the day the app was first used. */
  readonly due: PlainDate;
  /** R2: an application that waits for its feedback, by the day on which it was sent. */
  readonly applied?: PlainDate;
}

export function reviewOn(
  line: ReviewLine,
  { things, frame }: { things: Pick<Things, 'snapshot' | 'regular-review'>; frame: Frame },
  on: PlainDate,
): ReviewStanding {
  const review = things['regular-review'].find(({ id }) => id === line);
  const recorded = standing(review?.moves ?? [], on).map(({ on: day, document, move }) => {
    return { on: day, document, move };
  });
  const snapshots = line === 'R2' ? things.snapshot : [];
  const answered = snapshots.flatMap((snapshot) => {
    const day = dayOfStep(snapshot, 'feedback');
    return day !== undefined && day <= on ? [{ on: day }] : [];
  });
  const last = [...recorded, ...answered].toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1);
  const applied = snapshots
    .filter((snapshot) => snapshotState(snapshot) === 'submitted')
    .flatMap((snapshot) => dayOfStep(snapshot, 'submitted') ?? [])
    .filter((day) => day <= on && day > (last?.on ?? ''))
    .toSorted()
    .at(-1);
  return {
    ...(last === undefined ? {} : { last }),
    due: addMonths(last?.on ?? firstKnownDay(frame) ?? on, MONTHS[line]),
    ...(applied === undefined ? {} : { applied }),
  };
}

export type ReviewVerdict =
  | { kind: 'done'; review: RegularReview; move: number }
  | { kind: 'already'; move: number }
  | { kind: 'refused'; because: 'not-allowed' | 'day-to-come' | 'nothing-to-take-back' };

/** A review that took place, or feedback that came before the app: a day and its document. */
export function judgeReview(
  asked: { line: ReviewLine; on: PlainDate; document: string },
  review: RegularReview | undefined,
  context: ActContext,
): ReviewVerdict {
  const { line, on, document } = asked;
  const before = beforeReview(review, context);
  if (before !== undefined) return before;
  const today = londonDate(context.now);
  if (on > today) return { kind: 'refused', because: 'day-to-come' };
  const same = standing(review?.moves ?? [], today).find(
    (move) => move.on === on && move.document === document,
  );
  if (same !== undefined) return { kind: 'already', move: same.move };
  return added(line, review, { ...moveBy(context), to: 'recorded', on, document });
}

/** As if it had never been recorded. */
export function judgeTakeBackReview(
  number: number,
  review: RegularReview | undefined,
  context: ActContext,
): ReviewVerdict {
  const before = beforeReview(review, context);
  if (before !== undefined) return before;
  const taken = review?.moves[number];
  if (review === undefined || taken?.to !== 'recorded') {
    return { kind: 'refused', because: 'nothing-to-take-back' };
  }
  if (review.moves.some(({ takes }) => takes === number)) return { kind: 'already', move: number };
  const { on, document } = taken;
  const move = { ...moveBy(context), to: 'taken-back' as const, on, document, takes: number };
  return { ...added(review.id, review, move), move: number };
}

function added(line: ReviewLine, review: RegularReview | undefined, move: ReviewMove) {
  const fact: RegularReview =
    review === undefined
      ? { id: line, moves: [move] }
      : { ...review, moves: [...review.moves, move] };
  return { kind: 'done' as const, review: fact, move: fact.moves.length - 1 };
}

function moveBy({ actor, now, tap }: ActContext) {
  return { at: now, by: actor, ...(tap === undefined ? {} : { tap }) };
}

function beforeReview(
  review: RegularReview | undefined,
  { actor, frame, now, tap }: ActContext,
): Extract<ReviewVerdict, { kind: 'already' | 'refused' }> | undefined {
  if (!may('record-review', { person: actor, roles: frame.roles, on: londonDate(now) })) {
    return { kind: 'refused', because: 'not-allowed' };
  }
  const seen = tap === undefined ? -1 : (review?.moves ?? []).findIndex((move) => move.tap === tap);
  const made = review?.moves[seen];
  return made === undefined ? undefined : { kind: 'already', move: made.takes ?? seen };
}
