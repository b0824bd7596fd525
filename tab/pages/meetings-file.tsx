import { useId, useState } from 'react';
import type { MeetingsPreview } from '../../bot/contract/calendar.ts';
import { postMeetingsPreview } from '../api.ts';
import { ActButton } from '../parts/act-button.tsx';
import { Button } from '../parts/button.tsx';
import { ProblemSummary, type Problem } from '../parts/problem-summary.tsx';
import { TroubleNote } from '../parts/states.tsx';
import type { Trouble } from '../answer.ts';
import type { Acts } from '../parts/use-acts.ts';
import { calendar, file as words } from '../words-calendar.ts';
import type { Keeping } from './calendar-acts.ts';

const mostCharacters = 100_000;

/** Meetings from a CSV: first what it would do, then, on a second tap, done. */
export function MeetingsFile({ keeping, acts }: { keeping: Keeping; acts: Acts }) {
  const id = useId();
  const [text, setText] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [preview, setPreview] = useState<MeetingsPreview>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [busy, setBusy] = useState(false);
  const { network } = keeping;

  async function look(): Promise<void> {
    const because = text.trim() === '' ? words.empty : words.tooLong;
    const wrong = text.trim() === '' || text.length > mostCharacters;
    setProblems(wrong ? [{ field: `${id}-text`, text: because }] : []);
    if (wrong) return;
    setBusy(true);
    const answer = await postMeetingsPreview(network, text);
    setBusy(false);
    setTrouble(answer.kind === 'ok' ? undefined : answer);
    setPreview(answer.kind === 'ok' ? answer.value : undefined);
  }
  function change(changed: string): void {
    setText(changed);
    setPreview(undefined);
  }

  return (
    <details>
      <summary>{words.ask}</summary>
      <p className="soft">{words.hint}</p>
      <p className="soft">{words.columns}</p>
      <ProblemSummary problems={problems} />
      <div className="field">
        <label htmlFor={`${id}-file`}>{words.choose}</label>
        <input
          id={`${id}-file`}
          type="file"
          accept=".csv,text/csv"
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            if (chosen) void chosen.text().then(change);
          }}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-text`}>{words.paste}</label>
        <textarea
          id={`${id}-text`}
          rows={4}
          value={text}
          aria-invalid={problems.length > 0}
          onChange={(event) => change(event.target.value)}
        />
      </div>
      <Button busy={busy} onPress={() => void look()}>
        {words.preview}
      </Button>
      {trouble && <TroubleNote trouble={trouble} retry={() => void look()} small />}
      {preview && (
        <Preview
          preview={preview}
          file={text}
          keeping={keeping}
          acts={acts}
          discard={() => change('')}
        />
      )}
    </details>
  );
}

function Preview(props: {
  preview: MeetingsPreview;
  file: string;
  keeping: Keeping;
  acts: Acts;
  discard: () => void;
}) {
  const { preview, file, keeping, acts, discard } = props;
  const { organisation, network } = keeping;
  const count = preview.added.length + preview.changed.length;
  if (preview.refused !== undefined) {
    return (
      <p className="fault" role="alert">
        {words.refused(preview.refused)}
      </p>
    );
  }
  return (
    <section className="asking" aria-label={words.title}>
      <h3>{words.title}</h3>
      <p role="status">{words.counts(preview)}</p>
      <Meetings title={words.added} meetings={preview.added} />
      <Meetings title={words.changed} meetings={preview.changed} />
      {preview.problems.length > 0 && (
        <>
          <h4>{words.problems(preview.problems.length)}</h4>
          <ul>
            {preview.problems.map(({ row, detail }) => (
              <li key={`${row} ${detail}`}>
                {row !== undefined && words.row(row)}
                {detail}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="buttons">
        {count === 0 ? (
          <p>{words.nothing}</p>
        ) : (
          <ActButton
            acts={acts}
            id="file"
            look="primary"
            request={{
              acts: [{ verb: 'import-meetings', data: { organisation, network, file } }],
              done: () => {
                discard();
                return { text: calendar.told.file(count) };
              },
            }}
          >
            {words.apply(count)}
          </ActButton>
        )}
        <Button look="quiet" onPress={discard}>
          {words.discard}
        </Button>
      </div>
    </section>
  );
}

function Meetings(props: { title: string; meetings: MeetingsPreview['added'] }) {
  if (props.meetings.length === 0) return null;
  return (
    <>
      <h4>{props.title}</h4>
      <ul>
        {props.meetings.map((meeting) => (
          <li key={`${meeting.date} ${meeting.start} ${meeting.title}`}>{words.line(meeting)}</li>
        ))}
      </ul>
    </>
  );
}
