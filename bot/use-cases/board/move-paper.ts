import type { ActContext } from '../../domain/act-context.ts';
import type { ActData } from '../../contract/acts.ts';
import type { BoardVerb } from '../../contract/board.ts';
import {
  judgePlan,
  judgePresent,
  judgeRecord,
  judgeReopenPaper,
  judgeWithdrawPaper,
  type PaperVerdict,
} from '../../domain/board/judge-paper.ts';
import type { Paper } from '../../domain/board/paper.ts';
import type { PlainDate } from '../../domain/time.ts';
import { contextOf, type House } from '../context.ts';
import type { ActOutcome } from '../doors.ts';
import type { Caller } from '../ports.ts';
import { tellBoard } from './tell-board.ts';

/** A paper is put down for a board that is still to meet. */
export function planPaper(house: House, caller: Caller, asked: ActData['plan-paper']) {
  return movePaper(house, caller, 'plan-paper', asked, (papers, context, id) => {
    const { kind, meeting } = asked;
    const quarter = asked.quarter as PlainDate;
    return judgePlan({ id, kind, meeting, quarter }, papers, context);
  });
}

/** A planned paper was seen by the board. */
export function presentPaper(house: House, caller: Caller, asked: ActData['present-paper']) {
  return movePaper(house, caller, 'present-paper', asked, (papers, context) => {
    const date = asked.date === undefined ? {} : { date: asked.date as PlainDate };
    return judgePresent(found(papers, asked), { ...seenOf(asked), ...date }, papers, context);
  });
}

/** A paper that nobody had planned was seen by the board. */
export function recordPaper(house: House, caller: Caller, asked: ActData['record-paper']) {
  return movePaper(house, caller, 'record-paper', asked, (papers, context, id) => {
    const { kind } = asked;
    const days = { quarter: asked.quarter as PlainDate, date: asked.date as PlainDate };
    return judgeRecord({ id, kind, ...days, ...seenOf(asked) }, papers, context);
  });
}

export function reopenPaper(house: House, caller: Caller, asked: ActData['reopen-paper']) {
  return movePaper(house, caller, 'reopen-paper', asked, (papers, context) =>
    judgeReopenPaper(found(papers, asked), context),
  );
}

export function withdrawPaper(house: House, caller: Caller, asked: ActData['withdraw-paper']) {
  return movePaper(house, caller, 'withdraw-paper', asked, (papers, context) =>
    judgeWithdrawPaper(found(papers, asked), context),
  );
}

type Judge = (papers: readonly Paper[], context: ActContext, id: string) => PaperVerdict;

async function movePaper(
  house: House,
  caller: Caller,
  act: BoardVerb,
  asked: { paper?: string; tap?: string | undefined },
  judge: Judge,
): Promise<ActOutcome[]> {
  const answer = await house.records.commit<ActOutcome>(caller.organisation, {
    reads: [],
    things: ['paper'],
    decide(book) {
      const papers = book.things('paper');
      const id = `${book.now.replaceAll(/\D/g, '')}-${papers.length + 1}`;
      const verdict = judge(papers, contextOf(house, caller, book, asked.tap), id);
      if (verdict.kind === 'refused') {
        return { subject: asked.paper ?? act, outcome: verdict };
      }
      const { paper } = verdict;
      if (verdict.kind === 'done') {
        book.putThing('paper', paper);
        book.enter({ act, by: caller.person, about: { paper: paper.id } });
      }
      return { subject: paper.id, outcome: { kind: verdict.kind } };
    },
  });
  if (answer.outcome.kind === 'done') await tellBoard(house, caller);
  return [answer];
}

function found(papers: readonly Paper[], { paper }: { paper: string }): Paper | undefined {
  return papers.find(({ id }) => id === paper);
}

function seenOf({ minute, networks }: { minute: string; networks?: string | undefined }) {
  return { minute, networks: networks === 'yes' };
}
