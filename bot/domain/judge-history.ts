import { refused, type ActContext } from './act-context.ts';
import { claimState } from './claim.ts';
import type {
  HistoryEntry,
  HistoryMove,
  HistoryState,
  Person,
  PersonId,
  RoleName,
} from './facts.ts';
import { historyState, isSameHistory, lastHistoryMove } from './history.ts';
import { isHeld, isOpen, isYearOpen } from './meeting.ts';
import { may } from './permissions.ts';
import { holdersOf, isExecutiveOn } from './roles.ts';
import { londonDate, type PlainDate } from './time.ts';
import { isOfLastDay } from './take-back.ts';

export type HistoryRefusal =
  | 'no-such-network'
  | 'network-needed'
  | 'not-in-the-past'
  | 'claim-instead'
  | 'own-history'
  | 'not-yours'
  | 'not-allowed'
  | 'already-withdrawn'
  | 'too-late-to-undo';

/** A move is done by adding it; `already` adds nothing. */
export type HistoryVerdict =
  | { kind: 'done'; entry: HistoryEntry }
  | { kind: 'already'; entry: HistoryEntry }
  | { kind: 'refused'; because: HistoryRefusal };

/**
 * Something from before the app, told by the person or by the EDI lead. `entry` has its id already;
 * `held` is what is held of the person. What was withdrawn can be entered anew.
 */
export function judgeEnter(
  entry: Omit<HistoryEntry, 'moves'>,
  held: Pick<Person, 'claims' | 'history'>,
  context: ActContext,
): HistoryVerdict {
  const { frame, now, tap } = context;
  const { history: before } = held;
  if (!mayEnter(entry.what, entry.person, context)) return refused('not-yours');
  const tapped = before.find((known) => known.moves.some((move) => isTap(move, tap)));
  if (tapped !== undefined) return { kind: 'already', entry: tapped };
  if (entry.on >= londonDate(now)) return refused('not-in-the-past');
  if (entry.what === 'attendance') {
    if (entry.network === undefined) return refused('network-needed');
    if (!frame.networks.some(({ id }) => id === entry.network)) return refused('no-such-network');
    if (isClaimable(entry, held, context)) return refused('claim-instead');
  }
  const same = before.find(
    (known) => isSameHistory(known, entry) && historyState(known) !== 'withdrawn',
  );
  if (same !== undefined) return { kind: 'already', entry: same };
  return { kind: 'done', entry: { ...entry, moves: [moveTo('entered', context)] } };
}

/** Whether this person may tell of such a thing: of `owner`, or of whoever it is. */
export function mayEnter(
  what: HistoryEntry['what'],
  owner: PersonId | undefined,
  { actor, frame, now }: ActContext,
): boolean {
  const permission = what === 'mentoring-session' ? 'enter-mentoring-history' : 'enter-history';
  const who = { person: actor, roles: frame.roles, on: londonDate(now) };
  return may(permission, who, owner === undefined ? {} : { owner });
}

/**
 * The chair confirms what the calendar has: history is no way round them. It is the way back for a
 * claim that was taken off the record, which can't be made again.
 */
function isClaimable(
  entry: Pick<HistoryEntry, 'person' | 'on' | 'network'>,
  { claims }: Pick<Person, 'claims'>,
  { frame, now }: ActContext,
): boolean {
  if (!isExecutiveOn(frame.roles, entry.person, entry.on)) return false;
  const voided = claims
    .filter((claim) => claimState(claim) === 'voided')
    .map(({ meeting }) => meeting);
  return frame.meetings
    .filter((meeting) => meeting.network === entry.network && meeting.date === entry.on)
    .some(
      (meeting) =>
        !voided.includes(meeting.id) &&
        isOpen(meeting) &&
        isHeld(meeting, now) &&
        isYearOpen(meeting, now, frame.settings.yearStartMonth),
    );
}

/** Somebody else has seen the document: from now on it counts. */
export function judgeVerify(entry: HistoryEntry, context: ActContext): HistoryVerdict {
  const not = whyNotVerifier(entry, context);
  if (not !== undefined) return refused(not);
  if (isSameTap(entry, context)) return { kind: 'already', entry };
  const state = historyState(entry);
  if (state === 'verified') return { kind: 'already', entry };
  if (state === 'withdrawn') return refused('already-withdrawn');
  return { kind: 'done', entry: withMove(entry, moveTo('verified', context)) };
}

