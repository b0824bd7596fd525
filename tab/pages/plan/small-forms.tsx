import { useId, useState, type SyntheticEvent } from 'react';
import type { Plan, PlanLine } from '../../../bot/contract/plan.ts';
import { Button } from '../../parts/button.tsx';
import { ChoiceField } from '../../parts/text-fields.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import { planForm as words } from '../../words-plan.ts';
import { involveRequest, progressRequest } from './plan-requests.ts';
import { WordsField } from './words-field.tsx';

interface Given {
  line: PlanLine;
  organisation: string;
  acts: Acts;
  done: () => void;
}

/** How a line goes, in a few words. */
export function ProgressForm({ line, organisation, acts, done }: Given) {
  const [text, write] = useState('');
  const [fault, tell] = useState<string>();
  const id = useId();
  function send(event: SyntheticEvent): void {
    event.preventDefault();
    if (text.trim() === '') {
      tell(words.missing.text);
      return document.getElementById(id)?.focus();
    }
    acts.perform(`progress ${line.id}`, progressRequest(line, text.trim(), organisation));
    done();
  }
  return (
    <form className="asking stacked" noValidate onSubmit={send}>
      <WordsField
        id={id}
        label={words.progress}
        hint={words.commentsHint}
        most={1000}
        fault={fault}
        value={text}
        set={write}
      />
      <Save acts={acts} />
    </form>
  );
}

/** Which network took part, and what it did. */
export function InvolvementForm(props: Given & { networks: Plan['networks'] }) {
  const { line, networks, organisation, acts, done } = props;
  const [network, choose] = useState(
    line.involvement?.network ?? (networks.length === 1 ? (networks[0]?.id ?? '') : ''),
  );
  const [text, write] = useState(line.involvement?.text ?? '');
  const [tried, setTried] = useState(false);
  const id = useId();
  function send(event: SyntheticEvent): void {
    event.preventDefault();
    setTried(true);
    const empty = network === '' ? 'network' : text.trim() === '' ? 'text' : undefined;
    if (empty !== undefined) return document.getElementById(`${id}-${empty}`)?.focus();
    acts.perform(
      `involve ${line.id}`,
      involveRequest(line, { network, text: text.trim() }, organisation),
    );
    done();
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
      <Save acts={acts} />
    </form>
  );
}

function Save({ acts }: { acts: Acts }) {
  return (
    <div className="buttons">
      <Button look="primary" submits held={acts.busy !== undefined}>
        {words.save}
      </Button>
    </div>
  );
}
