import { shortDate } from '../../contract/dates.ts';
import type { GoalReminder } from '../../contract/goals.ts';
import type { Reminders } from '../../contract/views.ts';
import { show, tabLink, type Viewer } from '../card.ts';
import type { CardObject } from '../render.ts';
import words from './nudge-words.json' with { type: 'json' };

type Reminder = Reminders['reminders'][number];
interface Told {
  readonly title: string;
  readonly text: string;
  readonly why: string;
}

/** A reminder of goals as the card of reminders tells it; empty for any other. */
export function goalsOf(viewer: Viewer, { kind, due, goals }: Reminder, on: string): CardObject {
  const isOfGoals = kind === 'own-goal' || kind === 'team-goals';
  if (!isOfGoals) return { areaTitle: '', areaText: '', areaWhy: '', areaOpen: '', areaShow: {} };
  const told = due && goals !== undefined ? toldOf(goals, on) : words.nothing;
  return {
    areaTitle: told.title,
    areaText: told.text,
    areaWhy: told.why,
    areaOpen: due && goals?.whose !== 'everybody' ? words.open[kind] : '',
    areaShow: show(viewer, kind === 'own-goal' ? 'goal' : 'team'),
  };
}

/** The page where it is seen. */
export function goalsLink(viewer: Viewer, { goals }: Reminder): string {
  if (goals?.whose === 'everybody') return tabLink(viewer, 'organisation');
  return tabLink(viewer, goals?.whose === 'own' ? 'commitments' : 'team');
}

function toldOf({ whose, what, count, since }: GoalReminder, on: string): Told {
  if (whose === 'own') return what === 'midyear' ? words.own.midyear : words.own.needed;
  const many = count === 1 ? words.one[what] : words.several[what].replace('#', String(count));
  const why = words.why[whose].replace('#', shortDate(since, on));
  return { title: whose === 'team' ? many : words.hand, text: whose === 'team' ? '' : many, why };
}
