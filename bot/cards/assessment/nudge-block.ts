import { fullDate, shortDate } from '../../contract/dates.ts';
import type { Reminders } from '../../contract/views.ts';
import type { Block } from '../nudge.ts';
import words from './nudge-words.json' with { type: 'json' };

type Reminder = Reminders['reminders'][number];
type LineReview = NonNullable<Reminder['lineReview']>;

/** A line's reminder: the framework's own words, and what would settle it. */
export function lineReviewBlock({ lineReview, due }: Reminder, on: string): Block {
  const page = lineReview?.seesAll === true ? 'framework' : 'commitments';
  if (lineReview === undefined || !due) return { title: words.settled, page };
  const { framework, review, passed, seesAll, supporting } = lineReview;
  return {
    title: (passed ? words.passed : words.soon).replace('#', fullDate(review)),
    text: `“${framework}” ${seesAll ? words.sayThere : words.tellLead}`,
    why: whyOf(lineReview, on),
    page,
    supporting,
  };
}

function whyOf({ supporting, owner, next }: LineReview, on: string): string {
  if (supporting) return words.asLead;
  const again = next === undefined ? words.last : words.oneMore.replace('#', shortDate(next, on));
  return `${owner ? words.youLook : words.nobodyLooks} ${again}`;
}
