import type { Act } from '../../bot/contract/acts.ts';
import type { MyMeeting } from '../../bot/contract/views.ts';
import { shortDate } from '../../bot/contract/dates.ts';
import type { ActRequest } from '../parts/act-outcome.ts';
import { shell, told, type Subject } from '../words.ts';

/** Who does it, for whom: what every act on a meeting needs. */
export interface Acting {
  subject: Subject;
  organisation: string;
  /** The executive's id, where an assistant acts. */
  forPerson: string | undefined;
  today: string;
}

export type MeetingVerb = MyMeeting['may'][number];

export function meetingRequest(verb: MeetingVerb, meeting: MyMeeting, acting: Acting): ActRequest {
  const date = shortDate(meeting.date, acting.today);
  const act = (wanted: MeetingVerb) => [actOn(wanted, meeting, acting)];
  const undoBy = (wanted: MeetingVerb) => ({
    label: shell.undo,
    request: { acts: act(wanted), done: () => ({ text: shell.undone }) },
  });
  const acts = act(verb);
  switch (verb) {
    case 'claim':
      return { acts, done: () => ({ text: told.claim(meeting.awaits), undo: undoBy('withdraw') }) };
    case 'withdraw':
      return { acts, done: () => ({ text: told.withdraw(date), undo: undoBy('claim') }) };
    case 'not-there': {
      const text = told['not-there'](acting.subject);
      return { acts, done: () => ({ text, undo: undoBy('undo-not-there') }) };
    }
    case 'undo-not-there':
      return { acts, done: () => ({ text: told[verb], undo: undoBy('not-there') }) };
    case 'will-come':
    case 'cannot-come': {
      const back = { acts: [undoOf(verb, meeting, acting)], done: () => ({ text: shell.undone }) };
      const undo = { label: shell.undo, request: back };
      return { acts, done: () => ({ text: told[verb](date, acting.subject), undo }) };
    }
    case 'undo-intention':
      return { acts, done: () => ({ text: shell.undone }) };
  }
}

function actOn(verb: MeetingVerb, meeting: MyMeeting, acting: Acting): Act {
  const data = aboutOf(meeting, acting);
  if (verb === 'will-come' || verb === 'cannot-come') {
    return { verb: 'intend', data: { ...data, answer: verb } };
  }
  if (verb !== 'undo-intention') return { verb, data };
  return undoOf(meeting.state === 'will-come' ? 'will-come' : 'cannot-come', meeting, acting);
}

/** What is taken back is named: asked for twice, it is taken back once. */
function undoOf(answer: 'will-come' | 'cannot-come', meeting: MyMeeting, acting: Acting): Act {
  return { verb: 'undo-intention', data: { ...aboutOf(meeting, acting), answer } };
}

function aboutOf(meeting: MyMeeting, { organisation, forPerson }: Acting) {
  return { organisation, meeting: meeting.id, for: forPerson };
}
