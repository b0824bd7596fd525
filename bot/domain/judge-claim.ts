import { refused, type ActContext } from './act-context.ts';
import { claimState, decidingMove, isPutBack, lastMove } from './claim.ts';
import type {
  Claim,
  ClaimMove,
  Frame,
  Meeting,
  NetworkId,
  PersonId,
  QueryReason,
} from './facts.ts';
import { isHeld, isYearOpen } from './meeting.ts';
import { may } from './permissions.ts';
import { holdersOf, isExecutiveOn } from './roles.ts';
import { londonDate, type PlainDate } from './time.ts';
import { workingDaysBetween } from './working-days.ts';
import { isOfLastDay } from './take-back.ts';

/** [ours] After so many working days without a chair's answer, the EDI lead may decide. */
const PATIENCE_OF_A_CLAIM = 15;

export type ClaimRefusal =
  | 'no-such-claim'
  | 'not-yours'
  | 'not-yet-held'
  | 'cancelled'
  | 'not-recorded-here'
  | 'year-closed'
  | 'not-an-executive-that-day'
  | 'not-an-executive'
  | 'own-claim'
  | 'not-your-network'
  | 'already-confirmed'
  | 'already-voided'
  | 'already-withdrawn'
  | 'not-waiting'
  | 'too-late-to-undo'
  | 'reason-needed'
  | 'still-waiting'
  | 'tap-used-before'
  | 'not-allowed';

/** A move is done by adding it; `already` adds nothing. */
export type ClaimVerdict =
  | { kind: 'done'; claim: Claim }
  | { kind: 'already'; claim: Claim }
  | { kind: 'refused'; because: ClaimRefusal };

/** "I was at this meeting": an executive of that day and of today, or their assistant. */
export function judgeClaim(
  meeting: Meeting,
  claimant: PersonId,
  claim: Claim | undefined,
  context: ActContext,
): ClaimVerdict {
  const { frame, now } = context;
  if (!mayAct('claim', claimant, context)) return refused('not-yours');
  if (!meeting.openToExecutives) return refused('not-recorded-here');
  if (meeting.cancelled === true) return refused('cancelled');
  if (!isHeld(meeting, now)) return refused('not-yet-held');
  if (!isExecutiveOn(frame.roles, claimant, meeting.date)) {
    return refused('not-an-executive-that-day');
  }
  if (!isExecutiveToday(claimant, context)) return refused('not-an-executive');
  const before = claim && tappedBefore(claim, 'claimed', context);
  if (before !== undefined) return before;
  if (!isYearOpen(meeting, now, frame.settings.yearStartMonth)) return refused('year-closed');

  const move = moveBy(context, claimant, { to: 'claimed' });
  if (claim === undefined) {
    return { kind: 'done', claim: { meeting: meeting.id, claimant, moves: [move] } };
  }
  const state = claimState(claim);
  if (state === 'claimed' || state === 'confirmed') return { kind: 'already', claim };
  if (state === 'voided') return refused('already-voided');
  return { kind: 'done', claim: withMove(claim, move) };
}

/** Taking one's own claim back, also after it was confirmed. */
export function judgeWithdraw(
  meeting: Meeting,
  claimant: PersonId,
  claim: Claim | undefined,
  context: ActContext,
): ClaimVerdict {
  if (!mayAct('withdraw', claimant, context)) return refused('not-yours');
  if (!isExecutiveToday(claimant, context)) return refused('not-an-executive');
  if (claim === undefined) return refused('no-such-claim');
  const before = tappedBefore(claim, 'withdrawn', context);
  if (before !== undefined) return before;
  // What can't be recorded again must not be taken back.
  const { now, frame } = context;
  if (!isYearOpen(meeting, now, frame.settings.yearStartMonth)) return refused('year-closed');
  const state = claimState(claim);
  if (state === 'withdrawn') return { kind: 'already', claim };
  if (state === 'voided') return refused(whyNotWaiting(state, meeting));
  return { kind: 'done', claim: withMove(claim, moveBy(context, claimant, { to: 'withdrawn' })) };
}

/** A chair or deputy says that the executive was there; or somebody instead of them, with a reason. */
export function judgeConfirm(
  meeting: Meeting,
  claim: Claim,
  reason: string | undefined,
  context: ActContext,
): ClaimVerdict {
  const right = rightToDecide(meeting, claim, context);
  if (right.kind === 'refused') return right;
  const before = tappedBefore(claim, 'confirmed', context);
  if (before !== undefined) return before;
  const state = claimState(claim);
  if (state === 'confirmed') return { kind: 'already', claim };
  if (state !== 'claimed') return refused(whyNotWaiting(state, meeting));
  if (meeting.cancelled === true) return refused('cancelled');
  if (right.kind === 'instead' && reason === undefined) return refused('reason-needed');
  const move = moveBy(context, context.actor, {
    to: 'confirmed',
    ...(right.kind === 'instead' && reason !== undefined ? { reason } : {}),
  });
  return { kind: 'done', claim: withMove(claim, move) };
}

