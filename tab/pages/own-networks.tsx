import { useEffect, useRef } from 'react';
import type { Me, Waiting } from '../../bot/contract/views.ts';
import { getAttendance } from '../api.ts';
import { Shown } from '../parts/states.tsx';
import { useView } from '../parts/use-view.ts';
import { network as words } from '../words-organisation.ts';
import { AttendanceTable } from './attendance-table.tsx';

const load = () => getAttendance({});
/** The server shows these everybody's attendance; they have it on the Organisation page. */
const seesAll = ['edi-lead', 'edi-sponsor', 'board-chair'];

/** The networks that somebody chairs, and sees the attendance of; none for who sees it all. */
export function ownNetworks({ roles }: Me): number {
  if (roles.some(({ role }) => seesAll.includes(role))) return 0;
  const chaired = roles.filter(({ role }) => role === 'network-chair' || role === 'network-deputy');
  return new Set(chaired.flatMap(({ network }) => network?.id ?? [])).size;
}

/** Who came to the meetings of the networks that somebody chairs; read again when that changes. */
export function OwnNetworks({ networks, claims }: { networks: number; claims: Waiting }) {
  const { view, reload } = useView(load);
  const standing = [...claims.waiting, ...claims.decided]
    .map((claim) => ('state' in claim ? `${claim.id} ${claim.state}` : claim.id))
    .join();
  const shown = useRef(standing);
  useEffect(() => {
    if (shown.current === standing) return;
    shown.current = standing;
    void reload();
  }, [standing, reload]);
  return (
    <section className="card" aria-labelledby="attendance">
      <h2 id="attendance">{words.attendance(networks)}</h2>
      <Shown view={view} reload={reload} small>
        {(attendance) => (
          <AttendanceTable
            attendance={attendance}
            note={words.attendanceNote}
            nobody={words.nobodyCame}
          />
        )}
      </Shown>
    </section>
  );
}
