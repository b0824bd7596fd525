import type { BoardMeeting, Frame } from '../facts.ts';
import { instantAt, londonDate, LONDON, type Instant, type PlainDate } from '../time.ts';
import type { AgendaItem, ItemMove, ItemState } from './item.ts';

/** A move that put the item somewhere, and still stands. */
export type StandingMove = ItemMove & { readonly to: ItemState };

/** The item's way as it stands, oldest first: a move that was taken back is no part of it. */
export function standingMoves(item: AgendaItem): readonly [StandingMove, ...StandingMove[]] {
  const { at, by } = item.moves[0];
  const way: [StandingMove, ...StandingMove[]] = [{ ...item.moves[0], to: 'raised', at, by }];
  for (const move of item.moves.slice(1)) {
    const { to } = move;
    if (to === 'taken-back') {
      if (way.length > 1) way.pop();
    } else if (to !== 'edited') {
      way.push({ ...move, to });
    }
  }
  return way;
}

/** The move that put it where it stands. */
export function lastItemMove(item: AgendaItem): StandingMove {
  const way = standingMoves(item);
  return way.at(-1) ?? way[0];
}

export function itemState(item: AgendaItem): ItemState {
  return lastItemMove(item).to;
}

/** Whom an item waits for; nobody where it has come to an end, or its date is still to come. */
export type Awaited = 'network' | 'board-secretary' | 'board-chair' | 'board' | 'nobody';

export function awaitedOf(item: AgendaItem, frame: Frame, now: Instant): Awaited {
  const { to, until, meeting } = lastItemMove(item);
  switch (to) {
    case 'raised':
    case 'triaged':
    case 'discussed':
    case 'review-asked':
      return 'board-secretary';
    case 'scheduled': {
      const board = frame.boardMeetings.find(({ id }) => id === meeting);
      return board !== undefined && hasMet(board, now) ? 'board-secretary' : 'board';
    }
    case 'deferred':
      return until !== undefined && until > londonDate(now) ? 'nobody' : 'board-secretary';
    case 'sent-for-decline':
      return 'board-chair';
    case 'fed-back':
      return 'network';
    case 'declined':
    case 'acknowledged':
    case 'withdrawn':
      return 'nobody';
  }
}

/** [ours] A board has met once it has begun: the calendar doesn't say when it ends. */
export function hasMet({ date, start }: BoardMeeting, now: Instant): boolean {
  return instantAt(date, start, LONDON) <= now;
}

/** Whether something can still go to it: it is to come, and its papers close today or later. */
export function takesPapers(meeting: BoardMeeting, now: Instant, today: PlainDate): boolean {
  return !hasMet(meeting, now) && meeting.papersDue >= today;
}
