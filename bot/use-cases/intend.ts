import type { Outcome } from '../contract/acts.ts';
import type { IntentionAnswer, PersonId } from '../domain/facts.ts';
import { judgeIntention, judgeUndoIntention } from '../domain/judge-intention.ts';
import { isTapOfAnother } from './claim-attendance.ts';
import { contextOf, type House } from './context.ts';
import type { Caller } from './ports.ts';

interface Asked {
  readonly meeting: string;
  readonly answer: IntentionAnswer;
  readonly for?: string | undefined;
  readonly tap?: string | undefined;
}

/** "I will come" or "I can't". */
export function intend(house: House, caller: Caller, asked: Asked): Promise<Outcome> {
  return answerMeeting(house, caller, asked, { act: asked.answer, judge: judgeIntention });
}

/** Takes an answer back: what stood before it stands again. */
export function undoIntention(house: House, caller: Caller, asked: Asked): Promise<Outcome> {
  return answerMeeting(house, caller, asked, { act: 'undo-intention', judge: judgeUndoIntention });
}

async function answerMeeting(
  house: House,
  caller: Caller,
  asked: Asked,
  { act, judge }: { act: string; judge: typeof judgeIntention },
): Promise<Outcome> {
  const person = (asked.for ?? caller.person) as PersonId;
  const outcome = await house.records.commit<Outcome>(caller.organisation, {
    reads: [person],
    decide(book) {
      const context = contextOf(house, caller, book, asked.tap);
      const meeting = context.frame.meetings.find(({ id }) => id === asked.meeting);
      const facts = book.person(person);
      if (meeting === undefined || facts === undefined) {
        return { kind: 'refused', because: 'no-such-meeting' };
      }
      if (isTapOfAnother(facts, meeting.id, asked.tap)) {
        return { kind: 'refused', because: 'tap-used-before' };
      }
      const before = facts.intentions.find((made) => made.meeting === meeting.id);
      const verdict = judge(meeting, person, before, asked.answer, context);
      if (verdict.kind === 'refused') return { kind: 'refused', because: verdict.because };
      if (verdict.kind === 'done') {
        book.putIntention(verdict.intention);
        book.enter({ act, by: caller.person, about: { person, meeting: meeting.id } });
      }
      return { kind: verdict.kind };
    },
  });
  if (outcome.kind === 'done') house.changed(caller.organisation, [`person|${person}`]);
  return outcome;
}
