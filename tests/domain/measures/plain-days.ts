// Days and years counted plainly, for figures worked out a second time: none of the app's calendar.

const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });
const londonDays = new Map<string, string>();

/** The day in London of a moment. */
export function dayOf(at: string): string {
  const known = londonDays.get(at);
  if (known !== undefined) return known;
  const day = london.format(new Date(at));
  londonDays.set(at, day);
  return day;
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

const monthsOn = new Map<string, string>();

/** The same day of the month so many months on; its last day where there is none. */
export function plusMonths(day: string, months: number): string {
  const key = `${day} ${months}`;
  const before = monthsOn.get(key);
  if (before !== undefined) return before;
  const found = countMonths(day, months);
  monthsOn.set(key, found);
  return found;
}

function countMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, days));
  return first.toISOString().slice(0, 10);
}

/** First day of the year that holds the day, of years that begin in that month. */
export function yearStart(day: string, month: number): string {
  const year = Number(day.slice(0, 4));
  const start = `${year}-${String(month).padStart(2, '0')}-01`;
  return start <= day ? start : plusMonths(start, -12);
}

/** In (D − so many months, D]. */
export function within(day: string, on: string, months: number): boolean {
  return plusMonths(on, -months) < day && day <= on;
}