/** "Were you at a different one?": from the short neutral list, back to the executive. */
export function judgeQuery(
  meeting: Meeting,
  claim: Claim,
  reason: QueryReason,
  context: ActContext,
): ClaimVerdict {
  const right = rightToDecide(meeting, claim, context);
  if (right.kind === 'refused') return right;
  const before = tappedBefore(claim, 'queried', context);
  if (before !== undefined) return before;
  const state = claimState(claim);
  if (state === 'queried' && lastMove(claim).reason === reason) return { kind: 'already', claim };
  if (state !== 'claimed') return refused(whyNotWaiting(state, meeting));
  return {
    kind: 'done',
    claim: withMove(claim, moveBy(context, context.actor, { to: 'queried', reason })),
  };
}

/**
 * Undoing one's own decision within a day: the claim waits again. What was taken off the record is
 * as it was before.
 */
export function judgeReopen(meeting: Meeting, claim: Claim, context: ActContext): ClaimVerdict {
  const who = { person: context.actor, roles: context.frame.roles, on: londonDate(context.now) };
  const thing = { owner: claim.claimant, network: meeting.network };
  if (claim.claimant === context.actor) return refused('own-claim');
  if (!may('confirm', who, thing) && !may('confirm-instead', who, thing)) {
    return refused('not-your-network');
  }
  const before = tappedBefore(
    claim,
    isPuttingBack(claim, context) ? 'confirmed' : 'claimed',
    context,
  );
  if (before !== undefined) return before;
  if (claimState(claim) === 'voided') return judgePutBack(meeting, claim, context);
  if (isPutBack(claim) && lastMove(claim).by === context.actor) return { kind: 'already', claim };
  const last = decidingMove(claim);
  if (last.by !== context.actor) return refused('not-yours');
  if (last.to === 'claimed') return { kind: 'already', claim };
  if (last.to !== 'confirmed' && last.to !== 'queried') return refused(whyNotWaiting(last.to));
  if (!isOfLastDay(last.at, context.now)) return refused('too-late-to-undo');
  return {
    kind: 'done',
    claim: withMove(claim, moveBy(context, context.actor, { to: 'claimed' })),
  };
}

/** Taken off by mistake: whoever did it puts it back within a day, as it was. */
function judgePutBack(meeting: Meeting, claim: Claim, context: ActContext): ClaimVerdict {
  const last = lastMove(claim);
  // Claims that went with their meeting stay with it.
  if (meeting.cancelled === true) return refused('cancelled');
  if (last.by !== context.actor) return refused('not-yours');
  if (!isDeciderInstead('void', claim, context)) return refused('not-allowed');
  if (!isOfLastDay(last.at, context.now)) return refused('too-late-to-undo');
  const move = moveBy(context, context.actor, { to: 'confirmed' });
  return { kind: 'done', claim: withMove(claim, move) };
}

/** Whether this tap already put a voided claim back. */
function isPuttingBack({ moves }: Claim, { tap }: ActContext): boolean {
  const at = tap === undefined ? -1 : moves.findIndex((move) => move.tap === tap);
  return at > 0 && moves[at - 1]?.to === 'voided';
}

/** The EDI lead takes a confirmed claim out, with a reason. */
export function judgeVoid(claim: Claim, reason: string, context: ActContext): ClaimVerdict {
  if (claim.claimant === context.actor) return refused('own-claim');
  if (!isDeciderInstead('void', claim, context)) return refused('not-allowed');
  const before = tappedBefore(claim, 'voided', context);
  if (before !== undefined) return before;
  const state = claimState(claim);
  if (state === 'voided') return { kind: 'already', claim };
  if (state === 'claimed') return refused('still-waiting');
  if (state !== 'confirmed') return refused(whyNotWaiting(state));
  const move = moveBy(context, context.actor, { to: 'voided', reason });
  return { kind: 'done', claim: withMove(claim, move) };
}

/** Whether there is such a claim may be told to whoever would see it. */
export function mayKnowOfClaim(
  owner: PersonId,
  network: NetworkId | undefined,
  { actor, frame, now }: ActContext,
): boolean {
  const who = { person: actor, roles: frame.roles, on: londonDate(now) };
  const thing = { owner, ...(network === undefined ? {} : { network }) };
  return owner === actor || may('confirm', who, thing) || may('see-named-attendance', who);
}

export type RightToDecide =
  | { kind: 'as-chair' }
  /** Nobody in post can, or they have had 15 working days: a reason must be given. */
  | { kind: 'instead' }
  | { kind: 'refused'; because: 'own-claim' | 'not-your-network' };

