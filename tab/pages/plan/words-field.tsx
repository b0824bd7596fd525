import { FormField } from '../../parts/form-field.tsx';

/** A few lines of words. */
export function WordsField(props: {
  id: string;
  label: string;
  hint?: string;
  most: number;
  fault: string | undefined;
  value: string;
  set: (value: string) => void;
}) {
  const { most, value, set, ...named } = props;
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
