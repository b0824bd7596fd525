// What cards and the tab both say of an item's way.
import type { Item, ItemState, JourneyStep } from './agenda.ts';
import { shortDate } from './dates.ts';

const labels: Readonly<Record<ItemState, string>> = {
  raised: 'Raised',
  withdrawn: 'Taken back',
  triaged: 'Taken on',
  scheduled: 'On the agenda',
  deferred: 'Put off',
  'sent-for-decline': 'With the board chair',
  declined: 'Declined',
  'review-asked': 'Review asked for',
  discussed: 'Discussed',
  'fed-back': 'Fed back',
  acknowledged: 'Acknowledged',
};

/** An item's state, or a step of its way, in a word or two. */
export function stepLabel(step: ItemState): string {
  return labels[step];
}

const toTheBoard = ['scheduled', 'discussed', 'fed-back', 'acknowledged'] as const;

/** The steps that are still ahead, where all goes as it usually does. */
export function stepsAhead(state: ItemState): readonly ItemState[] {
  switch (state) {
    case 'raised':
      return ['triaged', ...toTheBoard];
    case 'triaged':
    case 'deferred':
    case 'review-asked':
      return toTheBoard;
    case 'scheduled':
      return toTheBoard.slice(1);
    case 'discussed':
      return toTheBoard.slice(2);
    case 'fed-back':
      return toTheBoard.slice(3);
    // Whether it is declined is for the board chair to say.
    case 'sent-for-decline':
    case 'declined':
    case 'withdrawn':
    case 'acknowledged':
      return [];
  }
}

type Standing = Pick<Item, 'state' | 'awaited' | 'days' | 'meeting' | 'until'>;

/** "With the board secretary for 4 days", "On the board’s agenda for 7 May". */
export function whereItStands(item: Standing, today: string): string {
  const { state, awaited, days, meeting, until } = item;
  switch (awaited) {
    case 'network':
      return `With the network ${forDays(days)}`;
    case 'board-chair':
      return `With the board chair ${forDays(days)}`;
    case 'board':
      return `On the board’s agenda for ${shortDate(meeting?.date ?? today, today)}`;
    case 'board-secretary':
      if (state === 'scheduled') {
        return `The board met on ${shortDate(meeting?.date ?? today, today)}: its outcome is awaited`;
      }
      return state === 'discussed'
        ? days === 0
          ? 'Discussed. The network hears next'
          : `Discussed. The network has waited ${dayCount(days)} to hear`
        : `With the board secretary ${forDays(days)}`;
    case 'nobody':
      return until !== undefined && state === 'deferred'
        ? `Put off until ${shortDate(until, today)}`
        : labels[state];
  }
}

/** "Put on the agenda of 7 May by Meera Schofield" */
export function stepSentence(taken: JourneyStep, today: string): string {
  const { step, by, meeting, until, attended } = taken;
  const name = by === '' ? 'somebody' : by;
  const board = meeting === undefined ? 'a board meeting' : shortDate(meeting.date, today);
  switch (step) {
    case 'scheduled':
      return `Put on the board’s agenda for ${board} by ${name}`;
    case 'deferred':
      return `Put off until ${shortDate(until ?? today, today)} by ${name}`;
    case 'sent-for-decline':
      return `Sent to the board chair by ${name}`;
    case 'review-asked':
      return `A review was asked for by ${name}`;
    case 'discussed':
      return attended === undefined
        ? `Discussed at the board on ${board}`
        : `Discussed at the board on ${board}, with ${attended} there`;
    case 'raised':
    case 'withdrawn':
    case 'triaged':
    case 'declined':
    case 'fed-back':
    case 'acknowledged':
      return `${labels[step]} by ${name}`;
  }
}

/** "9 April", "13 April, after 4 days" */
export function stepDay({ on, days }: JourneyStep, today: string): string {
  const day = shortDate(on, today);
  return days === 0 ? day : `${day}, after ${dayCount(days)}`;
}

function forDays(days: number): string {
  return days === 0 ? 'since today' : `for ${dayCount(days)}`;
}

export function dayCount(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
