import type { OrganisationRef, PersonId } from '../domain/facts.ts';
import { isUnlinked, reopened, type Settlement } from '../domain/settling.ts';
import type { Move, Records, SettleItem } from '../use-cases/ports.ts';

const THE_APP = 'app' as PersonId;

/** What was unlinked is asked again when another account comes; any other answer stands. */
export async function isToAskAgain(
  records: Pick<Records, 'things'>,
  organisation: OrganisationRef,
  item: SettleItem,
): Promise<boolean> {
  const { settlement } = await records.things(organisation, ['settlement']);
  return isUnlinked(settlementOf(item, settlement));
}

/** A question for the EDI lead, from now on. */
export function asking(item: SettleItem): Move<void> {
  return {
    reads: [],
    things: ['settlement'],
    decide(book) {
      const before = settlementOf(item, book.things('settlement'));
      if (before !== undefined && isUnlinked(before)) {
        book.putThing('settlement', reopened(before, { at: book.now, by: THE_APP }));
      }
      book.putSettle(item);
      book.enter({ act: 'note-to-settle', by: THE_APP, about: { settle: item.id } });
    },
  };
}

function settlementOf({ id }: SettleItem, all: readonly Settlement[]): Settlement | undefined {
  return all.find((settlement) => settlement.id === id);
}
