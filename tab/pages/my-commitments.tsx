import { later } from '../parts/later.tsx';
import { useCallback, useState } from 'react';
import type { Me, Progress } from '../../bot/contract/views.ts';
import { getProgress } from '../api.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { Shown } from '../parts/states.tsx';
import { StatusMessage } from '../parts/status-message.tsx';
import { useActs, type Acts } from '../parts/use-acts.ts';
import { useView } from '../parts/use-view.ts';
import { commitment as words, commitmentsTitle, type Subject } from '../words.ts';
import { AllCommitments } from './commitments/all-commitments.tsx';
import type { Acting } from './meeting-acts.ts';
import { OwnHistory } from './own-history.tsx';

/** The executive's own page, and their assistant's for them. */
export function MyCommitments({ me }: { me: Me }) {
  const choices = whose(me);
  const [chosen, choose] = useState(choices[0]?.id);
  const load = useCallback(() => getProgress(chosen), [chosen]);
  const { view, reload } = useView(load);
  const acts = useActs(reload);
  const [following, setFollowing] = useState(false);
  // A mentor may be nobody of whom anything is asked: they have no progress to see.
  const refused = view.kind === 'trouble' && view.trouble.kind === 'refused';
  if (refused && chosen === undefined && me.mentoring === true) {
    return (
      <>
        <PageTitle>{commitmentsTitle({ self: true })}</PageTitle>
        <MentoringCard me={me} reload={reload} />
      </>
    );
  }
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
        {(progress) => (
          <>
            <Standing me={me} progress={progress} acts={acts} reload={reload} />
            {me.mentoring === true && <MentoringCard me={me} progress={progress} reload={reload} />}
          </>
        )}
      </Shown>
      <StatusMessage acts={acts} />
      {me.roles.some(({ role }) => hasMeetings.includes(role)) && (
        <details onToggle={(event) => setFollowing(event.currentTarget.open)}>
          <summary>{words.follow}</summary>
          {following && <OwnCalendar me={me} />}
        </details>
      )}
    </>
  );
}

/** Roles with meetings to put in a calendar. */
const hasMeetings = ['executive-director', 'executive-assistant'];

const MentoringCard = later(
  async () => (await import('./mentoring/mentoring-card.tsx')).MentoringCard,
);

const OwnCalendar = later(async () => (await import('./own-calendar.tsx')).OwnCalendar);

/** Whose progress can be chosen, the meetings to look after first; undefined is one's own. */
export function whose(me: Me): { id: string | undefined; name: string }[] {
  const own = me.roles.some(({ role }) => role === 'executive-director');
  const theirs = me.roles.flatMap((role) =>
    role.role === 'executive-assistant' && role.for ? [role.for] : [],
  );
  const myself = { id: undefined, name: words.myself };
  return own ? [myself, ...theirs] : [...theirs, myself];
}

function Standing(props: { me: Me; progress: Progress; acts: Acts; reload: () => Promise<void> }) {
  const { me, progress, acts, reload } = props;
  const { person } = progress;
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
      <AllCommitments me={me} progress={progress} acting={acting} acts={acts} reload={reload} />
      <OwnHistory progress={progress} organisation={me.organisation.code} acts={acts} />
    </>
  );
}
