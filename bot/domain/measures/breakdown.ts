import { bands } from '../grade.ts';
import { directorateOn, standingOn } from '../standing.ts';
import {
  hideAll,
  isTold,
  sumOf,
  suppress,
  TOLD_FROM,
  type Group,
  type ToldGroup,
} from '../suppression.ts';
import { addDays, addMonths, monthEnd, yearOf, type PlainDate } from '../time.ts';
import { giveAwayTogether } from '../two-cuts.ts';
import type { Settings } from '../facts.ts';
import type { Counted, Known } from './figure.ts';
import { appraisalYear } from '../goals/goal.ts';
import { leadersAsked } from './goals.ts';
import { COUNTS_MONTHS } from '../mentoring/counting.ts';
import { mentoringCohort } from './mentoring.ts';

/** The figures of which groups are told at all. */
export type BrokenDown = 'S2' | 'S3.b';
export const cutNames = ['band', 'directorate'] as const;
export type CutName = (typeof cutNames)[number];

/** Whoever the staff list gives no leader's band, or no directorate. */
const OTHERS = 'others';

/**
 * The last day of which groups are told, at or before `asked` and over by `today`. Neighbouring days
 * can't be compared, so that no single agreement shows: S2 is told at the ends of months, S3.b, where
 * taking part may say more of somebody, at the end of the organisation's year.
 */
export function toldOn(
  line: BrokenDown,
  asked: PlainDate,
  today: PlainDate,
  settings: Settings,
): PlainDate {
  const yesterday = addDays(today, -1);
  const by = asked < yesterday ? asked : yesterday;
  const end = endOf(line, by, settings);
  return end <= by ? end : addDays(startOf(line, by, settings), -1);
}

/**
 * Days that are told one after another, up to that one: of S2 within the appraisal year, as another
 * year asks for other goals; of S3.b while a session counts.
 */
export function toldUpTo(line: BrokenDown, on: PlainDate, settings: Settings): PlainDate[] {
  const first = line === 'S2' ? appraisalYear(settings, on).start : addMonths(on, -COUNTS_MONTHS);
  const days = [on];
  for (;;) {
    const [earliest = on] = days;
    const before = addDays(startOf(line, earliest, settings), -1);
    if (before < first) return days;
    days.unshift(before);
  }
}

/** The next day of which they will be told. */
export function nextToldOn(line: BrokenDown, told: PlainDate, settings: Settings): PlainDate {
  return endOf(line, addDays(told, 1), settings);
}

function endOf(line: BrokenDown, date: PlainDate, { yearStartMonth }: Settings): PlainDate {
  return line === 'S2' ? monthEnd(date) : yearOf(date, yearStartMonth).end;
}

function startOf(line: BrokenDown, date: PlainDate, { yearStartMonth }: Settings): PlainDate {
  return line === 'S2'
    ? (`${date.slice(0, 7)}-01` as PlainDate)
    : yearOf(date, yearStartMonth).start;
}

/** A figure of a day, cut both ways: what stands, and what of it may be told. */
export interface CutFigure {
  readonly n: number;
  readonly of: number;
  readonly cuts: Readonly<Record<CutName, { all: readonly Group[]; told: readonly ToldGroup[] }>>;
}

/** A figure's groups as they may be told: bands in their order, directorates by name. */
export function cutFigure(line: BrokenDown, known: Known): CutFigure {
  const counted = line === 'S2' ? leadersAsked(known) : mentoringCohort(known);
  const people = counted.map(({ person, isIn }) => ({
    first: bandOf(person, known),
    second: directorateOn(person, known.on) ?? OTHERS,
    isIn,
  }));
  const all = (cut: 'first' | 'second'): Group[] =>
    groupsOf(people.map((person) => [person[cut], person.isIn]));
  const told = (groups: readonly Group[]): ToldGroup[] =>
    suppress(
      groups,
      (group) =>
        // That everybody in a group took part says of each that they did.
        line === 'S3.b' && group.n === group.of,
    );
  const [ofBands, ofDirectorates] = [all('first'), all('second')];
  const byBand = told(ofBands).toSorted((a, b) => rank(a.name) - rank(b.name));
  const second = told(ofDirectorates).toSorted((a, b) => byName.compare(a.name, b.name));
  return {
    ...{ n: counted.filter(({ isIn }) => isIn).length, of: counted.length },
    cuts: {
      band: { all: ofBands, told: byBand },
      directorate: {
        all: ofDirectorates,
        told: giveAwayTogether(people, byBand, second) ? hideAll(second) : second,
      },
    },
  };
}

/**
 * Whether a later day may be told beside an earlier one. Where other groups are told than before,
 * both days together have fewer hidden than either; so then ten answers or more must have changed
 * among those that are not told both times, or somebody would read the rest off.
 */
export function mayFollow(before: CutFigure, next: CutFigure): boolean {
  return cutNames.every((cut) => {
    const [was, is] = [before.cuts[cut], next.cuts[cut]];
    const toldBefore = namesTold(was.told);
    const toldNow = namesTold(is.told);
    const both = new Set([...toldBefore].filter((name) => toldNow.has(name)));
    if (both.size === toldBefore.size && both.size === toldNow.size) return true;
    const rest = (groups: readonly Group[]) => sumOf(groups.filter(({ name }) => !both.has(name)));
    return Math.abs(rest(is.all).n - rest(was.all).n) >= TOLD_FROM;
  });
}

function namesTold(groups: readonly ToldGroup[]): Set<string> {
  return new Set(groups.filter(isTold).map(({ name }) => name));
}

const byName = new Intl.Collator('en-GB');

function bandOf(person: Counted['person'], { frame, on }: Known): string {
  const standing = standingOn(person, on, frame.settings.gradeMap);
  return standing.kind === 'leader' ? standing.band : OTHERS;
}

function rank(name: string): number {
  const at = bands.findIndex((band) => band === name);
  return at === -1 ? bands.length : at;
}

function groupsOf(people: readonly (readonly [string, boolean])[]): Group[] {
  return [...Map.groupBy(people, ([name]) => name)].map(([name, members]) => ({
    name,
    n: members.filter(([, isIn]) => isIn).length,
    of: members.length,
  }));
}
