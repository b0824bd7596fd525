import { useId, useState, type SyntheticEvent } from 'react';
import type { MyPair } from '../../../bot/contract/mentoring.ts';
import { shortDate } from '../../../bot/contract/dates.ts';
import { Button } from '../../parts/button.tsx';
import { FormField } from '../../parts/form-field.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import { actions, own as words } from '../../words-mentoring.ts';
import { metRequest } from './requests.ts';

/** "We met": a date, and nothing more. */
export function MetForm(props: {
  pair: MyPair;
  days: { from: string; to: string };
  today: string;
  organisation: string;
  acts: Acts;
}) {
  const { pair, days, today, organisation, acts } = props;
  const [date, setDate] = useState('');
  const [missing, setMissing] = useState(false);
  const id = useId();

  function tell(event: SyntheticEvent): void {
    event.preventDefault();
    setMissing(date === '');
    if (date === '') {
      document.getElementById(id)?.focus();
      return;
    }
    const theirs = pair.sessions.some((one) => one.date === date && one.said === 'other');
    const session = { pair: pair.id, date, day: shortDate(date, today), theirs };
    acts.perform(`met ${pair.id}`, metRequest('met', session, organisation));
  }

  return (
    <form className="met-on" noValidate onSubmit={tell}>
      <FormField
        id={id}
        label={words.when}
        hint={words.whenHint}
        fault={missing ? words.whenMissing : undefined}
      >
        {(described) => (
          <input
            {...described}
            type="date"
            min={days.from}
            max={days.to}
            value={date}
            onChange={(event) => setDate(event.target.value)}
          />
        )}
      </FormField>
      <Button
        look={pair.sessions.some(({ said }) => said === 'other') ? 'plain' : 'primary'}
        submits
        busy={acts.busy === `met ${pair.id}`}
        held={acts.busy !== undefined}
      >
        {actions.met}
      </Button>
    </form>
  );
}
