import { refused, wasTapped, type ActContext } from '../act-context.ts';
import type { Frame, PersonId, RoleName } from '../facts.ts';
import { firstDay } from '../first-day.ts';
import { may } from '../permissions.ts';
import { holdersOf } from '../roles.ts';
import { londonDate, type PlainDate } from '../time.ts';
import {
  dayOfStep,
  isFrozen,
  lastSnapshotMove,
  snapshotState,
  type Snapshot,
  type SnapshotMove,
  type SnapshotState,
  type SnapshotStep,
} from './snapshot.ts';
import { isOfLastDay } from '../take-back.ts';

export type SnapshotRefusal =
  | 'not-allowed'
  | 'no-such-snapshot'
  | 'own-snapshot'
  | 'another-decides'
  | 'not-approved'
  | 'not-frozen'
  | 'not-submitted'
  | 'frozen-already'
  | 'snapshot-withdrawn'
  | 'before-first-day'
  | 'before-that-step'
  | 'day-to-come'
  | 'too-late-to-undo'
  | 'nothing-to-take-back';

export type SnapshotVerdict =
  | { kind: 'done'; snapshot: Snapshot }
  | { kind: 'already'; snapshot: Snapshot }
  | { kind: 'refused'; because: SnapshotRefusal };

/** The figures of a day that has been, as known now; a day has one draft at a time. */
export function judgeDraft(
  asked: Omit<Snapshot, 'moves'>,
  snapshots: readonly Snapshot[],
  context: ActContext,
): SnapshotVerdict {
  if (!mayNow('draft-snapshot', context)) return refused('not-allowed');
  const { tap } = context;
  const tapped = snapshots.find(({ moves }) => tap !== undefined && moves[0].tap === tap);
  if (tapped !== undefined) return { kind: 'already', snapshot: tapped };
  const because = dayRefused(asked.on, context);
  if (because !== undefined) return refused(because);
  const open = snapshots.find(
    (known) => known.on === asked.on && ['drafted', 'approved'].includes(snapshotState(known)),
  );
  if (open !== undefined) return { kind: 'already', snapshot: open };
  return { kind: 'done', snapshot: { ...asked, moves: [moveBy('drafted', context)] } };
}

/** Why there are no figures to keep of a day. */
export function dayRefused(
  on: PlainDate,
  { frame, now }: ActContext,
): 'day-to-come' | 'before-first-day' | undefined {
  if (on > londonDate(now)) return 'day-to-come';
  const first = firstDay(frame);
  return first === undefined || on < first ? 'before-first-day' : undefined;
}

export function judgeApprove(snapshot: Snapshot | undefined, context: ActContext): SnapshotVerdict {
  return step(snapshot, 'approved', 'approve-snapshot', context, (found, state) => {
    if (state === 'frozen' || isFrozen(found)) return refused('frozen-already');
    return refusedWho(found, approversOf(found, context.frame, today(context)), context);
  });
}

/** From here on nothing changes what it says. */
export function judgeFreeze(snapshot: Snapshot | undefined, context: ActContext): SnapshotVerdict {
  return step(snapshot, 'frozen', 'freeze-snapshot', context, (found, state) => {
    if (isFrozen(found)) return { kind: 'already', snapshot: found };
    if (state !== 'approved') return refused('not-approved');
    return refusedWho(found, freezersOf(found, context.frame, today(context)), context);
  });
}

/** It was sent to the Assembly, on a day since it was frozen. */
export function judgeSubmit(
  snapshot: Snapshot | undefined,
  on: PlainDate,
  context: ActContext,
): SnapshotVerdict {
  return step(
    snapshot,
    'submitted',
    'submit-snapshot',
    context,
    (found) => {
      if (!isFrozen(found)) return refused('not-frozen');
      if (on > today(context)) return refused('day-to-come');
      const frozen = dayOfStep(found, 'frozen');
      return frozen !== undefined && on < frozen ? refused('before-that-step') : undefined;
    },
    { on },
  );
}

/** What the Assembly answered; said again, the later words stand. */
export function judgeFeedback(
  snapshot: Snapshot | undefined,
  asked: { on: PlainDate; words: string; same: boolean },
  context: ActContext,
): SnapshotVerdict {
  const { on, words, same } = asked;
  return step(
    snapshot,
    'feedback',
    'submit-snapshot',
    context,
    (found, state) => {
      if (state !== 'submitted' && state !== 'feedback') return refused('not-submitted');
      if (on > today(context)) return refused('day-to-come');
      const submitted = dayOfStep(found, 'submitted');
      if (submitted !== undefined && on < submitted) return refused('before-that-step');
      return same ? { kind: 'already', snapshot: found } : undefined;
    },
    { on, words },
  );
}

/** A draft that nobody needs, while it is not frozen: what is frozen stays. */
export function judgeWithdrawSnapshot(
  snapshot: Snapshot | undefined,
  context: ActContext,
): SnapshotVerdict {
  return step(snapshot, 'withdrawn', 'draft-snapshot', context, (found) =>
    isFrozen(found) ? refused('frozen-already') : undefined,
  );
}

