import { noPlanCard, planCard } from '../../../bot/cards/plan/card.ts';
import type { Card } from '../../../bot/cards/render.ts';
import type { PlanLine } from '../../../bot/contract/plan.ts';
import type { Reminders } from '../../../bot/contract/views.ts';
import { viewer } from './facts.ts';
import { asked, involved, planLine } from './plan-facts.ts';

type Reminder = Reminders['reminders'][number];

const about = (
  kind: 'plan-line-due' | 'involvement-waiting',
  plan: Partial<NonNullable<Reminder['plan']>> = {},
  differs: Partial<Reminder> = {},
): Reminder => {
  const { id, action, target } = planLine();
  const part =
    kind === 'involvement-waiting'
      ? { networkName: 'Race Equality Network', since: '2026-04-08' }
      : {};
  const of = kind === 'plan-line-due' ? target : '3';
  return {
    nudge: `${kind}:${id}~${of}`,
    kind,
    due: true,
    muted: false,
    plan: { id, action, target, passed: false, supporting: false, ...part, ...plan },
    ...differs,
  };
};

const card = (line: PlanLine, reminder?: Reminder, others = 1): Card =>
  planCard(viewer, line, { on: '2026-04-09', others, ...(reminder && { reminder }) });
const due = about('plan-line-due', { next: '2026-04-21' });
const waits = about('involvement-waiting', { next: '2026-04-16' });
const { involvement } = involved;
const passed = planLine({ target: '2026-04-02', passed: true });

/** Lines of the action plan, and reminders about them, in every shape that they take. */
export function planGallery(
  nudged: (...reminders: Reminder[]) => Card,
  other: () => Reminder,
): Record<string, Card> {
  return {
    'plan, none': noPlanCard(viewer),
    'plan, a line not begun': card(planLine(), undefined, 2),
    'plan, waiting for the network': card(involved),
    'plan, the network is asked': card(asked),
    'plan, the network would like to talk': card({
      ...asked,
      ...(involvement && { involvement: { ...involvement, state: 'questioned' as const } }),
      may: ['confirm', 'take-back'],
    }),
    'plan, ready to be done': card({
      ...involved,
      ...(involvement && { involvement: { ...involvement, state: 'agreed' as const } }),
      may: ['progress', 'involve', 'close'],
    }),
    'plan, done': card(planLine({ state: 'done', may: ['reopen', 'take-back'] })),
    'nudge, a line of the plan is near its date': card(planLine(), due),
    'nudge, its date has gone by': card(passed, about('plan-line-due', { passed: true })),
    'nudge, a line of the plan, put off': card(planLine(), { ...due, snoozedUntil: '2026-04-10' }),
    'nudge, a line of the plan, switched off': card(planLine(), { ...due, muted: true }),
    'nudge, a line of the plan, to support': card(
      { ...passed, may: ['begin', 'progress', 'involve'] },
      about('plan-line-due', { passed: true, supporting: true }),
    ),
    'nudge, a network is asked': card(asked, waits),
    'nudge, a network is asked, to support': card(
      { ...involved, may: [] },
      about('involvement-waiting', { supporting: true }),
    ),
    'nudge, a network has answered': card(
      { ...asked, may: ['take-back'] },
      { ...waits, due: false },
    ),
    'nudge, a line among others': nudged(due, other()),
    'nudge, a network among others': nudged(waits, { ...due, due: false }),
  };
}
