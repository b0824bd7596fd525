import { useState, type SyntheticEvent } from 'react';
import type { AsAt } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { organisation as words } from '../words-organisation.ts';

/** Chooses the day that figures are for, and the day that they are known at. */
export function DateChoice(props: { asAt: AsAt; today: string; choose: (asAt: AsAt) => void }) {
  const { asAt, today, choose } = props;
  const [on, setOn] = useState('');
  const [known, setKnown] = useState('');
  const chosen = asAt.on !== undefined || asAt.known !== undefined;

  function show(event: SyntheticEvent): void {
    event.preventDefault();
    choose({ ...(on && { on }), ...(known && { known }) });
  }
  function reset(): void {
    setOn('');
    setKnown('');
    choose({});
  }

  return (
    <details className="dates">
      <summary>{words.otherDate}</summary>
      <form onSubmit={show}>
        <label className="field">
          {words.on}
          <input
            type="date"
            value={on}
            max={today}
            onChange={(event) => setOn(event.target.value)}
          />
        </label>
        <label className="field">
          {words.known}
          <input
            type="date"
            value={known}
            max={today}
            aria-describedby="date-hint"
            onChange={(event) => setKnown(event.target.value)}
          />
        </label>
        <div className="buttons">
          <Button look="primary" submits>
            {words.show}
          </Button>
          {chosen && <Button onPress={reset}>{words.today}</Button>}
        </div>
      </form>
      <p className="soft" id="date-hint">
        {words.dateHint}
      </p>
    </details>
  );
}
