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
export function TextField(props: Filled & { most?: number; type?: 'text' | 'url' }) {
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

/** A few lines of words. */
export function WordsField(props: Filled & { most?: number }) {
  const { value, set, most, ...named } = props;
  return (
    <FormField {...named}>
      {(described) => (
        <textarea
          {...described}
          rows={3}
          maxLength={most}
          value={value}
          onChange={(event) => set(event.target.value)}
        />
      )}
    </FormField>
  );
}

/** A day that has come. */
export function PastDateField({ today, ...filled }: Filled & { today: string }) {
  return <DateField {...filled} max={today} />;
}

/** A day, of those from `min` to `max`. */
export function DateField(props: Filled & { min?: string; max?: string }) {
  const { value, set, min, max, ...named } = props;
  return (
    <FormField {...named}>
      {(described) => (
        <input
          {...described}
          type="date"
          min={min}
          max={max}
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
