import { useId, useState, type KeyboardEvent } from 'react';
import type { ListedPerson, People } from '../../bot/contract/people.ts';
import type { Answer } from '../answer.ts';
import { getPeople } from '../api.ts';
import { picker as words } from '../words-people.ts';
import { findPeople, isLongEnough } from './find-people.ts';
import { FormField, type Described } from './form-field.tsx';
import { Shown } from './states.tsx';
import { useView } from './use-view.ts';

/** More than these are asked to be narrowed by another letter. */
const mostShown = 6;

interface PickerProps {
  id: string;
  label: string;
  fault: string | undefined;
  chosen: ListedPerson | undefined;
  choose: (person: ListedPerson | undefined) => void;
}

/** One person out of many: two letters of a name, then a choice, by keyboard, touch or voice. */
export function PersonField(
  props: PickerProps & { people: readonly ListedPerson[]; hint?: string },
) {
  const { id, label, hint = words.hint, fault } = props;
  return (
    <FormField id={id} label={label} hint={hint} fault={fault}>
      {(described) => <Combobox {...props} described={described} />}
    </FormField>
  );
}

/** The same, with the names read once it is shown. */
export function PersonPicker(
  props: PickerProps & {
    /** Whom to choose from; stays the same function. Leaders and directors where left out. */
    load?: () => Promise<Answer<People>>;
  },
) {
  const { view, reload } = useView(props.load ?? getPeople);
  return (
    <Shown view={view} reload={reload} small>
      {({ people }) => <PersonField {...props} people={people} />}
    </Shown>
  );
}

/** The pattern "combobox with a list" of the ARIA practices: the focus stays in the box. */
function Combobox(props: PickerProps & { described: Described; people: readonly ListedPerson[] }) {
  const { described, people, chosen, choose } = props;
  const [typed, type] = useState(chosen?.name ?? '');
  const [closed, setClosed] = useState(true);
  const [at, setAt] = useState(0);
  const list = useId();
  const found = findPeople(people, typed);
  const shown = closed ? [] : found.slice(0, mostShown);
  const active = Math.min(at, shown.length - 1);
  const optionId = (index: number) => `${list}-${index}`;

  function pick(person: ListedPerson): void {
    choose(person);
    type(person.name);
    setClosed(true);
  }

  function onKey(event: KeyboardEvent): void {
    const marked = shown[active];
    if (event.key === 'ArrowDown' && shown.length === 0) setClosed(false);
    else if (event.key === 'ArrowDown') setAt((active + 1) % shown.length);
    else if (event.key === 'ArrowUp' && shown.length > 0) {
      setAt((active - 1 + shown.length) % shown.length);
    } else if (event.key === 'Enter' && marked !== undefined) pick(marked);
    else if (event.key === 'Escape' && !closed) setClosed(true);
    else return;
    // Enter would send the form, arrows would move the caret.
    event.preventDefault();
  }

  return (
    <div className="picker">
      <input
        {...described}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={shown.length > 0}
        aria-controls={list}
        aria-activedescendant={shown.length > 0 ? optionId(active) : undefined}
        value={typed}
        onKeyDown={onKey}
        onBlur={() => setClosed(true)}
        onChange={(event) => {
          type(event.target.value);
          setClosed(false);
          setAt(0);
          choose(undefined);
        }}
      />
      <div id={list} role="listbox" aria-label={words.list} hidden={shown.length === 0}>
        {shown.map((person, index) => (
          <button
            key={person.id}
            id={optionId(index)}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            // The box keeps the focus, or leaving it would close the list before the choice.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(person)}
          >
            <strong>{person.name}</strong>
            {person.title !== undefined && <span className="soft">{person.title}</span>}
          </button>
        ))}
      </div>
      {/* Stays when the box is left: a line that went would move the button that is being pressed. */}
      <p className="soft" role="status">
        {chosen === undefined &&
          isLongEnough(typed) &&
          words.found(Math.min(found.length, mostShown), found.length)}
      </p>
    </div>
  );
}
