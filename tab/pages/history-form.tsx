import { useId, useMemo, useState, type SyntheticEvent } from 'react';
import type { HistoryKind } from '../../bot/contract/acts.ts';
import type { ListedPerson } from '../../bot/contract/people.ts';
import { Button } from '../parts/button.tsx';
import { PersonPicker } from '../parts/person-picker.tsx';
import { ProblemSummary } from '../parts/problem-summary.tsx';
import { ChoiceField, PastDateField, TextField } from '../parts/text-fields.tsx';
import type { Acts } from '../parts/use-acts.ts';
import { form as words } from '../words-history.ts';
import { enterRequest } from './history-acts.ts';
import { readEntry, type EntryField, type Filled } from './history-entry.ts';

const nothing = { what: '', network: '', date: '', document: '' };

/** Adds one thing from before the app. What is typed stays until it is recorded. */
export function HistoryForm(props: {
  kinds: readonly HistoryKind[];
  networks: readonly { id: string; name: string }[];
  /** Of whoever is chosen; of oneself where left out. */
  forSomebody?: boolean;
  organisation: string;
  today: string;
  acts: Acts;
}) {
  const { kinds, networks, forSomebody = false, organisation, today, acts } = props;
  const [opened, setOpened] = useState(false);
  const [person, choose] = useState<ListedPerson>();
  const [given, give] = useState(nothing);
  const [faults, setFaults] = useState<readonly { field: EntryField; text: string }[]>([]);
  const id = useId();
  const idOf = (field: EntryField) => `${id}-${field}`;
  const faultOf = (field: EntryField) => faults.find((fault) => fault.field === field)?.text;
  const set = (field: keyof typeof nothing) => (value: string) =>
    give({ ...given, [field]: value });
  const problems = useMemo(
    () => faults.map(({ field, text }) => ({ field: `${id}-${field}`, text })),
    [faults, id],
  );
  // One kind alone needs no question.
  const filled: Filled = {
    ...given,
    what: kinds.length === 1 ? (kinds[0] ?? '') : given.what,
    person: person?.id ?? '',
  };

  function add(event: SyntheticEvent): void {
    event.preventDefault();
    const read = readEntry(filled, today, forSomebody ? 'somebody' : 'oneself');
    setFaults(read.kind === 'faults' ? read.faults : []);
    if (read.kind === 'entry') {
      acts.perform('enter', enterRequest(read.entry, organisation, person?.name));
    }
  }

  return (
    <details onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{forSomebody ? words.openFor : words.open}</summary>
      <ProblemSummary problems={problems} />
      <form className="stacked" noValidate onSubmit={add}>
        {/* Names are read once somebody asks for them. */}
        {forSomebody && opened && (
          <PersonPicker
            id={idOf('person')}
            label={words.person}
            fault={faultOf('person')}
            chosen={person}
            choose={choose}
          />
        )}
        <ChoiceField
          id={idOf('what')}
          label={words.what}
          fault={faultOf('what')}
          {...(filled.what === 'mentoring-session' && { hint: words.mentoringHint })}
          {...(kinds.length > 1 && { choose: words.choose })}
          choices={kinds.map((kind) => ({ id: kind, name: words.kinds[kind] }))}
          value={filled.what}
          set={set('what')}
        />
        {filled.what === 'attendance' && (
          <ChoiceField
            id={idOf('network')}
            label={words.network}
            fault={faultOf('network')}
            choose={words.choose}
            choices={networks}
            value={filled.network}
            set={set('network')}
          />
        )}
        <PastDateField
          id={idOf('date')}
          label={words.date}
          fault={faultOf('date')}
          today={today}
          value={filled.date}
          set={set('date')}
        />
        <TextField
          id={idOf('document')}
          label={words.document}
          hint={words.documentHint}
          fault={faultOf('document')}
          most={200}
          value={filled.document}
          set={set('document')}
        />
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
