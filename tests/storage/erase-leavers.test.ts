import { expect, test } from 'vitest';
import { undoImport } from '../../bot/use-cases/undo-import.ts';
import { staffList } from '../roster/support/staff-list.ts';
import { day, emptyHouse } from '../roster/support/trust-house.ts';
import { TENANT, ZPV } from '../support/small-trust.ts';

const leaver = '00010001';
const before = 'leader.before@pennine-vale.example';
const now = 'leader.now@pennine-vale.example';

async function lists() {
  const house = await emptyHouse();
  const { storage } = house;
  const erase = (on: string) => storage.erasures.erase(ZPV, day(on), 'operator');
  const known = (address: string) => storage.directory.byAddress(TENANT, address);
  const faults = async () => (await storage.auditor.verify(ZPV)).faults;
  const undoLast = async () => {
    const last = (await storage.imports.all(ZPV)).findLast(({ kind }) => kind === 'roster');
    expect(await undoImport(house.ports, ZPV, last?.id ?? '', true)).toMatchObject({
      kind: 'undone',
    });
  };
  await house.bring('roster', '2026-04-01', staffList({ number: leaver, email: before }));
  return { ...house, erase, known, faults, undoLast };
}

test('a leaver goes whole: with a role that nobody ended, an undone list, and a question about them', async () => {
  const { storage, bring, everybody, erase, known, faults, undoLast, settleList } = await lists();
  const roles = `Role,Email Address,Network,For,From,To\r\nEDI lead,${before},,,2026-04-01,\r\n`;
  expect((await bring('roles', '2026-04-01', roles)).kind).toBe('imported');
  await bring('roster', '2026-05-01', staffList({ number: leaver, email: before, grade: 'odd' }));
  await undoLast();
  const gone = staffList({ number: leaver, email: now, end: '30-JUN-2026' });
  await bring('roster', '2026-06-01', gone);
  const [person] = await everybody();
  if (person === undefined) throw new Error('nobody is listed');
  const caller = { organisation: ZPV, person: person.id };
  const question = { id: 'guest', problem: 'guest-account', person: person.id, detail: 'object-1' };
  await storage.records.noteToSettle(ZPV, { ...question, problem: 'guest-account' });

  await erase('2030-06-30');
  expect(await known(now)).toEqual([caller]);
  expect((await settleList()).map(({ id }) => id)).toContain('guest');
  await erase('2030-07-01');
  expect(await storage.erasures.keptOf(caller)).toEqual([]);
  expect(await known(now)).toEqual([]);
  expect(await known(before)).toEqual([]);
  expect((await settleList()).filter((item) => item.person === person.id)).toEqual([]);
  expect(await faults()).toEqual([]);
});

test('what an undone list said goes four years after it was undone, and whoever it alone named', async () => {
  const { storage, bring, everybody, erase, known, faults, undoLast } = await lists();
  const other = 'leader.other@pennine-vale.example';
  const wrong = staffList({ number: leaver, email: before }, { number: '00010009', email: other });
  await bring('roster', '2026-05-01', wrong);
  const caller = (await known(other))[0];
  if (caller === undefined) throw new Error('they were not listed');
  await undoLast();

  await erase('2030-10-01');
  expect(await storage.erasures.keptOf(caller)).not.toEqual([]);
  await erase('2030-10-02');
  expect(await storage.erasures.keptOf(caller)).toEqual([]);
  expect(await known(other)).toEqual([]);
  // Who is still here stays, and is known by the address that they have.
  expect(await everybody()).toHaveLength(1);
  expect(await known(before)).toHaveLength(1);
  expect(await faults()).toEqual([]);
});

test('an address that somebody had before goes with the list that said it; theirs stays', async () => {
  const { bring, everybody, erase, known, faults } = await lists();
  await bring('roster', '2026-10-01', staffList({ number: leaver, email: now }));
  await erase('2030-10-01');
  expect(await known(before)).toHaveLength(1);
  await erase('2030-10-02');
  expect(await known(before)).toEqual([]);
  expect(await known(now)).toHaveLength(1);
  expect(await everybody()).toHaveLength(1);
  expect(await faults()).toEqual([]);
});
