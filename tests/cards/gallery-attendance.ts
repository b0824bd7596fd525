import type { Card } from '../../bot/cards/render.ts';
import type { Reminders } from '../../bot/contract/views.ts';
import { coming } from './facts.ts';

type Reminder = Reminders['reminders'][number];

const unbooked = (
  meeting: Parameters<typeof coming>[1] = {},
  differs: Partial<Reminder> = {},
): Reminder => ({
  nudge: 'meeting-unbooked:ren-2026-04-23',
  kind: 'meeting-unbooked',
  due: true,
  muted: false,
  meeting: coming('2026-04-23', meeting),
  unbooked: { supporting: false, open: true },
  ...differs,
});
const pace = (
  stands: Partial<NonNullable<Reminder['pace']>> = {},
  differs: Partial<Reminder> = {},
): Reminder => ({
  nudge: 'coverage-pace:ren~2026-04-01',
  kind: 'coverage-pace',
  due: true,
  muted: false,
  pace: {
    networkName: 'Race Equality Network',
    ...{ covered: 1, gone: 2, supporting: false, next: '2027-01-08' },
    ...stands,
  },
  next: coming('2026-06-10'),
  ...differs,
});
const { next: _, ...paceOfLead } = pace({ covered: 0, gone: 1, supporting: true });

/** Reminders of meetings to come, in every shape that they take. */
export function attendanceNudges(
  nudged: (...reminders: Reminder[]) => Card,
  asked: () => Reminder,
): Record<string, Card> {
  const notOpen = { unbooked: { supporting: false, open: false }, due: false };
  return {
    'nudge, nobody booked': nudged(unbooked()),
    'nudge, nobody booked, will come': nudged(
      unbooked({ state: 'will-come', may: ['cannot-come'] }, notOpen),
    ),
    'nudge, nobody booked, can’t come': nudged(
      unbooked({ state: 'cannot-come', may: ['will-come'] }, { due: false }),
    ),
    'nudge, nobody booked, somebody has': nudged(unbooked({}, notOpen)),
    'nudge, nobody booked, EDI lead': nudged(
      unbooked({ may: [] }, { unbooked: { supporting: true, open: true } }),
    ),
    'nudge, nobody booked, put off': nudged(unbooked({}, { snoozedUntil: '2026-04-10' })),
    'nudge, nobody booked, off': nudged(unbooked({}, { due: false, muted: true })),
    'nudge, nobody booked, cancelled': nudged(unbooked({ state: 'cancelled', may: [] }, notOpen)),
    'nudge, nobody booked, and a meeting held': nudged(asked(), unbooked()),
    'nudge, pace': nudged(pace()),
    'nudge, pace, booked': nudged(
      pace({}, { next: coming('2026-06-10', { state: 'will-come', may: ['cannot-come'] }) }),
    ),
    'nudge, pace, EDI lead': nudged(paceOfLead),
    'nudge, pace, met': nudged(pace({ covered: 2 }, { due: false })),
  };
}
