import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import { openPacks } from '../../bot/evidence/open.ts';
import { readers } from '../../bot/roster/readers.ts';
import { memoryQueue } from './memory-queue.ts';
import { memoryTable } from './memory-table.ts';
import type { Storage } from '../../bot/storage/open.ts';
import { openDoors } from '../../bot/use-cases/open-doors.ts';
import type { Caller, Subject } from '../../bot/use-cases/ports.ts';
import type { OrganisationRef, PersonId } from '../../bot/domain/facts.ts';
import { movableClock, smallTrust, TENANT, ZPV } from './small-trust.ts';
import { storageOn } from './storage-on.ts';

export function memoryTables() {
  return {
    records: memoryTable(),
    directory: memoryTable(),
    conversations: memoryTable(),
    cards: memoryTable(),
    nudges: memoryTable(),
  };
}

/** The doors over a storage, with what changed noted down. */
export function doorsOver(storage: Storage, clock: ReturnType<typeof movableClock>) {
  const changes: Subject[] = [];
  const doors = openDoors({
    ...storage,
    queue: memoryQueue(),
    clock,
    isBankHoliday: englandsBankHolidays(),
    changed: (_organisation, subjects) => changes.push(...subjects),
    tenants: [TENANT],
    readers,
    packs: openPacks('0.0.0'),
  });
  return { doors, changes };
}

/** A small trust in memory, with its doors: for rules in milliseconds. */
export async function houseInMemory(start?: string) {
  const clock = movableClock(start);
  const tables = memoryTables();
  const storage = storageOn(tables, { clock });
  const cast = await smallTrust(storage);
  const as = (person: PersonId, organisation: OrganisationRef = ZPV): Caller => ({
    organisation,
    person,
  });
  return { clock, tables, storage, cast, as, ...doorsOver(storage, clock) };
}
