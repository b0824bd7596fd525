import { pledgeCard } from '../../../bot/cards/pledges/card.ts';
import type { Card } from '../../../bot/cards/render.ts';
import type { Pledge } from '../../../bot/contract/pledges.ts';
import { viewer } from './facts.ts';
import { asked, nudged, type Reminder } from './reminder-facts.ts';

const pledgeToReview: Reminder = {
  nudge: 'pledge-review:20260109090000000-1~2026-04-09',
  kind: 'pledge-review',
  due: true,
  muted: false,
  pledge: { id: '20260109090000000-1', madeOn: '2026-01-09' },
};

const pledge = (differs: Partial<Pledge> = {}): Pledge => ({
  id: '20260109090000000-1',
  text: 'I will ask who is *not* in the room',
  madeOn: '2026-01-09',
  review: '2026-04-09',
  due: true,
  shared: false,
  reviews: [],
  ...differs,
});

const pledged = (pledges: Pledge[], reminder?: Reminder): Card =>
  pledgeCard(viewer, { on: '2026-04-09', pledges, mayMake: true, notes: [] }, undefined, reminder);

const { review: _, ...reviewed } = pledge({
  due: false,
  shared: true,
  reviews: [{ on: '2026-04-09', text: 'Two panels changed' }],
});

/** Pledges, and the reminder of one. */
export const pledgeGallery: Readonly<Record<string, Card>> = {
  'pledge, none yet': pledged([]),
  'pledge, its day is here': pledged([pledge()]),
  'pledge, its day is ahead': pledged([pledge({ due: false, review: '2026-07-09' })]),
  'pledge, looked at': pledged([reviewed, pledge({ id: '2', due: false })]),
  'nudge, a pledge': pledged([pledge()], pledgeToReview),
  'nudge, a pledge put off': pledged([pledge()], { ...pledgeToReview, snoozedUntil: '2026-04-10' }),
  'nudge, a pledge, switched off': pledged([pledge()], { ...pledgeToReview, muted: true }),
  'nudge, a pledge among others': nudged(asked(), pledgeToReview),
};
