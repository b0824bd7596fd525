import { expect, test } from 'vitest';
import type { PlainDate } from '../../bot/domain/time.ts';
import { collect } from '../../bot/storage/table.ts';
import { houseInMemory } from '../support/house.ts';
import { personFacts, TENANT, ZPV } from '../support/small-trust.ts';

const partition = `${ZPV.tenant}|${ZPV.code}`;
const october = { kind: 'roster', asAt: '2026-10-01' as PlainDate, sha256: 'october' } as const;
const address = 'leader.00017@pennine-vale.example';

/** A staff list was begun on 9 April 2026, and whoever ran it was stopped. */
async function begunHouse() {
  const house = await houseInMemory('2026-04-09T08:00:00.000Z');
  const { storage, tables, clock, as } = house;
  const open = async () => {
    const opened = await storage.imports.open(ZPV, october);
    if (opened.kind !== 'open') throw new Error('expected an open import');
    return opened.staged;
  };
  const leader = storage.imports.newPersonId();
  const [person, assignment] = personFacts(leader, ['Leader', '00017']);
  if (person?.kind !== 'person' || assignment === undefined) throw new Error('no facts');
  const question = { id: 'unknown-grade-1', problem: 'unknown-grade', detail: 'ZL03' } as const;
  const facts = [
    { ...person, email: address },
    assignment,
    { kind: 'settle', item: question } as const,
  ];
  const staged = await open();
  await staged.stage(facts);
  const erase = (day: string) => storage.erasures.erase(ZPV, day as PlainDate, 'app');
  const faults = async () => (await storage.auditor.verify(ZPV)).faults;
  const rows = async () => collect(tables.records.range(partition, ' ', '\uffff'));
  /** What was staged, wherever it stands but in the ledger. */
  const left = async () =>
    (await rows()).filter(
      ({ key, properties: { import: by, body = '' } }) =>
        !key.startsWith('l|') &&
        (by === staged.id || body.includes(leader) || key.includes(leader)),
    );
  return { ...house, leader: as(leader), clock, open, staged, facts, erase, faults, rows, left };
}

test('what an import staged and never committed goes after a week, from every table', async () => {
  const { storage, erase, faults, rows, left, cast } = await begunHouse();
  await erase('2026-04-16');
  expect(await left()).not.toEqual([]);
  expect(await storage.directory.byAddress(TENANT, address)).toHaveLength(1);
  const due = await storage.erasures.due(ZPV, '2026-04-17' as PlainDate);
  expect(due).toEqual(['assignment', 'person', 'settle'].map((kind) => ({ kind, facts: 1 })));

  expect(await erase('2026-04-17')).toEqual(expect.arrayContaining(due));
  expect(await left()).toEqual([]);
  expect(await storage.directory.byAddress(TENANT, address)).toEqual([]);
  expect(await storage.records.person(ZPV, cast.nurse)).toBeDefined();
  const entries = (await rows()).filter(({ key }) => key.startsWith('l|'));
  expect(entries.filter(({ properties }) => properties['body']?.includes('"erase"'))).toHaveLength(
    2,
  );
  expect(await faults()).toEqual([]);
  expect(await erase('2026-04-17')).toEqual([]);
});

test('an import that is gone on with has a week from then', async () => {
  const { clock, open, facts, erase, faults, storage, leader } = await begunHouse();
  clock.moveTo('2026-04-15T08:00:00.000Z');
  const again = await open();
  await erase('2026-04-17');
  await again.stage(facts);
  await again.commit('operator');
  expect((await storage.records.person(ZPV, leader.person))?.person.familyName).toBe('00017');
  expect(await faults()).toEqual([]);
});

