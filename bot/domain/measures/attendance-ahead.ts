import { claimState } from '../claim.ts';
import type { Frame, Network, Person } from '../facts.ts';
import { isOpen } from '../meeting.ts';
import { yearOf, type PlainDate } from '../time.ts';
import { coveredMeetings, MEETINGS_NEEDED, type AttendanceFigure } from './attendance.ts';

/** What S4 still asks for by the end of the year, when its 12 months are the year itself. */
export interface AttendanceAhead {
  /** The year's last day. */
  readonly by: PlainDate;
  /** The network that needs most. */
  readonly network: Network;
  /** Distinct meetings still to be confirmed, those that wait for their chair among them. */
  readonly more: number;
  /** Meetings of this year that would count once the chair has confirmed one who was there. */
  readonly waiting: number;
  /** Its open meetings still to come this year, the soonest first. */
  readonly left: readonly PlainDate[];
}

/** Of the network with the fewest this year; of none where no network counts. */
export function attendanceAhead(
  people: readonly Person[],
  frame: Frame,
  on: PlainDate,
  { networks }: AttendanceFigure,
): AttendanceAhead | undefined {
  const [lowest] = networks.toSorted((a, b) => a.thisYear - b.thisYear);
  if (lowest === undefined) return undefined;
  const { network, thisYear } = lowest;
  const year = yearOf(on, frame.settings.yearStartMonth);
  const covered = coveredMeetings(people, frame);
  const asked = new Set(
    people.flatMap(({ claims }) =>
      claims.filter((claim) => claimState(claim) === 'claimed').map(({ meeting }) => meeting),
    ),
  );
  const own = frame.meetings.filter((meeting) => meeting.network === network.id && isOpen(meeting));
  return {
    by: year.end,
    network,
    more: Math.max(0, MEETINGS_NEEDED - thisYear),
    waiting: own.filter(
      ({ id, date }) => year.start <= date && date <= on && asked.has(id) && !covered.has(id),
    ).length,
    left: own
      .map(({ date }) => date)
      .filter((date) => on < date && date <= year.end)
      .toSorted(),
  };
}
