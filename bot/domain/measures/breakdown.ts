import { bands } from '../grade.ts';
import { directorateOn, standingOn } from '../standing.ts';
import { hideAll, suppress, type Group, type ToldGroup } from '../suppression.ts';
import { addDays, monthEnd, yearOf, type PlainDate } from '../time.ts';
import { giveAwayTogether } from '../two-cuts.ts';
import type { Settings } from '../facts.ts';
import type { Counted, Known } from './figure.ts';
import { leadersAsked } from './goals.ts';
import { mentoringCohort } from './mentoring.ts';

/** The figures of which groups are told at all. */
export type BrokenDown = 'S2' | 'S3.b';
export type CutName = 'band' | 'directorate';

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

export interface Breakdown {
  readonly n: number;
  readonly of: number;
  readonly groups: readonly ToldGroup[];
}

/** A figure's groups as they may be told: bands in their order, directorates by name. */
export function breakdown(line: BrokenDown, by: CutName, known: Known): Breakdown {
  const counted = line === 'S2' ? leadersAsked(known) : mentoringCohort(known);
  const people = counted.map(({ person, isIn }) => ({
    first: bandOf(person, known),
    second: directorateOn(person, known.on) ?? OTHERS,
    isIn,
  }));
  const told = (cut: 'first' | 'second'): ToldGroup[] =>
    suppress(
      groupsOf(people.map((person) => [person[cut], person.isIn])),
      (group) =>
        // That everybody in a group took part says of each that they did.
        line === 'S3.b' && group.n === group.of,
    );
  const byBand = told('first').toSorted((a, b) => rank(a.name) - rank(b.name));
  const whole = { n: counted.filter(({ isIn }) => isIn).length, of: counted.length };
  if (by === 'band') return { ...whole, groups: byBand };
  const second = told('second').toSorted((a, b) => byName.compare(a.name, b.name));
  const groups = giveAwayTogether(people, byBand, second) ? hideAll(second) : second;
  return { ...whole, groups };
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
