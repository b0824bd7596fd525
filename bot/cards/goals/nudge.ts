import { shortDate } from '../../contract/dates.ts';
import type { GoalReminder } from '../../contract/goals.ts';
import type { Page, Reminders } from '../../contract/views.ts';
import { show, type Viewer } from '../card.ts';
import type { Block } from '../nudge.ts';
import words from './nudge-words.json' with { type: 'json' };

const pages: Record<GoalReminder['whose'], Page> = {
  own: 'commitments',
  team: 'team',
  everybody: 'organisation',
};

/** A reminder of goals among others: the leader's, the manager's, or the EDI lead's. */
export function goalsBlock(
  viewer: Viewer,
  { kind, due, goals }: Reminders['reminders'][number],
  on: string,
): Block {
  const isOwn = kind === 'own-goal';
  const page = pages[goals?.whose ?? (isOwn ? 'own' : 'team')];
  if (!due || goals === undefined) return { ...words.nothing, page };
  const open = {
    title: words.open[isOwn ? 'own-goal' : 'team-goals'],
    show: show(viewer, isOwn ? 'goal' : 'team'),
  };
  const supporting = goals.whose === 'everybody';
  return { ...toldOf(goals, on), page, ...(supporting ? { supporting } : { open }) };
}

function toldOf(
  { whose, what, count, since: began }: GoalReminder,
  on: string,
): { title: string; text: string; why: string } {
  if (whose === 'own') return what === 'midyear' ? words.own.midyear : words.own.needed;
  const isTeam = whose === 'team';
  const { one, several } =
    what === 'waiting' && !isTeam
      ? words.handWaiting
      : { one: words.one[what], several: words.several[what] };
  const many = count === 1 ? one : several.replace('#', String(count));
  // The others began with the year, or with a time of it: no day to tell.
  const since = what === 'waiting' ? [words.since.replace('#', shortDate(began, on))] : [];
  const why = isTeam ? words.why.team[what] : words.why.everybody;
  return {
    title: isTeam ? many : words.hand,
    text: isTeam ? '' : many,
    why: [...since, why].join(' '),
  };
}
