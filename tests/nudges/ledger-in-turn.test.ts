import { expect, test } from 'vitest';
import { ledgerInTurn } from '../../bot/nudges/ledger-in-turn.ts';
import { houseInMemory } from '../support/house.ts';
import { APRIL_8, ZPV } from '../support/small-trust.ts';
import { nudgeLog } from './nudge-log.ts';
import { storageOn } from '../support/storage-on.ts';

const DAY_MS = 24 * 60 * 60_000;

async function ledgerHouse() {
  const house = await houseInMemory();
  const { clock, tables } = house;
  const time = { real: 0 };
  const instance = () => {
    const { nudges, auditor } = storageOn(tables, { clock });
    const own = { isBankHoliday: () => false, realNow: () => time.real, log: nudgeLog() };
    return { nudges, auditor, clock, ...own };
  };
  return { ...house, time, instance };
}

test('one of all instances tells the ledger’s head, once a day, as verify-ledger prints it', async () => {
  const { instance, time, doors, as, cast, storage } = await ledgerHouse();
  const [one, other] = [instance(), instance()];
  const told = () => [...one.log.ledgerHead.mock.calls, ...other.log.ledgerHead.mock.calls].flat();

  await Promise.all([ledgerInTurn(one, ZPV), ledgerInTurn(other, ZPV)]);
  const { head, entries } = await storage.auditor.verify(ZPV);
  expect(told()).toEqual([{ organisation: 'ZPV', sequence: entries, hash: head }]);

  await doors.perform(as(cast.nurse), { verb: 'claim', data: { meeting: APRIL_8 } });
  time.real += DAY_MS + 1;
  await ledgerInTurn(other, ZPV);
  expect(told()[1]).toMatchObject({ sequence: entries + 1 });
});

test('a row that was altered behind the ledger’s back is counted within the week, while nobody works', async () => {
  const { instance, time, clock, doors, as, cast, tables } = await ledgerHouse();
  await doors.perform(as(cast.nurse), { verb: 'claim', data: { meeting: APRIL_8 } });
  const one = instance();
  await ledgerInTurn(one, ZPV);
  expect(one.log.ledgerVerified).not.toHaveBeenCalled();

  clock.moveTo('2026-04-09T21:00:00.000Z');
  await ledgerInTurn(one, ZPV);
  expect(one.log.ledgerVerified).toHaveBeenLastCalledWith(expect.objectContaining({ faults: [] }));

  const partition = `${ZPV.tenant}|${ZPV.code}`;
  for await (const page of tables.records.range(partition, 'p|', 'p}')) {
    const [row] = page;
    if (row === undefined) continue;
    await tables.records.write(partition, [{ kind: 'delete', key: row.key }]);
    break;
  }
  time.real += 8 * DAY_MS;
  await ledgerInTurn(one, ZPV);
  const [told] = one.log.ledgerVerified.mock.lastCall ?? [];
  expect(told?.faults).not.toEqual([]);
});
