import { addDays, type PlainDate } from '../time.ts';
import { workingDayAfter, workingDayFrom, type IsBankHoliday } from '../working-days.ts';

/** [ours] The two reminders about one item, a week apart, and when its supporter hears. */
export function reminderDays(since: PlainDate, workingDays: number, isBankHoliday: IsBankHoliday) {
  let first = since;
  for (let left = workingDays; left > 0; left -= 1) first = workingDayAfter(first, isBankHoliday);
  const second = workingDayFrom(addDays(first, 7), isBankHoliday);
  return { first, second, support: workingDayFrom(addDays(second, 7), isBankHoliday) };
}
