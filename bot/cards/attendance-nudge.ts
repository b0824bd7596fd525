import { meetingTime, shortDate } from '../contract/dates.ts';
import type { MyMeeting, Reminders } from '../contract/views.ts';
import type { Viewer } from './card.ts';
import type { Block } from './nudge.ts';
import words from './attendance-nudge-words.json' with { type: 'json' };
import { stateWords } from './words.ts';

type Reminder = Reminders['reminders'][number];

/** A meeting that nobody has booked yet: never why this person hears of it. */
export function unbookedBlock(_viewer: Viewer, reminder: Reminder, on: string): Block {
  const { meeting, unbooked, due } = reminder;
  const page = unbooked?.supporting === true ? 'organisation' : 'commitments';
  if (meeting === undefined || unbooked === undefined) return { title: words.over, page };
  const where = `${meeting.networkName}, ${meetingTime(meeting, on)}.`;
  const { title, text, why, supportingText, supportingWhy } = words.unbooked;
  if (!unbooked.open || (!due && meeting.state !== 'upcoming')) {
    return { title: answered(meeting), text: where, page };
  }
  return unbooked.supporting
    ? { title, text: `${where} ${supportingText}`, why: supportingWhy, page, supporting: true }
    : { title, text: `${where} ${text}`, why, page };
}

/** Answered by them, by another executive, or by its network. */
function answered(meeting: MyMeeting): string {
  switch (meeting.state) {
    case 'will-come':
      return words.unbooked.willCome;
    case 'cannot-come':
      return words.unbooked.cannotCome;
    case 'upcoming':
      return words.unbooked.booked;
    case 'cancelled':
    case 'members-only':
      return stateWords(meeting);
    default:
      return words.over;
  }
}

function coveredWords(covered: number): string {
  const { none, one, several } = words.pace.covered;
  if (covered === 0) return none;
  return covered === 1 ? one : several.replace('#', String(covered));
}

function goneWords(gone: number): string {
  const { one, several } = words.pace.gone;
  return gone === 1 ? one : several.replace('#', String(gone));
}

/** A network that has had an executive director at fewer meetings than quarters have gone. */
export function paceBlock(_viewer: Viewer, { pace, due }: Reminder, on: string): Block {
  const page = 'organisation';
  if (pace === undefined) return { title: words.over, page };
  const { networkName, covered, gone, supporting, next } = pace;
  if (!due) return { title: words.pace.met.replace('#', networkName), page };
  const text = `${coveredWords(covered)} ${goneWords(gone)}`;
  const again = next === undefined ? '' : words.pace.again.replace('#', shortDate(next, on));
  const why = supporting ? words.pace.supportingWhy : `${words.pace.why} ${again}`.trim();
  return { title: words.pace.title.replace('#', networkName), text, why, page, supporting };
}
