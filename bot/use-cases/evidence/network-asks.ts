import { standingMoves } from '../../domain/agenda/item-state.ts';
import type { AgendaItem } from '../../domain/agenda/item.ts';
import type { Frame } from '../../domain/facts.ts';
import { addMonths, londonDate, type PlainDate } from '../../domain/time.ts';
import type { NetworkAsk } from './pack-facts.ts';

/** Said and done: such an item is told for a year more. */
const ended = ['withdrawn', 'declined', 'acknowledged'];

/**
 * What a network asked and what became of it by a day, oldest first: what is open, and what moved in
 * the 12 months. The item's own text and the reason for declining stay with those who may see it.
 */
export function networkAsks(
  items: readonly AgendaItem[],
  network: string,
  { boardMeetings }: Pick<Frame, 'boardMeetings'>,
  on: PlainDate,
): NetworkAsk[] {
  return items
    .filter((item) => item.network === network)
    .flatMap((item): NetworkAsk[] => {
      const [first, ...later] = item.moves.filter(({ at }) => londonDate(at) <= on);
      if (first === undefined) return [];
      const way = standingMoves({ ...item, moves: [first, ...later] });
      const last = way.at(-1) ?? way[0];
      const movedOn = londonDate(last.at);
      if (last.to === 'withdrawn') return [];
      if (ended.includes(last.to) && movedOn <= addMonths(on, -12)) return [];
      const met = way.findLast(({ meeting }) => meeting !== undefined)?.meeting;
      const board = boardMeetings.find(({ id }) => id === met)?.date;
      const day = last.to === 'deferred' ? last.until : board;
      const minute = way.findLast(({ to }) => to === 'discussed')?.text;
      const answer = way.findLast(({ to }) => to === 'fed-back')?.text;
      return [
        {
          title: item.title,
          raisedOn: londonDate(first.at),
          state: last.to,
          movedOn,
          ...(day === undefined ? {} : { day }),
          ...(minute === undefined ? {} : { minute }),
          ...(answer === undefined ? {} : { answer }),
        },
      ];
    })
    .toSorted((a, b) => (`${a.raisedOn}${a.title}` < `${b.raisedOn}${b.title}` ? -1 : 1));
}
