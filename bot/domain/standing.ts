import type { Assignment, Person, PersonId } from './facts.ts';
import { compareBands, isLeaderBand, readGrade } from './grade.ts';
import type { Band, Graded } from './grade.ts';
import { addMonths } from './time.ts';
import type { PlainDate } from './time.ts';

/** [ours] A non-primary fixed-term assignment at a higher band counts from so long after its start. */
const actingUpMonths = 3;

type Listed = Pick<Person, 'assignments'>;

interface Employed {
  readonly kind: 'employed';
  readonly assignments: readonly [Assignment, ...Assignment[]];
}

export type Employment =
  | Employed
  | { kind: 'not-yet'; from: PlainDate }
  | { kind: 'left'; on: PlainDate }
  | { kind: 'never-listed' };

/** Whether somebody counts among the leaders on a day, and if not, why not. */
export type Standing =
  | { kind: 'leader'; band: Band }
  | { kind: 'not-a-leader'; because: 'below-8a' | 'medical' | 'non-executive' }
  /** Acting up or seconded for less than three months: a leader from that day. */
  | { kind: 'not-a-leader'; because: 'acting-up'; from: PlainDate }
  /** Shown on its own line beside N until somebody settles it. */
  | { kind: 'unknown-grade'; grades: readonly string[] }
  | { kind: 'not-employed'; because: 'not-yet' | 'left' | 'never-listed' };

/** Never why. */
export type Presence =
  { kind: 'present' } | { kind: 'away'; since: PlainDate } | { kind: 'not-employed' };

export type Supervision = { kind: 'named'; supervisor: PersonId } | { kind: 'nobody' };

/**
 * What the staff lists say of one assignment on a day, ended or not. `versions` are all of the same
 * assignment. Grade, supervisor and status are those of the latest version that holds by then;
 * the end is the newest list's, because an end date holds from its own day.
 */
export function versionOn(
  versions: readonly Assignment[],
  date: PlainDate,
): Assignment | undefined {
  const begun = versions.filter((version) => version.start <= date);
  const holding = latest(begun.filter((version) => version.on <= date));
  const newest = latest(begun);
  if (!holding || !newest) return undefined;
  const { end: _, ...rest } = holding;
  return newest.end === undefined ? rest : { ...rest, end: newest.end };
}

function latest(versions: readonly Assignment[]): Assignment | undefined {
  return versions.reduce<Assignment | undefined>(
    (best, version) =>
      best === undefined ||
      version.on > best.on ||
      (version.on === best.on && version.recordedAt >= best.recordedAt)
        ? version
        : best,
    undefined,
  );
}

/** Each assignment's versions, in the order in which the assignments first come. */
export function byAssignment(assignments: readonly Assignment[]): Map<string, Assignment[]> {
  const grouped = new Map<string, Assignment[]>();
  for (const version of assignments) {
    const group = grouped.get(version.assignment);
    if (group) group.push(version);
    else grouped.set(version.assignment, [version]);
  }
  return grouped;
}

/** Every figure asks it of everybody, and several times of the same day. */
const employments = new WeakMap<readonly Assignment[], Map<PlainDate, Employment>>();
/** Days kept of each person, more than a year's month ends need; then it begins anew. */
const mostDays = 24;

/** Employed on `date`? A leaver is out from the day after the end. */
export function employmentOn({ assignments }: Listed, date: PlainDate): Employment {
  let days = employments.get(assignments);
  if (days === undefined || days.size >= mostDays) {
    days = new Map();
    employments.set(assignments, days);
  }
  const before = days.get(date);
  if (before !== undefined) return before;
  const employment = findEmployment({ assignments }, date);
  days.set(date, employment);
  return employment;
}

/** The last day of whoever has left, or will; undefined while an assignment has no end. */
export function lastDayOf(person: Listed): PlainDate | undefined {
  const employment = findEmployment(person, EVER);
  return employment.kind === 'left' ? employment.on : undefined;
}

/** After every day that a list names. */
const EVER = '9999-12-31' as PlainDate;

function findEmployment(person: Listed, date: PlainDate): Employment {
  const known = [...byAssignment(person.assignments).values()]
    .map((versions) => versionOn(versions, date))
    .filter((version) => version !== undefined);
  const [first, ...others] = known.filter(
    (version) => version.end === undefined || date <= version.end,
  );
  if (first) return { kind: 'employed', assignments: [first, ...others] };

  const ends = known.flatMap((version) => version.end ?? []).toSorted();
  const left = ends.at(-1);
  if (left) return { kind: 'left', on: left };
  const from = person.assignments.map((version) => version.start).toSorted()[0];
  return from ? { kind: 'not-yet', from } : { kind: 'never-listed' };
}

