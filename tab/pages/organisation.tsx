import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { Me } from '../../bot/contract/views.ts';
import { getAttendance, getSettleList, type AsAt } from '../api.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { Loading, Shown } from '../parts/states.tsx';
import { useView } from '../parts/use-view.ts';
import { organisation as words } from '../words-organisation.ts';
import { AttendanceTable } from './attendance-table.tsx';
import { HistoryToVerify } from './history-to-verify.tsx';
import { SettleItems } from './settle-items.tsx';
import { SilverFigures } from './silver/silver-figures.tsx';

const CouncilAndStatements = lazy(async () => ({
  default: (await import('./board/council-and-statements.tsx')).CouncilAndStatements,
}));

/** Roles that may see who attended what; the server decides, this spares a request that it refuses. */
const seesNames = ['edi-lead', 'edi-sponsor', 'board-chair'];

/** Roles that may see the figures, or their headlines. */
const seesFigures = [...seesNames, 'board-secretary', 'executive-director', 'network-chair'];
/** Roles that may have something from before the app to verify. */
const verifies = [...seesNames, 'programme-lead'];

const EducationToVerify = lazy(async () => ({
  default: (await import('./education/to-verify.tsx')).EducationToVerify,
}));
const GoalStates = lazy(async () => ({
  default: (await import('./goals/goal-states.tsx')).GoalStates,
}));
const MentoringProgramme = lazy(async () => ({
  default: (await import('./mentoring/programme.tsx')).MentoringProgramme,
}));

/** The organisation's Silver figures, as at a date and as known at one. */
export function Organisation({ me }: { me: Me }) {
  const [asAt, setAsAt] = useState<AsAt>({});
  // What was verified changes the page's other figures.
  const [changes, setChanges] = useState(0);
  const changed = useCallback(async () => setChanges((before) => before + 1), []);
  const holds = (roles: readonly string[]) => me.roles.some(({ role }) => roles.includes(role));
  return (
    <>
      <PageTitle>{words.title(me.organisation.name)}</PageTitle>
      {holds(seesFigures) && (
        <SilverFigures me={me} asAt={asAt} choose={setAsAt} changes={changes} />
      )}
      <Suspense fallback={<Loading />}>
        {holds(seesNames) && <EducationToVerify me={me} />}
      </Suspense>
      {/* Not with those that are still loading: what is typed here must stay. */}
      {holds(verifies) && (
        <HistoryToVerify
          organisation={me.organisation.code}
          standsIn={!holds(['edi-lead', 'programme-lead'])}
          changed={changed}
        />
      )}
      <Suspense fallback={<Loading />}>
        {holds(['edi-lead']) && <GoalStates organisation={me.organisation.code} />}
        {me.leadsMentoring === true && <MentoringProgramme organisation={me.organisation.code} />}
        {holds([...seesNames, 'board-secretary']) && <CouncilAndStatements me={me} />}
      </Suspense>
      {holds(seesNames) && <Attendance asAt={asAt} changes={changes} />}
      {holds(['edi-lead']) && <SettleList />}
    </>
  );
}

/** Reads again once for each change; what is shown stays meanwhile. */
function useAgain(changes: number, reload: () => Promise<void>): void {
  useEffect(() => {
    if (changes > 0) void reload();
  }, [changes, reload]);
}

function Attendance({ asAt, changes }: { asAt: AsAt; changes: number }) {
  const load = useCallback(() => getAttendance(asAt), [asAt]);
  const { view, reload } = useView(load);
  useAgain(changes, reload);
  return (
    <section className="card" aria-labelledby="attendance">
      <h2 id="attendance">{words.attendance}</h2>
      <Shown view={view} reload={reload} small>
        {(attendance) => (
          <AttendanceTable
            attendance={attendance}
            note={words.attendanceNote}
            nobody={words.nobody}
          />
        )}
      </Shown>
    </section>
  );
}

function SettleList() {
  const load = useCallback(() => getSettleList(), []);
  const { view, reload } = useView(load);
  return (
    <section className="card" aria-labelledby="settle">
      <h2 id="settle">{words.settle}</h2>
      <Shown view={view} reload={reload} small>
        {({ items }) => <SettleItems items={items} />}
      </Shown>
    </section>
  );
}
