import { isClosed } from '../domain/merger.ts';
import type { House } from './context.ts';

/** Found within a move: nothing of it is kept. */
export class OrganisationClosed extends Error {
  override readonly name = 'OrganisationClosed';
}

/** The house, where no act is decided once the organisation has gone into another. */
export function whileOpen(house: House): House {
  const { records } = house;
  return {
    ...house,
    records: {
      ...records,
      commit: (organisation, move) =>
        records.commit(organisation, {
          ...move,
          decide(book) {
            if (isClosed(book.frame.settings, book.now)) throw new OrganisationClosed();
            return move.decide(book);
          },
        }),
    },
  };
}
