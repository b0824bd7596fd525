import { useCallback, useEffect, useState } from 'react';
import { fullDate } from '../../../bot/contract/dates.ts';
import type { MyEducation, MyRecord } from '../../../bot/contract/education.ts';
import type { Me } from '../../../bot/contract/views.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Button } from '../../parts/button.tsx';
import { Pill } from '../../parts/pill.tsx';
import { Shown } from '../../parts/states.tsx';
import { StatusMessage } from '../../parts/status-message.tsx';
import { useActs, type Acts } from '../../parts/use-acts.ts';
import { useView } from '../../parts/use-view.ts';
import { form, own as words, reasons, standingOf, stateOf } from '../../words-education.ts';
import { withdrawRequest } from './acts.ts';
import { getMyEducation } from './api.ts';
import { CourseForm } from './course-form.tsx';
import { EvidenceOf } from './evidence.tsx';

/** Somebody's own courses: what counts, and until when. Nothing where it isn't theirs to record. */
export function OwnEducation(props: {
  me: Me;
  reload: () => Promise<void>;
  /** A course from before the app waits for its check: the commitment's card says so. */
  waits?: boolean;
  /** On its commitment's card, which has the heading already. */
  within?: boolean;
}) {
  const { me, reload, waits = false, within = false } = props;
  const load = useCallback(() => getMyEducation(), []);
  const { view, reload: reloadOwn } = useView(load);
  const both = useCallback(async () => {
    await Promise.all([reloadOwn(), reload()]);
  }, [reloadOwn, reload]);
  const acts = useActs(both);
  if (view.kind === 'shown' && !view.value.mayRecord && view.value.records.length === 0) {
    return null;
  }
  const courses = (
    <Shown view={view} reload={reloadOwn} small>
      {(education) => (
        <Courses
          education={education}
          organisation={me.organisation.code}
          acts={acts}
          waits={waits}
        />
      )}
    </Shown>
  );
  return (
    <>
      {within ? (
        courses
      ) : (
        <section className="card" aria-labelledby="education">
          <h2 id="education">{words.title}</h2>
          {courses}
        </section>
      )}
      <StatusMessage acts={acts} />
    </>
  );
}

function Courses(props: {
  education: MyEducation;
  organisation: string;
  acts: Acts;
  waits: boolean;
}) {
  const { education, organisation, acts, waits } = props;
  const { records, mayRecord, on } = education;
  const [open, setOpen] = useState(false);
  const [mended, mend] = useState<string>();
  const ids = records.map(({ id }) => id).join(' ');
  // What was recorded stands in the list: the form has done its work.
  useEffect(() => setOpen(false), [ids]);
  const mending = records.find(({ id, state }) => id === mended && state === 'returned');
  return (
    <>
      {(!waits || records.length > 0) && <p>{standingOf(education)}</p>}
      {records.length > 0 && (
        <ul className="rows">
          {records.map((record) => (
            <Row
              key={record.id}
              record={record}
              organisation={organisation}
              acts={acts}
              mend={() => {
                mend(record.id);
                setOpen(true);
              }}
            />
          ))}
        </ul>
      )}
      {mayRecord && (
        <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{form.open}</summary>
          <p className="soft">{words.counts}</p>
          <CourseForm
            // A new record makes a new, empty form.
            key={`${mending?.id} ${ids}`}
            organisation={organisation}
            today={on}
            mending={mending}
            acts={acts}
          />
        </details>
      )}
    </>
  );
}

function Row(props: { record: MyRecord; organisation: string; acts: Acts; mend: () => void }) {
  const { record, organisation, acts, mend } = props;
  const { course, date, state, reason, mayWithdraw } = record;
  return (
    <li>
      <div className="row-words">
        <strong>{course}</strong>
        <span>{fullDate(date)}</span>
        {reason !== undefined && <span>{reasons[reason]}.</span>}
        <EvidenceOf record={record} acts={acts} />
      </div>
      <Pill tone={tones[state]}>{stateOf(record)}</Pill>
      <div className="buttons">
        {state === 'returned' && (
          <Button fullLabel={words.againFor(record)} onPress={mend}>
            {words.again}
          </Button>
        )}
        {mayWithdraw && (
          <ActButton
            acts={acts}
            id={`withdraw ${record.id}`}
            request={withdrawRequest(record, organisation)}
            look="quiet"
            fullLabel={words.takeBackFor(record)}
          >
            {words.takeBack}
          </ActButton>
        )}
      </div>
    </li>
  );
}

const tones = { recorded: 'wait', verified: 'good', returned: 'ask' } as const;
