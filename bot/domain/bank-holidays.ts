import Holidays from 'date-holidays';
import type { PlainDate } from './time.ts';
import type { IsBankHoliday } from './working-days.ts';

/** No year since 1978 has had fewer: where a source has fewer, it doesn't cover the year. */
const FEWEST_IN_A_YEAR = 8;

/** The days of a year, as their source has them. */
type DaysOf = (year: number) => readonly string[];

/**
 * England's bank holidays, substitute days included; a year is worked out once. Of a year that the
 * source doesn't cover, whoever asked is told once, and weekends alone are no working days [ours].
 */
export function englandsBankHolidays(
  given: { daysOf?: DaysOf; uncovered?: (year: string) => void } = {},
): IsBankHoliday {
  const { daysOf = publicHolidays(), uncovered = () => {} } = given;
  const years = new Map<string, ReadonlySet<string>>();
  return (date: PlainDate) => {
    const year = date.slice(0, 4);
    let days = years.get(year);
    if (days === undefined) {
      const found = new Set(daysOf(Number(year)));
      const isCovered = found.size >= FEWEST_IN_A_YEAR;
      days = isCovered ? found : new Set();
      years.set(year, days);
      if (!isCovered) uncovered(year);
    }
    return days.has(date);
  };
}

function publicHolidays(): DaysOf {
  const england = new Holidays('GB', 'ENG');
  return (year) =>
    england
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .map(({ date }) => date.slice(0, 10));
}
