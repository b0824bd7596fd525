import { useCallback, useState } from 'react';
import type { Me, Silver } from '../../bot/contract/views.ts';
import { getAttendance, getSettleList, getSilver, type AsAt } from '../api.ts';
import { londonMoment } from '../../bot/contract/dates.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { Shown } from '../parts/states.tsx';
import { useView } from '../parts/use-view.ts';
import { organisation as words } from '../words-organisation.ts';
import { AttendanceTable } from './attendance-table.tsx';
import { DateChoice } from './date-choice.tsx';
import { SettleItems } from './settle-items.tsx';
import { SilverLine } from './silver-line.tsx';

/** Roles that may see who attended what; the server decides, this spares a request that it refuses. */
const seesNames = ['edi-lead', 'edi-sponsor', 'board-chair'];

/** The organisation's Silver figures, as at a date and as known at one. */
export function Organisation({ me }: { me: Me }) {
  const [asAt, setAsAt] = useState<AsAt>({});
  const load = useCallback(() => getSilver(asAt), [asAt]);
  const { view, reload } = useView(load);
  const holds = (roles: readonly string[]) => me.roles.some(({ role }) => roles.includes(role));
  return (
    <>
      <PageTitle>{words.title(me.organisation.name)}</PageTitle>
      {view.kind === 'shown' && <Standing silver={view.value} known={asAt.known} />}
      <DateChoice asAt={asAt} today={me.on} choose={setAsAt} />
      <Shown view={view} reload={reload} small>
        {({ lines, on }) =>
          lines.map((line) => <SilverLine key={line.code} line={line} today={on} />)
        }
      </Shown>
      {holds(seesNames) && <Attendance asAt={asAt} />}
      {holds(['edi-lead']) && <SettleList />}
    </>
  );
}

function Standing({ silver, known }: { silver: Silver; known: string | undefined }) {
  const knownAt = known === undefined ? undefined : londonMoment(silver.known);
  return (
    <p className="lead" role="status">
      {silver.lines.map(({ n, of }) => words.standing(n, of))} {words.asAt(silver.on, knownAt)}
    </p>
  );
}

function Attendance({ asAt }: { asAt: AsAt }) {
  const load = useCallback(() => getAttendance(asAt), [asAt]);
  const { view, reload } = useView(load);
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
