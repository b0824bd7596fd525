import { refused, wasTapped, type ActContext } from '../act-context.ts';
import { namesSomebody } from '../board/names-somebody.ts';
import { isSafeLink } from '../education/judge-education.ts';
import type { PersonId, RoleName } from '../facts.ts';
import { may } from '../permissions.ts';
import { holdersOf } from '../roles.ts';
import { londonDate } from '../time.ts';
import {
  evidenceState,
  handsOn,
  lastEvidenceMove,
  type Evidence,
  type EvidenceMove,
  type EvidenceState,
} from './evidence.ts';
import { isLine } from './lines.ts';
import { isOfLastDay } from '../take-back.ts';

export type EvidenceRefusal =
  | 'not-allowed'
  | 'no-such-line'
  | 'title-needed'
  | 'may-name-people'
  | 'day-to-come'
  | 'evidence-not-a-link'
  | 'own-evidence'
  | 'evidence-not-ready'
  | 'evidence-approved'
  | 'evidence-withdrawn'
  | 'nothing-to-take-back'
  | 'not-yours'
  | 'too-late-to-undo';

/** A move is done by adding it; `already` adds nothing. `move` is what would take it back. */
export type EvidenceVerdict =
  | { kind: 'done'; evidence: Evidence; move: number }
  | { kind: 'already'; evidence: Evidence; move: number }
  | { kind: 'refused'; because: EvidenceRefusal };

/** A link or a file for a line. The same one again, while it stands, is the same one. */
export function judgeDraft(
  drafted: Omit<Evidence, 'moves'>,
  known: readonly Evidence[],
  sure: boolean,
  context: ActContext,
): EvidenceVerdict {
  const { line, title, shows } = drafted;
  const on = londonDate(context.now);
  if (!mayNow('draft-evidence', context)) return refused('not-allowed');
  const tapped = known.find((each) => wasTapped(each, context));
  if (tapped !== undefined) return { kind: 'already', evidence: tapped, move: 0 };
  if (!isLine(line)) return refused('no-such-line');
  if (title === '') return refused('title-needed');
  if (!sure && namesSomebody(title)) return refused('may-name-people');
  if (drafted.on > on) return refused('day-to-come');
  if (shows.kind === 'link' && !isSafeLink(shows.address)) return refused('evidence-not-a-link');
  const same = known.find(
    (each) =>
      each.line === line &&
      each.title === title &&
      each.on === drafted.on &&
      whatShows(each) === whatShows(drafted) &&
      evidenceState(each, on) !== 'withdrawn',
  );
  if (same !== undefined) return { kind: 'already', evidence: same, move: 0 };
  const moves = [moveTo('drafted', context)] as const;
  return { kind: 'done', evidence: { ...drafted, moves }, move: 0 };
}

/** Complete, in the eyes of whoever keeps it: it waits for somebody else to approve it. */
export function judgeReady(evidence: Evidence, context: ActContext): EvidenceVerdict {
  if (!mayNow('draft-evidence', context)) return refused('not-allowed');
  return (
    before(evidence, context, 'ready') ??
    (stateNow(evidence, context) === 'approved'
      ? refused('evidence-approved')
      : done(evidence, moveTo('ready', context)))
  );
}

/** Somebody else has looked at it. */
export function judgeApprove(evidence: Evidence, context: ActContext): EvidenceVerdict {
  return (
    beforeApproving(evidence, context, 'approved') ?? done(evidence, moveTo('approved', context))
  );
}

/** Back to whoever keeps it, with the reason. */
export function judgeReturn(
  evidence: Evidence,
  reason: string,
  context: ActContext,
): EvidenceVerdict {
  return (
    beforeApproving(evidence, context, 'returned') ??
    done(evidence, { ...moveTo('returned', context), reason })
  );
}

/** Taken off the line; what was frozen with it stays as it was. */
export function judgeWithdrawEvidence(evidence: Evidence, context: ActContext): EvidenceVerdict {
  if (!mayNow('draft-evidence', context)) return refused('not-allowed');
  return before(evidence, context, 'withdrawn') ?? done(evidence, moveTo('withdrawn', context));
}

