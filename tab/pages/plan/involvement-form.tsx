import { useId, useState, type SyntheticEvent } from 'react';
import type { Plan, PlanLine } from '../../../bot/contract/plan.ts';
import { Button } from '../../parts/button.tsx';
import { ChoiceField, WordsField } from '../../parts/text-fields.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import { planForm as words } from '../../words-plan.ts';
import { involveRequest } from './plan-requests.ts';

/** Which network took part, and what it did. What is typed stays until it is recorded. */
export function InvolvementForm(props: {
  line: PlanLine;
  networks: Plan['networks'];
  organisation: string;
  acts: Acts;
  close: () => void;
}) {
  const { line, networks, organisation, acts, close } = props;
  const [network, choose] = useState(
    line.involvement?.network ?? (networks.length === 1 ? (networks[0]?.id ?? '') : ''),
  );
  const [text, write] = useState(line.involvement?.text ?? '');
  const [tried, setTried] = useState(false);
  const id = useId();
  const key = `involve ${line.id}`;
  function send(event: SyntheticEvent): void {
    event.preventDefault();
    setTried(true);
    const empty = network === '' ? 'network' : text.trim() === '' ? 'text' : undefined;
    if (empty !== undefined) return document.getElementById(`${id}-${empty}`)?.focus();
    acts.perform(key, involveRequest(line, { network, text: text.trim() }, organisation), close);
  }
  return (
    <form className="asking stacked" noValidate onSubmit={send}>
      <ChoiceField
        id={`${id}-network`}
        label={words.network}
        fault={tried && network === '' ? words.missing.network : undefined}
        value={network}
        set={choose}
        choose={words.choose}
        choices={networks}
      />
      <WordsField
        id={`${id}-text`}
        label={words.part}
        hint={words.partHint}
        most={500}
        fault={tried && text.trim() === '' ? words.missing.text : undefined}
        value={text}
        set={write}
      />
      <div className="buttons">
        <Button look="primary" submits busy={acts.busy === key} held={acts.busy !== undefined}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