/** Who counts as a leader on `date`: the person, by the highest band held. */
export function standingOn(
  person: Listed,
  date: PlainDate,
  gradeMap: Readonly<Record<string, string>>,
): Standing {
  const employment = employmentOn(person, date);
  if (employment.kind !== 'employed') return { kind: 'not-employed', because: employment.kind };

  const held = employment.assignments.map((assignment) => ({
    assignment,
    graded: readGrade(assignment.grade, gradeMap),
  }));
  const { counting, waiting } = splitActingUp(held, date);

  const band = highest(counting.map(({ graded }) => graded));
  if (band && isLeaderBand(band)) return { kind: 'leader', band };

  const grades = held.flatMap(({ graded }) => (graded.kind === 'unknown' ? graded.grade : []));
  if (grades.length > 0) return { kind: 'unknown-grade', grades };

  const from = waiting.map(({ assignment }) => countsFrom(assignment)).toSorted()[0];
  if (from) return { kind: 'not-a-leader', because: 'acting-up', from };
  if (band) return { kind: 'not-a-leader', because: 'below-8a' };
  const medical = held.some(({ graded }) => graded.kind === 'medical');
  // Medical leaders count only where the organisation's own grade map gives them a band.
  return { kind: 'not-a-leader', because: medical ? 'medical' : 'non-executive' };
}

interface Held {
  readonly assignment: Assignment;
  readonly graded: Graded;
}

/** Sets aside leaders' assignments that are acting up or a secondment and began too lately. */
function splitActingUp(
  held: readonly Held[],
  date: PlainDate,
): { counting: readonly Held[]; waiting: readonly Held[] } {
  const lasting = held.filter(({ assignment }) => !isFixedTermExtra(assignment));
  if (lasting.length === 0 || lasting.length === held.length) {
    return { counting: held, waiting: [] };
  }
  const ownBand = highest(lasting.map(({ graded }) => graded));
  const waits = ({ assignment, graded }: Held): boolean =>
    isFixedTermExtra(assignment) &&
    graded.kind === 'band' &&
    isLeaderBand(graded.band) &&
    (ownBand === undefined || compareBands(graded.band, ownBand) > 0) &&
    date < countsFrom(assignment);
  return { counting: held.filter((each) => !waits(each)), waiting: held.filter(waits) };
}

/** Acting up, or a secondment. */
export function isFixedTermExtra(assignment: Pick<Assignment, 'primary' | 'end'>): boolean {
  return !assignment.primary && assignment.end !== undefined;
}

function countsFrom(assignment: Assignment): PlainDate {
  return addMonths(assignment.start, actingUpMonths);
}

function highest(graded: readonly Graded[]): Band | undefined {
  let best: Band | undefined;
  for (const each of graded) {
    if (each.kind !== 'band') continue;
    if (best === undefined || compareBands(each.band, best) > 0) best = each.band;
  }
  return best;
}

/** Away on `date`, by the main assignment; `since` is the day of the first list that said so. */
export function presenceOn(person: Listed, date: PlainDate): Presence {
  const employment = employmentOn(person, date);
  if (employment.kind !== 'employed') return { kind: 'not-employed' };
  const main = mainOf(employment);
  if (!main.away) return { kind: 'present' };
  const versions = byAssignment(person.assignments).get(main.assignment) ?? [];
  const days = [...new Set(versions.map((version) => version.on))].filter((on) => on <= date);
  let since = main.on;
  for (const day of days.toSorted().reverse()) {
    if (!versionOn(versions, day)?.away) break;
    since = day;
  }
  return { kind: 'away', since };
}

/** Whom the staff list names as supervisor on `date`: of the main assignment, else of any. */
export function supervisorOn(person: Listed, date: PlainDate): Supervision {
  const employment = employmentOn(person, date);
  if (employment.kind !== 'employed') return { kind: 'nobody' };
  const supervisor =
    mainOf(employment).supervisor ??
    employment.assignments.find((each) => each.supervisor)?.supervisor;
  return supervisor ? { kind: 'named', supervisor } : { kind: 'nobody' };
}

/** Of the main assignment on `date`, as the staff list names it. */
export function directorateOn(person: Listed, date: PlainDate): string | undefined {
  const employment = employmentOn(person, date);
  return employment.kind === 'employed' ? mainOf(employment).directorate || undefined : undefined;
}

/** The primary assignment; where none is, one that the person is present in, else the first. */
function mainOf({ assignments }: Employed): Assignment {
  return (
    assignments.find((each) => each.primary) ??
    assignments.find((each) => !each.away) ??
    assignments[0]
  );
}
