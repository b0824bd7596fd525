import { addDays, dayOfWeek, type PlainDate } from './time.ts';

export type IsBankHoliday = (date: PlainDate) => boolean;

export function isWorkingDay(date: PlainDate, isBankHoliday: IsBankHoliday): boolean {
  return dayOfWeek(date) <= 5 && !isBankHoliday(date);
}

/** Working days after `from` up to and including `to`. */
export function workingDaysBetween(
  from: PlainDate,
  to: PlainDate,
  isBankHoliday: IsBankHoliday,
): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, isBankHoliday)) count += 1;
  }
  return count;
}
