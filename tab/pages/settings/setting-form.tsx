import { useId, useState, type SyntheticEvent } from 'react';
import type { SettingsAct, SettingsPreview } from '../../../bot/contract/settings.ts';
import type { Answer } from '../../answer.ts';
import { Button } from '../../parts/button.tsx';
import { FormField } from '../../parts/form-field.tsx';
import { ProblemSummary } from '../../parts/problem-summary.tsx';
import { ChoiceField } from '../../parts/text-fields.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import { previewWords, settings as words } from '../../words-settings.ts';
import { troubles } from '../../words.ts';
import { postPreview } from './api.ts';

/** One thing that a form asks for. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type: 'text' | 'url' | 'date' | 'time' | 'number' | 'choice';
  readonly value: string;
  readonly choices?: readonly { id: string; name: string }[];
  readonly optional?: true;
}

/** Changes one setting, with its reason; what figures it moves can be seen first. */
export function SettingForm(props: {
  fields: readonly Field[];
  acts: Acts;
  /** Tells this form from the page's others. */
  id: string;
  act: (said: Readonly<Record<string, string>>) => SettingsAct;
}) {
  const { fields, acts, id: key, act } = props;
  const id = useId();
  const all: readonly Field[] = [
    ...fields,
    {
      ...{ name: 'because', label: words.because, hint: words.becauseHint },
      ...{ type: 'text', value: '' },
    },
  ];
  const [said, setSaid] = useState(Object.fromEntries(all.map(({ name, value }) => [name, value])));
  const [asked, setAsked] = useState(false);
  const [seen, setSeen] = useState<Answer<SettingsPreview>>();
  const missing = all.filter(
    ({ name, optional }) => optional !== true && (said[name] ?? '').trim() === '',
  );
  const set = (name: string, value: string): void => {
    setSaid((before) => ({ ...before, [name]: value }));
    setSeen(undefined);
  };

  function whenFilled(go: () => void): void {
    setAsked(true);
    if (missing.length === 0) go();
  }
  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    whenFilled(() =>
      acts.perform(key, { acts: [act(said)], done: () => ({ text: words.saved(said['from']) }) }),
    );
  }

  return (
    <form className="stacked" noValidate onSubmit={submit}>
      {asked && (
        <ProblemSummary
          problems={missing.map(({ name, label }) => ({
            field: `${id}-${name}`,
            text: `${words.problem}: ${label}`,
          }))}
        />
      )}
      {all.map((field) => (
        <SettingField
          key={field.name}
          id={`${id}-${field.name}`}
          field={field}
          fault={asked && missing.includes(field) ? words.problem : undefined}
          value={said[field.name] ?? ''}
          set={(value) => set(field.name, value)}
        />
      ))}
      <div className="seen" role="status">
        {seen && <Seen answer={seen} />}
      </div>
      <div className="buttons">
        <Button look="primary" submits busy={acts.busy === key} held={acts.busy !== undefined}>
          {words.save}
        </Button>
        <Button
          onPress={() => whenFilled(() => void postPreview(act(said)).then(setSeen))}
          held={acts.busy !== undefined}
        >
          {words.preview}
        </Button>
      </div>
    </form>
  );
}

function SettingField(props: {
  id: string;
  field: Field;
  fault: string | undefined;
  value: string;
  set: (value: string) => void;
}) {
  const { id, field, fault, value, set } = props;
  const { label, hint, type, choices = [] } = field;
  const named = { id, label, fault, ...(hint === undefined ? {} : { hint }) };
  if (type === 'choice') {
    const choose = field.value === '' ? { choose: words.choose } : {};
    return <ChoiceField {...named} {...choose} value={value} set={set} choices={choices} />;
  }
  return (
    <FormField {...named}>
      {(described) => (
        <input
          {...described}
          type={type}
          maxLength={500}
          value={value}
          onChange={(event) => set(event.target.value)}
        />
      )}
    </FormField>
  );
}

/** What would change, or why it can't be done. */
function Seen({ answer }: { answer: Answer<SettingsPreview> }) {
  if (answer.kind === 'refused') return <p>{answer.message}</p>;
  if (answer.kind !== 'ok') return <p>{troubles.fault.text}</p>;
  const { lines } = answer.value;
  if (lines.length === 0) return <p>{words.nothing}</p>;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.code}>{previewWords(line)}</li>
      ))}
    </ul>
  );
}
