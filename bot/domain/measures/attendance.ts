import { claimState } from '../claim.ts';
import type { Frame, MeetingId, Network, Person } from '../facts.ts';
import { attendedBefore } from '../history.ts';
import { isHeld } from '../meeting.ts';
import { isExecutiveOn } from '../roles.ts';
import { isThere } from '../settings/judge-network.ts';
import { addMonths, endOfDay, yearOf, type PlainDate } from '../time.ts';

export const ATTENDANCE_RULE = 'S4/2';

/** [framework] "at least four times a year" */
export const MEETINGS_NEEDED = 4;

export interface NetworkCoverage {
  readonly network: Network;
  /** Distinct held meetings in (D − 12 months, D] with at least one confirmed executive director. */
  readonly n: number;
  /** The same within the organisation's year up to D. */
  readonly thisYear: number;
  /** How many of n only verified history shows. */
  readonly before: number;
}

/**
 * S4: "An executive director must attend Black, Asian and Minority Ethnic staff network meetings at
 * least four times a year." Distinct meetings count, not attendances; the organisation's figure is
 * its lowest network's [ours]. A meeting that verified history shows counts as one that the app saw;
 * a network's day counts once for both. With no network that counts it is never ready.
 */
export interface AttendanceFigure {
  readonly ready: boolean;
  readonly n: number;
  readonly of: number;
  readonly thisYear: number;
  /** How many of n only verified history shows. */
  readonly before: number;
  readonly networks: readonly NetworkCoverage[];
}

/** For a day, over people and a frame as they were known at some moment. */
export function attendanceFigure(
  people: readonly Person[],
  frame: Frame,
  on: PlainDate,
): AttendanceFigure {
  const after = addMonths(on, -12);
  const year = yearOf(on, frame.settings.yearStartMonth);
  const covered = coveredMeetings(people, frame);
  const shownBefore = people.flatMap((person) => attendedBefore(person, frame));
  const coveredIn = (network: Network, within: (date: PlainDate) => boolean): Covered => {
    const seen = frame.meetings
      .filter((meeting) => meeting.network === network.id && covered.has(meeting.id))
      .filter((meeting) => isHeld(meeting, endOfDay(on)) && within(meeting.date));
    const days = new Set(seen.map(({ date }) => date));
    const before = shownBefore
      .filter((shown) => shown.network === network.id && within(shown.date))
      .filter(({ date }) => !days.has(date));
    const more = new Set(before.map(({ date }) => date)).size;
    return { n: seen.length + more, before: more };
  };

  const networks = frame.networks
    .filter((network) => network.countsForSilver && isThere(network, on))
    .map((network) => ({
      network,
      ...coveredIn(network, (date) => after < date && date <= on),
      thisYear: coveredIn(network, (date) => year.start <= date && date <= on).n,
    }));
  const lowest = networks.toSorted((a, b) => a.n - b.n)[0];
  const n = lowest?.n ?? 0;
  const thisYear = Math.min(...networks.map((coverage) => coverage.thisYear), Infinity);
  return {
    ready: lowest !== undefined && n >= MEETINGS_NEEDED,
    n,
    of: MEETINGS_NEEDED,
    thisYear: Number.isFinite(thisYear) ? thisYear : 0,
    before: lowest?.before ?? 0,
    networks,
  };
}

interface Covered {
  readonly n: number;
  readonly before: number;
}

export function coveredMeetings(people: readonly Person[], frame: Frame): Set<MeetingId> {
  const dates = new Map(frame.meetings.map(({ id, date }) => [id, date]));
  const covered = new Set<MeetingId>();
  for (const person of people) {
    for (const claim of person.claims) {
      const date = dates.get(claim.meeting);
      if (date === undefined || claimState(claim) !== 'confirmed') continue;
      if (isExecutiveOn(frame.roles, person.id, date)) covered.add(claim.meeting);
    }
  }
  return covered;
}