test('a file whose time to go on was over comes in anew; what was begun before writes no more', async () => {
  const { staged, open, facts, erase, faults, left, storage, leader } = await begunHouse();
  await erase('2026-04-17');
  await expect(staged.commit('operator')).rejects.toThrow('run it again');
  await expect(staged.stage(facts)).rejects.toThrow('its time was over: run it again');
  expect(await left()).toEqual([]);

  const anew = await open();
  expect(anew.id).not.toBe(staged.id);
  await anew.stage(facts);
  await anew.commit('operator');
  expect((await storage.records.person(ZPV, leader.person))?.person.familyName).toBe('00017');
  expect((await storage.imports.settleList(ZPV)).map(({ id }) => id)).toEqual(['unknown-grade-1']);
  expect(await storage.imports.open(ZPV, october)).toMatchObject({ kind: 'already' });
  expect(await faults()).toEqual([]);
});

test('an act’s own facts of somebody stay when what was staged of them goes', async () => {
  const { storage, open, cast, as, doors, erase, faults } = await begunHouse();
  await (await open()).stage(personFacts(cast.nurse, ['Aoife', 'Other'], october.asAt));
  const data = { zone: 'FEAR', text: 'Mine' } as const;
  await doors.perform(as(cast.nurse), { verb: 'keep-note', data });
  await erase('2026-04-17');
  const found = await storage.records.person(ZPV, cast.nurse);
  expect(found?.person).toMatchObject({ familyName: 'Okafor', words: [{}] });
  expect(await faults()).toEqual([]);
});

test('whoever was erased on request while a list was under way comes in with it and verifies', async () => {
  const { storage, leader, open, facts, faults } = await begunHouse();
  await storage.erasures.erasePerson(leader, 'objected', 'operator');
  const again = await open();
  await again.stage(facts);
  await again.commit('operator');
  expect(await faults()).toEqual([]);
});

test('an import that had staged somebody before they were erased commits, and the ledger verifies', async () => {
  const { storage, leader, staged, faults } = await begunHouse();
  await storage.erasures.erasePerson(leader, 'objected', 'operator');
  await staged.commit('operator');
  expect(await storage.records.person(ZPV, leader.person)).toBeUndefined();
  expect(await faults()).toEqual([]);
});

test('so it does where they were erased twice while it was under way', async () => {
  const { storage, leader, open, facts, faults, tables } = await begunHouse();
  await storage.erasures.erasePerson(leader, 'objected', 'operator');
  const again = await open();
  await again.stage(facts.toReversed());
  await storage.erasures.erasePerson(leader, 'objected', 'operator');
  await again.commit('operator');
  expect(await faults()).toEqual([]);
  // A row that nobody erased is missed still.
  const [question] = await collect(tables.records.range(partition, 'o|settle|', 'o|settle}'));
  await tables.records.write(partition, [{ kind: 'delete', key: question?.key ?? '' }]);
  const missed = `the rows of import ${again.id} are not those that were committed`;
  expect(await faults()).toContain(missed);
});

test('a question that was only staged does not keep another file from asking it', async () => {
  const { storage, facts, erase, faults } = await begunHouse();
  const other = await storage.imports.open(ZPV, { ...october, sha256: 'mended' });
  if (other.kind !== 'open') throw new Error('expected an open import');
  await other.staged.stage(facts);
  await other.staged.commit('operator');
  await erase('2026-04-17');
  expect(await storage.imports.settleList(ZPV)).toHaveLength(1);
  expect(await faults()).toEqual([]);
});

test('somebody who goes on at the moment in which the time is over loses nothing', async () => {
  const { clock, open, facts, erase, faults, storage, leader } = await begunHouse();
  clock.moveTo('2026-04-17T08:00:00.000Z');
  const [again] = await Promise.all([open(), erase('2026-04-17')]);
  await again.stage(facts);
  await again.commit('operator');
  expect((await storage.records.person(ZPV, leader.person))?.person.familyName).toBe('00017');
  expect(await storage.imports.settleList(ZPV)).toHaveLength(1);
  expect(await faults()).toEqual([]);
});
