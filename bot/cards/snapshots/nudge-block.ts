import { fullDate, shortDate } from '../../contract/dates.ts';
import type { Reminders } from '../../contract/views.ts';
import type { Block } from '../nudge.ts';
import words from './nudge-words.json' with { type: 'json' };

type Reminder = Reminders['reminders'][number];

/** A review's reminder among others: what is due, why it came, what comes next. */
export function reviewBlock({ reviewDue, due }: Reminder, on: string): Block {
  const page = 'organisation';
  if (reviewDue === undefined) return { title: words.R2.done, page };
  const said = words[reviewDue.line];
  if (!due) return { title: said.done, text: words.seen, page };
  const { last, supporting } = reviewDue;
  return {
    title: said.title.replace('#', fullDate(reviewDue.due)),
    text: last === undefined ? said.none : said.text.replace('#', fullDate(last)),
    why: `${said.why} ${whyOf(reviewDue, on)}`,
    page,
    supporting,
  };
}

function whyOf({ supporting, next }: NonNullable<Reminder['reviewDue']>, on: string): string {
  if (supporting) return words.asSponsor;
  const again = next === undefined ? words.last : words.oneMore.replace('#', shortDate(next, on));
  return `${words.asLead} ${again}`;
}
