import { useId, useState, type SyntheticEvent } from 'react';
import type { Act } from '../../../bot/contract/acts.ts';
import { postAct } from '../../api.ts';
import { messageOf, type ActRequest } from '../../parts/act-outcome.ts';
import { Button } from '../../parts/button.tsx';
import { FormField } from '../../parts/form-field.tsx';
import { ProblemSummary, type Problem } from '../../parts/problem-summary.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import { form as words } from '../../words-board.ts';

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What to say where it is left empty; such a field may be. */
  readonly missing?: string;
  readonly input:
    | { kind: 'choice'; choices: readonly { value: string; title: string }[] }
    | { kind: 'text' }
    | { kind: 'long'; most: number }
    | { kind: 'day'; latest: string }
    | { kind: 'tick' };
  readonly value?: string;
}

/** What is typed, by the field's name; a tick is "yes" or "no". */
export type Given = Readonly<Record<string, string>>;

export interface Ask {
  readonly title: string;
  readonly save: string;
  readonly fields: readonly Field[];
  readonly act: (given: Given) => Act;
  readonly done: (given: Given) => ActRequest['done'];
  /** Which field mends a refusal. */
  readonly mends: Readonly<Record<string, string>>;
  /** A field that is asked only once this refusal came. */
  readonly later?: { refusal: string; field: Field };
}

/** A few questions and one act. What is typed stays until it is recorded; a fault is told at its field. */
export function AskForm(props: {
  ask: Ask;
  acts: Acts;
  reload: () => Promise<void>;
  close: () => void;
}) {
  const { ask, acts, reload, close } = props;
  const id = useId();
  const idOf = (name: string) => `${id}-${name}`;
  const [asked, setAsked] = useState(ask.fields);
  const [given, setGiven] = useState<Given>(() => valuesOf(ask.fields));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState(false);

  async function send(): Promise<void> {
    setBusy(true);
    const act = ask.act(given);
    const answer = await postAct(act);
    setBusy(false);
    if (answer.kind === 'refused') {
      const { later } = ask;
      if (later?.refusal === answer.code && !asked.includes(later.field)) {
        setAsked([...asked, later.field]);
        setGiven({ ...given, ...valuesOf([later.field]) });
      }
      const name = ask.mends[answer.code] ?? asked[0]?.name ?? '';
      return setProblems([{ field: idOf(name), text: answer.message }]);
    }
    await reload();
    acts.tell(messageOf({ acts: [act], done: ask.done(given) }, [answer]));
    if (answer.kind === 'ok') close();
  }

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    if (busy) return;
    const empty = asked.flatMap(({ name, missing }) =>
      missing !== undefined && (given[name] ?? '').trim() === ''
        ? [{ field: idOf(name), text: missing }]
        : [],
    );
    setProblems(empty);
    if (empty.length === 0) void send();
  }

  return (
    <form className="asking stacked" noValidate onSubmit={submit} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{ask.title}</h3>
      <ProblemSummary problems={problems} />
      {asked.map((field) => (
        <Asked
          key={field.name}
          id={idOf(field.name)}
          field={field}
          value={given[field.name] ?? ''}
          fault={problems.find((problem) => problem.field === idOf(field.name))?.text}
          change={(value) => setGiven({ ...given, [field.name]: value })}
        />
      ))}
      <div className="buttons">
        <Button look="primary" submits busy={busy}>
          {ask.save}
        </Button>
        <Button look="quiet" onPress={close}>
          {words.notNow}
        </Button>
      </div>
    </form>
  );
}

function valuesOf(fields: readonly Field[]): Given {
  return Object.fromEntries(
    fields.map(({ name, value, input }) => [name, value ?? (input.kind === 'tick' ? 'no' : '')]),
  );
}

function Asked(props: {
  id: string;
  field: Field;
  value: string;
  fault: string | undefined;
  change: (value: string) => void;
}) {
  const { id, field, value, fault, change } = props;
  const { label, hint, input } = field;
  if (input.kind === 'tick') {
    return (
      <div className="tick">
        <input
          id={id}
          type="checkbox"
          checked={value === 'yes'}
          onChange={(event) => change(event.target.checked ? 'yes' : 'no')}
        />
        <label htmlFor={id}>{label}</label>
      </div>
    );
  }
  return (
    <FormField id={id} label={label} fault={fault} {...(hint === undefined ? {} : { hint })}>
      {(described) =>
        input.kind === 'choice' ? (
          <select {...described} value={value} onChange={(event) => change(event.target.value)}>
            <option value="">{words.choose}</option>
            {input.choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.title}
              </option>
            ))}
          </select>
        ) : input.kind === 'long' ? (
          <textarea
            {...described}
            rows={4}
            maxLength={input.most}
            value={value}
            onChange={(event) => change(event.target.value)}
          />
        ) : (
          <input
            {...described}
            type={input.kind === 'day' ? 'date' : 'text'}
            {...(input.kind === 'day' ? { max: input.latest } : { maxLength: 200 })}
            value={value}
            onChange={(event) => change(event.target.value)}
          />
        )
      }
    </FormField>
  );
}
