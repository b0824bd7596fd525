import { useId, useState, type SyntheticEvent } from 'react';
import type { Act } from '../../bot/contract/acts.ts';
import type { KeptMeeting } from '../../bot/contract/calendar.ts';
import { postAct } from '../api.ts';
import { messageOf } from '../parts/act-outcome.ts';
import { Button } from '../parts/button.tsx';
import { ProblemSummary, type Problem } from '../parts/problem-summary.tsx';
import type { Acts } from '../parts/use-acts.ts';
import { calendar as words } from '../words-calendar.ts';
import { shell } from '../words.ts';
import { moveBackRequest, type Keeping } from './calendar-acts.ts';

const needed = ['date', 'start', 'end'] as const;
type Field = keyof typeof words.fields;

/** Which field mends a refusal. */
const fieldOf: Readonly<Record<string, Field>> = {
  'not-a-time': 'start',
  'no-such-time': 'start',
  'ends-before-start': 'end',
  'not-a-link': 'joinLink',
};

/** Adds a meeting, or moves one: then only its day and times are asked. */
export function MeetingForm(props: {
  keeping: Keeping;
  moving?: KeptMeeting;
  acts: Acts;
  reload: () => Promise<void>;
  close: () => void;
}) {
  const { keeping, moving, acts, reload, close } = props;
  const { today } = keeping;
  const id = useId();
  const [given, setGiven] = useState({
    title: '',
    date: moving?.date ?? '',
    start: moving?.start ?? '',
    end: moving?.end ?? '',
    location: '',
    joinLink: '',
  });
  const [open, setOpen] = useState(true);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState(false);
  const idOf = (field: Field) => `${id}-${field}`;

  function actOf(): Act {
    const { organisation, network } = keeping;
    const { date, start, end, title, location, joinLink } = given;
    return moving === undefined
      ? {
          verb: 'add-meeting',
          data: {
            ...{ organisation, network, date, start, end, openToExecutives: open },
            ...{ title, location, joinLink: joinLink.trim() },
          },
        }
      : { verb: 'move-meeting', data: { organisation, meeting: moving.id, date, start, end } };
  }

  async function send(): Promise<void> {
    setBusy(true);
    const act = actOf();
    const answer = await postAct(act);
    setBusy(false);
    if (answer.kind === 'refused') {
      const field = fieldOf[answer.code] ?? 'date';
      return setProblems([{ field: idOf(field), text: answer.message }]);
    }
    const done = () =>
      moving === undefined
        ? { text: words.told.add(given, today) }
        : {
            text: words.told.move(given, today),
            undo: { label: shell.undo, request: moveBackRequest(moving, keeping) },
          };
    await reload();
    acts.tell(messageOf({ acts: [act], done }, [answer]));
    if (answer.kind === 'ok') close();
  }

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    if (busy) return;
    const missing = needed
      .filter((field) => given[field] === '')
      .map((field) => ({ field: idOf(field), text: words.missing[field] }));
    setProblems(missing);
    if (missing.length === 0) void send();
  }

  const input = (field: keyof typeof given, type: 'text' | 'date' | 'time') => (
    <FieldOf
      id={idOf(field)}
      label={words.fields[field]}
      type={type}
      value={given[field]}
      fault={problems.find((problem) => problem.field === idOf(field))?.text}
      change={(value) => setGiven({ ...given, [field]: value })}
    />
  );
  return (
    <form className="asking" noValidate onSubmit={submit} aria-labelledby={`${id}-form`}>
      <h3 id={`${id}-form`} className="whole">
        {moving === undefined ? words.addTitle : words.moveTitle(moving, today)}
      </h3>
      <div className="whole">
        <ProblemSummary problems={problems} />
      </div>
      {moving?.openToExecutives === true && <p className="soft whole">{words.moveHint}</p>}
      {input('date', 'date')}
      {input('start', 'time')}
      {input('end', 'time')}
      {moving === undefined && (
        <>
          {input('title', 'text')}
          {input('location', 'text')}
          {input('joinLink', 'text')}
          <div className="whole tick">
            <input
              id={idOf('openToExecutives')}
              type="checkbox"
              checked={open}
              aria-describedby={`${id}-open-hint`}
              onChange={(event) => setOpen(event.target.checked)}
            />
            <label htmlFor={idOf('openToExecutives')}>{words.fields.openToExecutives}</label>
            <span className="soft whole" id={`${id}-open-hint`}>
              {words.openHint}
            </span>
          </div>
        </>
      )}
      <div className="buttons whole">
        <Button look="primary" submits busy={busy}>
          {moving === undefined ? words.save.add : words.save.move}
        </Button>
        <Button look="quiet" onPress={close}>
          {words.notNow}
        </Button>
      </div>
    </form>
  );
}

function FieldOf(props: {
  id: string;
  label: string;
  type: 'text' | 'date' | 'time';
  value: string;
  fault: string | undefined;
  change: (value: string) => void;
}) {
  const { id, label, type, value, fault, change } = props;
  return (
    <div className={fault === undefined ? 'field' : 'field wrong'}>
      <label htmlFor={id}>{label}</label>
      {fault !== undefined && (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      <input
        id={id}
        type={type}
        value={value}
        maxLength={500}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : `${id}-fault`}
        onChange={(event) => change(event.target.value)}
      />
    </div>
  );
}
