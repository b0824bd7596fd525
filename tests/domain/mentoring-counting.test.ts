import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countsOn, countsUntil, isLapsing } from '../../bot/domain/mentoring/counting.ts';
import { addDays, type PlainDate } from '../../bot/domain/time.ts';

const day = (text: string) => text as PlainDate;

test.each([
  ['2024-11-06', '2027-11-05'],
  ['2023-05-17', '2026-05-16'],
  // There is no 29 February three years on.
  ['2024-02-29', '2027-02-28'],
])('a session of %s counts until %s', (session, until) => {
  expect(countsUntil(day(session))).toBe(until);
});

test('it counts from its own day to the last one, and on no other', () => {
  const days = fc.integer({ min: 0, max: 9_000 }).map((on) => addDays(day('2010-01-01'), on));
  fc.assert(
    fc.property(days, (session) => {
      const until = countsUntil(session);
      return (
        countsOn(session, session) &&
        countsOn(session, until) &&
        !countsOn(session, addDays(session, -1)) &&
        !countsOn(session, addDays(until, 1))
      );
    }),
  );
});

test('that it lapses is announced three months before', () => {
  expect(isLapsing(day('2026-05-16'), day('2026-02-16'))).toBe(false);
  expect(isLapsing(day('2026-05-16'), day('2026-02-17'))).toBe(true);
});
