import { expect, test, vi } from 'vitest';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import type { PlainDate } from '../../bot/domain/time.ts';
import { isWorkingDay, workingDaysBefore } from '../../bot/domain/working-days.ts';

const date = (text: string) => text as PlainDate;

test.each([
  ['2026-04-03', true],
  ['2026-04-06', true],
  ['2026-05-04', true],
  // Boxing Day is a Saturday: Monday stands in for it.
  ['2026-12-28', true],
  ['2026-12-29', false],
  ['2027-01-01', true],
])('%s is one of England’s bank holidays: %s', (day, is) => {
  expect(englandsBankHolidays()(date(day))).toBe(is);
});

test('a year that isn’t covered is told of once; weekends alone are no working days in it', () => {
  const uncovered = vi.fn<(year: string) => void>();
  const known = ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'];
  const daysOf = (year: number) =>
    year === 2026 ? known.map((day) => `2026-${day}`) : [`${year}-01-01`];
  const isBankHoliday = englandsBankHolidays({ daysOf, uncovered });
  expect(isWorkingDay(date('2026-12-25'), isBankHoliday)).toBe(false);
  expect(uncovered).not.toHaveBeenCalled();
  expect(isWorkingDay(date('2027-01-01'), isBankHoliday)).toBe(true);
  expect(isWorkingDay(date('2027-12-25'), isBankHoliday)).toBe(false);
  expect(isWorkingDay(date('2027-12-27'), isBankHoliday)).toBe(true);
  expect(uncovered.mock.calls).toEqual([['2027']]);
});

test.each([
  ['2026-06-10', 10, '2026-05-27'],
  // Early May’s bank holiday and a weekend between.
  ['2026-05-06', 3, '2026-04-30'],
  // A meeting on a Sunday.
  ['2026-06-14', 1, '2026-06-12'],
])('%s less %i working days is %s', (day, count, before) => {
  expect(workingDaysBefore(date(day), count, englandsBankHolidays())).toBe(before);
});
