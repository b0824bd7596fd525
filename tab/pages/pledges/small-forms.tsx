import { useId, useState, type SyntheticEvent } from 'react';
import type { ActRequest } from '../../parts/act-outcome.ts';
import { Button } from '../../parts/button.tsx';
import { FormField } from '../../parts/form-field.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import { pledgeForm as words } from '../../words-pledges.ts';
import { faultOfDay, faultOfText } from './pledge-faults.ts';

/** A few words about a pledge. */
export function TextForm(props: {
  label: string;
  hint: string;
  save: string;
  acts: Acts;
  id: string;
  most: number;
  requestFor: (text: string) => ActRequest;
  done: () => void;
}) {
  const { label, hint, save, acts, id, most } = props;
  const [text, write] = useState('');
  const [fault, tell] = useState<string>();
  const field = useId();
  function send(event: SyntheticEvent): void {
    event.preventDefault();
    const wrong = faultOfText(text, most);
    tell(wrong);
    if (wrong !== undefined) return document.getElementById(field)?.focus();
    acts.perform(id, props.requestFor(text.trim()));
    props.done();
  }
  return (
    <form className="asking stacked" noValidate onSubmit={send}>
      <FormField id={field} label={label} hint={hint} fault={fault}>
        {(described) => (
          <textarea
            {...described}
            rows={3}
            value={text}
            onChange={(event) => write(event.target.value)}
          />
        )}
      </FormField>
      <div className="buttons">
        <Button look="primary" submits held={acts.busy !== undefined}>
          {save}
        </Button>
      </div>
    </form>
  );
}

/** Another day to look at a pledge. */
export function DayForm(props: {
  today: string;
  acts: Acts;
  id: string;
  requestFor: (day: string) => ActRequest;
  done: () => void;
}) {
  const { today, acts, id } = props;
  const [day, choose] = useState('');
  const [fault, tell] = useState<string>();
  const field = useId();
  function send(event: SyntheticEvent): void {
    event.preventDefault();
    const wrong = faultOfDay(day, today);
    tell(wrong);
    if (wrong !== undefined) return document.getElementById(field)?.focus();
    acts.perform(id, props.requestFor(day));
    props.done();
  }
  return (
    <form className="asking stacked" noValidate onSubmit={send}>
      <FormField id={field} label={words.review} fault={fault}>
        {(described) => (
          <input
            {...described}
            type="date"
            value={day}
            onChange={(event) => choose(event.target.value)}
          />
        )}
      </FormField>
      <div className="buttons">
        <Button look="primary" submits held={acts.busy !== undefined}>
          {words.set}
        </Button>
      </div>
    </form>
  );
}
