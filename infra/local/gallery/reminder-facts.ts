import { nudgeCard } from '../../../bot/cards/nudge.ts';
import type { Card } from '../../../bot/cards/render.ts';
import type { Reminders } from '../../../bot/contract/views.ts';
import { meeting, viewer } from './facts.ts';

export type Reminder = Reminders['reminders'][number];

export const asked = (
  differs: Partial<Reminder> = {},
  held: Parameters<typeof meeting>[1] = {},
): Reminder => ({
  nudge: 'were-you-there:ren-2026-04-08',
  kind: 'were-you-there',
  due: true,
  muted: false,
  meeting: meeting('2026-04-08', { may: ['claim', 'not-there'], ...held }),
  ...differs,
});

export const queued = (
  differs: Partial<Reminder> = {},
  queue: Partial<NonNullable<Reminder['queue']>> = {},
): Reminder => ({
  nudge: 'claims-waiting:ren~2026-04-08',
  kind: 'claims-waiting',
  due: true,
  muted: false,
  queue: {
    networkName: 'Race Equality Network',
    count: 2,
    since: '2026-04-08',
    supporting: false,
    next: '2026-04-16',
    ...queue,
  },
  ...differs,
});

export const lastQueued: Reminder = {
  ...queued(),
  queue: { networkName: 'Race Equality Network', count: 1, since: '2026-04-01', supporting: false },
};

export const nudged = (...reminders: Reminder[]): Card =>
  nudgeCard(
    viewer,
    { on: '2026-04-09', reminders, muted: [] },
    reminders.map(({ nudge }) => nudge).join(' '),
  );

const quarterPaper: NonNullable<Reminder['quarterPaper']> = {
  ...{ start: '2026-04-01', end: '2026-06-30', supporting: false, next: '2026-04-21' },
  board: { date: '2026-05-07', papersDue: '2026-04-28', met: false },
};

export const ofQuarter = (
  about: Partial<typeof quarterPaper> = {},
  differs: Partial<Reminder> = {},
): Reminder => ({
  ...{ nudge: 'quarter-paper:2026-04-01', kind: 'quarter-paper', due: true, muted: false },
  quarterPaper: { ...quarterPaper, ...about },
  ...differs,
});
