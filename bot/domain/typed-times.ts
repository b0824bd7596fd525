import { refused } from './act-context.ts';
import { endOf, startOf } from './meeting.ts';
import {
  addMonths,
  isOnTheClock,
  LONDON,
  londonDate,
  parsePlainDate,
  parsePlainTime,
  type Instant,
  type PlainDate,
  type PlainTime,
} from './time.ts';

/** [ours] A date further ahead is a slip of the pen. */
const FURTHEST_MONTHS = 24;

/** A day and its times as somebody typed them. */
export interface TypedTimes {
  readonly date: string;
  readonly start: string;
  readonly end: string;
}

export type TimesRefusal =
  'not-a-date' | 'not-a-time' | 'no-such-time' | 'ends-before-start' | 'too-far-ahead';

/** What was typed, read; or what is wrong with it. */
export type Times =
  | { kind: 'times'; date: PlainDate; start: PlainTime; end: PlainTime }
  | { kind: 'refused'; because: TimesRefusal };

/** Real, in order, on one day, and at times that clocks show that night. */
export function readTimes(asked: TypedTimes, now: Instant): Times {
  const date = parsePlainDate(asked.date);
  if (date === undefined || date < '2000-01-01') return refused('not-a-date');
  if (date > addMonths(londonDate(now), FURTHEST_MONTHS)) return refused('too-far-ahead');
  const start = parsePlainTime(asked.start);
  const end = parsePlainTime(asked.end);
  if (start === undefined || end === undefined) return refused('not-a-time');
  if (!isOnTheClock(date, start, LONDON) || !isOnTheClock(date, end, LONDON)) {
    return refused('no-such-time');
  }
  const times = { date, start, end, timeZone: LONDON };
  if (end <= start || endOf(times) <= startOf(times)) return refused('ends-before-start');
  return { kind: 'times', date, start, end };
}

export function isWebLink(link: string): boolean {
  return /^https:\/\/[^\s/]+\.[^\s]*$/.test(link);
}
