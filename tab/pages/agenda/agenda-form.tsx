import { useEffect, useId, useRef, useState, type SyntheticEvent } from 'react';
import type { Act } from '../../../bot/contract/acts.ts';
import { postAct } from '../../api.ts';
import { messageOf, type Message } from '../../parts/act-outcome.ts';
import { Button } from '../../parts/button.tsx';
import { FormField } from '../../parts/form-field.tsx';
import { ProblemSummary, type Problem } from '../../parts/problem-summary.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import { agenda as words } from '../../words-agenda.ts';

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind: 'line' | 'words' | 'date' | 'choice';
  readonly most?: number;
  readonly options?: readonly { readonly id: string; readonly name: string }[];
  readonly value?: string;
  /** What is said where it is left out. */
  readonly missing: string;
}

/** Asks for what an act needs. What is typed stays until it is done; a refusal says what to mend. */
export function AgendaForm(props: {
  title: string;
  fields: readonly Field[];
  send: string;
  actOf: (given: Readonly<Record<string, string>>) => Act;
  done: (subject: string) => Pick<Message, 'text' | 'undo'>;
  acts: Acts;
  reload: () => Promise<void>;
  close: () => void;
}) {
  const { title, fields, send, actOf, done, acts, reload, close } = props;
  const id = useId();
  const [given, setGiven] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(fields.map(({ name, value = '' }) => [name, value])),
  );
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [warned, setWarned] = useState(false);
  const [confirmed, setConfirmed] = useState(false);
  const [busy, setBusy] = useState(false);
  const idOf = (name: string) => `${id}-${name}`;
  const form = useRef<HTMLFormElement>(null);

  // The button that opened it stays where it was: the keyboard goes on in the form.
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, []);

  async function perform(): Promise<void> {
    setBusy(true);
    const act = actOf(given);
    const asked: Act = confirmed ? withConfirmation(act) : act;
    const answer = await postAct(asked);
    setBusy(false);
    if (answer.kind === 'refused') {
      setWarned(answer.code === 'nhs-number');
      const at = fields.find(({ name }) => answer.code.startsWith(name)) ?? fields.at(-1);
      setProblems([{ field: idOf(at?.name ?? ''), text: answer.message }]);
      return;
    }
    await reload();
    const subjects = (list: readonly string[]) => done(list[0] ?? '');
    acts.tell(messageOf({ acts: [asked], done: subjects }, [answer]));
    if (answer.kind === 'ok') close();
  }

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    if (busy) return;
    const left = fields
      .filter(({ name }) => given[name]?.trim() === '')
      .map(({ name, missing }) => ({ field: idOf(name), text: missing }));
    setProblems(left);
    if (left.length === 0) void perform();
  }

  return (
    <form
      ref={form}
      className="asking stacked"
      noValidate
      onSubmit={submit}
      aria-labelledby={`${id}-form`}
    >
      <h4 id={`${id}-form`}>{title}</h4>
      <ProblemSummary problems={problems} />
      {fields.map((field) => (
        <FormField
          key={field.name}
          id={idOf(field.name)}
          label={field.label}
          {...(field.hint !== undefined && { hint: field.hint })}
          fault={problems.find((problem) => problem.field === idOf(field.name))?.text}
        >
          {(described) => (
            <Control
              field={field}
              described={described}
              value={given[field.name] ?? ''}
              change={(value) => setGiven({ ...given, [field.name]: value })}
            />
          )}
        </FormField>
      ))}
      {warned && (
        <div className="tick field">
          <input
            id={idOf('confirm')}
            type="checkbox"
            checked={confirmed}
            onChange={(event) => setConfirmed(event.target.checked)}
          />
          <label htmlFor={idOf('confirm')}>{words.noNumber}</label>
        </div>
      )}
      <div className="buttons">
        <Button look="primary" submits busy={busy}>
          {send}
        </Button>
        <Button look="quiet" onPress={close}>
          {words.notNow}
        </Button>
      </div>
    </form>
  );
}

function Control(props: {
  field: Field;
  described: Parameters<Parameters<typeof FormField>[0]['children']>[0];
  value: string;
  change: (value: string) => void;
}) {
  const { field, described, value, change } = props;
  const { kind, most, options = [] } = field;
  switch (kind) {
    case 'words':
      return (
        <textarea
          {...described}
          rows={4}
          value={value}
          onChange={(event) => change(event.target.value)}
        />
      );
    case 'choice':
      return (
        <select {...described} value={value} onChange={(event) => change(event.target.value)}>
          <option value="">{words.choose}</option>
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.name}
            </option>
          ))}
        </select>
      );
    case 'line':
    case 'date':
      return (
        <input
          {...described}
          type={kind === 'date' ? 'date' : 'text'}
          value={value}
          maxLength={most}
          onChange={(event) => change(event.target.value)}
        />
      );
  }
}

function withConfirmation(act: Act): Act {
  switch (act.verb) {
    case 'raise-item':
      return { ...act, data: { ...act.data, confirmNumber: true } };
    case 'edit-item':
      return { ...act, data: { ...act.data, confirmNumber: true } };
    case 'decline-item':
      return { ...act, data: { ...act.data, confirmNumber: true } };
    case 'discuss-item':
      return { ...act, data: { ...act.data, confirmNumber: true } };
    case 'feed-back':
      return { ...act, data: { ...act.data, confirmNumber: true } };
    default:
      return act;
  }
}
