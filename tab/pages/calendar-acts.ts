import { shortDate } from '../../bot/contract/dates.ts';
import type { KeptMeeting } from '../../bot/contract/calendar.ts';
import type { ActRequest } from '../parts/act-outcome.ts';
import { shell } from '../words.ts';
import { calendar as words } from '../words-calendar.ts';

/** Where acts of the calendar are done. */
export interface Keeping {
  organisation: string;
  network: string;
  today: string;
}

export function cancelRequest(meeting: KeptMeeting, reason: string, keeping: Keeping): ActRequest {
  const { organisation, today } = keeping;
  const date = shortDate(meeting.date, today);
  const text = words.told.cancel(date, meeting.openToExecutives);
  return {
    acts: [
      {
        verb: 'cancel-meeting',
        data: { organisation, meeting: meeting.id, ...(reason === '' ? {} : { reason }) },
      },
    ],
    // What went with it can't come back, so there is nothing to undo.
    done: () =>
      meeting.claims > 0
        ? { text }
        : { text, undo: { label: shell.undo, request: restoreRequest(meeting, keeping) } },
  };
}

export function restoreRequest(
  meeting: Pick<KeptMeeting, 'id' | 'date'>,
  { organisation, today }: Keeping,
): ActRequest {
  const text = words.told.restore(shortDate(meeting.date, today));
  return {
    acts: [{ verb: 'restore-meeting', data: { organisation, meeting: meeting.id } }],
    done: () => ({ text }),
  };
}

export function openRequest(
  meeting: KeptMeeting,
  openToExecutives: boolean,
  keeping: Keeping,
  undoing = false,
): ActRequest {
  const { organisation, today } = keeping;
  const date = shortDate(meeting.date, today);
  const text = openToExecutives ? words.told.open(date) : words.told.close(date);
  const back = () => openRequest(meeting, !openToExecutives, keeping, true);
  return {
    acts: [{ verb: 'open-meeting', data: { organisation, meeting: meeting.id, openToExecutives } }],
    done: () => (undoing ? { text } : { text, undo: { label: shell.undo, request: back() } }),
  };
}

/** Undoes a move: to where it was. */
export function moveBackRequest(meeting: KeptMeeting, { organisation }: Keeping): ActRequest {
  const { id, date, start, end } = meeting;
  return {
    acts: [{ verb: 'move-meeting', data: { organisation, meeting: id, date, start, end } }],
    done: () => ({ text: shell.undone }),
  };
}
