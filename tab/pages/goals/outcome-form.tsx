import { useId, useState } from 'react';
import { goalOutcomeSchema, type GoalOutcome } from '../../../bot/contract/goals.ts';
import { Button } from '../../parts/button.tsx';
import { FormField } from '../../parts/form-field.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import { outcomeWords, own as words } from '../../words-goals.ts';

/** How it went: achieved, partly or not. */
export function OutcomeForm(props: {
  id: string;
  acts: Acts;
  send: (outcome: GoalOutcome) => void;
}) {
  const { id, acts, send } = props;
  const [chosen, choose] = useState('');
  const [isMissing, setMissing] = useState(false);
  const field = useId();
  return (
    <form
      className="stacked"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const outcome = goalOutcomeSchema.safeParse(chosen);
        setMissing(!outcome.success);
        if (outcome.success) send(outcome.data);
        else document.getElementById(field)?.focus();
      }}
    >
      <FormField id={field} label={words.how} fault={isMissing ? words.problem.outcome : undefined}>
        {(described) => (
          <select {...described} value={chosen} onChange={(event) => choose(event.target.value)}>
            <option value="">{words.choose}</option>
            {goalOutcomeSchema.options.map((outcome) => (
              <option key={outcome} value={outcome}>
                {outcomeWords[outcome]}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <div className="buttons">
        <Button submits busy={acts.busy === id} held={acts.busy !== undefined}>
          {words.sendOutcome}
        </Button>
      </div>
    </form>
  );
}
