import { addDays, addMonths, dayOfWeek, parsePlainDate, type PlainDate } from '../time.ts';
import type { DayHint, Piece } from './piece.ts';

/** Which way a sentence looks where a day could be behind or ahead. */
export type Direction = 'past' | 'future';

export type When =
  | { kind: 'unsaid' }
  /** The days it may mean, the likeliest first; what a tier holds is equally likely. */
  | { kind: 'days'; tiers: PlainDate[][] }
  | { kind: 'none'; because: 'no-such-day' | 'weekday-differs' | 'two-dates'; heard: string };

type DatePart = Omit<Extract<DayHint, { kind: 'date' }>, 'kind'>;
type Weekday = Extract<DayHint, { kind: 'weekday' }>;

/** All that is said of the day, as one: `Wednesday`, `last week` and `the 8th` may be the same day. */
export function whenOf(pieces: readonly Piece[], today: PlainDate, direction: Direction): When {
  const days = pieces.filter((piece) => piece.kind === 'day');
  const heard = heardOf(days);
  const hints = days.map(({ hint }) => hint);
  if (hints.length === 0) return { kind: 'unsaid' };
  const impossible = days.find(({ hint }) => isImpossible(hint, today));
  if (impossible !== undefined) {
    return { kind: 'none', because: 'no-such-day', heard: impossible.raw };
  }
  const said = together(hints);
  if (said === undefined) return { kind: 'none', because: 'two-dates', heard };
  const tiers = tiersOf(said, today, direction);
  if (tiers.length > 0) return { kind: 'days', tiers };
  if (said.span !== undefined) return { kind: 'none', because: 'two-dates', heard };
  const because = said.weekday === undefined ? 'no-such-day' : 'weekday-differs';
  return { kind: 'none', because, heard };
}

/** As it was typed: `Tuesday 8 April` is one day, `8 April and 10 June` are two. */
function heardOf(days: readonly Extract<Piece, { kind: 'day' }>[]): string {
  return days.reduce((heard, { raw, hint }, at) => {
    if (at === 0) return raw;
    const isOfDate = days[at - 1]?.hint.kind === 'weekday' && hint.kind === 'date';
    return `${heard}${isOfDate ? ' ' : ' and '}${raw}`;
  }, '');
}

function isImpossible(hint: DayHint, today: PlainDate): boolean {
  if (hint.kind === 'impossible') return true;
  return hint.kind === 'date' && hint.day !== undefined && blocksOf(hint, today).length === 0;
}

interface Said {
  readonly date?: DatePart;
  readonly weekday?: Weekday;
  readonly span?: readonly [PlainDate, PlainDate];
}

/** One day out of all hints, or undefined where they contradict one another. */
function together(hints: readonly DayHint[]): Said | undefined {
  let said: Said = {};
  for (const hint of hints) {
    const next = joined(said, hint);
    if (next === undefined) return undefined;
    said = next;
  }
  return said;
}

function joined(said: Said, hint: DayHint): Said | undefined {
  switch (hint.kind) {
    case 'several':
    case 'impossible':
      return undefined;
    case 'span': {
      const [from, to] = said.span ?? [hint.from, hint.to];
      const span = [from > hint.from ? from : hint.from, to < hint.to ? to : hint.to] as const;
      return span[0] <= span[1] ? { ...said, span } : undefined;
    }
    case 'weekday':
      if (said.weekday !== undefined && said.weekday.weekday !== hint.weekday) return undefined;
      return { ...said, weekday: { ...said.weekday, ...hint } };
    case 'date': {
      const { date = {} } = said;
      const differs = (['day', 'month', 'year'] as const).some(
        (part) => date[part] !== undefined && hint[part] !== undefined && date[part] !== hint[part],
      );
      const { kind: _, ...part } = hint;
      return differs ? undefined : { ...said, date: { ...date, ...part } };
    }
  }
}

function tiersOf(said: Said, today: PlainDate, direction: Direction): PlainDate[][] {
  const { date, weekday, span } = said;
  const isThatDay = (day: PlainDate) =>
    (date === undefined || matches(date, day)) &&
    (weekday === undefined || dayOfWeek(day) === weekday.weekday);
  const fitting = (tiers: PlainDate[][]) =>
    tiers.map((tier) => tier.filter(isThatDay)).filter((tier) => tier.length > 0);

  if (span !== undefined) return fitting([daysFrom(span[0], span[1])]);
  if (date !== undefined) {
    const blocks = blocksOf(date, today).filter((block) => isWhich(block, date, today));
    if (date.year !== undefined) return fitting(blocks);
    return fitting(ordered(blocks, today, direction, date.month !== undefined));
  }
  return weekday === undefined ? [] : weekdayTiers(weekday, today, direction);
}

