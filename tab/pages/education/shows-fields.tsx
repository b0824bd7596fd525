import { FormField } from '../../parts/form-field.tsx';
import { ChoiceField, TextField } from '../../parts/text-fields.tsx';
import { form as words } from '../../words-education.ts';
import type { Field, Shown } from './filled.ts';

/** What shows something: a link to it, or a file. */
export function ShowsFields(props: {
  /** The form's, before each field's name. */
  id: string;
  shown: Shown;
  show: (shown: Shown) => void;
  faultOf: (field: Field) => string | undefined;
  linkHint: string;
}) {
  const { id, shown, show, faultOf, linkHint } = props;
  return (
    <>
      <ChoiceField
        id={`${id}-shows`}
        label={words.shows}
        fault={undefined}
        choices={[
          { id: 'link', name: words.showsLink },
          { id: 'file', name: words.showsFile },
        ]}
        value={shown.shows}
        set={(shows) => show({ ...shown, shows: shows === 'file' ? 'file' : 'link' })}
      />
      {shown.shows === 'link' ? (
        <TextField
          id={`${id}-link`}
          label={words.link}
          hint={linkHint}
          fault={faultOf('link')}
          most={1000}
          type="url"
          value={shown.link}
          set={(link) => show({ ...shown, link })}
        />
      ) : (
        <FormField
          id={`${id}-file`}
          label={words.file}
          hint={words.fileHint}
          fault={faultOf('file')}
        >
          {(described) => (
            <input
              {...described}
              type="file"
              accept=".pdf,.png,.jpg,.jpeg,.docx"
              onChange={(event) => show({ ...shown, file: event.target.files?.[0] })}
            />
          )}
        </FormField>
      )}
    </>
  );
}
