import { employmentOn } from '../../domain/standing.ts';
import type { ActData } from '../../contract/acts.ts';
import { judgeKeep } from '../../domain/board/judge-statement.ts';
import { standingKeeping, type Keeping } from '../../domain/board/statement.ts';
import { plainText } from '../../domain/education/plain-text.ts';
import type { PersonId } from '../../domain/facts.ts';
import { londonDate, type PlainDate } from '../../domain/time.ts';
import { contextOf, type House } from '../context.ts';
import type { ActOutcome } from '../doors.ts';
import type { Caller } from '../ports.ts';
import { tellBoard } from '../board/tell-board.ts';

/** Who looks after a line, when it is looked at again, a note. */
export async function keepLine(
  house: House,
  caller: Caller,
  asked: ActData['keep-line'],
): Promise<ActOutcome[]> {
  const { line, sure, tap } = asked;
  const owner = asked.owner as PersonId | '' | undefined;
  const answer = await house.records.commit<ActOutcome>(caller.organisation, {
    reads: owner ? [owner] : [],
    things: ['statement'],
    decide(book) {
      const statement = book.things('statement').find(({ id }) => id === line);
      const on = londonDate(book.now);
      const now = standingKeeping(statement, on);
      const keeping = keepingOf(now, {
        owner,
        review: asked.review as PlainDate | '' | undefined,
        note: asked.note === undefined ? undefined : plainText(asked.note),
      });
      const verdict = judgeKeep(
        { line, keeping, sure: sure === 'yes' },
        statement,
        (id) => {
          const person = book.person(id);
          // Whose line it is may have left since; nobody who has left is given one.
          if (person === undefined) return false;
          return id === now.owner || employmentOn(person, on).kind !== 'left';
        },
        contextOf(house, caller, book, tap),
      );
      if (verdict.kind === 'refused') return { subject: line, outcome: verdict };
      if (verdict.kind === 'done') {
        book.putThing('statement', verdict.fact);
        book.enter({ act: 'keep-line', by: caller.person, about: { statement: line } });
      }
      return { subject: `${line}~${verdict.move}`, outcome: { kind: verdict.kind } };
    },
  });
  if (answer.outcome.kind === 'done') await tellBoard(house, caller);
  return [answer];
}

interface Asked {
  readonly owner: PersonId | '' | undefined;
  readonly review: PlainDate | '' | undefined;
  readonly note: string | undefined;
}

/** What is left out stays; nothing takes it away. */
function keepingOf(now: Keeping, asked: Asked): Keeping {
  const owner = asked.owner ?? now.owner;
  const review = asked.review ?? now.review;
  const note = asked.note ?? now.note;
  return { ...(owner ? { owner } : {}), ...(review ? { review } : {}), ...(note ? { note } : {}) };
}
