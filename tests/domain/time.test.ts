import { expect, test } from 'vitest';
import {
  addMonths,
  endOfDay,
  instantAt,
  londonDate,
  parseInstant,
  parsePlainDate,
  yearOf,
  type Instant,
  type PlainDate,
  type PlainTime,
} from '../../bot/domain/time.ts';

const date = (text: string) => text as PlainDate;

test.each([
  ['2026-04-08', true],
  ['2026-02-29', false],
  ['2028-02-29', true],
  ['2026-04-31', false],
  ['8 April 2026', false],
  ['2026-4-8', false],
])('%s is a day: %s', (text, isDay) => {
  expect(parsePlainDate(text)).toBe(isDay ? text : undefined);
});

test('a moment without an offset is no moment', () => {
  expect(parseInstant('2026-04-08T12:00:00')).toBeUndefined();
  expect(parseInstant('2026-04-08T12:00:00+01:00')).toBe('2026-04-08T11:00:00.000Z');
});

test('half past eleven at night in summer is the next day in London', () => {
  expect(londonDate('2026-06-30T23:30:00.000Z' as Instant)).toBe('2026-07-01');
  expect(londonDate('2026-12-31T23:30:00.000Z' as Instant)).toBe('2026-12-31');
});

test('a day known at ends with London, on both sides of the clock change', () => {
  expect(endOfDay(date('2026-03-28'))).toBe('2026-03-28T23:59:59.999Z');
  expect(endOfDay(date('2026-03-29'))).toBe('2026-03-29T22:59:59.999Z');
  expect(endOfDay(date('2026-10-25'))).toBe('2026-10-25T23:59:59.999Z');
});

test('a time that the clock change skips is an hour later', () => {
  const skipped = instantAt(date('2026-03-29'), '01:30' as PlainTime, 'Europe/London');
  expect(skipped).toBe('2026-03-29T01:30:00.000Z');
});

test('the year starts on 1 April, and on the first of whichever month is set', () => {
  expect(yearOf(date('2027-03-31'), 4)).toEqual({ start: '2026-04-01', end: '2027-03-31' });
  expect(yearOf(date('2026-04-01'), 4)).toEqual({ start: '2026-04-01', end: '2027-03-31' });
  expect(yearOf(date('2026-12-31'), 1)).toEqual({ start: '2026-01-01', end: '2026-12-31' });
});

test('a month on from 31 January is the last of February', () => {
  expect(addMonths(date('2026-01-31'), 1)).toBe('2026-02-28');
});
