import { addDays, addMonths, quartersOf, yearOf, type PlainDate, type Year } from '../time.ts';

/** A quarter of the organisation's year, by its first and last day. */
export type Quarter = Year;

export function quarterOf(date: PlainDate, yearStartMonth: number): Quarter {
  const quarters = quartersOf(yearOf(date, yearStartMonth));
  const found = quarters.find(({ start, end }) => start <= date && date <= end);
  if (found === undefined) throw new Error(`no quarter holds ${date}`);
  return found;
}

/** The quarter that holds the date and the three before it, oldest first. */
export function lastFourQuarters(date: PlainDate, yearStartMonth: number): Quarter[] {
  const { start } = quarterOf(date, yearStartMonth);
  return [-9, -6, -3, 0].map((months) => ({
    start: addMonths(start, months),
    end: addDays(addMonths(start, months + 3), -1),
  }));
}
