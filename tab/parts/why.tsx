import type { ReactNode } from 'react';
import { why } from '../words.ts';

/** The framework's words as they stand, and where this app had to decide for itself. */
export function Why(props: { framework: string; rule: string; children: ReactNode }) {
  return (
    <details className="why">
      <summary>{why.ask}</summary>
      <p>{why.framework}:</p>
      <blockquote>{props.framework}</blockquote>
      {props.children}
      <p className="soft">{why.rule(props.rule)}</p>
    </details>
  );
}
