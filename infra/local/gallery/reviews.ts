import { nudgeCard } from '../../../bot/cards/nudge.ts';
import type { Card } from '../../../bot/cards/render.ts';
import { frameworkLines } from '../../../bot/domain/assessment/lines.ts';
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

type LineReview = NonNullable<Reminder['lineReview']>;

const looksAfter: LineReview = {
  ...{ line: 'B2', framework: lineWords('B2'), review: '2027-03-24', next: '2027-03-25' },
  ...{ passed: false, owner: true, seesAll: false, supporting: false },
};

function lineWords(code: string): string {
  return frameworkLines.find((line) => line.code === code)?.words ?? '';
}

function lineCard(lineReview: LineReview, differs: Partial<Reminder> = {}): Card {
  const kind = 'line-review';
  const nudge = `${kind}:${lineReview.line}~${lineReview.review}`;
  const reminder: Reminder = { nudge, kind, due: true, muted: false, lineReview, ...differs };
  return nudgeCard(viewer, { on: '2027-03-12', reminders: [reminder], muted: [] }, nudge);
}

/** Reminders that a regular review is near, or a line's. */
export const reviewGallery: Readonly<Record<string, Card>> = {
  'nudge, yearly review': card(yearly),
  'nudge, feedback from the Assembly': card(feedback),
  'nudge, feedback, EDI sponsor': card({ ...feedback, supporting: true }),
  'nudge, feedback looked after': card(feedback, { due: false }),
  'nudge, a line to look at again': lineCard(looksAfter),
  'nudge, a line’s day has gone by, EDI lead': lineCard({
    ...{ ...looksAfter, review: '2027-03-01', passed: true, owner: false, seesAll: true },
    supporting: true,
  }),
  'nudge, a line that was looked at': lineCard(looksAfter, { due: false }),
};
