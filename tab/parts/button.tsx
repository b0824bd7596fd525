import type { ReactNode } from 'react';
import { shell } from '../words.ts';

interface ButtonProps {
  look?: 'primary' | 'plain' | 'quiet';
  /** Its own act is under way. */
  busy?: boolean;
  /** Another act is under way: kept focusable, but does nothing. */
  held?: boolean;
  /** Says more to a screen reader than the label, which it must start with. */
  fullLabel?: string;
  expanded?: boolean;
  submits?: boolean;
  onPress?: () => void;
  children: ReactNode;
}

export function Button(props: ButtonProps) {
  const { look = 'plain', busy = false, held = false, submits = false, onPress } = props;
  return (
    <button
      type={submits ? 'submit' : 'button'}
      className={`button ${look}`}
      aria-disabled={busy || held || undefined}
      aria-label={busy ? undefined : props.fullLabel}
      aria-expanded={props.expanded}
      onClick={(event) => {
        if (busy || held) event.preventDefault();
        else onPress?.();
      }}
    >
      {busy ? shell.saving : props.children}
    </button>
  );
}
