import type { ActData } from '../../contract/acts.ts';
import { inParts, partId } from '../../domain/snapshots/snapshot.ts';
import { judgeDraft } from '../../domain/snapshots/judge-snapshot.ts';
import type { PlainDate } from '../../domain/time.ts';
import { contextOf, type House } from '../context.ts';
import type { ActOutcome } from '../doors.ts';
import type { Caller } from '../ports.ts';
import { contentOf, readKnown, sealed } from './content.ts';
import { tellBoard } from '../board/tell-board.ts';

/**
 * The figures of a day as they are known now. K is the moment of the last thing recorded, asked for
 * before anything is read: whatever is recorded later is later than K, so that D and K give the
 * same figures whenever they are asked for again.
 */
export async function draftSnapshot(
  house: House,
  caller: Caller,
  asked: ActData['draft-snapshot'],
): Promise<ActOutcome[]> {
  const on = asked.on as PlainDate;
  const known = await house.records.recordedUntil(caller.organisation);
  const content = contentOf(await readKnown(house, caller, { on, known }), caller, known);
  const { text, sha256 } = sealed(content);
  const parts = inParts(text);
  const answer = await house.records.commit<ActOutcome>(caller.organisation, {
    reads: [],
    things: ['snapshot', 'snapshot-part'],
    decide(book) {
      const snapshots = book.things('snapshot');
      const id = `${book.now.replaceAll(/\D/g, '')}-${snapshots.length + 1}`;
      const context = contextOf(house, caller, book, asked.tap);
      const draft = { id, on, known, sha256, parts: parts.length };
      const verdict = judgeDraft(draft, snapshots, context);
      if (verdict.kind === 'refused') return { subject: on, outcome: verdict };
      const { snapshot } = verdict;
      if (verdict.kind === 'done') {
        const written = { at: book.now, by: caller.person };
        for (const [part, piece] of parts.entries()) {
          const kept = { id: partId(id, part), text: piece, moves: [written] as const };
          book.putThing('snapshot-part', kept);
        }
        book.putThing('snapshot', snapshot);
        const about = { snapshot: id, sha256 };
        book.enter({ act: 'draft-snapshot', by: caller.person, about });
      }
      return { subject: snapshot.id, outcome: { kind: verdict.kind } };
    },
  });
  if (answer.outcome.kind === 'done') await tellBoard(house, caller);
  return [answer];
}
