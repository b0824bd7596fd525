import { shell } from '../../words.ts';
import { pledgeForm as words } from '../../words-pledges.ts';

/** What to mend before it is sent; the server decides the rest. */
export function faultOfText(text: string, most: number): string | undefined {
  const { length } = text.trim();
  if (length === 0) return words.problems.text;
  return length > most ? shell.tooLong(length - most) : undefined;
}

export function faultOfDay(day: string, today: string): string | undefined {
  return day === '' || day <= today ? words.problems.review : undefined;
}

/** The first day that may be chosen. */
export function dayAfter(today: string): string {
  return new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
}
