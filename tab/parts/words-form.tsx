import { useId, useState, type SyntheticEvent } from 'react';
import { shell } from '../words.ts';
import type { ActRequest } from './act-outcome.ts';
import { Button } from './button.tsx';
import { TextField, WordsField } from './text-fields.tsx';
import type { Acts } from './use-acts.ts';

/** One field of words and its button; what is typed stays until it is recorded. */
export function WordsForm(props: {
  /** Tells its button from the page's others. */
  id: string;
  label: string;
  hint?: string;
  missing: string;
  most: number;
  submit: string;
  /** A line, such as an address, and no paragraph. */
  line?: boolean;
  acts: Acts;
  requestFor: (text: string) => ActRequest;
  /** Asked for by a button, it goes once its words are recorded. */
  close?: () => void;
}) {
  const { id, missing, most, submit, line = false, acts, requestFor, close, ...named } = props;
  const [text, setText] = useState('');
  const [fault, tell] = useState<string>();
  const field = useId();
  const Field = line ? TextField : WordsField;

  function send(event: SyntheticEvent): void {
    event.preventDefault();
    const said = text.trim();
    const over = said.length - most;
    const wrong = said === '' ? missing : over > 0 ? shell.tooLong(over) : undefined;
    tell(wrong);
    if (wrong === undefined) acts.perform(id, requestFor(said), close);
    else document.getElementById(field)?.focus();
  }

  return (
    <form className={close ? 'asking stacked' : 'stacked'} noValidate onSubmit={send}>
      <Field {...named} id={field} fault={fault} value={text} set={setText} />
      <div className="buttons">
        <Button
          look={close ? 'primary' : 'plain'}
          submits
          busy={acts.busy === id}
          held={acts.busy !== undefined}
        >
          {submit}
        </Button>
      </div>
    </form>
  );
}