/** Undoing one's own verification within a day: the entry waits again. */
export function judgeReopenHistory(entry: HistoryEntry, context: ActContext): HistoryVerdict {
  const not = whyNotVerifier(entry, context);
  if (not !== undefined) return refused(not);
  if (isSameTap(entry, context)) return { kind: 'already', entry };
  const last = lastHistoryMove(entry);
  if (last.to === 'entered') return { kind: 'already', entry };
  if (last.to === 'withdrawn') return refused('already-withdrawn');
  if (last.by !== context.actor) return refused('not-yours');
  if (!isOfLastDay(last.at, context.now)) return refused('too-late-to-undo');
  return { kind: 'done', entry: withMove(entry, moveTo('entered', context)) };
}

/**
 * Taken off the record: by whoever verifies it, by whoever entered it while it waits, and by the
 * person concerned, unless somebody else brought it and it is verified.
 */
export function judgeWithdrawHistory(entry: HistoryEntry, context: ActContext): HistoryVerdict {
  const isOwn = entry.person === context.actor;
  const state = historyState(entry);
  const broughtByOthers = entry.moves[0].by !== context.actor;
  // A slip is mended by whoever made it, also where the check is somebody else's.
  const isTheirs =
    isOwn ||
    (!broughtByOthers && state !== 'verified' && mayEnter(entry.what, entry.person, context));
  const not = isTheirs ? undefined : whyNotVerifier(entry, context);
  if (not !== undefined) return refused(not);
  if (isSameTap(entry, context)) return { kind: 'already', entry };
  if (state === 'withdrawn') return { kind: 'already', entry };
  if (isOwn && state === 'verified' && broughtByOthers) return refused('not-allowed');
  return { kind: 'done', entry: withMove(entry, moveTo('withdrawn', context)) };
}

export type Verifier = Extract<
  RoleName,
  'programme-lead' | 'edi-lead' | 'edi-sponsor' | 'board-chair'
>;

/**
 * Who verifies it: the EDI lead, for mentoring the programme lead (the EDI lead where nobody is
 * named). Nobody verifies their own: then the EDI sponsor, then the board chair.
 */
export function verifierOf(
  entry: Pick<HistoryEntry, 'person' | 'what'>,
  { frame, now }: Pick<ActContext, 'frame' | 'now'>,
): Verifier {
  const on = londonDate(now);
  const holders = (role: Verifier): PersonId[] => holdersOf(frame.roles, role, on);
  const first =
    entry.what === 'mentoring-session' && holders('programme-lead').length > 0
      ? 'programme-lead'
      : 'edi-lead';
  for (const role of [first, 'edi-sponsor'] as const) {
    if (holders(role).some((person) => person !== entry.person)) return role;
  }
  return 'board-chair';
}

/** Whether it is this person's to verify, today. */
export function isVerifier(
  entry: Pick<HistoryEntry, 'person' | 'what'>,
  context: ActContext,
): boolean {
  return whyNotVerifier(entry, context) === undefined;
}

function whyNotVerifier(
  entry: Pick<HistoryEntry, 'person' | 'what'>,
  context: ActContext,
): 'own-history' | 'not-allowed' | undefined {
  const { actor, frame, now } = context;
  if (entry.person === actor) return 'own-history';
  const on: PlainDate = londonDate(now);
  const permission =
    entry.what === 'mentoring-session' ? 'verify-mentoring-history' : 'verify-history';
  const turn = holdersOf(frame.roles, verifierOf(entry, context), on).includes(actor);
  return turn && may(permission, { person: actor, roles: frame.roles, on })
    ? undefined
    : 'not-allowed';
}

function isSameTap(entry: HistoryEntry, { tap }: ActContext): boolean {
  return entry.moves.some((move) => isTap(move, tap));
}

function isTap(move: HistoryMove, tap: string | undefined): boolean {
  return tap !== undefined && move.tap === tap;
}

function moveTo(to: HistoryState, { actor, now, tap }: ActContext): HistoryMove {
  return { to, at: now, by: actor, ...(tap === undefined ? {} : { tap }) };
}

function withMove(entry: HistoryEntry, move: HistoryMove): HistoryEntry {
  return { ...entry, moves: [...entry.moves, move] };
}
