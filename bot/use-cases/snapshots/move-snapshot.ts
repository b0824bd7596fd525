import type { ActContext } from '../../domain/act-context.ts';
import type { ActData } from '../../contract/acts.ts';
import type { SnapshotVerb } from '../../contract/snapshot.ts';
import {
  judgeApprove,
  judgeFeedback,
  judgeFreeze,
  judgeSubmit,
  judgeTakeBackSnapshot,
  judgeWithdrawSnapshot,
  type SnapshotVerdict,
} from '../../domain/snapshots/judge-snapshot.ts';
import { canonical, lastSnapshotMove, type Snapshot } from '../../domain/snapshots/snapshot.ts';
import type { PlainDate } from '../../domain/time.ts';
import { tellBoard } from '../board/tell-board.ts';
import { contextOf, type House } from '../context.ts';
import type { ActOutcome } from '../doors.ts';
import type { Book, Caller } from '../ports.ts';

type Named = ActData['approve-snapshot'];

export const approveSnapshot = (house: House, caller: Caller, asked: Named) =>
  move(house, caller, 'approve-snapshot', asked, judgeApprove);

export const freezeSnapshot = (house: House, caller: Caller, asked: Named) =>
  move(house, caller, 'freeze-snapshot', asked, judgeFreeze);

export const withdrawSnapshot = (house: House, caller: Caller, asked: Named) =>
  move(house, caller, 'withdraw-snapshot', asked, judgeWithdrawSnapshot);

export const takeBackSnapshot = (house: House, caller: Caller, asked: Named) =>
  move(house, caller, 'take-back-snapshot', asked, judgeTakeBackSnapshot);

export const submitSnapshot = (house: House, caller: Caller, asked: ActData['submit-snapshot']) =>
  move(house, caller, 'submit-snapshot', asked, (snapshot, context) =>
    judgeSubmit(snapshot, asked.date as PlainDate, context),
  );

/** The words are a part of their own, so that whoever reads what became of it carries none of them. */
export function recordFeedback(house: House, caller: Caller, asked: ActData['record-feedback']) {
  const { words, lines = [] } = asked;
  const text = canonical({ words, ...(lines.length > 0 ? { lines } : {}) });
  const on = asked.date as PlainDate;
  return move(house, caller, 'record-feedback', asked, (snapshot, context, book) => {
    const part = `${snapshot?.id ?? ''}.feedback-${snapshot?.moves.length ?? 0}`;
    const last = snapshot && lastSnapshotMove(snapshot);
    const said = book.things('snapshot-part').find(({ id }) => id === last?.words);
    const same = last?.on === on && said?.text === text;
    const verdict = judgeFeedback(snapshot, { on, words: part, same }, context);
    if (verdict.kind === 'done') {
      const written = { at: book.now, by: caller.person };
      book.putThing('snapshot-part', { id: part, text, moves: [written] });
    }
    return verdict;
  });
}

async function move(
  house: House,
  caller: Caller,
  act: SnapshotVerb,
  asked: { snapshot: string; tap?: string | undefined },
  judge: (snapshot: Snapshot | undefined, context: ActContext, book: Book) => SnapshotVerdict,
): Promise<ActOutcome[]> {
  const answer = await house.records.commit<ActOutcome>(caller.organisation, {
    reads: [],
    things: ['snapshot', 'snapshot-part'],
    decide(book) {
      const found = book.things('snapshot').find(({ id }) => id === asked.snapshot);
      const verdict = judge(found, contextOf(house, caller, book, asked.tap), book);
      if (verdict.kind === 'refused') return { subject: asked.snapshot, outcome: verdict };
      const { snapshot } = verdict;
      if (verdict.kind === 'done') {
        book.putThing('snapshot', snapshot);
        const about = { snapshot: snapshot.id, sha256: snapshot.sha256 };
        book.enter({ act, by: caller.person, about });
      }
      return { subject: snapshot.id, outcome: { kind: verdict.kind } };
    },
  });
  if (answer.outcome.kind === 'done') await tellBoard(house, caller);
  return [answer];
}
