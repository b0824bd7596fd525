import { addDays, addMonths, dayOfWeek, type PlainDate } from '../time.ts';
import { monthAt } from './dates.ts';
import { rawOf, wordAt, type DayHint, type Found, type Piece, type Which } from './piece.ts';
import { numbers, partsOfDay, relativeDays, weekdays } from './words.ts';

interface Read {
  readonly hint: DayHint;
  readonly length: number;
}

/** A day told from today: `yesterday`, `last Wednesday`, `next week`, `two weeks ago`, `this morning`. */
export function readRelativeDay(today: PlainDate) {
  return (pieces: readonly Piece[], at: number): Found | undefined => {
    const found =
      dayBeyond(pieces, at, today) ??
      namedDay(pieces, at, today) ??
      whichOne(pieces, at, today) ??
      weekBeyond(pieces, at, today) ??
      counted(pieces, at, today) ??
      plainWeekday(pieces, at);
    if (found === undefined) return undefined;
    const raw = rawOf(pieces.slice(at, at + found.length));
    return { piece: { kind: 'day', hint: found.hint, raw }, length: found.length };
  };
}

const day = (date: PlainDate): DayHint => ({ kind: 'span', from: date, to: date });

const says = (pieces: readonly Piece[], at: number, phrase: string): boolean =>
  phrase.split(' ').every((word, offset) => wordAt(pieces, at + offset) === word);

function dayBeyond(pieces: readonly Piece[], at: number, today: PlainDate): Read | undefined {
  if (says(pieces, at, 'day before yesterday')) return { hint: day(addDays(today, -2)), length: 3 };
  if (says(pieces, at, 'day after tomorrow')) return { hint: day(addDays(today, 2)), length: 3 };
  return undefined;
}

function namedDay(pieces: readonly Piece[], at: number, today: PlainDate): Read | undefined {
  const offset = relativeDays.get(wordAt(pieces, at));
  if (offset !== undefined) return { hint: day(addDays(today, offset)), length: 1 };
  if (says(pieces, at, 'last night')) return { hint: day(addDays(today, -1)), length: 2 };
  // The part of the day stays, to tell two meetings of today apart.
  if (wordAt(pieces, at) === 'this' && isPartOfDay(pieces[at + 1])) {
    return { hint: day(today), length: 1 };
  }
  return undefined;
}

function isPartOfDay(piece: Piece | undefined): boolean {
  return piece?.kind === 'time' && partsOfDay.has(piece.raw.toLowerCase());
}

const modifiers: ReadonlyMap<string, Which> = new Map([
  ['last', 'last'],
  ['past', 'last'],
  ['previous', 'last'],
  ['this', 'this'],
  ['current', 'this'],
  ['coming', 'next'],
  ['next', 'next'],
  ['following', 'next'],
]);

/** `last Wednesday`, `this coming Friday`, `next week`, `last June`. */
function whichOne(pieces: readonly Piece[], at: number, today: PlainDate): Read | undefined {
  const said = modifiers.get(wordAt(pieces, at));
  if (said === undefined) return undefined;
  const second = said === 'this' ? modifiers.get(wordAt(pieces, at + 1)) : undefined;
  const which = second ?? said;
  const unitAt = second === undefined ? at + 1 : at + 2;
  const length = unitAt + 1 - at;
  const unit = wordAt(pieces, unitAt);
  const weekday = weekdayAt(pieces, unitAt);
  if (weekday !== undefined) {
    // `this coming Wednesday` is the soonest; only a bare `next` may be the week after.
    const isSoonest = wordAt(pieces, unitAt - 1) === 'coming';
    if (isSoonest) return { hint: { kind: 'weekday', weekday }, length };
    return { hint: { kind: 'weekday', weekday, which }, length };
  }
  const steps = { last: -1, this: 0, next: 1 }[which];
  if (unit === 'week') return { hint: weekOf(addDays(today, 7 * steps)), length };
  if (unit === 'fortnight') {
    const [from, to] = steps < 0 ? [-14, 0] : [0, 14];
    return { hint: { kind: 'span', from: addDays(today, from), to: addDays(today, to) }, length };
  }
  if (unit === 'month') return { hint: monthOf(addMonths(firstOfMonth(today), steps)), length };
  if (unit === 'year') {
    const year = Number(today.slice(0, 4)) + steps;
    return { hint: { kind: 'date', year }, length };
  }
  const month = monthAt(pieces, unitAt);
  if (month === undefined) return undefined;
  return { hint: { kind: 'date', month, which }, length };
}

