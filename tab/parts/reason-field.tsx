import { useId, type Ref } from 'react';
import { network as words } from '../words-organisation.ts';

/** Why somebody decides in place of a chair. Its fault is told at the field and keeps what is typed. */
export function ReasonField(props: {
  ref: Ref<HTMLTextAreaElement>;
  value: string;
  change: (value: string) => void;
  missing: boolean;
}) {
  const { ref, value, change, missing } = props;
  const id = useId();
  return (
    <div className={missing ? 'field wrong' : 'field'}>
      <label htmlFor={id}>{words.reason}</label>
      <span className="soft" id={`${id}-note`}>
        {words.insteadNote}
      </span>
      {missing && (
        <p className="fault" id={`${id}-fault`} role="alert">
          <strong>{words.problem}:</strong> {words.reasonMissing}
        </p>
      )}
      <textarea
        id={id}
        ref={ref}
        rows={2}
        maxLength={500}
        value={value}
        aria-invalid={missing}
        aria-describedby={missing ? `${id}-note ${id}-fault` : `${id}-note`}
        onChange={(event) => change(event.target.value)}
      />
    </div>
  );
}
