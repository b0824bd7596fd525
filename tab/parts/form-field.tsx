import type { ReactNode } from 'react';
import { form as words } from '../words-history.ts';

export interface Described {
  id: string;
  'aria-invalid': boolean;
  'aria-describedby': string | undefined;
}

/** A label, a hint and, where something is to be mended, what: told at the field. */
export function FormField(props: {
  id: string;
  label: string;
  hint?: string;
  fault: string | undefined;
  children: (described: Described) => ReactNode;
}) {
  const { id, label, hint, fault, children } = props;
  const describedBy = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(fault === undefined ? [] : [`${id}-fault`]),
  ];
  return (
    <div className={fault === undefined ? 'field' : 'field wrong'}>
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <span className="soft" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {fault !== undefined && (
        <p className="fault" id={`${id}-fault`}>
          <strong>{words.error}</strong> {fault}
        </p>
      )}
      {children({
        id,
        'aria-invalid': fault !== undefined,
        'aria-describedby': describedBy.length === 0 ? undefined : describedBy.join(' '),
      })}
    </div>
  );
}
