import { isThere } from '../settings/judge-network.ts';
import { claimState } from '../claim.ts';
import type { MeetingId, NetworkId } from '../facts.ts';
import { attendedBefore } from '../history.ts';
import type { Known } from '../measures/figure.ts';
import { isHeld } from '../meeting.ts';
import { isExecutiveOn } from '../roles.ts';
import { addMonths, endOfDay, yearOf, type PlainDate } from '../time.ts';

/** A meeting that was held, and how many executive directors are confirmed there: never who. */
export interface MeetingBehind {
  readonly network: NetworkId;
  readonly on: PlainDate;
  readonly executives: number;
  /** What shows it: the app's own record, or verified history alone. */
  readonly shownBy: 'app' | 'history';
}

/**
 * Of the networks that count, what was held in the 12 months or the organisation's year up to D.
 * Meetings kept for members are nobody else's business, unless an executive is confirmed there.
 */
export function meetingsBehind({ people, frame, on }: Known): MeetingBehind[] {
  const year = yearOf(on, frame.settings.yearStartMonth).start;
  const within = (date: PlainDate) => date <= on && (date > addMonths(on, -12) || date >= year);
  const came = new Map<MeetingId, number>();
  const dates = new Map(frame.meetings.map(({ id, date }) => [id, date]));
  for (const { id, claims } of people) {
    for (const claim of claims) {
      const date = dates.get(claim.meeting);
      if (date === undefined || claimState(claim) !== 'confirmed') continue;
      if (!isExecutiveOn(frame.roles, id, date)) continue;
      came.set(claim.meeting, (came.get(claim.meeting) ?? 0) + 1);
    }
  }
  const counting = frame.networks.filter(
    (network) => network.countsForSilver && isThere(network, on),
  );
  const before = people.flatMap((person) => attendedBefore(person, frame));
  const rows = counting.flatMap(({ id: network }): MeetingBehind[] => {
    const held = frame.meetings
      .filter((meeting) => meeting.network === network && within(meeting.date))
      .filter((meeting) => isHeld(meeting, endOfDay(on)))
      .filter((meeting) => meeting.openToExecutives || came.has(meeting.id));
    const seen = new Set(held.filter(({ id }) => came.has(id)).map(({ date }) => date));
    const shown = before
      .filter((each) => each.network === network && within(each.date))
      .filter(({ date }) => !seen.has(date));
    const days = Map.groupBy(shown, ({ date }) => date);
    return [
      ...held
        .filter(({ id, date }) => came.has(id) || !days.has(date))
        .map(({ id, date }) => {
          return { network, on: date, executives: came.get(id) ?? 0, shownBy: 'app' as const };
        }),
      ...[...days].map(([date, each]) => {
        return { network, on: date, executives: each.length, shownBy: 'history' as const };
      }),
    ];
  });
  const keyOf = (row: MeetingBehind) => `${row.network}|${row.on}|${row.executives}`;
  return rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
