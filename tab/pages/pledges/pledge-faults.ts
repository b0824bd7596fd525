import { pledgeForm as words } from '../../words-pledges.ts';

/** What to mend before it is sent; the server decides the rest. */
export function faultOfText(text: string, most: number): string | undefined {
  const { length } = text.trim();
  if (length === 0) return words.problems.text;
  return length > most ? words.problems.long : undefined;
}

export function faultOfDay(day: string, today: string): string | undefined {
  return day === '' || day <= today ? words.problems.review : undefined;
}
