import { expect, test } from 'vitest';
import { BY_NOW, frameAsKnown, personAsKnown } from '../../bot/domain/known.ts';
import { standingOn } from '../../bot/domain/standing.ts';
import { defaultGradeMap } from '../../bot/domain/grade.ts';
import { undoImport } from '../../bot/use-cases/undo-import.ts';
import { staffList } from '../roster/support/staff-list.ts';
import { day, emptyHouse, pennineVale, trustFile } from '../roster/support/trust-house.ts';
import { houseInMemory } from '../support/house.ts';
import { ZPV } from '../support/small-trust.ts';

async function lastOf(
  house: Pick<Awaited<ReturnType<typeof emptyHouse>>, 'storage'>,
  kind: string,
) {
  const all = await house.storage.imports.all(ZPV);
  const found = all.findLast((each) => each.kind === kind);
  if (found === undefined) throw new Error(`no import of ${kind}`);
  return found;
}

test('an undone staff list counts no more, and still does as it was known before', async () => {
  const house = await emptyHouse();
  const { storage, clock } = house;
  const april = staffList({ number: '00010001' });
  const may = staffList({ number: '00010001', grade: 'NHS|XR10|8c|' }, { number: '00010002' });
  await house.bring('roster', '2026-04-01', april);
  await house.bring('roster', '2026-05-01', may);
  const known = clock.now();
  const before = await house.everybody();
  expect(before).toHaveLength(2);

  clock.moveTo('2026-10-01T12:00:00.000Z');
  const { id } = await lastOf(house, 'roster');
  expect(await undoImport(house.ports, ZPV, id, false)).toMatchObject({ kind: 'would-undo' });
  expect(await house.everybody()).toEqual(before);
  expect(await undoImport(house.ports, ZPV, id, true)).toMatchObject({ kind: 'undone' });
  expect(await undoImport(house.ports, ZPV, id, true)).toMatchObject({ kind: 'already' });

  const { people } = await storage.records.people(ZPV);
  const kinds = (at: typeof known) =>
    people.map(
      (person) => standingOn(personAsKnown(person, at), day('2026-06-01'), defaultGradeMap).kind,
    );
  expect(kinds(BY_NOW).toSorted()).toEqual(['leader', 'not-employed']);
  expect(kinds(known)).toEqual(['leader', 'leader']);
  const bandsAt = (at: typeof known) =>
    people.flatMap((person) => {
      const standing = standingOn(personAsKnown(person, at), day('2026-06-01'), defaultGradeMap);
      return standing.kind === 'leader' ? standing.band : [];
    });
  expect(bandsAt(BY_NOW)).not.toContain('8c');
  expect(bandsAt(known)).toContain('8c');
  expect((await storage.auditor.verify(ZPV)).faults).toEqual([]);
});

test('the same file comes again after its undoing, for the same people', async () => {
  const house = await emptyHouse();
  const list = staffList({ number: '00010001' }, { number: '00010002', grade: 'NHS|ZL03|Local|' });
  await house.bring('roster', '2026-04-01', list);
  const asked = await house.settleList();
  expect(asked).toHaveLength(1);
  const ids = (await house.everybody()).map(({ id }) => id);
  const first = await lastOf(house, 'roster');
  await undoImport(house.ports, ZPV, first.id, true);
  expect(await house.settleList()).toEqual([]);

  expect((await house.bring('roster', '2026-04-01', list)).kind).toBe('imported');
  const again = await house.everybody();
  expect(again.map(({ id }) => id)).toEqual(ids);
  expect(again.every(({ assignments }) => assignments.length === 1)).toBe(true);
  expect(again[0]?.email).not.toBe('');
  expect(await house.settleList()).toEqual(asked);
  expect((await house.bring('roster', '2026-04-01', list)).kind).toBe('already');
  expect((await house.storage.auditor.verify(ZPV)).faults).toEqual([]);
});

test('a list that a later one was read against is not undone before it', async () => {
  const house = await pennineVale('october');
  const { imports, records, auditor } = house.storage;
  const [april, october] = (await imports.all(ZPV)).filter(({ kind }) => kind === 'roles');
  if (april === undefined || october === undefined) throw new Error('two lists of roles');
  expect(await undoImport(house.ports, ZPV, april.id, true)).toMatchObject({
    because: 'a-later-one-stands-on-it',
    later: { id: october.id },
  });
  const known = house.clock.now();
  const roles = async (at: typeof known) => frameAsKnown(await records.frame(ZPV), at).roles.length;
  const then = await roles(BY_NOW);
  house.clock.moveTo('2026-10-01T12:00:00.000Z');
  await undoImport(house.ports, ZPV, october.id, true);
  expect(await roles(known)).toBe(then);
  expect(await roles(BY_NOW)).toBeLessThan(then);
  expect((await auditor.verify(ZPV)).faults).toEqual([]);
});

test('an import on which roles and records stand is not undone', async () => {
  const house = await pennineVale();
  const roster = await lastOf(house, 'roster');
  const refused = await undoImport(house.ports, ZPV, roster.id, true);
  expect(refused).toMatchObject({ kind: 'refused', because: 'else-stands-on-it' });
  expect(await undoImport(house.ports, ZPV, 'none', true)).toMatchObject({
    because: 'no-such-import',
  });
  const networks = await lastOf(house, 'networks');
  expect(await undoImport(house.ports, ZPV, networks.id, true)).toMatchObject({
    resting: { networks: expect.any(Number) as number },
  });
});

test('a meeting that somebody has claimed keeps its import', async () => {
  const house = await houseInMemory();
  const meetings = async () => {
    const { id } = await lastOf(house, 'meetings');
    return undoImport({ ...house.storage, clock: house.clock }, ZPV, id, true);
  };
  const meeting = 'race-equality-network-2026-04-08-1200';
  await house.doors.perform(house.as(house.cast.nurse), { verb: 'claim', data: { meeting } });
  expect(await meetings()).toMatchObject({
    because: 'else-stands-on-it',
    resting: { meetings: 1 },
  });
});

test('verified history of an undone file is off the record, with its verification', async () => {
  const house = await pennineVale();
  const { storage } = house;
  await house.bring('history', '2026-04-01', await trustFile('history.csv'));
  const entries = async (at = BY_NOW) =>
    (await house.everybody()).flatMap((person) => personAsKnown(person, at).history);
  const [entry] = await entries();
  if (entry === undefined) throw new Error('no history');
  const holder = entry.person;
  const { roles } = frameAsKnown(await storage.records.frame(ZPV), BY_NOW);
  const by = roles.find(({ role }) => role === 'edi-lead')?.person ?? holder;
  await storage.records.commit(ZPV, {
    reads: [holder],
    decide(book) {
      const moves = [...entry.moves, { to: 'verified' as const, at: book.now, by }] as const;
      const [first, ...later] = moves;
      book.putHistory({ ...entry, moves: [first, ...later] });
      book.enter({ act: 'verify-history', by, about: {} });
    },
  });
  const known = house.clock.now();
  const then = (await entries()).length;
  house.clock.moveTo('2026-10-01T12:00:00.000Z');
  const { id } = await lastOf(house, 'history');
  await undoImport(house.ports, ZPV, id, true);
  expect(await entries()).toEqual([]);
  expect(await entries(known)).toHaveLength(then);
  expect((await storage.auditor.verify(ZPV)).faults).toEqual([]);
});
