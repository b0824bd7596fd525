import type { MeetingState, MyMeeting } from '../../bot/contract/views.ts';
import { shortDate } from '../../bot/contract/dates.ts';
import { commitment, stateWords } from '../words.ts';

const signs: Record<MeetingState, string> = {
  'members-only': '',
  cancelled: '–',
  upcoming: '',
  'will-come': '•',
  'cannot-come': '–',
  'not-recorded': '',
  'not-there': '–',
  claimed: '…',
  confirmed: '✓',
  queried: '?',
  withdrawn: '',
  voided: '–',
};

/** The year's meetings on a line, in order, each with its state in words. */
export function MeetingLine(props: { meetings: readonly MyMeeting[]; today: string }) {
  const { meetings, today } = props;
  return (
    <ol className={meetings.length > 7 ? 'line long' : 'line'} aria-label={commitment.line}>
      {meetings.map((meeting) => (
        <li key={meeting.id} className={meeting.state}>
          <span className="sign" aria-hidden="true">
            {signs[meeting.state]}
          </span>
          <span className="line-date">{shortDate(meeting.date, today)}</span>{' '}
          <span className="line-state">{stateWords(meeting)}</span>
        </li>
      ))}
    </ol>
  );
}
