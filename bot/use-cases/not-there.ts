import type { Outcome } from '../contract/acts.ts';
import type { NotThereMove, PersonId } from '../domain/facts.ts';
import { judgeNotThere } from '../domain/judge-not-there.ts';
import { contextOf, type House } from './context.ts';
import type { Caller } from './ports.ts';

/** "No, I wasn't there", or that taken back. */
export async function sayNotThere(
  house: House,
  caller: Caller,
  asked: { meeting: string; for?: string | undefined; tap?: string | undefined },
  to: NotThereMove['to'],
): Promise<Outcome> {
  const id = (asked.for ?? caller.person) as PersonId;
  const outcome = await house.records.commit<Outcome>(caller.organisation, {
    reads: [id],
    decide(book) {
      const context = contextOf(house, caller, book, asked.tap);
      const meeting = context.frame.meetings.find((known) => known.id === asked.meeting);
      const person = book.person(id);
      if (meeting === undefined || person === undefined) {
        return { kind: 'refused', because: 'no-such-meeting' };
      }
      const said = person.notThere.find((before) => before.meeting === meeting.id);
      const claim = person.claims.find((made) => made.meeting === meeting.id);
      const verdict = judgeNotThere(meeting, id, { said, claim }, to, context);
      if (verdict.kind === 'refused') return { kind: 'refused', because: verdict.because };
      if (verdict.kind === 'done') {
        book.putNotThere(verdict.said);
        const act = to === 'not-there' ? 'not-there' : 'undo-not-there';
        book.enter({ act, by: caller.person, about: { person: id, meeting: meeting.id } });
      }
      return { kind: verdict.kind };
    },
  });
  if (outcome.kind === 'done') house.changed(caller.organisation, [`person|${id}`]);
  return outcome;
}
