import type { AgendaItem } from '../agenda/item.ts';
import { hasMet, lastItemMove } from '../agenda/item-state.ts';
import { reminderDays } from '../agenda/waiting-days.ts';
import type { BoardMeeting } from '../facts.ts';
import { waitsSince } from './item-untriaged.ts';
import type { NudgeRule, OrganisationFacts } from './nudge.ts';

const WORKING_DAYS = 10;

/**
 * The board met 10 working days ago, and the network has not heard: the board secretary hears, and a
 * week later again; a week after that the board chair. A minute alone is no outcome [ours].
 */
export const itemNoOutcome: NudgeRule = {
  kind: 'item-no-outcome',
  needs: 'the-person',
  due: (facts) =>
    facts.things['agenda-item'].flatMap((item) => {
      const board = boardThatMet(item, facts);
      if (board === undefined) return [];
      return waitsSince(item.id, board.date, WORKING_DAYS, itemNoOutcome, facts);
    }),
};

/** The board meeting that an item was at, where its outcome is still awaited. */
export function boardThatMet(
  item: AgendaItem,
  { frame, now }: Pick<OrganisationFacts, 'frame' | 'now'>,
): BoardMeeting | undefined {
  const { to, meeting } = lastItemMove(item);
  if (to !== 'scheduled' && to !== 'discussed') return undefined;
  const board = frame.boardMeetings.find(({ id }) => id === meeting);
  return board !== undefined && hasMet(board, now) ? board : undefined;
}

export function noOutcomeDays({ date }: BoardMeeting, { isBankHoliday }: OrganisationFacts) {
  return reminderDays(date, WORKING_DAYS, isBankHoliday);
}