/** Who may decide this claim today. Nobody decides their own. */
export function rightToDecide(meeting: Meeting, claim: Claim, context: ActContext): RightToDecide {
  const { actor, frame, now } = context;
  const on = londonDate(now);
  if (claim.claimant === actor) return { kind: 'refused', because: 'own-claim' };
  const who = { person: actor, roles: frame.roles, on };
  if (may('confirm', who, { owner: claim.claimant, network: meeting.network })) {
    return { kind: 'as-chair' };
  }
  if (awaits(meeting, claim, context) !== 'network-chair') {
    if (isDeciderInstead('confirm-instead', claim, context)) return { kind: 'instead' };
  }
  return { kind: 'refused', because: 'not-your-network' };
}

export type Awaited = 'network-chair' | 'edi-lead' | 'edi-sponsor' | 'board-chair';

/** Whose answer a claim waits for: the network's, or whoever stands in when they can't or don't. */
export function awaits(
  meeting: Meeting,
  claim: Claim,
  { frame, now, isBankHoliday }: Pick<ActContext, 'frame' | 'now' | 'isBankHoliday'>,
): Awaited {
  const on = londonDate(now);
  const since = londonDate(lastMove(claim).at);
  const overdue = workingDaysBetween(since, on, isBankHoliday) >= PATIENCE_OF_A_CLAIM;
  if (!overdue && isNetworksToDecide(meeting, claim, frame, on)) return 'network-chair';
  return standInFor(claim, frame, on);
}

/** Whether the network has a chair or deputy on that day who may decide it. */
export function isNetworksToDecide(
  { network }: Pick<Meeting, 'network'>,
  { claimant }: Pick<Claim, 'claimant'>,
  { roles }: Pick<Frame, 'roles'>,
  on: PlainDate,
): boolean {
  return [
    ...holdersOf(roles, 'network-chair', on, { network }),
    ...holdersOf(roles, 'network-deputy', on, { network }),
  ].some((person) => person !== claimant);
}

/** Instead of the chair the EDI lead; where they are concerned themselves, the sponsor, then the board chair. */
export function standInFor(
  claim: Pick<Claim, 'claimant'>,
  frame: Frame,
  on: ReturnType<typeof londonDate>,
): Awaited {
  for (const role of ['edi-lead', 'edi-sponsor'] as const) {
    const holders = holdersOf(frame.roles, role, on);
    if (holders.some((person) => person !== claim.claimant)) return role;
  }
  return 'board-chair';
}

function isDeciderInstead(
  permission: 'confirm-instead' | 'void',
  claim: Claim,
  { actor, frame, now }: ActContext,
): boolean {
  const on = londonDate(now);
  const who = { person: actor, roles: frame.roles, on };
  const standIn = standInFor(claim, frame, on);
  return may(permission, who) && holdersOf(frame.roles, standIn, on).includes(actor);
}

function mayAct(
  permission: 'claim' | 'withdraw',
  owner: PersonId,
  { actor, frame, now }: ActContext,
): boolean {
  return may(permission, { person: actor, roles: frame.roles, on: londonDate(now) }, { owner });
}

/** Rights follow the roles of the day of the act: whoever is no executive any more claims nothing. */
function isExecutiveToday(person: PersonId, { frame, now }: ActContext): boolean {
  return isExecutiveOn(frame.roles, person, londonDate(now));
}

/** The same tap again is the same act, however late; for another act it is refused. */
function tappedBefore(
  claim: Claim,
  to: ClaimMove['to'],
  { tap }: ActContext,
): ClaimVerdict | undefined {
  const move = tap === undefined ? undefined : claim.moves.find((made) => made.tap === tap);
  if (move === undefined) return undefined;
  return move.to === to ? { kind: 'already', claim } : refused('tap-used-before');
}

function moveBy(
  { actor, now, tap }: ActContext,
  owner: PersonId,
  move: Pick<ClaimMove, 'to' | 'reason'>,
): ClaimMove {
  return {
    ...move,
    at: now,
    by: actor,
    ...(actor === owner ? {} : { onBehalf: true as const }),
    ...(tap === undefined ? {} : { tap }),
  };
}

/** The claim with one more move. */
export function withMove(claim: Claim, move: ClaimMove): Claim {
  return { ...claim, moves: [...claim.moves, move] };
}

function whyNotWaiting(
  state: ReturnType<typeof claimState>,
  meeting?: Pick<Meeting, 'cancelled'>,
): ClaimRefusal {
  if (state === 'confirmed') return 'already-confirmed';
  // What went with its meeting can't be put back: that it was cancelled says why.
  if (state === 'voided') return meeting?.cancelled === true ? 'cancelled' : 'already-voided';
  if (state === 'withdrawn') return 'already-withdrawn';
  return 'not-waiting';
}
