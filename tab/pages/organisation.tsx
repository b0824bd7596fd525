import { later } from '../parts/later.tsx';
import { useCallback, useEffect, useState } from 'react';
import type { Me } from '../../bot/contract/views.ts';
import { getAttendance, type AsAt } from '../api.ts';
import { Folded } from '../parts/folded.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Shown } from '../parts/states.tsx';
import { StatusMessage } from '../parts/status-message.tsx';
import { useActs } from '../parts/use-acts.ts';
import { useView } from '../parts/use-view.ts';
import { council } from '../words-board.ts';
import { states } from '../words-goals.ts';
import { programme } from '../words-mentoring.ts';
import { snapshots as snapshotWords } from '../words-snapshots.ts';
import { delivered, grouped, organisation as words } from '../words-organisation.ts';
import { planCard as plan } from '../words-plan-card.ts';
import { settings } from '../words-settings.ts';
import { AttendanceTable } from './attendance-table.tsx';
import { HistoryToVerify } from './history-to-verify.tsx';
import { SilverFigures } from './silver/silver-figures.tsx';

const CouncilRecord = later(
  async () => (await import('./board/council-and-statements.tsx')).CouncilRecord,
);
const Statements = later(
  async () => (await import('./board/council-and-statements.tsx')).Statements,
);

/** Roles that may see who attended what; the server decides, this spares a request that it refuses. */
const seesNames = ['edi-lead', 'edi-sponsor', 'board-chair'];

/** Roles that may see the figures, or their headlines. */
const seesFigures = [...seesNames, 'board-secretary', 'executive-director', 'network-chair'];
/** Roles that may have something from before the app to verify. */
const verifies = [...seesNames, 'programme-lead'];

/** Roles that may see a figure by group. */
const seesGroups = [...seesNames, 'board-secretary'];

const Groups = later(async () => (await import('./silver/groups.tsx')).Groups);
const EducationToVerify = later(
  async () => (await import('./education/to-verify.tsx')).EducationToVerify,
);
const EvidencePack = later(async () => (await import('./evidence/evidence-pack.tsx')).EvidencePack);
const GoalStates = later(async () => (await import('./goals/goal-states.tsx')).GoalStates);
const Delivery = later(async () => (await import('./delivery/delivery.tsx')).Delivery);
const Snapshots = later(async () => (await import('./snapshots/snapshots.tsx')).Snapshots);
const ActionPlan = later(async () => (await import('./plan/action-plan.tsx')).ActionPlan);
const MentoringProgramme = later(
  async () => (await import('./mentoring/programme.tsx')).MentoringProgramme,
);

const HowWeCount = later(async () => (await import('./settings/how-we-count.tsx')).HowWeCount);
const SettleList = later(async () => (await import('./settling/settle-list.tsx')).SettleList);

/** The organisation's Silver figures, as at a date and as known at one. */
export function Organisation({ me }: { me: Me }) {
  const [asAt, setAsAt] = useState<AsAt>({});
  // What was verified changes the page's other figures.
  const [changes, setChanges] = useState(0);
  const changed = useCallback(async () => setChanges((before) => before + 1), []);
  const holds = (roles: readonly string[]) => me.roles.some(({ role }) => roles.includes(role));
  const seesRecords = holds([...seesNames, 'board-secretary']);
  const mentoring = me.leadsMentoring === true && (
    <Folded title={programme.title}>
      <MentoringProgramme organisation={me.organisation.code} />
    </Folded>
  );
  const groups = (line: 'S2' | 'S3.b') =>
    holds(seesGroups) && (
      <Folded title={grouped[line]}>
        <Groups line={line} on={asAt.on} />
      </Folded>
    );
  return (
    <>
      <PageTitle>{words.title(me.organisation.name)}</PageTitle>
      {holds(seesFigures) && (
        <SilverFigures
          me={me}
          asAt={asAt}
          choose={setAsAt}
          changes={changes}
          work={{
            S1: seesRecords && (
              <Folded title={council.record}>
                <CouncilRecord me={me} changed={changed} />
              </Folded>
            ),
            S2: (
              <>
                {groups('S2')}
                {holds(['edi-lead']) && (
                  <Folded title={states.title}>
                    <GoalStates organisation={me.organisation.code} changed={changed} />
                  </Folded>
                )}
              </>
            ),
            S3: (
              <>
                {groups('S3.b')}
                {mentoring}
              </>
            ),
            S4: holds(seesNames) && (
              <Folded title={words.attendance}>
                <Attendance
                  organisation={me.organisation.code}
                  asAt={asAt}
                  changes={changes}
                  changed={changed}
                />
              </Folded>
            ),
          }}
          statements={
            seesRecords && {
              S1: <Statements of="S1" me={me} changed={changed} />,
              S5: <Statements of="S5" me={me} changed={changed} />,
            }
          }
        />
      )}
      {seesRecords && (
        <section className="card" aria-labelledby="plan">
          <h2 id="plan">{plan.title}</h2>
          <Folded title={plan.open}>
            <ActionPlan organisation={me.organisation.code} />
          </Folded>
        </section>
      )}
      <div className="own-work">
        {holds(seesNames) && <EducationToVerify me={me} changed={changed} />}
        {/* Not with those that are still loading: what is typed here must stay. */}
        {holds(verifies) && (
          <HistoryToVerify
            organisation={me.organisation.code}
            standsIn={!holds(['edi-lead', 'programme-lead'])}
            changed={changed}
          />
        )}
        {!holds(seesFigures) && mentoring && <div className="card">{mentoring}</div>}
        {holds(['edi-lead']) && (
          <div className="card">
            <Folded title={delivered}>
              <Delivery today={me.on} />
            </Folded>
          </div>
        )}
        {seesRecords && (
          <div className="card">
            <Folded title={snapshotWords.folded}>
              <Snapshots me={me} />
            </Folded>
          </div>
        )}
        {seesRecords && (
          <div className="card">
            <Folded title={settings.title}>
              <HowWeCount organisation={me.organisation.code} changed={changed} />
            </Folded>
          </div>
        )}
        {holds(['edi-lead']) && (
          <EvidencePack key={`${asAt.on} ${asAt.known}`} asAt={asAt} today={me.on} />
        )}
        {holds(['edi-lead']) && (
          <SettleList organisation={me.organisation.code} changed={changed} />
        )}
      </div>
    </>
  );
}

/** Reads again once for each change; what is shown stays meanwhile. */
function useAgain(changes: number, reload: () => Promise<void>): void {
  useEffect(() => {
    if (changes > 0) void reload();
  }, [changes, reload]);
}

function Attendance(props: {
  organisation: string;
  asAt: AsAt;
  changes: number;
  changed: () => Promise<void>;
}) {
  const { organisation, asAt, changes, changed } = props;
  const load = useCallback(() => getAttendance(asAt), [asAt]);
  const { view, reload } = useView(load);
  useAgain(changes, reload);
  const both = useCallback(async () => {
    await Promise.all([reload(), changed()]);
  }, [reload, changed]);
  const acts = useActs(both);
  return (
    <section aria-label={words.attendance}>
      <Shown view={view} reload={reload} small>
        {(attendance) => (
          <AttendanceTable
            attendance={attendance}
            note={words.attendanceNote}
            nobody={words.nobody}
            deciding={{ organisation, acts }}
          />
        )}
      </Shown>
      <StatusMessage acts={acts} />
    </section>
  );
}