/** One's own last move within a day: what stood before stands again. A draft is taken off instead. */
export function judgeTakeBackEvidence(
  evidence: Evidence,
  number: number,
  context: ActContext,
): EvidenceVerdict {
  if (!mayNow('draft-evidence', context) && !mayNow('approve-evidence', context)) {
    return refused('not-allowed');
  }
  const wasTaken = evidence.moves.some(({ takes }) => takes === number);
  if (wasTaken || wasTapped(evidence, context)) return { kind: 'already', evidence, move: number };
  const last = lastEvidenceMove(evidence, londonDate(context.now));
  if (last === undefined || last.move !== number || number === 0) {
    return refused('nothing-to-take-back');
  }
  if (last.by !== context.actor) return refused('not-yours');
  if (!isOfLastDay(last.at, context.now)) return refused('too-late-to-undo');
  return { ...done(evidence, { ...moveTo('taken-back', context), takes: number }), move: number };
}

export type Approver = Extract<RoleName, 'edi-lead' | 'edi-sponsor' | 'board-chair'>;

/** Whose turn it is to approve: the EDI lead; of their own the EDI sponsor, then the board chair. */
export function approverOf(
  evidence: Evidence,
  { frame, now }: Pick<ActContext, 'frame' | 'now'>,
): Approver {
  const hands = handsOn(evidence);
  const isThere = (role: Approver): boolean =>
    holdersOf(frame.roles, role, londonDate(now)).some((person) => !hands.has(person));
  if (isThere('edi-lead')) return 'edi-lead';
  return isThere('edi-sponsor') ? 'edi-sponsor' : 'board-chair';
}

function beforeApproving(
  evidence: Evidence,
  context: ActContext,
  to: 'approved' | 'returned',
): EvidenceVerdict | undefined {
  const { actor, frame, now } = context;
  if (!mayNow('approve-evidence', context)) return refused('not-allowed');
  if (handsOn(evidence).has(actor)) return refused('own-evidence');
  const turn: PersonId[] = holdersOf(frame.roles, approverOf(evidence, context), londonDate(now));
  if (!turn.includes(actor)) return refused('not-allowed');
  const settled = before(evidence, context, to);
  if (settled !== undefined) return settled;
  const state = stateNow(evidence, context);
  if (state === 'approved') return refused('evidence-approved');
  return state === 'ready' ? undefined : refused('evidence-not-ready');
}

/** What every move is held to once it is allowed; undefined where it can go on. */
function before(
  evidence: Evidence,
  context: ActContext,
  to: EvidenceState,
): EvidenceVerdict | undefined {
  const last = lastEvidenceMove(evidence, londonDate(context.now));
  if (wasTapped(evidence, context) || last?.to === to) {
    return { kind: 'already', evidence, move: last?.move ?? 0 };
  }
  return last?.to === 'withdrawn' ? refused('evidence-withdrawn') : undefined;
}

function stateNow(evidence: Evidence, { now }: ActContext): EvidenceState | undefined {
  return evidenceState(evidence, londonDate(now));
}

function whatShows({ shows }: Pick<Evidence, 'shows'>): string {
  return shows.kind === 'link' ? shows.address : shows.id;
}

function mayNow(
  permission: 'draft-evidence' | 'approve-evidence',
  { actor, frame, now }: ActContext,
): boolean {
  return may(permission, { person: actor, roles: frame.roles, on: londonDate(now) });
}

function moveTo(to: EvidenceMove['to'], { actor, now, tap }: ActContext): EvidenceMove {
  return { to, at: now, by: actor, on: londonDate(now), ...(tap === undefined ? {} : { tap }) };
}

function done(evidence: Evidence, move: EvidenceMove): EvidenceVerdict & { kind: 'done' } {
  const { moves } = evidence;
  return { kind: 'done', evidence: { ...evidence, moves: [...moves, move] }, move: moves.length };
}