/** Whoever made the last step takes it back; never a freezing. */
export function judgeTakeBackSnapshot(
  snapshot: Snapshot | undefined,
  context: ActContext,
): SnapshotVerdict {
  if (!mayNow('see-snapshots', context)) return refused('not-allowed');
  if (snapshot === undefined) return refused('no-such-snapshot');
  if (wasTapped(snapshot, context)) return { kind: 'already', snapshot };
  const because = notTakenBack(snapshot, context);
  return because === undefined ? moved(snapshot, 'taken-back', context) : refused(because);
}

function notTakenBack(
  snapshot: Snapshot,
  { actor, now }: ActContext,
): 'nothing-to-take-back' | 'frozen-already' | 'not-allowed' | 'too-late-to-undo' | undefined {
  const last = lastSnapshotMove(snapshot);
  if (last.to === 'drafted') return 'nothing-to-take-back';
  if (last.to === 'frozen') return 'frozen-already';
  if (last.by !== actor) return 'not-allowed';
  return isOfLastDay(last.at, now) ? undefined : 'too-late-to-undo';
}

/** Nobody approves their own: another EDI lead, else the EDI sponsor, else the board chair. */
export function approversOf({ moves }: Snapshot, frame: Frame, on: PlainDate): readonly PersonId[] {
  return firstHolders(['edi-lead', 'edi-sponsor', 'board-chair'], moves[0].by, frame, on);
}

/** The EDI sponsor; where that is who drafted it, or nobody, the board chair. */
export function freezersOf({ moves }: Snapshot, frame: Frame, on: PlainDate): readonly PersonId[] {
  return firstHolders(['edi-sponsor', 'board-chair'], moves[0].by, frame, on);
}

function firstHolders(
  inTurn: readonly RoleName[],
  but: PersonId,
  { roles }: Frame,
  on: PlainDate,
): readonly PersonId[] {
  const holders = inTurn.map((role) => holdersOf(roles, role, on).filter((one) => one !== but));
  return holders.find((some) => some.length > 0) ?? [];
}

function refusedWho(
  { moves }: Snapshot,
  deciders: readonly PersonId[],
  { actor }: ActContext,
): SnapshotVerdict | undefined {
  if (deciders.includes(actor)) return undefined;
  return refused(moves[0].by === actor ? 'own-snapshot' : 'another-decides');
}

function step(
  snapshot: Snapshot | undefined,
  to: SnapshotState,
  permission: Parameters<typeof may>[0],
  context: ActContext,
  otherwise: (found: Snapshot, state: SnapshotState) => SnapshotVerdict | undefined,
  beside: Pick<SnapshotMove, 'on' | 'words'> = {},
): SnapshotVerdict {
  if (!mayNow(permission, context)) return refused('not-allowed');
  if (snapshot === undefined) return refused('no-such-snapshot');
  if (wasTapped(snapshot, context)) return { kind: 'already', snapshot };
  const state = snapshotState(snapshot);
  if (state === to && beside.on === lastSnapshotMove(snapshot).on && to !== 'feedback') {
    return { kind: 'already', snapshot };
  }
  if (state === 'withdrawn') return refused('snapshot-withdrawn');
  return otherwise(snapshot, state) ?? moved(snapshot, to, context, beside);
}

function moved(
  snapshot: Snapshot,
  to: SnapshotStep,
  context: ActContext,
  beside: Pick<SnapshotMove, 'on' | 'words'> = {},
): SnapshotVerdict {
  const move = { ...moveBy(to, context), ...beside };
  return { kind: 'done', snapshot: { ...snapshot, moves: [...snapshot.moves, move] } };
}

function moveBy(to: SnapshotStep, { actor, now, tap }: ActContext): SnapshotMove {
  return { to, at: now, by: actor, ...(tap === undefined ? {} : { tap }) };
}

function mayNow(permission: Parameters<typeof may>[0], context: ActContext): boolean {
  const { actor, frame } = context;
  return may(permission, { person: actor, roles: frame.roles, on: today(context) });
}

function today({ now }: ActContext): PlainDate {
  return londonDate(now);
}

/** What this person may do with it now: the same verdicts that decide. */
export function snapshotMoves(snapshot: Snapshot, context: ActContext) {
  const on = today(context);
  const verdicts = {
    approve: judgeApprove(snapshot, context),
    freeze: judgeFreeze(snapshot, context),
    submit: snapshotState(snapshot) === 'frozen' && judgeSubmit(snapshot, on, context),
    'record-feedback': judgeFeedback(snapshot, { on, words: '', same: false }, context),
    withdraw: judgeWithdrawSnapshot(snapshot, context),
    'take-back': judgeTakeBackSnapshot(snapshot, context),
  } as const;
  const names = Object.keys(verdicts) as (keyof typeof verdicts)[];
  return names.filter((name) => {
    const verdict = verdicts[name];
    return verdict !== false && verdict.kind === 'done';
  });
}
