import { addDays, dayOfWeek, type PlainDate } from './time.ts';

export type IsBankHoliday = (date: PlainDate) => boolean;

export function isWorkingDay(date: PlainDate, isBankHoliday: IsBankHoliday): boolean {
  return dayOfWeek(date) <= 5 && !isBankHoliday(date);
}

/** The first working day after `date`. */
export function workingDayAfter(date: PlainDate, isBankHoliday: IsBankHoliday): PlainDate {
  return workingDayFrom(addDays(date, 1), isBankHoliday);
}

/** `date` itself where it is a working day, else the first one after it. */
export function workingDayFrom(date: PlainDate, isBankHoliday: IsBankHoliday): PlainDate {
  let day = date;
  while (!isWorkingDay(day, isBankHoliday)) day = addDays(day, 1);
  return day;
}

/** The working day that is `count` working days before `date`. */
export function workingDaysBefore(
  date: PlainDate,
  count: number,
  isBankHoliday: IsBankHoliday,
): PlainDate {
  let day = date;
  for (let left = count; left > 0; left -= 1) {
    do day = addDays(day, -1);
    while (!isWorkingDay(day, isBankHoliday));
  }
  return day;
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
