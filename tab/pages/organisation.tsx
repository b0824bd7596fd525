import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { Me, Silver } from '../../bot/contract/views.ts';
import { getAttendance, getSettleList, getSilver, type AsAt } from '../api.ts';
import { londonMoment } from '../../bot/contract/dates.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { Loading, Shown } from '../parts/states.tsx';
import { useView } from '../parts/use-view.ts';
import { organisation as words } from '../words-organisation.ts';
import { AttendanceTable } from './attendance-table.tsx';
import { DateChoice } from './date-choice.tsx';
import { HistoryToVerify } from './history-to-verify.tsx';
import { SettleItems } from './settle-items.tsx';
import { SilverLine } from './silver-line.tsx';

const CouncilAndStatements = lazy(async () => ({
  default: (await import('./board/council-and-statements.tsx')).CouncilAndStatements,
}));

/** Roles that may see who attended what; the server decides, this spares a request that it refuses. */
const seesNames = ['edi-lead', 'edi-sponsor', 'board-chair'];

/** Roles that may see the figures, or their headlines. */
const seesFigures = [...seesNames, 'board-secretary', 'executive-director', 'network-chair'];
/** Roles that may have something from before the app to verify. */
const verifies = [...seesNames, 'programme-lead'];

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
      {holds(seesFigures) && <Figures me={me} asAt={asAt} choose={setAsAt} changes={changes} />}
      {holds([...seesNames, 'board-secretary']) && (
        <Suspense fallback={<Loading />}>
          <CouncilAndStatements me={me} />
        </Suspense>
      )}
      {holds(seesNames) && <Attendance asAt={asAt} changes={changes} />}
      {holds(['edi-lead']) && <SettleList />}
      {me.leadsMentoring === true && (
        <Suspense fallback={<Loading />}>
          <MentoringProgramme organisation={me.organisation.code} />
        </Suspense>
      )}
      {holds(verifies) && (
        <HistoryToVerify
          organisation={me.organisation.code}
          standsIn={!holds(['edi-lead', 'programme-lead'])}
          changed={changed}
        />
      )}
      {holds(seesNames) && (
        <Suspense fallback={<Loading />}>
          <EducationToVerify me={me} />
        </Suspense>
      )}
    </>
  );
}

const EducationToVerify = lazy(async () => ({
  default: (await import('./education/to-verify.tsx')).EducationToVerify,
}));

function Figures(props: { me: Me; asAt: AsAt; choose: (asAt: AsAt) => void; changes: number }) {
  const { me, asAt, choose, changes } = props;
  const load = useCallback(() => getSilver(asAt), [asAt]);
  const { view, reload } = useView(load);
  useAgain(changes, reload);
  return (
    <>
      {view.kind === 'shown' && <Standing silver={view.value} known={asAt.known} />}
      <DateChoice asAt={asAt} today={me.on} choose={choose} />
      <Shown view={view} reload={reload} small>
        {({ lines, on }) =>
          lines.map((line) => <SilverLine key={line.code} line={line} today={on} />)
        }
      </Shown>
    </>
  );
}

/** Reads again once for each change; what is shown stays meanwhile. */
function useAgain(changes: number, reload: () => Promise<void>): void {
  useEffect(() => {
    if (changes > 0) void reload();
  }, [changes, reload]);
}

function Standing({ silver, known }: { silver: Silver; known: string | undefined }) {
  const knownAt = known === undefined ? undefined : londonMoment(silver.known);
  return (
    <p className="lead" role="status">
      {silver.lines.map(({ n, of }) => words.standing(n, of))} {words.asAt(silver.on, knownAt)}
    </p>
  );
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
