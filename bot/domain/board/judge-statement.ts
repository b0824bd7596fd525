import { refused, type ActContext } from '../act-context.ts';
import { hasReadyEvidence, type Evidence } from '../assessment/evidence.ts';
import { isLine, isMeasured } from '../assessment/lines.ts';
import type { PersonId } from '../facts.ts';
import { may, type Permission } from '../permissions.ts';
import { addMonths, londonDate, type PlainDate } from '../time.ts';
import { namesSomebody } from './names-somebody.ts';
import {
  councilOn,
  standing,
  standingKeeping,
  standingStatement,
  type Council,
  type CouncilMove,
  type Keeping,
  type Statement,
  type StatementMove,
} from './statement.ts';

/** [ours] The framework asks for a review every year, and for feedback every two. */
const FURTHEST_REVIEW_MONTHS = 24;

export type StatementRefusal =
  | 'not-allowed'
  | 'no-such-line'
  | 'figure-stands'
  | 'no-such-person'
  | 'review-not-ahead'
  | 'review-too-far'
  | 'tap-used-before'
  | 'evidence-needed'
  | 'may-name-people'
  | 'day-to-come'
  | 'nothing-to-take-back';

/** A move is done by adding it; `already` adds nothing. `move` is what would take it back. */
type Verdict<Fact> =
  | { kind: 'done'; fact: Fact; move: number }
  | { kind: 'already'; move: number }
  | { kind: 'refused'; because: StatementRefusal };
export type StatementVerdict = Verdict<Statement>;
export type CouncilVerdict = Verdict<Council>;

/**
 * A line is in place, with its evidence, or a development area. Nobody verifies it: it is the
 * organisation's own assessment, made by those who look after it. Of a line that is measured the
 * figure stands. `items` are the evidence that is kept.
 */
export function judgeSay(
  asked: {
    line: string;
    state: 'in-place' | 'development-area';
    evidence?: string;
    sure: boolean;
  },
  statement: Statement | undefined,
  items: readonly Evidence[],
  context: ActContext,
): StatementVerdict {
  const { line, state, evidence, sure } = asked;
  const before = beforeMove('assess-lines', state, statement?.moves, context);
  if (before !== undefined) return before;
  if (!isLine(line)) return refused('no-such-line');
  if (isMeasured(line)) return refused('figure-stands');
  const on = londonDate(context.now);
  if (state === 'in-place' && evidence === undefined && !hasReadyEvidence(line, items, on)) {
    return refused('evidence-needed');
  }
  if (evidence !== undefined && !sure && namesSomebody(evidence)) return refused('may-name-people');
  const now = standingStatement(statement, on);
  if (now?.state === state && now.evidence === evidence) return { kind: 'already', move: now.move };
  const said = evidence === undefined ? {} : { evidence };
  const fact = withStatementMove(line, statement, { ...moveBy(context), to: state, on, ...said });
  return { kind: 'done', fact, move: fact.moves.length - 1 };
}

/** Who looks after a line, when it is looked at again, a note: all three, as they are from now on. */
export function judgeKeep(
  asked: { line: string; keeping: Keeping; sure: boolean },
  statement: Statement | undefined,
  isPerson: (id: PersonId) => boolean,
  context: ActContext,
): StatementVerdict {
  const { line, keeping, sure } = asked;
  const { owner, review, note } = keeping;
  const before = beforeMove('assess-lines', 'kept', statement?.moves, context);
  if (before !== undefined) return before;
  if (!isLine(line)) return refused('no-such-line');
  const on = londonDate(context.now);
  const now = standingKeeping(statement, on);
  if (owner !== undefined && owner !== now.owner && !isPerson(owner)) {
    return refused('no-such-person');
  }
  if (review !== undefined && review !== now.review) {
    if (review <= on) return refused('review-not-ahead');
    if (review > addMonths(on, FURTHEST_REVIEW_MONTHS)) return refused('review-too-far');
  }
  if (note !== undefined && !sure && namesSomebody(note)) return refused('may-name-people');
  if (now.owner === owner && now.review === review && now.note === note) {
    return { kind: 'already', move: (statement?.moves.length ?? 1) - 1 };
  }
  const move: StatementMove = { ...moveBy(context), to: 'kept', on, ...keeping };
  const fact = withStatementMove(line, statement, move);
  return { kind: 'done', fact, move: fact.moves.length - 1 };
}

