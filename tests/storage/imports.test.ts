import { expect, test } from 'vitest';
import type { PersonId } from '../../bot/domain/facts.ts';
import type { PlainDate } from '../../bot/domain/time.ts';
import { houseInMemory } from '../support/house.ts';
import { personFacts, ZPV } from '../support/small-trust.ts';

const october = { kind: 'roster', asAt: '2026-10-01' as PlainDate, sha256: 'october' } as const;

type House = Awaited<ReturnType<typeof houseInMemory>>;

const openAgain = (house: House) => house.storage.imports.open(ZPV, october);

const aWeekLater = '2026-04-17' as PlainDate;

async function openOctober(house: House) {
  const opened = await openAgain(house);
  if (opened.kind !== 'open') throw new Error('expected an open import');
  return opened.staged;
}

test('what is staged is seen by nobody before the commit, and by all after it', async () => {
  const house = await houseInMemory();
  const { imports, records } = house.storage;
  const staged = await openOctober(house);
  const leader = imports.newPersonId();
  await staged.stage(personFacts(leader, ['Leader', '00017']));
  expect(await records.person(ZPV, leader)).toBeUndefined();
  expect((await records.people(ZPV)).people).toHaveLength(9);
  expect((await house.storage.auditor.verify(ZPV)).faults).toEqual([]);

  await staged.commit('operator');
  expect((await records.person(ZPV, leader))?.person.familyName).toBe('00017');
  expect((await records.people(ZPV)).people).toHaveLength(10);
  expect((await house.storage.auditor.verify(ZPV)).faults).toEqual([]);
});

test('an act on a person while an import stages them loses neither', async () => {
  const house = await houseInMemory();
  const { nurse } = house.cast;
  const staged = await openOctober(house);
  await staged.stage(personFacts(nurse, ['Aoife', 'Okafor-Lever'], october.asAt));
  const meeting = 'race-equality-network-2026-04-08-1200';
  await house.doors.perform(house.as(nurse), { verb: 'claim', data: { meeting } });
  await staged.commit('operator');
  const found = await house.storage.records.person(ZPV, nurse);
  expect(found?.person).toMatchObject({ familyName: 'Okafor-Lever', claims: [{ meeting }] });
  expect((await house.storage.auditor.verify(ZPV)).faults).toEqual([]);
});

test('a committed import is not made again', async () => {
  const house = await houseInMemory();
  const staged = await openOctober(house);
  await staged.commit('operator');
  const again = await house.storage.imports.open(ZPV, october);
  expect(again.kind).toBe('already');
});

test('a resumed import knows the people it staged before, and drops what it no longer says', async () => {
  const house = await houseInMemory();
  const { imports, records, auditor } = house.storage;
  const first = await openOctober(house);
  const kept = imports.newPersonId();
  const dropped = imports.newPersonId();
  await first.stage(personFacts(kept, ['Leader', '00001']));
  await first.stage(personFacts(dropped, ['Leader', '00002']));

  const again = await openOctober(house);
  const listed = await imports.listed(ZPV, again.id);
  const same = listed.find(({ familyName }) => familyName === '00001')?.id as PersonId;
  expect(same).toBe(kept);
  await again.stage(personFacts(same, ['Leader', '00001']));
  await again.commit('operator');

  const { people } = await records.people(ZPV);
  expect(people.map(({ familyName }) => familyName)).toContain('00001');
  expect(people.map(({ familyName }) => familyName)).not.toContain('00002');
  expect((await auditor.verify(ZPV)).faults).toEqual([]);
});

test('of two who run the same file at once, the one who began last brings it in', async () => {
  const house = await houseInMemory();
  const { imports, records, auditor } = house.storage;
  const first = await openOctober(house);
  const leader = imports.newPersonId();
  const facts = personFacts(leader, ['Leader', '00017']);
  await first.stage(facts);
  const second = await openOctober(house);
  expect(second.id).toBe(first.id);
  await second.stage(facts);
  const taken = 'somebody else ran this import';
  await expect(first.stage(facts.toReversed())).rejects.toThrow(taken);
  await expect(first.commit('operator')).rejects.toThrow(taken);
  expect(await records.person(ZPV, leader)).toBeUndefined();

  await second.commit('operator');
  await expect(first.stage(facts)).rejects.toThrow(taken);
  await expect(first.commit('operator')).rejects.toThrow(taken);
  await expect(second.commit('operator')).rejects.toThrow(taken);
  expect((await openAgain(house)).kind).toBe('already');
  expect((await records.person(ZPV, leader))?.person.familyName).toBe('00017');
  const all = await imports.all(ZPV);
  expect(all.filter(({ id }) => id === first.id)).toMatchObject([{ facts: 2 }]);
  expect((await auditor.verify(ZPV)).faults).toEqual([]);
});

test('an import that is taken over at the very moment of its commit is not committed', async () => {
  const takenOver = {
    'its time is over': [1, ({ storage }) => storage.erasures.erase(ZPV, aWeekLater, 'app')],
    'somebody runs it again': [1, openAgain],
    'somebody runs it again just before the ledger’s entry': [2, openAgain],
  } satisfies Record<string, [atWrite: number, taken: (house: House) => Promise<unknown>]>;
  for (const [how, [atWrite, taken]] of Object.entries(takenOver)) {
    const house = await houseInMemory('2026-04-09T08:00:00.000Z');
    const { storage, tables } = house;
    const staged = await openOctober(house);
    const leader = storage.imports.newPersonId();
    await staged.stage(personFacts(leader, ['Leader', '00017']));
    const { write } = tables.records;
    let writes = 0;
    tables.records.write = async (...given) => {
      writes += 1;
      if (writes === atWrite) await taken(house);
      return write(...given);
    };
    await expect(staged.commit('operator'), how).rejects.toThrow('run it again');
    expect(await storage.records.person(ZPV, leader)).toBeUndefined();
    expect((await storage.auditor.verify(ZPV)).faults).toEqual([]);
    expect((await openAgain(house)).kind).toBe('open');
  }
});

test('a settle item that an earlier import listed is not listed twice', async () => {
  const house = await houseInMemory();
  const { imports } = house.storage;
  const item = { id: 'unknown-grade-1', problem: 'unknown-grade', detail: 'ZL03' } as const;
  for (const sha256 of ['one', 'two']) {
    const opened = await imports.open(ZPV, { ...october, sha256 });
    if (opened.kind !== 'open') throw new Error('expected an open import');
    await opened.staged.stage([{ kind: 'settle', item }]);
    await opened.staged.commit('operator');
  }
  expect(await imports.settleList(ZPV)).toEqual([item]);
});

test('a digest goes on in a second row and comes back whole', async () => {
  const house = await houseInMemory();
  const { imports, records, auditor } = house.storage;
  const staged = await openOctober(house);
  const leader = imports.newPersonId();
  const [person, assignment] = personFacts(leader, ['Leader', '00017']);
  if (person?.kind !== 'person' || assignment?.kind !== 'assignment') throw new Error('facts');
  const title = 'Head of '.repeat(900);
  const many = Array.from({ length: 12 }, (_, index) => ({
    ...assignment,
    fact: { ...assignment.fact, assignment: `${leader}-${index}`, title: `${title}${index}` },
  }));
  await staged.stage([person, ...many]);
  await staged.commit('operator');
  const { people } = await records.some(ZPV, [leader]);
  expect(people[0]?.assignments.map((each) => each.title).toSorted()).toEqual(
    many.map(({ fact }) => fact.title).toSorted(),
  );
  expect((await auditor.verify(ZPV)).faults).toEqual([]);
});
