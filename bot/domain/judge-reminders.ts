import type { Frame, Mute, MuteMove, NudgeKind, Person, Snooze, SnoozeMove } from './facts.ts';
import { nudgeKinds } from './facts.ts';
import type { ActContext } from './judge-claim.ts';
import { may } from './permissions.ts';
import { addDays, londonDate, parsePlainDate, type PlainDate } from './time.ts';
import { workingDayAfter, workingDayFrom } from './working-days.ts';

export type SnoozeVerdict =
  | { kind: 'done'; snooze: Snooze }
  | { kind: 'already' }
  | { kind: 'refused'; because: 'not-yours' | 'no-such-reminder' };

/** "Ask me tomorrow", or next week: the same reminder, on a working day. */
export function judgeSnooze(
  nudge: string,
  snooze: Snooze | undefined,
  wish: 'tomorrow' | 'next-week',
  context: ActContext,
  own: Pick<Person, 'pledges'>,
): SnoozeVerdict {
  const { actor, frame, now, tap, isBankHoliday } = context;
  const today = londonDate(now);
  if (!may('set-own-reminders', { person: actor, roles: frame.roles, on: today }, { owner: actor }))
    return { kind: 'refused', because: 'not-yours' };
  if (!isAboutSomething(nudge, frame, own)) return { kind: 'refused', because: 'no-such-reminder' };
  if (tap !== undefined && snooze?.moves.some((move) => move.tap === tap))
    return { kind: 'already' };
  const until =
    wish === 'tomorrow'
      ? workingDayAfter(today, isBankHoliday)
      : workingDayFrom(addDays(today, 7), isBankHoliday);
  if (snooze !== undefined && snoozedUntil(snooze) === until) return { kind: 'already' };
  const move: SnoozeMove = { until, at: now, ...(tap === undefined ? {} : { tap }) };
  const moves = snooze === undefined ? ([move] as const) : ([...snooze.moves, move] as const);
  return { kind: 'done', snooze: { nudge, moves } };
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
  if (tap !== undefined && mute?.moves.some((move) => move.tap === tap)) return { kind: 'already' };
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
  // About a quarter, by its first day.
  if (kind === 'quarter-paper') return parsePlainDate(about) !== undefined;
  return (
    frame.meetings.some(({ id }) => id === thing) ||
    frame.networks.some(({ id }) => id === thing) ||
    pledges.some(({ id }) => id === thing)
  );
}
