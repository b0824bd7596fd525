import { useId, useRef, useState, type SyntheticEvent } from 'react';
import { meetingTime } from '../../bot/contract/dates.ts';
import type { KeptMeeting } from '../../bot/contract/calendar.ts';
import { ActButton } from '../parts/act-button.tsx';
import { Button } from '../parts/button.tsx';
import type { Acts } from '../parts/use-acts.ts';
import { calendar as words } from '../words-calendar.ts';
import { cancelRequest, openRequest, restoreRequest, type Keeping } from './calendar-acts.ts';
import { MeetingForm } from './meeting-form.tsx';

/** A meeting of the chair's network, with what may be done about it. */
export function KeptMeetingRow(props: {
  meeting: KeptMeeting;
  keeping: Keeping;
  acts: Acts;
  reload: () => Promise<void>;
}) {
  const { meeting, keeping, acts, reload } = props;
  const { today } = keeping;
  const [asking, ask] = useState<'move' | 'cancel'>();
  const toggle = (what: 'move' | 'cancel') => ask(asking === what ? undefined : what);
  const labelled = (action: string) => words.of(action, meeting, today);
  const state = [
    words.states[meeting.state],
    meeting.openToExecutives ? words.open : words.membersOnly,
    words.movedFrom(meeting, today),
  ];
  return (
    <li>
      <div className="row-words">
        <strong>{meetingTime(meeting, today)}</strong>
        <span>
          {meeting.title}
          {meeting.location && `, ${meeting.location}`}
        </span>
        <span className="soft">{state.filter((part) => part !== '').join('. ')}</span>
      </div>
      <div className="buttons">
        {meeting.may.map((verb) => {
          const label = words.actions[verb];
          if (verb === 'move' || verb === 'cancel') {
            return (
              <Button
                key={verb}
                look={verb === 'move' ? 'plain' : 'quiet'}
                held={acts.busy !== undefined}
                expanded={asking === verb}
                fullLabel={labelled(label)}
                onPress={() => toggle(verb)}
              >
                {label}
              </Button>
            );
          }
          const request =
            verb === 'restore'
              ? restoreRequest(meeting, keeping)
              : openRequest(meeting, verb === 'open', keeping);
          return (
            <ActButton
              key={verb}
              acts={acts}
              id={`${meeting.id} ${verb}`}
              request={request}
              look={verb === 'restore' ? 'plain' : 'quiet'}
              fullLabel={labelled(label)}
            >
              {label}
            </ActButton>
          );
        })}
      </div>
      {asking === 'move' && (
        <MeetingForm
          keeping={keeping}
          moving={meeting}
          acts={acts}
          reload={reload}
          close={() => ask(undefined)}
        />
      )}
      {asking === 'cancel' && (
        <CancelAsk meeting={meeting} keeping={keeping} acts={acts} close={() => ask(undefined)} />
      )}
    </li>
  );
}

/** Asked once, with what it will do. What is typed stays until it is recorded. */
function CancelAsk(props: {
  meeting: KeptMeeting;
  keeping: Keeping;
  acts: Acts;
  close: () => void;
}) {
  const { meeting, keeping, acts, close } = props;
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const held = meeting.state === 'held';
  function cancel(event: SyntheticEvent): void {
    event.preventDefault();
    if (acts.busy !== undefined) return;
    if (held && reason.trim() === '') {
      setMissing(true);
      input.current?.focus();
      return;
    }
    acts.perform(`${meeting.id} cancel`, cancelRequest(meeting, reason.trim(), keeping), close);
  }
  return (
    <form className="asking stacked" noValidate onSubmit={cancel} aria-labelledby={`${id}-ask`}>
      <h3 id={`${id}-ask`}>{words.cancelAsk(meeting, keeping.today)}</h3>
      <p>{words.cancelEffect(meeting)}</p>
      <div className={isMissing ? 'field wrong' : 'field'}>
        <label htmlFor={id}>{words.cancelReason(held)}</label>
        <span className="soft" id={`${id}-hint`}>
          {words.cancelReasonHint(meeting.openToExecutives)}
        </span>
        {isMissing && (
          <p className="fault" id={`${id}-fault`} role="alert">
            <strong>{words.problem}:</strong> {words.cancelReasonMissing}
          </p>
        )}
        <input
          id={id}
          ref={input}
          type="text"
          maxLength={500}
          value={reason}
          aria-invalid={isMissing}
          aria-describedby={isMissing ? `${id}-hint ${id}-fault` : `${id}-hint`}
          onChange={(event) => {
            setReason(event.target.value);
            setMissing(false);
          }}
        />
      </div>
      <div className="buttons">
        <Button
          look="primary"
          submits
          busy={acts.busy === `${meeting.id} cancel`}
          held={acts.busy !== undefined}
        >
          {words.cancelYes}
        </Button>
        <Button look="quiet" held={acts.busy !== undefined} onPress={close}>
          {words.cancelNo}
        </Button>
      </div>
    </form>
  );
}