function matches({ day, month, year }: DatePart, date: PlainDate): boolean {
  return (
    (day === undefined || day === Number(date.slice(8))) &&
    (month === undefined || month === Number(date.slice(5, 7))) &&
    (year === undefined || year === Number(date.slice(0, 4)))
  );
}

/** The days or months about now that a date without its year or month may mean, oldest first. */
function blocksOf({ day, month, year }: DatePart, today: PlainDate): PlainDate[][] {
  const thisYear = Number(today.slice(0, 4));
  const years = year === undefined ? [thisYear - 1, thisYear, thisYear + 1] : [year];
  if (month === undefined && day === undefined) return years.map((one) => daysOfYear(one));
  const firsts =
    month === undefined ? monthsAbout(today, year) : years.map((one) => dateFrom(one, month, 1));
  return firsts.flatMap((first) => {
    if (first === undefined) return [];
    if (day === undefined) return [daysFrom(first, addDays(addMonths(first, 1), -1))];
    const date = dateFrom(Number(first.slice(0, 4)), Number(first.slice(5, 7)), day);
    return date === undefined ? [] : [[date]];
  });
}

function monthsAbout(today: PlainDate, year: number | undefined): (PlainDate | undefined)[] {
  const first = `${today.slice(0, 8)}01` as PlainDate;
  if (year === undefined) return [-2, -1, 0, 1, 2].map((months) => addMonths(first, months));
  return Array.from({ length: 12 }, (_, month) => dateFrom(year, month + 1, 1));
}

function isWhich(block: readonly PlainDate[], { which }: DatePart, today: PlainDate): boolean {
  const [first = today] = block;
  const last = block.at(-1) ?? today;
  if (which === undefined) return true;
  if (which === 'last') return last < today;
  if (which === 'next') return first > today;
  return first.slice(0, 4) === today.slice(0, 4);
}

/** Further away than this, a date on the side that a sentence doesn't look to isn't meant. */
const HALF_A_YEAR = 183;

/** The nearest on the side that the sentence looks to; of a month also one close by on the other. */
function ordered(
  blocks: readonly PlainDate[][],
  today: PlainDate,
  direction: Direction,
  isMonthSaid: boolean,
): PlainDate[][] {
  const others = isMonthSaid ? 1 : 0;
  const first = (block: readonly PlainDate[]) => block[0] ?? today;
  const last = (block: readonly PlainDate[]) => block.at(-1) ?? today;
  if (direction === 'past') {
    const behind = blocks.filter((block) => first(block) <= today).reverse();
    const ahead = blocks.filter(
      (block) => first(block) > today && first(block) < addDays(today, HALF_A_YEAR),
    );
    return [...nearest(behind, today), ...ahead.slice(0, others)];
  }
  const ahead = blocks.filter((block) => last(block) >= today);
  const behind = blocks
    .filter((block) => last(block) < today && last(block) > addDays(today, -HALF_A_YEAR))
    .reverse();
  return [...nearest(ahead, today), ...behind.slice(0, others)];
}

/** Where today is such a day itself, the one beyond it may be meant as well. */
function nearest(blocks: readonly PlainDate[][], today: PlainDate): PlainDate[][] {
  const [first] = blocks;
  const isToday = first?.length === 1 && first[0] === today;
  return blocks.slice(0, isToday ? 2 : 1);
}

function weekdayTiers(
  { weekday, which }: Weekday,
  today: PlainDate,
  direction: Direction,
): PlainDate[][] {
  const monday = addDays(today, 1 - dayOfWeek(today));
  const ofWeek = (weeks: number) => addDays(monday, 7 * weeks + weekday - 1);
  const about = [-1, 0, 1].map(ofWeek);
  switch (which) {
    case 'this':
      return [[ofWeek(0)]];
    // Some mean the one just gone or coming, some that of the week before or after.
    case 'last':
      return [unique([about.filter((day) => day < today).at(-1), ofWeek(-1)])];
    case 'next':
      return [unique([about.find((day) => day > today), ofWeek(1)])];
    case 'week-after': {
      const soonest = about.find((day) => day > today);
      return soonest === undefined ? [] : [[addDays(soonest, 7)]];
    }
    default:
      return ordered(
        about.map((day) => [day]),
        today,
        direction,
        false,
      );
  }
}

const unique = (days: readonly (PlainDate | undefined)[]): PlainDate[] => [
  ...new Set(days.filter((day) => day !== undefined)),
];

function daysOfYear(year: number): PlainDate[] {
  const first = dateFrom(year, 1, 1);
  const last = dateFrom(year, 12, 31);
  return first === undefined || last === undefined ? [] : daysFrom(first, last);
}

function dateFrom(year: number, month: number, day: number): PlainDate | undefined {
  const part = (value: number, length: number) => String(value).padStart(length, '0');
  return parsePlainDate(`${part(year, 4)}-${part(month, 2)}-${part(day, 2)}`);
}

function daysFrom(from: PlainDate, to: PlainDate): PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
