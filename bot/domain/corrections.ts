import type { Assignment, PersonId } from './facts.ts';
import { byAssignment } from './standing.ts';
import { londonDate } from './time.ts';
import type { Instant, PlainDate } from './time.ts';

/** Why a staff list is put right: a short list, so that nobody writes why somebody is away. */
export const correctionReasons = [
  'wrong-on-the-list',
  'not-yet-on-the-list',
  'told-by-hr',
] as const;
export type CorrectionReason = (typeof correctionReasons)[number];

/** What of an assignment is corrected; `start`, `end` and `away` are the day itself. */
export const correctedThings = ['grade', 'supervisor', 'away', 'start', 'end'] as const;
export type CorrectedThing = (typeof correctedThings)[number];

/** One thing that is otherwise than the staff lists say, from a day on. */
export interface Correction {
  /** Says nothing of what it is: the ledger names it. */
  readonly id: string;
  readonly assignment: string;
  readonly what: CorrectedThing;
  /** The day from which it holds: for an end the last day, for an absence the first. */
  readonly from: PlainDate;
  /** As a staff list would write it, for a grade. */
  readonly grade?: string;
  readonly supervisor?: PersonId;
  readonly because: CorrectionReason;
  /** The question of the settle list that it answered. */
  readonly settles?: string;
  readonly moves: readonly [CorrectionMove, ...CorrectionMove[]];
}

export interface CorrectionMove {
  readonly to: 'made' | 'taken-back';
  readonly at: Instant;
  readonly by: PersonId;
  readonly tap?: string;
}

export function correctionStands({ moves }: Pick<Correction, 'moves'>): boolean {
  return (moves.at(-1) ?? moves[0]).to === 'made';
}

/**
 * What staff lists say, put right. [ours] A correction wins over every list dated up to the day on
 * which it was made, whenever that list comes. It gives way to a list dated later that says
 * something new: other than the lists had said when it was made. A later list that only says the
 * old thing again doesn't undo it. Of two corrections of one thing the later one stands.
 *
 * Grade, supervisor and absence hold from the correction's day; a start and an end for all days.
 */
export function corrected(
  listed: readonly Assignment[],
  corrections: readonly Correction[],
): readonly Assignment[] {
  const standing = corrections
    .filter(correctionStands)
    .toSorted((a, b) => (a.moves[0].at < b.moves[0].at ? -1 : 1));
  if (standing.length === 0) return listed;
  return [...byAssignment(listed)].flatMap(([assignment, versions]) =>
    standing
      .filter((correction) => correction.assignment === assignment)
      .reduce<readonly Assignment[]>((known, each) => putRight(known, each, versions), versions),
  );
}

function putRight(
  known: readonly Assignment[],
  correction: Correction,
  listed: readonly Assignment[],
): Assignment[] {
  const until = givesWayOn(correction, listed);
  const holds = ({ on }: Assignment): boolean => until === undefined || on < until;
  const { from } = correction;
  switch (correction.what) {
    case 'end':
      return known.map((version) => (holds(version) ? { ...version, end: from } : version));
    case 'start':
      return startingOn(from, known, holds);
    case 'grade':
    case 'supervisor':
    case 'away': {
      const before = saidOn(known, from);
      if (before === undefined || !holds({ ...before, on: from })) return [...known];
      const onTheDay = before.on === from ? [] : [{ ...before, on: from }];
      return [...known, ...onTheDay].map((version) =>
        version.on >= from && holds(version) ? { ...version, ...wordOf(correction) } : version,
      );
    }
  }
}

/** A first word that held from the list's own start holds from the corrected one. */
function startingOn(
  from: PlainDate,
  known: readonly Assignment[],
  holds: (version: Assignment) => boolean,
): Assignment[] {
  const [first] = known.map(({ on }) => on).toSorted();
  return known.map((version) => {
    if (!holds(version)) return version;
    return {
      ...version,
      start: from,
      on: version.on === first && from < version.on ? from : version.on,
    };
  });
}

/** The day of the first later list that says something new of the thing. */
function givesWayOn(
  { what, moves }: Correction,
  listed: readonly Assignment[],
): PlainDate | undefined {
  const madeOn = londonDate(moves[0].at);
  const before = saidOn(listed, madeOn);
  return listed
    .filter((version) => version.on > madeOn && version[what] !== before?.[what])
    .map(({ on }) => on)
    .toSorted()[0];
}

/** The version that holds on a day; before the first, the first. */
function saidOn(versions: readonly Assignment[], date: PlainDate): Assignment | undefined {
  const inOrder = versions.toSorted((a, b) =>
    a.on === b.on ? (a.recordedAt < b.recordedAt ? -1 : 1) : a.on < b.on ? -1 : 1,
  );
  return inOrder.findLast(({ on }) => on <= date) ?? inOrder[0];
}

function wordOf({ what, grade, supervisor }: Correction): Partial<Assignment> {
  if (what === 'grade') return grade === undefined ? {} : { grade };
  if (what === 'away') return { away: true };
  return supervisor === undefined ? {} : { supervisor };
}
