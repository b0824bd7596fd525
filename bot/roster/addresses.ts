import type { ListedPerson, SettleItem } from '../use-cases/ports.ts';
import type { PlainDate } from '../domain/time.ts';
import type { StaffRow } from './esr.ts';

type Ask = (
  problem: Extract<SettleItem['problem'], 'address-taken' | 'bad-value'>,
  detail: string,
) => void;

/** Decides who has which address. One that belongs to another staff number is never moved. */
export interface AddressBook {
  settle(row: StaffRow, before: ListedPerson | undefined, isOlder: boolean, ask: Ask): string;
}

export function addressBook(listed: readonly ListedPerson[], asAt: PlainDate): AddressBook {
  const ownerOf = new Map(
    listed.flatMap((person) =>
      person.email === '' ? [] : [[person.email.toLowerCase(), person.staffNumber] as const],
    ),
  );
  return {
    settle(row, before, isOlder, ask) {
      const kept = before?.email ?? '';
      // What a newer list said of the address stands.
      if (before && isOlder) return kept;
      const name = `${row.givenName} ${row.familyName} (${row.staffNumber})`;
      if (row.email === '') {
        if (kept === '' && !hasLeft(row, asAt)) {
          ask(
            'bad-value',
            `${name}: the Email Address is empty. The row was imported, but they can’t be linked until there is an address.`,
          );
        }
        return kept;
      }
      if (!isAddress(row.email)) {
        ask('bad-value', `${name}: the Email Address can’t be one; it was not imported.`);
        return kept;
      }
      const owner = ownerOf.get(row.email);
      if (owner !== undefined && owner !== row.staffNumber) {
        ask(
          'address-taken',
          `${name}: the address ${row.email} belongs to staff number ${owner}; it was not moved.`,
        );
        return kept;
      }
      ownerOf.set(row.email, row.staffNumber);
      return row.email;
    },
  };
}

/** Longer than mail allows isn't looked at: that would take minutes. */
function isAddress(text: string): boolean {
  return text.length <= 320 && /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/.test(text);
}

function hasLeft({ status, end }: StaffRow, asAt: PlainDate): boolean {
  return status === 'ended' || (end !== undefined && end < asAt);
}
