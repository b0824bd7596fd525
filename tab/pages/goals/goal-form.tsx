import { useId, useState, type SyntheticEvent } from 'react';
import { goalTextLength, type MyGoal } from '../../../bot/contract/goals.ts';
import { Button } from '../../parts/button.tsx';
import { FormField } from '../../parts/form-field.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import { own as words } from '../../words-goals.ts';
import { draftRequest } from './goal-acts.ts';

/** Writes the goal, or changes it; with examples and the framework's own words at hand. */
export function GoalForm(props: { mine: MyGoal; organisation: string; acts: Acts }) {
  const { mine, organisation, acts } = props;
  const { goal, year, on, manager } = mine;
  const [text, setText] = useState(goal?.text ?? '');
  const [due, setDue] = useState(goal?.due ?? year.end);
  const [isMissing, setMissing] = useState(false);
  const id = useId();
  const held = acts.busy !== undefined;

  function send(agree: boolean): void {
    setMissing(text.trim() === '');
    if (text.trim() === '') {
      document.getElementById(`${id}-text`)?.focus();
      return;
    }
    const draft = { text: text.trim(), due, was: goal?.version ?? 0, agree };
    acts.perform(agree ? 'send' : 'save', draftRequest(draft, organisation));
  }

  return (
    <form
      className="stacked goal-form"
      noValidate
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        send(true);
      }}
    >
      <FormField
        id={`${id}-text`}
        label={words.text}
        fault={isMissing ? words.problem.text : undefined}
        {...(goal !== undefined && { hint: words.changeNote })}
      >
        {(described) => (
          <textarea
            {...described}
            rows={5}
            maxLength={goalTextLength}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </FormField>
      <GoalHelp
        mine={mine}
        take={(example) => {
          setText(example);
          // The examples are long: where it went is shown, to be made one's own.
          document.getElementById(`${id}-text`)?.focus();
        }}
      />
      <FormField id={`${id}-due`} label={words.due} hint={words.dueHint} fault={undefined}>
        {(described) => (
          <input
            {...described}
            type="date"
            min={on}
            max={year.end}
            value={due}
            onChange={(event) => setDue(event.target.value || year.end)}
          />
        )}
      </FormField>
      <p className="soft">{words.who}</p>
      <div className="buttons">
        <Button look="primary" submits busy={acts.busy === 'send'} held={held}>
          {words.send(manager)}
        </Button>
        <Button busy={acts.busy === 'save'} held={held} onPress={() => send(false)}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}

function GoalHelp({ mine, take }: { mine: MyGoal; take: (text: string) => void }) {
  return (
    <details className="goal-help">
      <summary>{words.help}</summary>
      <ul>
        {words.smart.map((prompt) => (
          <li key={prompt}>{prompt}</li>
        ))}
      </ul>
      <h3>{words.exampleTitle}</h3>
      <ul className="rows">
        {words.examples.map((example, at) => (
          <li key={example}>
            <span className="row-words">{example}</span>
            <Button look="quiet" fullLabel={words.startFor(at + 1)} onPress={() => take(example)}>
              {words.start}
            </Button>
          </li>
        ))}
      </ul>
      <h3>{words.readingTitle}</h3>
      {mine.framework.starts.map(({ line, text }) => (
        <blockquote key={line}>{text}</blockquote>
      ))}
    </details>
  );
}
