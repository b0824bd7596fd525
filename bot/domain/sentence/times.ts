import { wordAt, type Found, type Piece } from './piece.ts';
import { months, numbers, ordinals, partsOfDay } from './words.ts';

type Span = readonly [number, number];

/** `at 12`, `12:30`, `1pm`, `12 to 1`, `half past twelve`, `noon`, `afternoon`. */
export function readTime(pieces: readonly Piece[], at: number): Found | undefined {
  const part = partsOfDay.get(wordAt(pieces, at));
  if (part !== undefined) {
    if (wordAt(pieces, at - 1) === 'good') return undefined;
    return {
      piece: { kind: 'time', raw: rawFrom(pieces, at, 1), spans: [part], soft: true },
      length: 1,
    };
  }
  const clock = clockAt(pieces, at);
  if (clock === undefined) return undefined;
  const length = clock.length + untilLength(pieces, at + clock.length);
  const raw = rawFrom(pieces, at, length);
  return { piece: { kind: 'time', raw, spans: clock.spans, soft: false }, length };
}

interface Clock {
  readonly spans: readonly Span[];
  readonly length: number;
}

function clockAt(pieces: readonly Piece[], at: number): Clock | undefined {
  const word = wordAt(pieces, at);
  if (word === 'noon' || word === 'midday') return { spans: [moment(12 * 60)], length: 1 };
  return fractionAt(pieces, at) ?? hourAt(pieces, at);
}

/** `half past twelve`, `half 12`, `quarter to one`. */
function fractionAt(pieces: readonly Piece[], at: number): Clock | undefined {
  const word = wordAt(pieces, at);
  if (word !== 'half' && word !== 'quarter') return undefined;
  const link = wordAt(pieces, at + 1);
  const isLinked = link === 'past' || (word === 'quarter' && link === 'to');
  if (!isLinked && word === 'quarter') return undefined;
  const hour = numberAt(pieces, at + (isLinked ? 2 : 1));
  if (hour === undefined) return undefined;
  const minutes = word === 'half' ? 30 : link === 'past' ? 15 : -15;
  return { spans: eitherHalf(hour, minutes, ''), length: isLinked ? 3 : 2 };
}

function hourAt(pieces: readonly Piece[], at: number): Clock | undefined {
  const piece = pieces[at];
  const after = afterHour(pieces, at + 1);
  const before = wordAt(pieces, at - 1);
  const isTold = before === 'at' || before === 'from';
  if (piece?.kind === 'word') {
    const hour = numbers.get(piece.word);
    if (hour === undefined || piece.word === 'a') return undefined;
    // `at one of the meetings` is no time.
    if (after.length === 0 && !(before === 'at' && piece.word !== 'one')) return undefined;
    return { spans: eitherHalf(hour, 0, after.half), length: 1 + after.length };
  }
  if (piece?.kind !== 'number') return undefined;
  const half = piece.suffix === 'am' || piece.suffix === 'pm' ? piece.suffix : after.half;
  const isMarked = half !== '' || after.length > 0;
  const length = 1 + after.length;
  const [, hours, sign, minutes] = /^(\d{1,2})(?:([:.-])(\d{1,2}))?$/.exec(piece.text) ?? [];
  if (hours === undefined) return undefined;
  const hour = Number(hours);
  if (sign === undefined) {
    if (isMarked) return clockOf(hour, 0, half, length);
    if (piece.suffix !== '' || !isTold || isDayOfMonth(pieces, at)) return undefined;
    return clockOf(hour, 0, '', length);
  }
  // `12-1pm`: the first of the two.
  if (sign === '-') return isMarked || isTold ? clockOf(hour, 0, '', length) : undefined;
  const minute = Number(minutes);
  if (minutes?.length !== 2 || minute > 59) return undefined;
  const isNoDate = minute === 0 || (minute > 12 && minute % 5 === 0);
  if (sign === '.' && !isMarked && !isTold && !isNoDate) return undefined;
  return clockOf(hour, minute, half, length);
}

function clockOf(hour: number, minute: number, half: string, length: number): Clock | undefined {
  return hour > 23 ? undefined : { spans: eitherHalf(hour, minute, half), length };
}

/** `12pm`, `12 o'clock`, `12 o clock`: what stands after the hour. */
function afterHour(pieces: readonly Piece[], at: number): { half: string; length: number } {
  const word = wordAt(pieces, at);
  if (word === 'am' || word === 'pm') return { half: word, length: 1 };
  if (word === 'oclock') return { half: '', length: 1 };
  if (word === 'o' && wordAt(pieces, at + 1) === 'clock') return { half: '', length: 2 };
  return { half: '', length: 0 };
}

/** `to 1`, `until 1pm`: when it ends tells no two meetings apart. */
function untilLength(pieces: readonly Piece[], at: number): number {
  if (!['to', 'till', 'until'].includes(wordAt(pieces, at))) return 0;
  if (numberAt(pieces, at + 1) === undefined || isDayOfMonth(pieces, at + 1)) return 0;
  return 2 + afterHour(pieces, at + 2).length;
}

function isDayOfMonth(pieces: readonly Piece[], at: number): boolean {
  const next = wordAt(pieces, at + 1);
  return months.has(next) || next === 'of';
}

function numberAt(pieces: readonly Piece[], at: number): number | undefined {
  const piece = pieces[at];
  if (piece?.kind === 'number') {
    const hour = Number(piece.text.split(/[:.]/)[0]);
    return hour <= 23 ? hour : undefined;
  }
  const word = wordAt(pieces, at);
  return word === 'a' || ordinals.has(word) ? undefined : numbers.get(word);
}

/** An hour up to 12 may be of the morning or the afternoon. */
function eitherHalf(hour: number, minute: number, half: string): Span[] {
  const total = (hours: number) => hours * 60 + minute;
  if (hour > 12) return [moment(total(hour))];
  if (half === 'am') return [moment(total(hour % 12))];
  if (half === 'pm') return [moment(total((hour % 12) + 12))];
  return [moment(total(hour % 12)), moment(total((hour % 12) + 12))];
}

const moment = (minutes: number): Span => [minutes, minutes];

function rawFrom(pieces: readonly Piece[], at: number, length: number): string {
  return pieces
    .slice(at, at + length)
    .map(({ raw }) => raw)
    .join(' ');
}
