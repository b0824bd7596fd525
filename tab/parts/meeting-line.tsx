import type { MeetingState, MyMeeting } from '../../bot/contract/views.ts';
import { shortDate } from '../../bot/contract/dates.ts';
import { commitment, stateWords, type Awaited } from '../words.ts';

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
export function MeetingLine(props: {
  meetings: readonly MyMeeting[];
  today: string;
  awaits: Awaited | undefined;
}) {
  const { meetings, today, awaits } = props;
  return (
    <ol className={meetings.length > 7 ? 'line long' : 'line'} aria-label={commitment.line}>
      {meetings.map(({ id, date, state }) => (
        <li key={id} className={state}>
          <span className="sign" aria-hidden="true">
            {signs[state]}
          </span>
          <span className="line-date">{shortDate(date, today)}</span>{' '}
          <span className="line-state">{stateWords(state, awaits)}</span>
        </li>
      ))}
    </ol>
  );
}
