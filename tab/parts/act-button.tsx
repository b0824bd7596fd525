import type { ReactNode } from 'react';
import type { ActRequest } from './act-outcome.ts';
import { Button } from './button.tsx';
import type { Acts } from './use-acts.ts';

/** A button that does one act; while any is under way, none of them starts another. */
export function ActButton(props: {
  acts: Acts;
  /** Tells this button from the page's others. */
  id: string;
  request: ActRequest;
  look?: 'primary' | 'plain' | 'quiet';
  fullLabel?: string;
  children: ReactNode;
}) {
  const { acts, id, request, look, fullLabel, children } = props;
  return (
    <Button
      {...(look === undefined ? {} : { look })}
      {...(fullLabel === undefined ? {} : { fullLabel })}
      busy={acts.busy === id}
      held={acts.busy !== undefined}
      onPress={() => acts.perform(id, request)}
    >
      {children}
    </Button>
  );
}
