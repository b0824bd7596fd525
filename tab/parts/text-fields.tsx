import { FormField } from './form-field.tsx';

interface Filled {
  id: string;
  label: string;
  hint?: string;
  fault: string | undefined;
  value: string;
  set: (value: string) => void;
}

/** One line of words. */
export function TextField(props: Filled & { most: number; type?: 'text' | 'url' }) {
  const { value, set, most, type = 'text', ...named } = props;
  return (
    <FormField {...named}>
      {(described) => (
        <input
          {...described}
          type={type}
          maxLength={most}
          value={value}
          onChange={(event) => set(event.target.value)}
        />
      )}
    </FormField>
  );
}

/** A day that has come. */
export function PastDateField(props: Filled & { today: string }) {
  const { value, set, today, ...named } = props;
  return (
    <FormField {...named}>
      {(described) => (
        <input
          {...described}
          type="date"
          max={today}
          value={value}
          onChange={(event) => set(event.target.value)}
        />
      )}
    </FormField>
  );
}

/** One of several; `choose` where none is chosen yet. */
export function ChoiceField(
  props: Filled & { choose?: string; choices: readonly { id: string; name: string }[] },
) {
  const { value, set, choose, choices, ...named } = props;
  return (
    <FormField {...named}>
      {(described) => (
        <select {...described} value={value} onChange={(event) => set(event.target.value)}>
          {choose !== undefined && <option value="">{choose}</option>}
          {choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </FormField>
  );
}
