import { changeOf } from '../../bot/contract/changes.ts';
import type { MyMeeting } from '../../bot/contract/views.ts';
import { meetingTime } from '../../bot/contract/dates.ts';
import { ActButton } from '../parts/act-button.tsx';
import type { Acts } from '../parts/use-acts.ts';
import { actions, commitment as words, queryWords, stateWords } from '../words.ts';
import { meetingRequest, type Acting, type MeetingVerb } from './meeting-acts.ts';

/** Every meeting with its time, its state and what may be answered. */
export function MeetingList(props: { meetings: readonly MyMeeting[]; acting: Acting; acts: Acts }) {
  const { meetings, acting, acts } = props;
  return (
    <ul className="rows">
      {meetings.map((meeting) => (
        <li key={meeting.id}>
          <div className="row-words">
            <strong>{meetingTime(meeting, acting.today)}</strong>
            <span>
              {meeting.title}
              {meeting.location && `, ${meeting.location}`}
            </span>
            <span className="soft">{stateOf(meeting)}</span>
            {meeting.state === 'voided' && <span className="soft">{words.voided}</span>}
            <Change meeting={meeting} today={acting.today} />
          </div>
          {meeting.may.length > 0 && (
            <div className="buttons">
              {meeting.may.filter(isListed).map((verb) => (
                <ActButton
                  key={verb}
                  acts={acts}
                  id={`${meeting.id} ${verb}`}
                  request={meetingRequest(verb, meeting, acting)}
                  fullLabel={`${label(verb, acting)}: ${meetingTime(meeting, acting.today)}`}
                >
                  {label(verb, acting)}
                </ActButton>
              ))}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

/**
 * "No, I wasn't" is asked for on the banner alone: in a list it would be a button a row. An answer is
 * undone where it is told that it was given; later, the other answer is what somebody looks for.
 */
function isListed(verb: MeetingVerb): boolean {
  return verb !== 'not-there' && verb !== 'undo-intention';
}

/** That its network moved or cancelled it. */
function Change({ meeting, today }: { meeting: MyMeeting; today: string }) {
  const change = changeOf(meeting, today);
  return change === undefined ? null : <span className="soft">{change}</span>;
}

function stateOf(meeting: MyMeeting): string {
  const state = stateWords(meeting);
  const asked = meeting.reason ? `${state}: “${queryWords[meeting.reason].toLowerCase()}”` : state;
  return meeting.onBehalf ? `${asked}. ${words.onBehalf}.` : asked;
}

function label(verb: MeetingVerb, { subject }: Acting): string {
  switch (verb) {
    case 'claim':
      return actions.claimFromList(subject);
    case 'withdraw':
    case 'undo-not-there':
    case 'undo-intention':
      return actions.withdraw;
    case 'not-there':
      return actions.notThere(subject);
    case 'will-come':
    case 'cannot-come':
      return actions[verb](subject);
  }
}
