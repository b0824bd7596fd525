import type { Assignment } from '../domain/facts.ts';
import type { PlainDate } from '../domain/time.ts';
import type { Unrecorded } from '../use-cases/ports.ts';

export type Version = Unrecorded<Assignment>;

/** What a list says of an assignment, the day aside. */
export type Word = Omit<Version, 'on'>;

/**
 * The versions to stage so that, on `asAt`, the assignment is what the list of that day says, and
 * on every other list's day what that list says, in whatever order the lists come.
 *
 * An assignment that no earlier list can have held is first seen: it holds from its own start, but
 * for the absence, which holds from the list's day. One seen before changes on the list's day. What
 * a newer list says is stated again at the newer list's day.
 */
export function versionsToStage(
  known: readonly Assignment[],
  word: Word,
  asAt: PlainDate,
  listDates: readonly PlainDate[],
): Version[] {
  const newer = listDates.find((date) => date > asAt);
  const days = isFirstSight(known, asAt, listDates)
    ? daysOfFirstSight(known, word, asAt, newer)
    : // A list in between may have told in advance of a start that is still to come.
      [asAt, ...known.map(({ on }) => on).filter((on) => on > asAt && (!newer || on < newer))];

  const staged: Version[] = [];
  let timeline: readonly Version[] = known;
  const state = (version: Version): void => {
    if (!differs(version, statedOn(timeline, version.on))) return;
    staged.push(version);
    timeline = withVersions(timeline, [version]);
  };
  for (const on of [...new Set(days)].toSorted()) {
    state({ ...word, on, away: word.away && on >= asAt });
  }
  const newerWord = newer && statedOn(known, newer);
  if (newerWord && staged.length > 0) state({ ...wordOf(newerWord), on: newer });
  return staged;
}

/** Nothing known of it stems from a list of before `asAt`. */
function isFirstSight(
  known: readonly Assignment[],
  asAt: PlainDate,
  listDates: readonly PlainDate[],
): boolean {
  if (known.length === 0) return true;
  if (listDates.every((date) => date < asAt)) return false;
  return !known.some(
    (version) =>
      (version.on < asAt && version.on !== version.start) ||
      // Begun by the day of an earlier list: taken to stand in that list.
      listDates.some((date) => date < asAt && version.start <= date),
  );
}

/** A newer list's word reached back to the start; it gives way up to the newer list's day. */
function daysOfFirstSight(
  known: readonly Assignment[],
  word: Word,
  asAt: PlainDate,
  newer: PlainDate | undefined,
): PlainDate[] {
  const backdated = known.map(({ on }) => on).filter((on) => newer === undefined || on < newer);
  const isEarliest = backdated.every((on) => word.start < on);
  return [
    ...backdated,
    ...(isEarliest ? [word.start] : []),
    ...(word.away && word.start < asAt ? [asAt] : []),
  ];
}

/** What the latest version by that day says itself: its own end too, not a newer list's. */
export function statedOn<Stated extends Version>(
  versions: readonly Stated[],
  date: PlainDate,
): Stated | undefined {
  return versions
    .filter((version) => version.on <= date)
    .reduce<Stated | undefined>(
      (best, version) => (best === undefined || version.on >= best.on ? version : best),
      undefined,
    );
}

/** The versions as they stand once `staged` is recorded: of one day the later word stands. */
export function withVersions<Stated extends Version>(
  known: readonly Stated[],
  staged: readonly Stated[],
): Stated[] {
  const days = new Set(staged.map((version) => version.on));
  return [...known.filter((version) => !days.has(version.on)), ...staged];
}

function differs(word: Word, stated: Word | undefined): boolean {
  return (
    stated === undefined ||
    word.title !== stated.title ||
    word.directorate !== stated.directorate ||
    word.grade !== stated.grade ||
    word.primary !== stated.primary ||
    word.away !== stated.away ||
    word.supervisor !== stated.supervisor ||
    word.start !== stated.start ||
    word.end !== stated.end
  );
}

function wordOf(version: Version): Word {
  const { assignment, title, directorate, grade, primary, away, supervisor, start, end } = version;
  return {
    ...{ assignment, title, directorate, grade, primary, away, start },
    ...(supervisor === undefined ? {} : { supervisor }),
    ...(end === undefined ? {} : { end }),
  };
}
