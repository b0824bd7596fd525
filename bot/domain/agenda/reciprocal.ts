import type { Frame, NetworkId, PersonId } from '../facts.ts';
import { holdersOf } from '../roles.ts';
import type { Things } from '../things.ts';
import type { PlainDate } from '../time.ts';
import { isRecorded } from './contribution.ts';
import { standingMoves } from './item-state.ts';

export interface ReciprocalAttendance {
  readonly on: PlainDate;
  readonly network: NetworkId;
  readonly person: PersonId;
}

/**
 * S4.a: the days on which the chair of a counting network was at a board or committee with an item
 * or a minuted contribution; each day once. A deputy counts where nobody chaired that day [ours].
 * `things` and `frame` are as known.
 */
export function reciprocalAttendances(
  things: Pick<Things, 'agenda-item' | 'contribution'>,
  frame: Pick<Frame, 'networks' | 'boardMeetings' | 'roles'>,
): ReciprocalAttendance[] {
  const withItem = things['agenda-item'].flatMap((item) =>
    standingMoves(item).flatMap(({ to, meeting, attended }): ReciprocalAttendance[] => {
      const on = frame.boardMeetings.find(({ id }) => id === meeting)?.date;
      if (to !== 'discussed' || attended === undefined || on === undefined) return [];
      return [{ on, network: item.network, person: attended }];
    }),
  );
  const spoke = things.contribution
    .filter(isRecorded)
    .map(({ on, network, person }) => ({ on, network, person }));
  const counting = [...withItem, ...spoke].filter((each) => counts(each, frame));
  const byDay = new Map(counting.map((each) => [`${each.on}|${each.network}`, each]));
  return [...byDay.values()].toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

function counts(
  { on, network, person }: ReciprocalAttendance,
  { networks, roles }: Pick<Frame, 'networks' | 'roles'>,
): boolean {
  if (networks.find(({ id }) => id === network)?.countsForSilver !== true) return false;
  const chairs = holdersOf(roles, 'network-chair', on, { network });
  if (chairs.length > 0) return chairs.includes(person);
  return holdersOf(roles, 'network-deputy', on, { network }).includes(person);
}