/** `the week before last`, `the week after next`. */
function weekBeyond(pieces: readonly Piece[], at: number, today: PlainDate): Read | undefined {
  if (says(pieces, at, 'week before last')) return { hint: weekOf(addDays(today, -14)), length: 3 };
  if (says(pieces, at, 'week after next')) return { hint: weekOf(addDays(today, 14)), length: 3 };
  return undefined;
}

/** `two days ago`, `a week ago`, `in 3 weeks`. */
function counted(pieces: readonly Piece[], at: number, today: PlainDate): Read | undefined {
  const isAhead = wordAt(pieces, at) === 'in';
  const countAt = isAhead ? at + 1 : at;
  const count = countOf(pieces[countAt]);
  const isBehind = wordAt(pieces, countAt + 2) === 'ago';
  if (count === undefined || count > 400 || isAhead === isBehind) return undefined;
  const steps = isBehind ? -count : count;
  const hint = stepped(wordAt(pieces, countAt + 1), steps, today);
  return hint === undefined ? undefined : { hint, length: 3 };
}

function countOf(piece: Piece | undefined): number | undefined {
  if (piece?.kind === 'number')
    return /^\d{1,3}$/.test(piece.text) ? Number(piece.text) : undefined;
  return piece?.kind === 'word' ? numbers.get(piece.word) : undefined;
}

function stepped(unit: string, steps: number, today: PlainDate): DayHint | undefined {
  if (unit === 'day' || unit === 'days') return day(addDays(today, steps));
  if (unit === 'week' || unit === 'weeks') return weekOf(addDays(today, 7 * steps));
  if (unit === 'fortnight') return weekOf(addDays(today, 14 * steps));
  if (unit === 'month' || unit === 'months') {
    return monthOf(addMonths(firstOfMonth(today), steps));
  }
  return undefined;
}

/** `Wednesday`, `Wednesday week`, `a week on Wednesday`. */
function plainWeekday(pieces: readonly Piece[], at: number): Read | undefined {
  if (says(pieces, at, 'a week on')) {
    const weekday = weekdayAt(pieces, at + 3);
    if (weekday === undefined) return undefined;
    return { hint: { kind: 'weekday', weekday, which: 'week-after' }, length: 4 };
  }
  const weekday = weekdayAt(pieces, at);
  if (weekday === undefined) return undefined;
  if (wordAt(pieces, at + 1) === 'week') {
    return { hint: { kind: 'weekday', weekday, which: 'week-after' }, length: 2 };
  }
  return { hint: { kind: 'weekday', weekday }, length: 1 };
}

function weekdayAt(pieces: readonly Piece[], at: number): number | undefined {
  const word = wordAt(pieces, at);
  // `I sat in on the meeting`.
  if (word === 'sat' && ['in', 'through', 'at'].includes(wordAt(pieces, at + 1))) return undefined;
  return weekdays.get(word);
}

/** Monday to Sunday. */
function weekOf(date: PlainDate): DayHint {
  const from = addDays(date, 1 - dayOfWeek(date));
  return { kind: 'span', from, to: addDays(from, 6) };
}

function monthOf(first: PlainDate): DayHint {
  return { kind: 'span', from: first, to: addDays(addMonths(first, 1), -1) };
}

function firstOfMonth(date: PlainDate): PlainDate {
  return addDays(date, 1 - Number(date.slice(8)));
}
