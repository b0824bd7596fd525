import { useId, useState, type SyntheticEvent } from 'react';
import type { ActRequest } from '../../parts/act-outcome.ts';
import { Button } from '../../parts/button.tsx';
import { DateField } from '../../parts/text-fields.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import { pledgeForm as words } from '../../words-pledges.ts';
import { dayAfter, faultOfDay } from './pledge-faults.ts';

/** Another day to look at a pledge. What is chosen stays until it is recorded. */
export function DayForm(props: {
  today: string;
  acts: Acts;
  id: string;
  requestFor: (day: string) => ActRequest;
  close: () => void;
}) {
  const { today, acts, id, requestFor, close } = props;
  const [day, choose] = useState('');
  const [fault, tell] = useState<string>();
  const field = useId();
  function send(event: SyntheticEvent): void {
    event.preventDefault();
    const wrong = faultOfDay(day, today);
    tell(wrong);
    if (wrong === undefined) acts.perform(id, requestFor(day), close);
    else document.getElementById(field)?.focus();
  }
  return (
    <form className="asking stacked" noValidate onSubmit={send}>
      <DateField
        id={field}
        label={words.review}
        fault={fault}
        min={dayAfter(today)}
        value={day}
        set={choose}
      />
      <div className="buttons">
        <Button look="primary" submits busy={acts.busy === id} held={acts.busy !== undefined}>
          {words.set}
        </Button>
      </div>
    </form>
  );
}
