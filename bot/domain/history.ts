import type { Frame, HistoryEntry, HistoryMove, HistoryState, NetworkId, Person } from './facts.ts';
import { isExecutiveOn } from './roles.ts';
import type { Instant, PlainDate } from './time.ts';

/** What has become of an entry by now. */
export function historyState(entry: HistoryEntry): HistoryState {
  return lastHistoryMove(entry).to;
}

export function lastHistoryMove(entry: HistoryEntry): HistoryMove {
  return entry.moves.at(-1) ?? entry.moves[0];
}

/** The entry as it was known at `known`; undefined before it was entered. */
export function historyAsKnown(entry: HistoryEntry, known: Instant): HistoryEntry | undefined {
  const [first, ...later] = entry.moves.filter((move) => move.at <= known);
  return first === undefined ? undefined : { ...entry, moves: [first, ...later] };
}

type Told = Pick<HistoryEntry, 'person' | 'what' | 'on' | 'network'>;

/** The same thing told twice, whatever document is named with it. */
export function isSameHistory(a: Told, b: Told): boolean {
  return a.person === b.person && a.what === b.what && a.on === b.on && a.network === b.network;
}

export interface AttendedBefore {
  readonly network: NetworkId;
  readonly date: PlainDate;
}

/**
 * The network meetings that verified history shows this person at, as an executive director of that
 * day: each network and day once. A day whose only meetings the calendar has as cancelled is none.
 */
export function attendedBefore(person: Person, frame: Frame): AttendedBefore[] {
  const found = new Map<string, AttendedBefore>();
  for (const entry of person.history) {
    const { what, on: date, network } = entry;
    if (what !== 'attendance' || network === undefined) continue;
    if (historyState(entry) !== 'verified') continue;
    if (!isExecutiveOn(frame.roles, person.id, date)) continue;
    const met = frame.meetings.filter((each) => each.network === network && each.date === date);
    if (met.length > 0 && met.every(({ cancelled }) => cancelled === true)) continue;
    found.set(`${network}|${date}`, { network, date });
  }
  return [...found.values()];
}
