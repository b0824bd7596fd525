import { useId, useMemo, useState, type SyntheticEvent } from 'react';
import type { Act } from '../../../bot/contract/acts.ts';
import type { AssessedLine } from '../../../bot/contract/assessment.ts';
import { postAct } from '../../api.ts';
import { messageOf, type ActRequest } from '../../parts/act-outcome.ts';
import { Button } from '../../parts/button.tsx';
import { ProblemSummary } from '../../parts/problem-summary.tsx';
import { PastDateField, TextField } from '../../parts/text-fields.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import { shell } from '../../words.ts';
import { add as words, evidence, keep, say } from '../../words-framework.ts';
import { wordsOf } from '../education/evidence.tsx';
import { dateFault, shownFault, type Fault, type Field, type Shown } from '../education/filled.ts';
import { ShowsFields } from '../education/shows-fields.tsx';
import { sendLineFile } from './api.ts';

/** What a refusal is mended at. */
const mends: Record<string, Field> = {
  'title-needed': 'course',
  'may-name-people': 'course',
  'day-to-come': 'date',
  'no-such-file': 'file',
};

/** A link or a file for a line. What is typed stays until it is kept. */
export function EvidenceForm(props: {
  line: AssessedLine;
  today: string;
  organisation: string;
  acts: Acts;
  reload: () => Promise<void>;
  close: () => void;
}) {
  const { line, today, organisation, acts, reload, close } = props;
  const id = useId();
  const [title, setTitle] = useState('');
  const [date, setDate] = useState('');
  const [shown, show] = useState<Shown>({ shows: 'link', link: '', file: undefined });
  const [sure, setSure] = useState<boolean>();
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [busy, setBusy] = useState(false);
  const faultOf = (field: Field) => faults.find((fault) => fault.field === field)?.text;
  const problems = useMemo(
    () => faults.map(({ field, text }) => ({ field: `${id}-${field}`, text })),
    [faults, id],
  );

  function faultsNow(): Fault[] {
    const day = date === '' ? words.problems.date : dateFault(date, today);
    const shows = shownFault(shown);
    return [
      ...(title.trim() === '' ? [{ field: 'course' as const, text: words.problems.title }] : []),
      ...(day === undefined ? [] : [{ field: 'date' as const, text: day }]),
      ...(shows === undefined ? [] : [shows]),
    ];
  }

  async function keepIt(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    const found = faultsNow();
    setFaults(found);
    if (found.length > 0) return;
    setBusy(true);
    await send();
    setBusy(false);
  }

  async function send(): Promise<void> {
    const { shows, link, file } = shown;
    const sent = shows === 'file' && file !== undefined ? await sendLineFile(file) : undefined;
    if (sent !== undefined && sent.kind !== 'ok') {
      return setFaults([{ field: 'file', text: wordsOf(sent) }]);
    }
    const act: Act = {
      verb: 'draft-evidence',
      data: {
        ...{ organisation, line: line.line, title: title.trim(), date },
        evidence: sent === undefined ? link.trim() : { file: sent.value.id },
        ...(sure === true ? { sure: 'yes' } : {}),
      },
    };
    const answer = await postAct(act);
    if (answer.kind === 'refused') {
      if (answer.code === 'may-name-people') setSure((before) => before ?? false);
      return setFaults([{ field: mends[answer.code] ?? 'link', text: answer.message }]);
    }
    await reload();
    acts.tell(messageOf({ acts: [act], done }, [answer]));
    if (answer.kind === 'ok') close();
  }

  function done([move = '']: readonly string[]): ReturnType<ActRequest['done']> {
    const entry = move.split('~')[0] ?? '';
    const acted: Act = { verb: 'withdraw-evidence', data: { organisation, entry } };
    const request = { acts: [acted], done: () => ({ text: evidence.told.withdraw }) };
    return { text: evidence.told.drafted, undo: { label: shell.undo, request } };
  }

  return (
    <form
      className="asking stacked"
      noValidate
      onSubmit={(event) => void keepIt(event)}
      aria-labelledby={`${id}-title`}
    >
      <h3 id={`${id}-title`}>{words.title(line)}</h3>
      <ProblemSummary problems={problems} />
      <TextField
        id={`${id}-course`}
        label={words.name}
        fault={faultOf('course')}
        most={200}
        value={title}
        set={setTitle}
      />
      <PastDateField
        id={`${id}-date`}
        label={words.date}
        fault={faultOf('date')}
        today={today}
        value={date}
        set={setDate}
      />
      <ShowsFields id={id} shown={shown} show={show} faultOf={faultOf} linkHint={words.linkHint} />
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
          {keep.notNow}
        </Button>
      </div>
    </form>
  );
}
