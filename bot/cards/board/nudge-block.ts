import { quarterName } from '../../contract/board-words.ts';
import { shortDate } from '../../contract/dates.ts';
import type { Reminders } from '../../contract/views.ts';
import { show, type Viewer } from '../card.ts';
import type { CardObject } from '../render.ts';

type Reminder = Reminders['reminders'][number];

/** A quarter's reminder on the card of reminders: what it is about, why it came, what comes next. */
export function quarterPaperBlock(viewer: Viewer, reminder: Reminder, on: string): CardObject {
  const { quarterPaper: about, due, muted, snoozedUntil } = reminder;
  const showPapers = show(viewer, 'papers');
  if (about === undefined) return { boardHeading: '', boardText: '', boardWhy: '', showPapers };
  const { board, supporting, next } = about;
  const day = (date: string): string => shortDate(date, on);
  const name = quarterName(about);
  if (!due) {
    const boardText = 'The board has seen its race data, or a paper is planned.';
    return { boardHeading: `${name} is looked after`, boardText, boardWhy: '', showPapers };
  }
  const again =
    snoozedUntil !== undefined
      ? `We’ll remind you again on ${day(snoozedUntil)}.`
      : next === undefined
        ? 'This is the last reminder about it.'
        : `If nothing is planned, one more comes on ${day(next)}.`;
  return {
    boardHeading: `${name} has no race data for the board yet`,
    boardText:
      board === undefined
        ? 'No board of that quarter is in the calendar.'
        : board.met
          ? `Its last board met on ${day(board.date)}. If it saw a paper, please record it.`
          : `Its last board is on ${day(board.date)}; papers close on ${day(board.papersDue)}.`,
    boardWhy: supporting
      ? 'You get this once, as the EDI sponsor. A friendly word with the EDI lead may help.'
      : muted
        ? ''
        : `You get this because you are the EDI lead. ${again}`,
    supporting,
    showPapers,
  };
}
