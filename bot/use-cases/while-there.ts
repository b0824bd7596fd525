import { isClosed } from '../domain/merger.ts';
import { employmentOn } from '../domain/standing.ts';
import { londonDate } from '../domain/time.ts';
import type { House } from './context.ts';
import type { Caller } from './ports.ts';

/** Found within a move: nothing of it is kept. */
export class NotThere extends Error {
  override readonly name = 'NotThere';
  readonly because: 'organisation-closed' | 'no-longer-listed';
  constructor(because: NotThere['because']) {
    super(because);
    this.because = because;
  }
}

/**
 * The house, where nothing is decided once the organisation has gone into another, or by somebody
 * who has left it. Asked of what each move reads: whoever was let in a moment ago may be gone.
 */
export function whileThere(house: House, { person }: Caller): House {
  const { records } = house;
  return {
    ...house,
    records: {
      ...records,
      commit: (organisation, move) =>
        records.commit(organisation, {
          ...move,
          reads: [...new Set([...move.reads, person])],
          decide(book) {
            if (isClosed(book.frame.settings, book.now)) throw new NotThere('organisation-closed');
            const actor = book.person(person);
            const isListed =
              actor !== undefined && employmentOn(actor, londonDate(book.now)).kind === 'employed';
            if (!isListed) throw new NotThere('no-longer-listed');
            return move.decide(book);
          },
        }),
    },
  };
}
