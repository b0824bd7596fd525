import { useRef, useState, type SyntheticEvent } from 'react';
import type { Attendance } from '../../bot/contract/views.ts';
import { shortDate } from '../../bot/contract/dates.ts';
import { ActButton } from '../parts/act-button.tsx';
import { Button } from '../parts/button.tsx';
import { ReasonField } from '../parts/reason-field.tsx';
import type { Acts } from '../parts/use-acts.ts';
import { offTheRecord as words } from '../words-organisation.ts';
import { putBackRequest, takeOffRequest } from './deciding.ts';

/** Beside an attendance: takes it off the record, with a reason, or puts it back while that may be. */
export function OffTheRecord(props: {
  name: string;
  meeting: Attendance['people'][number]['meetings'][number];
  today: string;
  organisation: string;
  acts: Acts;
}) {
  const { name, meeting, today, organisation, acts } = props;
  const { claim, may } = meeting;
  const [open, setOpen] = useState(false);
  if (claim === undefined || may === undefined) return null;
  const what = { claim, name, date: shortDate(meeting.date, today) };
  if (may === 'reopen') {
    return (
      <ActButton
        acts={acts}
        id={`back ${claim}`}
        request={putBackRequest(what, organisation)}
        look="quiet"
        fullLabel={words.putBackFor(what)}
      >
        {words.putBack}
      </ActButton>
    );
  }
  return (
    <>
      <Button
        look="quiet"
        expanded={open}
        fullLabel={words.takeOffFor(what)}
        onPress={() => setOpen(!open)}
      >
        {words.takeOff}
      </Button>
      {open && (
        <WhyForm
          busy={acts.busy === claim}
          held={acts.busy !== undefined}
          send={(reason) => acts.perform(claim, takeOffRequest(what, reason, organisation))}
        />
      )}
    </>
  );
}

function WhyForm(props: { busy: boolean; held: boolean; send: (reason: string) => void }) {
  const { busy, held, send } = props;
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim() === '') field.current?.focus();
    else send(reason.trim());
  }
  return (
    <form className="asking stacked" noValidate onSubmit={submit}>
      <ReasonField
        ref={field}
        value={reason}
        change={setReason}
        missing={missing}
        note={words.note}
        fault={words.missing}
      />
      <div className="buttons">
        <Button look="primary" submits busy={busy} held={held}>
          {words.confirm}
        </Button>
      </div>
    </form>
  );
}
