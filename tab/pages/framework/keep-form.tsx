import { useId, useState, type SyntheticEvent } from 'react';
import type { AssessedLine } from '../../../bot/contract/assessment.ts';
import type { ListedPerson } from '../../../bot/contract/people.ts';
import { postAct } from '../../api.ts';
import { messageOf } from '../../parts/act-outcome.ts';
import { Button } from '../../parts/button.tsx';
import { FormField } from '../../parts/form-field.tsx';
import { PersonPicker } from '../../parts/person-picker.tsx';
import { ProblemSummary, type Problem } from '../../parts/problem-summary.tsx';
import { TextField } from '../../parts/text-fields.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import { shell } from '../../words.ts';
import { keep as words, say } from '../../words-framework.ts';
import { getOwners } from './api.ts';
import { takeBackLine } from './asks.ts';

const mends: Record<string, string> = {
  'no-such-person': 'owner',
  'may-name-people': 'note',
};

/** Who looks after a line, when it is looked at again, and a note. */
export function KeepForm(props: {
  line: AssessedLine;
  organisation: string;
  acts: Acts;
  reload: () => Promise<void>;
  close: () => void;
}) {
  const { line, organisation, acts, reload, close } = props;
  const id = useId();
  const [owner, setOwner] = useState<ListedPerson | undefined>(line.owner);
  const [review, setReview] = useState(line.review ?? '');
  const [note, setNote] = useState(line.note ?? '');
  const [sure, setSure] = useState<boolean>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState(false);
  const faultOf = (name: string) => problems.find(({ field }) => field === `${id}-${name}`)?.text;

  async function save(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    // A name that was typed and not chosen is nobody: saving it would take the owner away.
    const typed = document.getElementById(`${id}-owner`);
    if (owner === undefined && typed instanceof HTMLInputElement && typed.value.trim() !== '') {
      return setProblems([{ field: `${id}-owner`, text: words.notFound }]);
    }
    setBusy(true);
    const act = {
      verb: 'keep-line' as const,
      data: {
        ...{ organisation, line: line.line, owner: owner?.id ?? '', review, note },
        ...(sure === true ? { sure: 'yes' as const } : {}),
      },
    };
    const answer = await postAct(act);
    setBusy(false);
    if (answer.kind === 'refused') {
      if (answer.code === 'may-name-people') setSure((before) => before ?? false);
      const field = `${id}-${mends[answer.code] ?? 'review'}`;
      return setProblems([{ field, text: answer.message }]);
    }
    await reload();
    const done = ([move = '']: readonly string[]) => ({
      text: words.told(line),
      undo: { label: shell.undo, request: takeBackLine(move, organisation) },
    });
    acts.tell(messageOf({ acts: [act], done }, [answer]));
    if (answer.kind === 'ok') close();
  }

  return (
    <form
      className="asking stacked"
      noValidate
      onSubmit={(event) => void save(event)}
      aria-labelledby={`${id}-title`}
    >
      <h3 id={`${id}-title`}>{words.title(line)}</h3>
      <ProblemSummary problems={problems} />
      <PersonPicker
        id={`${id}-owner`}
        label={words.owner}
        fault={faultOf('owner')}
        chosen={owner}
        choose={setOwner}
        load={getOwners}
      />
      <FormField id={`${id}-review`} label={words.review} fault={faultOf('review')}>
        {(described) => (
          <input
            {...described}
            type="date"
            value={review}
            onChange={(event) => setReview(event.target.value)}
          />
        )}
      </FormField>
      <TextField
        id={`${id}-note`}
        label={words.note}
        hint={words.noteHint}
        fault={faultOf('note')}
        most={500}
        value={note}
        set={setNote}
      />
      {sure !== undefined && (
        <div className="tick">
          <input
            id={`${id}-sure`}
            type="checkbox"
            checked={sure}
            onChange={(event) => setSure(event.target.checked)}
          />
          <label htmlFor={`${id}-sure`}>{say.sure}</label>
        </div>
      )}
      <div className="buttons">
        <Button look="primary" submits busy={busy}>
          {words.save}
        </Button>
        <Button look="quiet" onPress={close}>
          {words.notNow}
        </Button>
      </div>
    </form>
  );
}
