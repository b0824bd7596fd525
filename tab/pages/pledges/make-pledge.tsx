import { useId, useState, type SyntheticEvent } from 'react';
import { Button } from '../../parts/button.tsx';
import { ProblemSummary, type Problem } from '../../parts/problem-summary.tsx';
import { DateField, WordsField } from '../../parts/text-fields.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import { pledgeForm as words } from '../../words-pledges.ts';
import { makeRequest } from './pledge-acts.ts';
import { dayAfter, faultOfDay, faultOfText } from './pledge-faults.ts';

/** A new pledge: one's own words, and a day to look at them again. What is typed stays until it is made. */
export function MakePledge(props: { today: string; organisation: string; acts: Acts }) {
  const { today, organisation, acts } = props;
  const [text, write] = useState('');
  const [review, choose] = useState('');
  const [problems, tell] = useState<readonly Problem[]>([]);
  const id = useId();
  const fields = { text: `${id}-text`, review: `${id}-review` };
  const faultOf = (field: string) => problems.find((problem) => problem.field === field)?.text;

  function send(event: SyntheticEvent): void {
    event.preventDefault();
    const faults = [
      { field: fields.text, text: faultOfText(text, 1000) },
      { field: fields.review, text: faultOfDay(review, today) },
    ].flatMap(({ field, text: fault }) => (fault === undefined ? [] : [{ field, text: fault }]));
    tell(faults);
    if (faults.length > 0) return;
    acts.perform('make pledge', makeRequest({ text: text.trim(), review }, organisation));
  }

  return (
    <details>
      <summary>{words.open}</summary>
      <ProblemSummary problems={problems} />
      <form className="stacked" noValidate onSubmit={send}>
        <WordsField
          id={fields.text}
          label={words.text}
          hint={words.hint}
          fault={faultOf(fields.text)}
          value={text}
          set={write}
        />
        <DateField
          id={fields.review}
          label={words.review}
          fault={faultOf(fields.review)}
          min={dayAfter(today)}
          value={review}
          set={choose}
        />
        <div className="buttons">
          <Button
            look="primary"
            submits
            busy={acts.busy === 'make pledge'}
            held={acts.busy !== undefined}
          >
            {words.make}
          </Button>
        </div>
      </form>
    </details>
  );
}
