import type { Act } from '../../bot/contract/acts.ts';
import type { MyMeeting } from '../../bot/contract/views.ts';
import { shortDate } from '../../bot/contract/dates.ts';
import type { ActRequest } from '../parts/act-outcome.ts';
import { actions, shell, told, type Awaited, type Subject } from '../words.ts';

/** Who does it, for whom: what every act on a meeting needs. */
export interface Acting {
  subject: Subject;
  organisation: string;
  /** The executive's id, where an assistant acts. */
  forPerson: string | undefined;
  today: string;
}

export type MeetingVerb = MyMeeting['may'][number];

export function meetingRequest(
  verb: MeetingVerb,
  meeting: MyMeeting,
  acting: Acting,
  awaits?: Awaited,
): ActRequest {
  const date = shortDate(meeting.date, acting.today);
  const act = (wanted: MeetingVerb) => [actOn(wanted, meeting, acting)];
  const undoBy = (wanted: MeetingVerb, label: string = shell.undo) => ({
    label,
    request: { acts: act(wanted), done: () => ({ text: shell.undone }) },
  });
  const acts = act(verb);
  switch (verb) {
    case 'claim':
      return { acts, done: () => ({ text: told.claim(awaits), undo: undoBy('withdraw') }) };
    case 'withdraw':
      return { acts, done: () => ({ text: told.withdraw(date), undo: undoBy('claim') }) };
    case 'not-there':
    case 'undo-not-there': {
      const other = verb === 'not-there' ? 'undo-not-there' : 'not-there';
      return { acts, done: () => ({ text: told[verb], undo: undoBy(other) }) };
    }
    case 'will-come':
    case 'cannot-come': {
      const other = verb === 'will-come' ? 'cannot-come' : 'will-come';
      // Where nothing was answered before there is nothing to go back to: the other answer is offered.
      const label = meeting.state === other ? shell.undo : actions[other](acting.subject);
      return { acts, done: () => ({ text: told[verb](date), undo: undoBy(other, label) }) };
    }
  }
}

function actOn(verb: MeetingVerb, meeting: MyMeeting, acting: Acting): Act {
  const { organisation, forPerson } = acting;
  const data = { organisation, meeting: meeting.id, for: forPerson };
  return verb === 'will-come' || verb === 'cannot-come'
    ? { verb: 'intend', data: { ...data, answer: verb } }
    : { verb, data };
}
