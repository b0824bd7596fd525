import { Temporal } from 'temporal-polyfill';
import {
  epochMilliseconds,
  instantAt,
  instantFrom,
  LONDON,
  parseInstant,
  parsePlainDate,
  parsePlainTime,
  type Instant,
  type PlainDate,
  type PlainTime,
} from '../../bot/domain/time.ts';
import type { Clock } from '../../bot/use-cases/ports.ts';

/** 9 April 2026, 9:30am in London: the day after the first meeting of the fictional year. */
export const practiceStart = '2026-04-09T08:30:00.000Z' as Instant;

export interface PracticeClock extends Clock {
  /** Practice time less the machine's, in milliseconds. */
  readonly offset: number;
  /** Practice time so many milliseconds from now. */
  in(milliseconds: number): Instant;
  /** Forward only. */
  moveTo(moment: Instant): 'moved' | 'that-is-past';
}

/** A clock that starts at a moment and runs on with real time. */
export function createPracticeClock(
  startAt: Instant,
  realNow: () => number = Date.now,
): PracticeClock {
  let offset = epochMilliseconds(startAt) - realNow();
  return {
    get offset() {
      return offset;
    },
    now: () => instantFrom(realNow() + offset),
    in: (milliseconds) => instantFrom(realNow() + offset + milliseconds),
    moveTo(moment) {
      const target = epochMilliseconds(moment);
      if (target < realNow() + offset) return 'that-is-past';
      offset = target - realNow();
      return 'moved';
    },
  };
}

const officeOpens = '09:30' as PlainTime;

/** Half past nine in London on that day. */
export function morningOf(date: PlainDate): Instant {
  return instantAt(date, officeOpens, LONDON);
}

/** A moment as a person may write it: with an offset; or a day, or a day and time, in London. */
export function readMoment(text: string): Instant | undefined {
  const [day = '', time] = text.split('T');
  const date = parsePlainDate(day);
  if (date === undefined) return undefined;
  if (time === undefined) return morningOf(date);
  const plainTime = parsePlainTime(time);
  return plainTime === undefined ? parseInstant(text) : instantAt(date, plainTime, LONDON);
}

/** "Thursday 9 April 2026, 9:30am", in London. */
export function inWords(moment: Instant): string {
  const local = Temporal.Instant.from(moment).toZonedDateTimeISO(LONDON);
  const day = new Intl.DateTimeFormat('en-GB', {
    timeZone: LONDON,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(epochMilliseconds(moment));
  const hour = local.hour % 12 === 0 ? 12 : local.hour % 12;
  const half = local.hour < 12 ? 'am' : 'pm';
  return `${day.replace(',', '')}, ${hour}:${String(local.minute).padStart(2, '0')}${half}`;
}
