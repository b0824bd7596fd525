import { useId, type Ref } from 'react';
import { network as words } from '../words-organisation.ts';

/** Why somebody decides: in place of a chair, unless it says another note and fault. Its fault is told at the field and keeps what is typed. */
export function ReasonField(props: {
  ref: Ref<HTMLTextAreaElement>;
  value: string;
  change: (value: string) => void;
  missing: boolean;
  note?: string;
  fault?: string;
}) {
  const { ref, value, change, missing } = props;
  const { note = words.insteadNote, fault = words.reasonMissing } = props;
  const id = useId();
  return (
    <div className={missing ? 'field wrong' : 'field'}>
      <label htmlFor={id}>{words.reason}</label>
      <span className="soft" id={`${id}-note`}>
        {note}
      </span>
      {missing && (
        <p className="fault" id={`${id}-fault`} role="alert">
          <strong>{words.problem}:</strong> {fault}
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
