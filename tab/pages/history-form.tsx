import { useEffect, useId, useRef, useState, type SyntheticEvent } from 'react';
import { historyKindSchema } from '../../bot/contract/acts.ts';
import { Button } from '../parts/button.tsx';
import { FormField } from '../parts/form-field.tsx';
import type { Acts } from '../parts/use-acts.ts';
import { form as words } from '../words-history.ts';
import { enterRequest } from './history-acts.ts';
import { readEntry, type EntryField, type Filled } from './history-entry.ts';

const nothing: Filled = { what: '', network: '', date: '', document: '' };

/** Adds one thing from before the app. What is typed stays until it is recorded. */
export function HistoryForm(props: {
  networks: readonly { id: string; name: string }[];
  organisation: string;
  today: string;
  acts: Acts;
}) {
  const { networks, organisation, today, acts } = props;
  const [filled, fill] = useState(nothing);
  const [faults, setFaults] = useState<readonly { field: EntryField; text: string }[]>([]);
  const summary = useRef<HTMLDivElement>(null);
  const id = useId();
  const idOf = (field: EntryField) => `${id}-${field}`;
  const faultOf = (field: EntryField) => faults.find((fault) => fault.field === field)?.text;
  const set = (field: EntryField) => (value: string) => fill({ ...filled, [field]: value });

  useEffect(() => {
    if (faults.length > 0) summary.current?.focus();
  }, [faults]);

  function add(event: SyntheticEvent): void {
    event.preventDefault();
    const read = readEntry(filled, today);
    setFaults(read.kind === 'faults' ? read.faults : []);
    if (read.kind === 'entry') acts.perform('enter', enterRequest(read.entry, organisation));
  }

  return (
    <details>
      <summary>{words.open}</summary>
      {faults.length > 0 && (
        <div className="problems" role="alert" tabIndex={-1} ref={summary}>
          <h3>{words.problem}</h3>
          <ul>
            {faults.map(({ field, text }) => (
              <li key={field}>
                <a
                  href={`#${idOf(field)}`}
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(idOf(field))?.focus();
                  }}
                >
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <form className="stacked" noValidate onSubmit={add}>
        <FormField
          id={idOf('what')}
          label={words.what}
          fault={faultOf('what')}
          {...(filled.what === 'mentoring-session' && { hint: words.mentoringHint })}
        >
          {(described) => (
            <select
              {...described}
              value={filled.what}
              onChange={(event) => set('what')(event.target.value)}
            >
              <option value="">{words.choose}</option>
              {historyKindSchema.options.map((kind) => (
                <option key={kind} value={kind}>
                  {words.kinds[kind]}
                </option>
              ))}
            </select>
          )}
        </FormField>
        {filled.what === 'attendance' && (
          <FormField id={idOf('network')} label={words.network} fault={faultOf('network')}>
            {(described) => (
              <select
                {...described}
                value={filled.network}
                onChange={(event) => set('network')(event.target.value)}
              >
                <option value="">{words.choose}</option>
                {networks.map((network) => (
                  <option key={network.id} value={network.id}>
                    {network.name}
                  </option>
                ))}
              </select>
            )}
          </FormField>
        )}
        <FormField id={idOf('date')} label={words.date} fault={faultOf('date')}>
          {(described) => (
            <input
              {...described}
              type="date"
              max={today}
              value={filled.date}
              onChange={(event) => set('date')(event.target.value)}
            />
          )}
        </FormField>
        <FormField
          id={idOf('document')}
          label={words.document}
          hint={words.documentHint}
          fault={faultOf('document')}
        >
          {(described) => (
            <input
              {...described}
              type="text"
              maxLength={200}
              value={filled.document}
              onChange={(event) => set('document')(event.target.value)}
            />
          )}
        </FormField>
        <div className="buttons">
          <Button
            look="primary"
            submits
            busy={acts.busy === 'enter'}
            held={acts.busy !== undefined}
          >
            {words.add}
          </Button>
        </div>
      </form>
    </details>
  );
}
