import { Temporal } from 'temporal-polyfill';
import { remembered } from './remembered.ts';

/** A day without a time, `2026-04-08`. Compares as text. */
export type PlainDate = string & { readonly brand: 'PlainDate' };

/** A moment in UTC to the millisecond, `2026-04-09T08:30:00.000Z`. Compares as text. */
export type Instant = string & { readonly brand: 'Instant' };

/** A time of day without a date, `12:00`. */
export type PlainTime = string & { readonly brand: 'PlainTime' };

/** Where the organisation lives: days, periods and working hours go by it. */
export const LONDON = 'Europe/London';

/** The day that `text` names, or undefined where there is no such day. Only `YYYY-MM-DD`. */
export function parsePlainDate(text: string): PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return text as PlainDate;
  } catch {
    return undefined;
  }
}

export function parsePlainTime(text: string): PlainTime | undefined {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? (text as PlainTime) : undefined;
}

/** The moment that `text` names, brought to UTC milliseconds. Without an offset there is no moment. */
export function parseInstant(text: string): Instant | undefined {
  if (!/(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? undefined : instantFrom(milliseconds);
}

export function instantFrom(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString() as Instant;
}

export function epochMilliseconds(instant: Instant): number {
  return Date.parse(instant);
}

/** The day it is in London at that moment. */
export function londonDate(instant: Instant): PlainDate {
  // London is whole hours from UTC, so an hour of UTC lies within one day of London's.
  return londonDateOfHour(instant.slice(0, 'YYYY-MM-DDThh'.length));
}

const londonDateOfHour = remembered(
  (hour: string) =>
    Temporal.Instant.from(`${hour}:00Z`)
      .toZonedDateTimeISO(LONDON)
      .toPlainDate()
      .toString() as PlainDate,
);

/** The time of day it is in London at that moment, to the minute. */
export function londonTime(instant: Instant): PlainTime {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(LONDON).toPlainTime();
  return local.toString({ smallestUnit: 'minute' }) as PlainTime;
}

/** The last millisecond of the day in London: what a date means as "known at". */
export const endOfDay = remembered((date: PlainDate): Instant => {
  const next = Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(LONDON);
  return instantFrom(next.epochMilliseconds - 1);
});

/** The moment of a wall-clock time. A time that a clock change skips is the one an hour later. */
export function instantAt(date: PlainDate, time: PlainTime, timeZone: string): Instant {
  const zoned = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: time });
  return instantFrom(zoned.epochMilliseconds);
}

/** False for a wall-clock time that the clocks skip that night. */
export function isOnTheClock(date: PlainDate, time: PlainTime, timeZone: string): boolean {
  return wallClock(instantAt(date, time, timeZone), timeZone) === `${date}T${time}`;
}

/** True for a wall-clock time that comes twice that night, as the clocks go back. */
export function isTwiceOnTheClock(date: PlainDate, time: PlainTime, timeZone: string): boolean {
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
  const [first, second] = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(timeZone, { disambiguation }),
  );
  return isOnTheClock(date, time, timeZone) && first?.offset !== second?.offset;
}

/** What clocks there show at that moment: `2026-03-29T02:30`. */
export function wallClock(instant: Instant, timeZone: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

export function addDays(date: PlainDate, days: number): PlainDate {
  // A date alone is midnight UTC, where every day has 24 hours.
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10) as PlainDate;
}

/** How many days `to` comes after `from`. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The same day of the month, `months` on; the month's last day where there is no such day. */
export const addMonths = remembered(
  (date: PlainDate, months: number) =>
    Temporal.PlainDate.from(date).add({ months }).toString() as PlainDate,
);

/** 1 for Monday to 7 for Sunday. */
export function dayOfWeek(date: PlainDate): number {
  return new Date(date).getUTCDay() || 7;
}

export interface Year {
  /** First day. */
  readonly start: PlainDate;
  /** Last day. */
  readonly end: PlainDate;
}

/** The organisation's year that holds `date`; it starts on the first of `startMonth` (4 is April). */
export function yearOf(date: PlainDate, startMonth: number): Year {
  const calendarYear = Number(date.slice(0, 4)) - (Number(date.slice(5, 7)) < startMonth ? 1 : 0);
  return yearFrom(calendarYear, startMonth);
}

const yearFrom = remembered((calendarYear: number, startMonth: number): Year => {
  const start =
    `${String(calendarYear).padStart(4, '0')}-${String(startMonth).padStart(2, '0')}-01` as PlainDate;
  return { start, end: addDays(addMonths(start, 12), -1) };
});

/** The last day of its month. */
export function monthEnd(date: PlainDate): PlainDate {
  return addDays(addMonths(`${date.slice(0, 7)}-01` as PlainDate, 1), -1);
}

/** The four quarters of a year, each as first and last day. */
export function quartersOf(year: Year): Year[] {
  return [0, 3, 6, 9].map((months) => ({
    start: addMonths(year.start, months),
    end: addDays(addMonths(year.start, months + 3), -1),
  }));
}
