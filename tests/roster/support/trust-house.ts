import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Person } from '../../../bot/domain/facts.ts';
import { defaultGradeMap } from '../../../bot/domain/grade.ts';
import { parsePlainDate } from '../../../bot/domain/time.ts';
import type { PlainDate } from '../../../bot/domain/time.ts';
import { readers } from '../../../bot/roster/readers.ts';
import { importBoardMeetings } from '../../../bot/use-cases/import-board-meetings.ts';
import type { FileToImport, ImportVerdict } from '../../../bot/use-cases/import-file.ts';
import { importEducation } from '../../../bot/use-cases/import-education.ts';
import { importHistory } from '../../../bot/use-cases/import-history.ts';
import { importMeetings } from '../../../bot/use-cases/import-meetings.ts';
import { importNetworks } from '../../../bot/use-cases/import-networks.ts';
import { importRoles } from '../../../bot/use-cases/import-roles.ts';
import { importRoster } from '../../../bot/use-cases/import-roster.ts';
import type { SettleItem } from '../../../bot/use-cases/ports.ts';
import type { RosterSummary, RowsSummary } from '../../../bot/use-cases/readers.ts';
import { memoryTables } from '../../support/house.ts';
import { movableClock, ZPV } from '../../support/small-trust.ts';
import { storageOn } from '../../support/storage-on.ts';

const importers = {
  roster: importRoster,
  roles: importRoles,
  networks: importNetworks,
  meetings: importMeetings,
  'board-meetings': importBoardMeetings,
  history: importHistory,
  education: importEducation,
};

export function day(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (!date) throw new Error(`no such day: ${text}`);
  return date;
}

export async function trustFile(name: string): Promise<Uint8Array> {
  return readFile(join(import.meta.dirname, '../../../infra/local/trust', name));
}

/** An organisation without anybody in it yet, on storage in memory, with the real readers. */
export async function emptyHouse() {
  const clock = movableClock();
  const storage = storageOn(memoryTables(), { clock });
  await storage.organisations.add(ZPV, {
    name: 'Pennine Vale NHS Foundation Trust',
    yearStartMonth: 4,
    attendanceTarget: 4,
    gradeMap: defaultGradeMap,
  });
  const ports = { ...storage, readers, clock };
  // Two commits are never of the same moment here, as they are not in life.
  let minutes = 0;

  async function bring(
    kind: keyof typeof importers,
    asAt: string,
    file: Uint8Array | string,
    how: Partial<FileToImport> = {},
  ): Promise<ImportVerdict<RosterSummary | RowsSummary>> {
    minutes += 1;
    clock.moveTo(new Date(Date.UTC(2026, 9, 1, 8, minutes)).toISOString());
    const bytes = typeof file === 'string' ? Buffer.from(file) : file;
    const name = `${kind}.csv`;
    return importers[kind](ports, ZPV, { name, bytes, asAt: day(asAt), apply: true, ...how });
  }

  async function everybody(): Promise<Person[]> {
    return (await storage.records.people(ZPV)).people;
  }

  async function named(name: string): Promise<Person> {
    const found = (await everybody()).find(
      ({ givenName, familyName }) => `${givenName} ${familyName}` === name,
    );
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  }

  const settleList = (): Promise<SettleItem[]> => storage.imports.settleList(ZPV);
  return { clock, storage, ports, bring, everybody, named, settleList };
}

/** Pennine Vale with what its files say, April's and then, where wanted, October's. */
export async function pennineVale(until: 'april' | 'october' = 'april') {
  const house = await emptyHouse();
  await house.bring('networks', '2026-04-01', await trustFile('networks.csv'));
  const roster = await house.bring(
    'roster',
    '2026-04-01',
    await trustFile('roster-2026-04-01.csv'),
  );
  await house.bring('roles', '2026-04-01', await trustFile('roles-2026-04-01.csv'));
  if (until === 'april') return { ...house, roster };
  const october = await trustFile('roster-2026-10-01.csv');
  const later = await house.bring('roster', '2026-10-01', october);
  await house.bring('roles', '2026-10-01', await trustFile('roles-2026-10-01.csv'));
  return { ...house, roster: later };
}

export function settled(verdict: ImportVerdict<unknown>): SettleItem[] {
  if (verdict.kind !== 'imported' && verdict.kind !== 'would-import') {
    throw new Error(`not imported: ${JSON.stringify(verdict)}`);
  }
  return verdict.settle;
}
