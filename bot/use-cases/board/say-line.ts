import type { ActContext } from '../../domain/act-context.ts';
import type { ActData } from '../../contract/acts.ts';
import type { BoardVerb } from '../../contract/board.ts';
import type { Evidence } from '../../domain/assessment/evidence.ts';
import {
  judgeCouncil,
  judgeSay,
  judgeTakeBackCouncil,
  judgeTakeBackLine,
  type CouncilVerdict,
  type StatementVerdict,
} from '../../domain/board/judge-statement.ts';
import type { Council, Statement } from '../../domain/board/statement.ts';
import type { PlainDate } from '../../domain/time.ts';
import { contextOf, type House } from '../context.ts';
import type { ActOutcome } from '../doors.ts';
import type { Caller, Move } from '../ports.ts';
import { tellBoard } from './tell-board.ts';

/** A line is in place, with its evidence, or a development area. */
export function sayLine(house: House, caller: Caller, asked: ActData['say-line']) {
  const { line, state, evidence = '', sure } = asked;
  const said = { line, state, sure: sure === 'yes', ...(evidence === '' ? {} : { evidence }) };
  return moveStatement(house, caller, 'say-line', asked, (statement, context, items) =>
    judgeSay(said, statement, items, context),
  );
}

export function takeBackLine(house: House, caller: Caller, asked: ActData['take-back-line']) {
  const { of, number } = numbered(asked.move);
  return moveStatement(house, caller, 'take-back-line', { ...asked, line: of }, (statement, at) =>
    judgeTakeBackLine(number, statement, at),
  );
}

/** The council's terms were approved, or it met. */
export function recordCouncil(
  house: House,
  caller: Caller,
  asked: ActData['record-council-meeting'],
  to: 'terms-approved' | 'met',
) {
  const act = to === 'met' ? 'record-council-meeting' : 'approve-terms';
  const { document } = asked;
  const said = { to, document, on: asked.date as PlainDate, sure: asked.sure === 'yes' };
  return moveCouncil(house, caller, act, asked, (council, context) =>
    judgeCouncil(said, council, context),
  );
}

export function takeBackCouncil(house: House, caller: Caller, asked: ActData['take-back-council']) {
  const { of, number } = numbered(asked.move);
  return moveCouncil(house, caller, 'take-back-council', asked, (council, context) =>
    // A line's own move is none of the council's.
    judgeTakeBackCouncil(of === 'council' ? number : -1, council, context),
  );
}

interface Tapped {
  readonly tap?: string | undefined;
}

function moveStatement(
  house: House,
  caller: Caller,
  act: BoardVerb,
  { line, tap }: Tapped & { line: string },
  judge: (
    statement: Statement | undefined,
    context: ActContext,
    items: readonly Evidence[],
  ) => StatementVerdict,
): Promise<ActOutcome[]> {
  return commit(house, caller, {
    reads: [],
    things: ['statement', 'evidence'],
    decide(book) {
      const statement = book.things('statement').find(({ id }) => id === line);
      const context = contextOf(house, caller, book, tap);
      const verdict = judge(statement, context, book.things('evidence'));
      if (verdict.kind === 'refused') return { subject: line, outcome: verdict };
      if (verdict.kind === 'done') {
        book.putThing('statement', verdict.fact);
        book.enter({ act, by: caller.person, about: { statement: line } });
      }
      return { subject: `${line}~${verdict.move}`, outcome: { kind: verdict.kind } };
    },
  });
}

function moveCouncil(
  house: House,
  caller: Caller,
  act: BoardVerb,
  { tap }: Tapped,
  judge: (council: Council | undefined, context: ActContext) => CouncilVerdict,
): Promise<ActOutcome[]> {
  return commit(house, caller, {
    reads: [],
    things: ['council'],
    decide(book) {
      const [council] = book.things('council');
      const verdict = judge(council, contextOf(house, caller, book, tap));
      if (verdict.kind === 'refused') return { subject: 'council', outcome: verdict };
      if (verdict.kind === 'done') {
        book.putThing('council', verdict.fact);
        book.enter({ act, by: caller.person, about: { council: verdict.fact.id } });
      }
      return { subject: `council~${verdict.move}`, outcome: { kind: verdict.kind } };
    },
  });
}

async function commit(house: House, caller: Caller, move: Move<ActOutcome>): Promise<ActOutcome[]> {
  const answer = await house.records.commit(caller.organisation, move);
  if (answer.outcome.kind === 'done') await tellBoard(house, caller);
  return [answer];
}

/** What a move is of, and its number there: `S1.a~0`, `council~2`. */
function numbered(move: string): { of: string; number: number } {
  const [of = '', number = ''] = move.split('~');
  return { of, number: Number(number) };
}
