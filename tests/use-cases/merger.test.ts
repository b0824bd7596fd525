import { expect, test } from 'vitest';
import { isClosed } from '../../bot/domain/merger.ts';
import { dueNudges } from '../../bot/domain/nudges/rules.ts';
import type { Instant, PlainDate } from '../../bot/domain/time.ts';
import { readers } from '../../bot/roster/readers.ts';
import { importNetworks } from '../../bot/use-cases/import-networks.ts';
import { importRoster } from '../../bot/use-cases/import-roster.ts';
import { undoImport } from '../../bot/use-cases/undo-import.ts';
import { mergeOrganisation } from '../../bot/use-cases/merge-organisation.ts';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import { thingKinds } from '../../bot/domain/things.ts';
import { partitionOf } from '../../bot/storage/keys.ts';
import { houseInMemory } from '../support/house.ts';
import { APRIL_8, smallTrust, TENANT, ZPV } from '../support/small-trust.ts';

const SUCCESSOR = { tenant: TENANT, code: 'ZNW' };
const lastDay = '2026-04-10' as PlainDate;

async function twoTrusts() {
  const house = await houseInMemory();
  const next = await smallTrust(house.storage, SUCCESSOR);
  const merge = (apply = true, day = lastDay) =>
    mergeOrganisation(house.storage, ZPV, SUCCESSOR, { lastDay: day, apply });
  const nurse = house.as(house.cast.nurse);
  const claim = async () => {
    const act = { verb: 'claim', data: { meeting: APRIL_8 } } as const;
    const [answer] = await house.doors.perform(nurse, act);
    return answer?.outcome;
  };
  return { ...house, next, merge, nurse, claim };
}

test('an organisation that went into another is open until its last day, and read after it', async () => {
  const { merge, claim, clock, doors, cast, as, storage } = await twoTrusts();
  expect((await merge(false)).kind).toBe('merge');
  expect((await storage.records.frame(ZPV)).settings.closedOn).toBeUndefined();
  await merge();
  expect((await merge()).kind).toBe('already');
  clock.moveTo('2026-04-10T22:59:00.000Z');
  expect(await claim()).toEqual({ kind: 'done' });
  clock.moveTo('2026-04-10T23:00:00.000Z');
  const withdraw = { verb: 'withdraw', data: { meeting: APRIL_8 } } as const;
  const [late] = await doors.perform(as(cast.nurse), withdraw);
  expect(late?.outcome).toEqual({ kind: 'refused', because: 'organisation-closed' });
  const shown = await doors.attendance(as(cast.edi), {});
  expect(shown.kind).toBe('shown');
  expect((await storage.records.frame(SUCCESSOR)).settings.predecessors).toEqual(['ZPV']);
  expect((await storage.auditor.verify(ZPV)).faults).toEqual([]);
  expect((await storage.auditor.verify(SUCCESSOR)).faults).toEqual([]);
});

test('nobody is reminded of anything there after the last day', async () => {
  const { merge, storage, clock, claim } = await twoTrusts();
  await claim();
  clock.moveTo('2026-04-13T09:00:00.000Z');
  const due = async () => {
    const { people, frame } = await storage.records.people(ZPV);
    const things = await storage.records.things(ZPV, thingKinds);
    const isBankHoliday = englandsBankHolidays();
    return dueNudges({ frame, people, things, now: clock.now(), isBankHoliday });
  };
  expect((await due()).length).toBeGreaterThan(0);
  await merge();
  expect(await due()).toEqual([]);
});

test('whoever is listed in the successor is there from the day after, and nothing of theirs comes along', async () => {
  const { merge, doors, clock, cast, next, claim, storage } = await twoTrusts();
  await claim();
  const account = {
    ...{ tenant: TENANT, objectId: 'nurse' },
    address: () => Promise.resolve({ address: 'aoife.okafor@pennine-vale.example', guest: false }),
  };
  await storage.directory.link(
    { organisation: ZPV, person: cast.nurse },
    { tenant: TENANT, objectId: 'nurse', address: 'aoife.okafor@pennine-vale.example' },
  );
  await merge();
  expect(await doors.identify(account)).toMatchObject({ caller: { person: cast.nurse } });
  clock.moveTo('2026-04-11T09:00:00.000Z');
  expect(await doors.identify(account)).toMatchObject({
    caller: { organisation: SUCCESSOR, person: next.nurse },
  });
  const found = await storage.records.person(SUCCESSOR, next.nurse);
  expect(found?.person.claims).toEqual([]);
});

test('an organisation goes into one other, on one day, and not into itself', async () => {
  const { merge, storage } = await twoTrusts();
  const same = await mergeOrganisation(storage, ZPV, ZPV, { lastDay, apply: true });
  expect(same).toMatchObject({ because: 'same-organisation' });
  await merge();
  expect(await merge(true, '2026-05-01' as PlainDate)).toMatchObject({ because: 'another-day' });
  const back = await mergeOrganisation(storage, SUCCESSOR, ZPV, { lastDay, apply: true });
  expect(back).toMatchObject({ because: 'successor-is-closed' });
  const { settings } = await storage.records.frame(ZPV);
  expect(isClosed(settings, '2026-04-10T12:00:00.000Z' as Instant)).toBe(false);
});

test('no file is brought in and none undone after the last day, and nothing of it is kept', async () => {
  const { merge, storage, tables, clock } = await twoTrusts();
  const ports = { ...storage, readers, clock };
  const text = 'Network,Counts for Silver,Terms Used\nPride,no,\n';
  const file = { name: 'networks.csv', bytes: Buffer.from(text), asAt: lastDay };
  const closed = { kind: 'closed', closedOn: lastDay, successor: 'ZNW' };
  await merge();
  clock.moveTo('2026-04-11T09:00:00.000Z');
  const rows = async () => {
    const all = [];
    for await (const page of tables.records.range(partitionOf(ZPV), '', '~')) all.push(...page);
    return all;
  };
  const before = await rows();
  expect(before.length).toBeGreaterThan(0);
  for (const apply of [false, true]) {
    expect(await importNetworks(ports, ZPV, { ...file, apply })).toEqual(closed);
    expect(await importRoster(ports, ZPV, { ...file, apply })).toEqual(closed);
  }
  const [brought] = await storage.imports.all(ZPV);
  expect(await undoImport(ports, ZPV, brought?.id ?? '', true)).toEqual(closed);
  expect(await rows()).toEqual(before);

  // One that was being read when its last day ended is not committed either.
  clock.moveTo('2026-04-10T22:59:59.000Z');
  const slow = {
    ...ports,
    readers: {
      ...readers,
      networks: async (bytes: Uint8Array) => {
        const reading = await readers.networks(bytes);
        clock.moveTo('2026-04-10T23:00:00.000Z');
        return reading;
      },
    },
  };
  expect(await importNetworks(slow, ZPV, { ...file, apply: true })).toEqual(closed);
  const { networks } = await storage.records.frame(ZPV);
  expect(networks.map(({ name }) => name)).not.toContain('Pride');
});
