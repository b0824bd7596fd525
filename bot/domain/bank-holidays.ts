import Holidays from 'date-holidays';
import type { PlainDate } from './time.ts';
import type { IsBankHoliday } from './working-days.ts';

/** England's bank holidays, substitute days included; a year is worked out once. */
export function englandsBankHolidays(): IsBankHoliday {
  const england = new Holidays('GB', 'ENG');
  const years = new Map<string, Set<string>>();
  return (date: PlainDate) => {
    const year = date.slice(0, 4);
    let days = years.get(year);
    if (days === undefined) {
      const holidays = england.getHolidays(Number(year)).filter(({ type }) => type === 'public');
      days = new Set(holidays.map((holiday) => holiday.date.slice(0, 10)));
      years.set(year, days);
    }
    return days.has(date);
  };
}
