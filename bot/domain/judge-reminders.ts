import { wasTapped, type ActContext } from './act-context.ts';
import { isLine } from './assessment/lines.ts';
import type { Frame, Mute, MuteMove, NudgeKind, Person, Snooze, SnoozeMove } from './facts.ts';
import { nudgeKinds } from './facts.ts';
import { may } from './permissions.ts';
import { addDays, addMonths, londonDate, parsePlainDate, type PlainDate } from './time.ts';
import { workingDayAfter, workingDayFrom, type IsBankHoliday } from './working-days.ts';

export type SnoozeVerdict =
  | { kind: 'done'; snooze: Snooze }
  | { kind: 'already' }
  | {
      kind: 'refused';
      because: 'not-yours' | 'no-such-reminder' | 'not-ahead' | 'reminder-too-far';
    };

/** Until tomorrow, for a week, or until after a day. */
export type SnoozeWish = 'tomorrow' | 'next-week' | PlainDate;

/** [ours] Whoever wants none for longer stops the kind. */
const FURTHEST_MONTHS = 12;

/** "Ask me tomorrow", next week, or after a day: the same reminder, on a working day. */
export function judgeSnooze(
  nudge: string,
  snooze: Snooze | undefined,
  wish: SnoozeWish,
  context: ActContext,
  own: Pick<Person, 'pledges'>,
): SnoozeVerdict {
  const { actor, frame, now, tap, isBankHoliday } = context;
  const today = londonDate(now);
  if (!may('set-own-reminders', { person: actor, roles: frame.roles, on: today }, { owner: actor }))
    return { kind: 'refused', because: 'not-yours' };
  if (!isAboutSomething(nudge, frame, own)) return { kind: 'refused', because: 'no-such-reminder' };
  if (wasTapped(snooze, context)) return { kind: 'already' };
  if (wish !== 'tomorrow' && wish !== 'next-week') {
    if (wish < today) return { kind: 'refused', because: 'not-ahead' };
    if (wish > addMonths(today, FURTHEST_MONTHS)) {
      return { kind: 'refused', because: 'reminder-too-far' };
    }
  }
  const until = dayMeantBy(wish, today, isBankHoliday);
  if (snooze !== undefined && snoozedUntil(snooze) === until) return { kind: 'already' };
  const move: SnoozeMove = { until, at: now, ...(tap === undefined ? {} : { tap }) };
  const moves = snooze === undefined ? ([move] as const) : ([...snooze.moves, move] as const);
  return { kind: 'done', snooze: { nudge, moves } };
}

function dayMeantBy(wish: SnoozeWish, today: PlainDate, isBankHoliday: IsBankHoliday): PlainDate {
  if (wish === 'tomorrow') return workingDayAfter(today, isBankHoliday);
  if (wish === 'next-week') return workingDayFrom(addDays(today, 7), isBankHoliday);
  return workingDayAfter(wish, isBankHoliday);
}

export type MuteVerdict =
  { kind: 'done'; mute: Mute } | { kind: 'already' } | { kind: 'refused'; because: 'not-yours' };

/** One kind of reminder, off or on again. */
export function judgeMute(
  kind: NudgeKind,
  mute: Mute | undefined,
  to: MuteMove['to'],
  context: ActContext,
): MuteVerdict {
  const { actor, frame, now, tap } = context;
  const who = { person: actor, roles: frame.roles, on: londonDate(now) };
  if (!may('set-own-reminders', who, { owner: actor })) {
    return { kind: 'refused', because: 'not-yours' };
  }
  if (wasTapped(mute, context)) return { kind: 'already' };
  if (isMuted(mute) === (to === 'muted')) return { kind: 'already' };
  const move: MuteMove = { to, at: now, ...(tap === undefined ? {} : { tap }) };
  const moves = mute === undefined ? ([move] as const) : ([...mute.moves, move] as const);
  return { kind: 'done', mute: { kind, moves } };
}

export function isMuted(mute: Mute | undefined): boolean {
  return mute?.moves.at(-1)?.to === 'muted';
}

export function snoozedUntil(snooze: Snooze): PlainDate {
  return (snooze.moves.at(-1) ?? snooze.moves[0]).until;
}

/** A reminder of a kind that there is, about a meeting, a network or a pledge of theirs that there is. */
function isAboutSomething(
  nudge: string,
  frame: Frame,
  { pledges }: Pick<Person, 'pledges'>,
): boolean {
  const [kind, about = ''] = nudge.split(':');
  if (!nudgeKinds.some((known) => known === kind)) return false;
  if (kind === 'own-goal' || kind === 'team-goals') {
    return /^(support-)?(needed|midyear|conclude|waiting)~/.test(about);
  }
  const [thing] = about.split('~');
  // What it is about is known to nobody who doesn't have it.
  if (kind === 'in-private') return /^[0-9a-f]{32}$/.test(thing ?? '');
  // So is an item or a line of the plan, to whoever may not see it: they are answered as if it were there.
  const isOfPlan = kind === 'plan-line-due' || kind === 'involvement-waiting';
  if (kind?.startsWith('item-') || isOfPlan) return /^\d{17}-\d+$/.test(thing ?? '');
  if (kind === 'line-review') return isLine(thing ?? '');
  // About a quarter, by its first day; a review, by the day on which it is due.
  if (kind === 'quarter-paper' || kind === 'feedback-due' || kind === 'yearly-review')
    return parsePlainDate(about) !== undefined;
  return (
    frame.meetings.some(({ id }) => id === thing) ||
    frame.networks.some(({ id }) => id === thing) ||
    pledges.some(({ id }) => id === thing)
  );
}
