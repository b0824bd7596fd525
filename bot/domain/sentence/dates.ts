import { rawOf, wordAt, type DayHint, type Found, type Piece } from './piece.ts';
import { months, ordinals, own, tens, theirs } from './words.ts';

/** A date that names its day, its month or both: `8 April`, `April 8th`, `8/4`, `2026-04-08`, `the 8th`. */
export function readDate(pieces: readonly Piece[], at: number): Found | undefined {
  const found =
    numericDate(pieces, at) ??
    dayThenMonth(pieces, at) ??
    monthThenDay(pieces, at) ??
    dayAlone(pieces, at) ??
    yearAlone(pieces, at);
  if (found === undefined) return undefined;
  const raw = rawOf(pieces.slice(at, at + found.length));
  return { piece: { kind: 'day', hint: found.hint, raw }, length: found.length };
}

interface Read {
  readonly hint: DayHint;
  readonly length: number;
}

/** Day before month, as in the UK. */
function numericDate(pieces: readonly Piece[], at: number): Read | undefined {
  const piece = pieces[at];
  if (piece?.kind !== 'number' || piece.suffix !== '') return undefined;
  const [, first, sign, second, third] =
    /^(\d{1,4})([/.-])(\d{1,2})(?:\2(\d{1,4}))?$/.exec(piece.text) ?? [];
  if (first === undefined || second === undefined) return undefined;
  if (first.length === 4) {
    return third === undefined
      ? { hint: dateOf(undefined, Number(second), first), length: 1 }
      : { hint: dateOf(Number(third), Number(second), first), length: 1 };
  }
  if (first.length > 2) return undefined;
  // `8-10 April` is two days.
  if (sign === '-' && third === undefined && months.has(wordAt(pieces, at + 1))) {
    return { hint: { kind: 'several' }, length: 2 };
  }
  return { hint: dateOf(Number(first), Number(second), third), length: 1 };
}

function dateOf(day: number | undefined, month: number, year: string | undefined): DayHint {
  const full = year === undefined ? undefined : fullYear(year);
  const isPossible =
    isWithin(month, 1, 12) && isWithin(day ?? 1, 1, 31) && isWithin(full ?? 2000, 1900, 2199);
  if (!isPossible) return { kind: 'impossible' };
  return {
    kind: 'date',
    month,
    ...(day === undefined ? {} : { day }),
    ...(full === undefined ? {} : { year: full }),
  };
}

const fullYear = (year: string): number => (year.length <= 2 ? 2000 : 0) + Number(year);

const isWithin = (value: number, least: number, most: number): boolean =>
  value >= least && value <= most;

/** `8 April`, `8th of April 2026`, `eighth of April`, `8 and 10 April`. */
function dayThenMonth(pieces: readonly Piece[], at: number): Read | undefined {
  const first = dayAt(pieces, at);
  if (first === undefined) return undefined;
  let last = at + first.length;
  let several = false;
  for (let next = listed(pieces, last); next !== undefined; next = listed(pieces, last)) {
    several = true;
    last = next;
  }
  if (['of', 'in'].includes(wordAt(pieces, last))) last += 1;
  const month = monthAt(pieces, last);
  if (month === undefined) return undefined;
  last += 1;
  if (several) return { hint: { kind: 'several' }, length: last - at };
  const year = yearAt(pieces, last);
  return {
    hint: dateOf(first.day, month, year?.text),
    length: last - at + (year?.length ?? 0),
  };
}

/** Where a further day in a list of days ends: `8 and 10`, `8, 10`. */
function listed(pieces: readonly Piece[], at: number): number | undefined {
  const piece = pieces[at];
  const isComma = piece?.kind === 'stop' && piece.mark === ',';
  if (!isComma && !['and', 'or', 'to'].includes(wordAt(pieces, at))) return undefined;
  const from = wordAt(pieces, at + 1) === 'the' ? at + 2 : at + 1;
  const day = dayAt(pieces, from);
  return day === undefined ? undefined : from + day.length;
}

