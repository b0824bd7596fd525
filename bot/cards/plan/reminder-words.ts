import { fullDate, shortDate } from '../../contract/dates.ts';
import type { Page, Reminders } from '../../contract/views.ts';
import words from './words.json' with { type: 'json' };

type Reminder = Reminders['reminders'][number];

/** What a reminder about the plan says first: a question, or what would help. */
export function headingOf({ kind, due, plan }: Reminder): string {
  if (!due || plan === undefined) return words.settled;
  if (plan.supporting) return words.hand;
  if (kind === 'involvement-waiting') return words.tookPart;
  return plan.passed ? words.passed : words.soon;
}

/** Why it came, and when the next would. */
export function whyOf({ kind, due, plan }: Reminder, on: string): string {
  if (!due || plan === undefined) return '';
  const { supporting, next, networkName = '', since, target } = plan;
  if (kind === 'involvement-waiting') {
    if (supporting) return words.handNetwork.replace('#', shortDate(since ?? on, on));
    return `${words.youSpeak.replace('#', networkName)} ${nextWords(next, on)}`;
  }
  if (supporting) return words.handOwner.replace('#', fullDate(target));
  return `${words.youCarry} ${nextWords(next, on)}`;
}

/** Where the tab has the same. */
export function pageOf(reminder: Reminder | undefined): 'commitments' | 'network' | 'organisation' {
  if (reminder?.plan?.supporting === true) return 'organisation';
  const page: Page = reminder?.kind === 'involvement-waiting' ? 'network' : 'commitments';
  return page;
}

function nextWords(next: string | undefined, on: string): string {
  return next === undefined ? words.last : words.oneMore.replace('#', shortDate(next, on));
}
