import { lazy, Suspense, useCallback, useState } from 'react';
import { attendanceOf, type Me, type Progress } from '../../bot/contract/views.ts';
import { getProgress } from '../api.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { Loading, Shown } from '../parts/states.tsx';
import { StatusMessage } from '../parts/status-message.tsx';
import { useActs, type Acts } from '../parts/use-acts.ts';
import { useView } from '../parts/use-view.ts';
import { commitment as words, commitmentsTitle, standing, type Subject } from '../words.ts';
import { AttendanceCard } from './attendance-card.tsx';
import type { Acting } from './meeting-acts.ts';
import { NextStepBanner } from './next-step-banner.tsx';
import { OwnHistory } from './own-history.tsx';

/** The executive's own page, and their assistant's for them. */
export function MyCommitments({ me }: { me: Me }) {
  const choices = whose(me);
  const [chosen, choose] = useState(choices[0]?.id);
  const load = useCallback(() => getProgress(chosen), [chosen]);
  const { view, reload } = useView(load);
  const acts = useActs(reload);
  const [following, setFollowing] = useState(false);
  return (
    <>
      {choices.length > 1 && (
        <label className="field">
          {words.chooseExecutive}
          <select
            value={chosen ?? ''}
            onChange={(event) => {
              acts.dismiss();
              choose(event.target.value || undefined);
            }}
          >
            {choices.map(({ id, name }) => (
              <option key={id ?? ''} value={id ?? ''}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <Shown view={view} reload={reload}>
        {(progress) => <Standing me={me} progress={progress} acts={acts} changed={reload} />}
      </Shown>
      <StatusMessage acts={acts} />
      <details onToggle={(event) => setFollowing(event.currentTarget.open)}>
        <summary>{words.follow}</summary>
        {following && (
          <Suspense fallback={<Loading />}>
            <OwnCalendar me={me} />
          </Suspense>
        )}
      </details>
    </>
  );
}

const OwnCalendar = lazy(async () => ({
  default: (await import('./own-calendar.tsx')).OwnCalendar,
}));

/** Whose progress can be chosen; undefined is one's own. */
export function whose(me: Me): { id: string | undefined; name: string }[] {
  const own = me.roles.some(({ role }) => role === 'executive-director');
  const theirs = me.roles.flatMap((role) =>
    role.role === 'executive-assistant' && role.for ? [role.for] : [],
  );
  return own || theirs.length === 0 ? [{ id: undefined, name: words.myself }, ...theirs] : theirs;
}

const OwnGoal = lazy(async () => ({ default: (await import('./goals/own-goal.tsx')).OwnGoal }));

function Standing(props: { me: Me; progress: Progress; acts: Acts; changed: () => Promise<void> }) {
  const { me, progress, acts, changed } = props;
  const goal = progress.commitments.find(({ code }) => code === 'S2');
  const { person } = progress;
  const commitment = attendanceOf(progress);
  const subject: Subject = person.self ? { self: true } : { self: false, name: person.name };
  const acting: Acting = {
    subject,
    organisation: me.organisation.code,
    forPerson: person.self ? undefined : person.id,
    today: progress.on,
  };
  return (
    <>
      <PageTitle>{commitmentsTitle(subject)}</PageTitle>
      {!subject.self && <p className="acting">{words.actingFor(subject.name)}</p>}
      {progress.commitments.length === 0 && <p className="lead">{words.noneListed}</p>}
      {commitment !== undefined && (
        <div>
          <p className="lead">{standing(commitment, subject)}</p>
          <NextStepBanner
            commitment={commitment}
            year={progress.year}
            acting={acting}
            acts={acts}
          />
          <AttendanceCard
            commitment={commitment}
            acting={acting}
            acts={acts}
            year={progress.year}
          />
        </div>
      )}
      {goal?.code === 'S2' && (
        <Suspense fallback={<Loading />}>
          <OwnGoal me={me} commitment={goal} changed={changed} />
        </Suspense>
      )}
      <OwnHistory progress={progress} organisation={me.organisation.code} acts={acts} />
    </>
  );
}
