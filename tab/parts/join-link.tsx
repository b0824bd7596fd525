import type { MyMeeting } from '../../bot/contract/views.ts';
import { commitment } from '../words.ts';

/** Imported links are outside data: only https ones are followed. */
export function JoinLink({ meeting }: { meeting: MyMeeting }) {
  if (!meeting.joinLink?.startsWith('https://')) return null;
  return (
    <a className="button primary" href={meeting.joinLink} target="_blank" rel="noreferrer">
      {commitment.join}
    </a>
  );
}
