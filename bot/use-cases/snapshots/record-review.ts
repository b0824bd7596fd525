import type { ActContext } from '../../domain/act-context.ts';
import type { ActData } from '../../contract/acts.ts';
import {
  judgeReview,
  judgeTakeBackReview,
  type RegularReview,
  type ReviewVerdict,
} from '../../domain/snapshots/regular-review.ts';
import type { PlainDate } from '../../domain/time.ts';
import { tellBoard } from '../board/tell-board.ts';
import { contextOf, type House } from '../context.ts';
import type { ActOutcome } from '../doors.ts';
import type { Caller } from '../ports.ts';

export function recordReview(house: House, caller: Caller, asked: ActData['record-review']) {
  const { line, document, tap } = asked;
  const on = asked.date as PlainDate;
  return moveReview(house, caller, 'record-review', { line, tap }, (review, context) =>
    judgeReview({ line, on, document }, review, context),
  );
}

export function takeBackReview(house: House, caller: Caller, asked: ActData['take-back-review']) {
  const [line = '', number = ''] = asked.move.split('~');
  const { tap } = asked;
  return moveReview(house, caller, 'take-back-review', { line, tap }, (review, context) =>
    judgeTakeBackReview(Number(number), review, context),
  );
}

async function moveReview(
  house: House,
  caller: Caller,
  act: 'record-review' | 'take-back-review',
  { line, tap }: { line: string; tap?: string | undefined },
  judge: (review: RegularReview | undefined, context: ActContext) => ReviewVerdict,
): Promise<ActOutcome[]> {
  const answer = await house.records.commit<ActOutcome>(caller.organisation, {
    reads: [],
    things: ['regular-review'],
    decide(book) {
      const review = book.things('regular-review').find(({ id }) => id === line);
      const verdict = judge(review, contextOf(house, caller, book, tap));
      if (verdict.kind === 'refused') return { subject: line, outcome: verdict };
      if (verdict.kind === 'done') {
        book.putThing('regular-review', verdict.review);
        book.enter({ act, by: caller.person, about: { review: line } });
      }
      return { subject: `${line}~${verdict.move}`, outcome: { kind: verdict.kind } };
    },
  });
  if (answer.outcome.kind === 'done') await tellBoard(house, caller);
  return [answer];
}
