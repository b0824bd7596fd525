import { useId, useState, type SyntheticEvent } from 'react';
import { goalTextLength } from '../../../bot/contract/goals.ts';
import { Button } from '../../parts/button.tsx';
import { FormField } from '../../parts/form-field.tsx';
import type { Acts } from '../../parts/use-acts.ts';

/** One field of words and its button; what is typed stays until it is recorded. */
export function WordsForm(props: {
  id: string;
  label: string;
  hint?: string;
  missing: string;
  submit: string;
  /** A line, such as an address, and no paragraph. */
  line?: boolean;
  acts: Acts;
  send: (text: string) => void;
}) {
  const { id, label, hint, missing, submit, line = false, acts, send } = props;
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);
  const field = useId();

  function onSubmit(event: SyntheticEvent): void {
    event.preventDefault();
    setMissing(text.trim() === '');
    if (text.trim() === '') document.getElementById(field)?.focus();
    else send(text.trim());
  }

  return (
    <form className="stacked" noValidate onSubmit={onSubmit}>
      <FormField
        id={field}
        label={label}
        fault={isMissing ? missing : undefined}
        {...(hint === undefined ? {} : { hint })}
      >
        {(described) =>
          line ? (
            <input {...described} value={text} onChange={(event) => setText(event.target.value)} />
          ) : (
            <textarea
              {...described}
              rows={3}
              maxLength={goalTextLength}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )
        }
      </FormField>
      <div className="buttons">
        <Button submits busy={acts.busy === id} held={acts.busy !== undefined}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