function withStatementMove(
  line: string,
  statement: Statement | undefined,
  move: StatementMove,
): Statement {
  if (statement === undefined) return { id: line, moves: [move] };
  return { ...statement, moves: [...statement.moves, move] };
}

/** As if it had never been said: what stood before stands again. */
export function judgeTakeBackLine(
  number: number,
  statement: Statement | undefined,
  context: ActContext,
): StatementVerdict {
  const before = beforeMove('assess-lines', 'taken-back', statement?.moves, context);
  if (before !== undefined) return before;
  const on = londonDate(context.now);
  const takes = toTake(number, statement?.moves ?? [], on);
  if (takes !== undefined) return takes;
  if (statement === undefined) return refused('nothing-to-take-back');
  const move: StatementMove = { ...moveBy(context), to: 'taken-back', on, takes: number };
  return { kind: 'done', fact: { ...statement, moves: [...statement.moves, move] }, move: number };
}

/** The council's terms were approved, or it met: a day that has been and a document, nobody's name. */
export function judgeCouncil(
  asked: { to: 'terms-approved' | 'met'; on: PlainDate; document: string; sure: boolean },
  council: Council | undefined,
  context: ActContext,
): CouncilVerdict {
  const { to, on, document, sure } = asked;
  const before = beforeMove('keep-council', to, council?.moves, context);
  if (before !== undefined) return before;
  if (on > londonDate(context.now)) return refused('day-to-come');
  if (!sure && namesSomebody(document)) return refused('may-name-people');
  const { terms, meetings } = councilOn(council, londonDate(context.now));
  const same = (to === 'met' ? meetings : terms === undefined ? [] : [terms]).find(
    (record) => record.on === on && record.document === document,
  );
  if (same !== undefined) return { kind: 'already', move: same.move };
  const fact = withCouncilMove(council, { ...moveBy(context), to, on, document });
  return { kind: 'done', fact, move: fact.moves.length - 1 };
}

/** As if it had never been recorded. */
export function judgeTakeBackCouncil(
  number: number,
  council: Council | undefined,
  context: ActContext,
): CouncilVerdict {
  const before = beforeMove('keep-council', 'taken-back', council?.moves, context);
  if (before !== undefined) return before;
  const takes = toTake(number, council?.moves ?? [], londonDate(context.now));
  if (takes !== undefined) return takes;
  const taken = council?.moves[number];
  if (taken === undefined) return refused('nothing-to-take-back');
  const { on, document } = taken;
  const move = { ...moveBy(context), to: 'taken-back' as const, on, document, takes: number };
  return { kind: 'done', fact: withCouncilMove(council, move), move: number };
}

function withCouncilMove(council: Council | undefined, move: CouncilMove): Council {
  if (council === undefined) return { id: 'council', moves: [move] };
  return { ...council, moves: [...council.moves, move] };
}

function moveBy({ actor, now, tap }: ActContext) {
  return { at: now, by: actor, ...(tap === undefined ? {} : { tap }) };
}

/** Nothing where that move stands and can be taken back. */
function toTake(
  number: number,
  moves: readonly (StatementMove | CouncilMove)[],
  today: PlainDate,
): Extract<Verdict<never>, { kind: 'already' | 'refused' }> | undefined {
  if (standing(moves, today).some(({ move }) => move === number)) return undefined;
  const wasTaken = moves.some(({ takes }) => takes === number);
  return wasTaken ? { kind: 'already', move: number } : refused('nothing-to-take-back');
}

function beforeMove(
  permission: Permission,
  to: (StatementMove | CouncilMove)['to'],
  moves: readonly (StatementMove | CouncilMove)[] = [],
  context: ActContext,
): Extract<Verdict<never>, { kind: 'already' | 'refused' }> | undefined {
  const { actor, frame, now, tap } = context;
  const who = { person: actor, roles: frame.roles, on: londonDate(now) };
  if (!may(permission, who)) return refused('not-allowed');
  const seen = tap === undefined ? -1 : moves.findIndex((move) => move.tap === tap);
  const made = moves[seen];
  if (made === undefined) return undefined;
  return made.to === to
    ? { kind: 'already', move: made.takes ?? seen }
    : refused('tap-used-before');
}
