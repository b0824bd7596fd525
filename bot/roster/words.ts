import type { PlainDate } from '../domain/time.ts';

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** `8 April 2026`. */
export function dayInWords(date: PlainDate): string {
  return day.format(new Date(`${date}T00:00:00Z`));
}
