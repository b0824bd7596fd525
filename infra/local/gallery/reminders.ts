import { remindersCard } from '../../../bot/cards/reminders.ts';
import type { Card } from '../../../bot/cards/render.ts';
import { coming, meeting, viewer } from './facts.ts';
import { june, movedFrom, october } from './meeting-facts.ts';
import { asked, lastQueued, nudged, ofQuarter, queued, type Reminder } from './reminder-facts.ts';

const changed = (now: Parameters<typeof coming>[1], differs: Partial<Reminder> = {}): Reminder => ({
  nudge: 'meeting-changed:ren-2026-06-10.20260409083000000',
  kind: 'meeting-changed',
  due: true,
  muted: false,
  meeting: coming('2026-06-17', now),
  ...differs,
});

const cancelled = { state: 'cancelled', may: [] } satisfies Parameters<typeof coming>[1];

const takenOff = (next?: Reminder['next'], differs: Partial<Reminder> = {}): Reminder => ({
  nudge: 'attendance-taken-off:ren-2026-04-08',
  kind: 'attendance-taken-off',
  due: true,
  muted: false,
  meeting: meeting('2026-04-08', {
    ...cancelled,
    uncounted: true,
    cancelledBecause: 'It did *not* go ahead [see <b>minutes</b>]',
  }),
  standing: { done: 0, target: 4 },
  ...(next === undefined ? {} : { next }),
  ...differs,
});

const saidNo = { state: 'not-there', may: ['claim', 'undo-not-there'] } as const;

/** Reminders, alone and two on a card. */
export const reminderGallery: Readonly<Record<string, Card>> = {
  reminders: remindersCard(viewer, {
    on: '2026-04-09',
    reminders: [asked(), ofQuarter({}, { comesNext: '2026-04-21' })],
    muted: [],
  }),
  'reminders, why this one': remindersCard(viewer, {
    on: '2026-04-09',
    reminders: [ofQuarter({}, { comesNext: '2026-04-21' })],
    muted: [],
  }),
  'reminders, put off': remindersCard(viewer, {
    on: '2026-04-09',
    reminders: [asked({ snoozedUntil: '2026-04-16' })],
    muted: ['own-goal', 'pledge-review'],
  }),
  'reminders, off': remindersCard(viewer, {
    on: '2026-04-09',
    reminders: [asked({ muted: true })],
    muted: ['were-you-there'],
    hours: { opens: '08:00', closes: '17:30' },
  }),
  'reminders, to support': remindersCard(viewer, {
    on: '2026-04-09',
    reminders: [ofQuarter({ supporting: true })],
    muted: [],
  }),
  'reminders, none': remindersCard(viewer, { on: '2026-04-09', reminders: [], muted: [] }),
  'reminders, none, five off': remindersCard(viewer, {
    on: '2026-04-09',
    reminders: [],
    muted: ['own-goal', 'pledge-review', 'in-private', 'team-goals', 'were-you-there'],
  }),
  'nudge, were you there': nudged(asked()),
  'nudge, said no': nudged(asked({ due: false }, { ...saidNo, may: [...saidNo.may] })),
  'nudge, put off': nudged(asked({ snoozedUntil: '2026-04-10' })),
  'nudge, switched off': nudged(asked({ muted: true })),
  'nudge, recorded': nudged(asked({ due: false }, { state: 'claimed', may: ['withdraw'] })),
  'nudge, asked again': nudged(asked({ again: true })),
  'nudge, moved': nudged(changed({ movedFrom })),
  'nudge, moved, will come': nudged(
    changed(
      { movedFrom, state: 'will-come', may: ['cannot-come', 'undo-intention'] },
      { due: false },
    ),
  ),
  'nudge, moved, can’t come': nudged(
    changed({ movedFrom, state: 'cannot-come', may: ['will-come'] }, { due: false }),
  ),
  'nudge, moved, and over': nudged(
    changed({ movedFrom, state: 'not-recorded', may: ['claim', 'not-there'] }, { due: false }),
  ),
  'nudge, moved, switched off': nudged(changed({ movedFrom }, { muted: true })),
  'nudge, cancelled': nudged(changed({ ...cancelled, cancelledBecause: 'Two events on one day.' })),
  'nudge, cancelled, and over': nudged(changed(cancelled, { due: false })),
  'nudge, members only': nudged(changed({ state: 'members-only', may: [] })),
  'nudge, taken off': nudged(takenOff(june)),
  'nudge, taken off, nothing to come': nudged(takenOff()),
  'nudge, taken off, booked': nudged(takenOff(october)),
  'nudge, two that changed': nudged(takenOff(june), changed({ movedFrom })),
  'nudge, two cancelled': nudged(changed(cancelled), changed({ state: 'members-only', may: [] })),
  'nudge, two': nudged(asked(), queued()),
  'nudge, two, claims first': nudged(queued(), asked()),
  'nudge, two, claims for the last time': nudged(asked(), lastQueued),
  'nudge, two, claims put off': nudged(asked(), queued({ snoozedUntil: '2026-04-10' })),
  'nudge, taken back': nudged(asked({ due: false }, { state: 'withdrawn', may: ['claim'] })),
  'nudge, to support': nudged(queued({}, { supporting: true })),
  'nudge, decides instead': nudged(queued({}, { count: 1, instead: 'nobody-else' })),
  'nudge, decides instead, no answer': nudged(queued({}, { instead: 'not-answered' })),
  'nudge, nothing any more': nudged(queued({ due: false }, { count: 0 })),
  'nudge, of nothing': nudged(),
};
