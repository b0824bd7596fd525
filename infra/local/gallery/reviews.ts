import { nudgeCard } from '../../../bot/cards/nudge.ts';
import type { Card } from '../../../bot/cards/render.ts';
import type { Reminders } from '../../../bot/contract/views.ts';
import { viewer } from './facts.ts';

type Reminder = Reminders['reminders'][number];
type ReviewDue = NonNullable<Reminder['reviewDue']>;

const yearly: ReviewDue = {
  ...{ line: 'R1', due: '2027-04-09', supporting: false, next: '2027-03-16' },
};
const feedback: ReviewDue = {
  ...{ line: 'R2', due: '2027-06-12', last: '2025-06-12', supporting: false },
};

function card(reviewDue: ReviewDue, differs: Partial<Reminder> = {}): Card {
  const kind = reviewDue.line === 'R1' ? 'yearly-review' : 'feedback-due';
  const nudge = `${kind}:${reviewDue.due}`;
  const reminder: Reminder = { nudge, kind, due: true, muted: false, reviewDue, ...differs };
  return nudgeCard(viewer, { on: '2027-03-12', reminders: [reminder], muted: [] }, nudge);
}

/** Reminders that a regular review is near. */
export const reviewGallery: Readonly<Record<string, Card>> = {
  'nudge, yearly review': card(yearly),
  'nudge, feedback from the Assembly': card(feedback),
  'nudge, feedback, EDI sponsor': card({ ...feedback, supporting: true }),
  'nudge, feedback looked after': card(feedback, { due: false }),
};
