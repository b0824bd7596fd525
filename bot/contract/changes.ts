import { shortDate, timeOfDay } from './dates.ts';
import type { MyMeeting } from './views.ts';

type Changed = Pick<MyMeeting, 'date' | 'state' | 'movedFrom' | 'cancelledBecause' | 'uncounted'>;

/** What the bot and the tab both say of a meeting that its network moved or cancelled. */
export function changeOf(meeting: Changed, today: string): string | undefined {
  const { movedFrom } = meeting;
  if (meeting.state === 'cancelled') {
    const counted = meeting.uncounted === true ? ', so it no longer counts' : '';
    const because = meeting.cancelledBecause;
    return `The network cancelled this meeting${counted}.${because ? ` It says: “${because}”` : ''}`;
  }
  if (movedFrom === undefined) return undefined;
  return movedFrom.date === meeting.date
    ? `Moved from ${timeOfDay(movedFrom.start)}`
    : `Moved from ${shortDate(movedFrom.date, today)}`;
}