/** `April 8`, `April the 8th`, `April 2026`, `April`. */
function monthThenDay(pieces: readonly Piece[], at: number): Read | undefined {
  const month = monthAt(pieces, at);
  if (month === undefined) return undefined;
  const year = yearAt(pieces, at + 1);
  if (year?.text.length === 4) {
    return { hint: dateOf(undefined, month, year.text), length: 1 + year.length };
  }
  const from = wordAt(pieces, at + 1) === 'the' ? at + 2 : at + 1;
  const day = dayAt(pieces, from);
  // `8 April` follows in `in April 8 April`: the day belongs to the month after it.
  if (day === undefined || monthAt(pieces, from + day.length) !== undefined) {
    return { hint: dateOf(undefined, month, undefined), length: 1 };
  }
  const end = from + day.length;
  const yearAfter = yearAt(pieces, end);
  return {
    hint: dateOf(day.day, month, yearAfter?.text),
    length: end - at + (yearAfter?.length ?? 0),
  };
}

/** `the 8th`, `the eighth`, `on 8`: of which month is the calendar's to say. */
function dayAlone(pieces: readonly Piece[], at: number): Read | undefined {
  const found = dayAt(pieces, at);
  if (found === undefined) return undefined;
  const before = wordAt(pieces, at - 1);
  const isEnd = wordAt(pieces, at + found.length) === '';
  if (!found.isOrdinal && !(isEnd && (before === 'on' || before === 'the'))) return undefined;
  // `the first meeting` is no day, and `the 8th meeting` is.
  if (found.isWord && !(isEnd && (before === 'the' || before === 'on'))) return undefined;
  if (found.day < 1 || found.day > 31)
    return { hint: { kind: 'impossible' }, length: found.length };
  return { hint: { kind: 'date', day: found.day }, length: found.length };
}

function yearAlone(pieces: readonly Piece[], at: number): Read | undefined {
  const piece = pieces[at];
  if (piece?.kind !== 'number' || !/^20\d\d$/.test(piece.text)) return undefined;
  if (!['in', 'of'].includes(wordAt(pieces, at - 1))) return undefined;
  return { hint: { kind: 'date', year: Number(piece.text) }, length: 1 };
}

interface DayOfMonth {
  readonly day: number;
  readonly length: number;
  readonly isOrdinal: boolean;
  readonly isWord: boolean;
}

function dayAt(pieces: readonly Piece[], at: number): DayOfMonth | undefined {
  const piece = pieces[at];
  if (piece?.kind === 'number') {
    if (!/^\d{1,2}$/.test(piece.text) || ['am', 'pm'].includes(piece.suffix)) return undefined;
    const isOrdinal = piece.suffix !== '';
    return { day: Number(piece.text), length: 1, isOrdinal, isWord: false };
  }
  const word = wordAt(pieces, at);
  const ten = tens.get(word);
  const unit = ordinals.get(ten === undefined ? word : wordAt(pieces, at + 1));
  if (ten !== undefined && unit !== undefined && unit < 10) {
    return { day: ten + unit, length: 2, isOrdinal: true, isWord: true };
  }
  if (word === 'thirtieth') return { day: 30, length: 1, isOrdinal: true, isWord: true };
  const hyphened = [...tens].find(([name]) => word.startsWith(name));
  const day =
    hyphened === undefined
      ? ordinals.get(word)
      : sum(hyphened[1], ordinals.get(word.slice(hyphened[0].length)));
  return day === undefined ? undefined : { day, length: 1, isOrdinal: true, isWord: true };
}

const sum = (ten: number, unit: number | undefined): number | undefined =>
  unit === undefined ? undefined : ten + unit;

export function monthAt(pieces: readonly Piece[], at: number): number | undefined {
  const word = wordAt(pieces, at);
  // `I may come`, and not `in May`.
  if (word === 'may' && isModal(pieces, at)) return undefined;
  return months.get(word);
}

function isModal(pieces: readonly Piece[], at: number): boolean {
  const before = wordAt(pieces, at - 1);
  const after = wordAt(pieces, at + 1);
  return own.has(before) || theirs.has(before) || ['not', 'be', 'well', 'have'].includes(after);
}

/** A year after a date: `2026`, `, 2026`, `26`. */
function yearAt(
  pieces: readonly Piece[],
  at: number,
): { text: string; length: number } | undefined {
  const piece = pieces[at];
  if (piece?.kind === 'stop' && piece.mark === ',') {
    const next = yearAt(pieces, at + 1);
    return next?.text.length === 4 ? { ...next, length: 2 } : undefined;
  }
  if (piece?.kind !== 'number' || piece.suffix !== '') return undefined;
  return /^(20\d\d|[23]\d)$/.test(piece.text) ? { text: piece.text, length: 1 } : undefined;
}
