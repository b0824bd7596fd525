import { expect, test } from 'vitest';
import type { Row } from '../../bot/storage/table.ts';
import { collect } from '../../bot/storage/table.ts';
import { houseInMemory } from '../support/house.ts';
import { APRIL_8, ZPV } from '../support/small-trust.ts';

const partition = `${ZPV.tenant}|${ZPV.code}`;

async function claimedHouse() {
  const house = await houseInMemory();
  await house.doors.perform(house.as(house.cast.nurse), {
    verb: 'claim',
    data: { meeting: APRIL_8 },
  });
  const rows = await collect(house.tables.records.range(partition, '', '\uffff'));
  const find = (matches: (row: Row) => boolean): Row => {
    const row = rows.find(matches);
    if (row === undefined) throw new Error('no such row');
    return row;
  };
  const verify = async () => (await house.storage.auditor.verify(ZPV)).faults;
  return { ...house, rows, find, verify };
}

test('nothing is found where nothing was done', async () => {
  const { verify } = await claimedHouse();
  expect(await verify()).toEqual([]);
});

test('an altered claim is named, with the digest that no longer agrees', async () => {
  const { find, tables, verify, cast } = await claimedHouse();
  const row = find(({ key }) => key.includes('|claim|'));
  const body = (row.properties['body'] ?? '').replace('claimed', 'confirmed');
  const properties = { ...row.properties, body };
  await tables.records.write(partition, [{ kind: 'put', key: row.key, properties }]);
  expect(await verify()).toEqual([
    `${row.key} was altered`,
    `s|${cast.nurse} does not say what its rows say`,
    expect.stringContaining('waits without a claim'),
  ]);
});

test('a dropped row is named', async () => {
  const { find, tables, verify } = await claimedHouse();
  const row = find(({ key }) => key.includes('|claim|'));
  await tables.records.write(partition, [{ kind: 'delete', key: row.key }]);
  expect(await verify()).toContain(`${row.key} is missing`);
});

test('a dropped row of an import is named by its place in the file', async () => {
  const { find, tables, verify } = await claimedHouse();
  const row = find(({ key }) => key.includes('|assignment|'));
  await tables.records.write(partition, [{ kind: 'delete', key: row.key }]);
  const { order, import: id } = row.properties;
  expect(await verify()).toContain(`row ${order} of import ${id} is missing`);
});

test('an altered row of an import is named even when its own hash was made anew', async () => {
  const { find, tables, verify } = await claimedHouse();
  const { hashOf } = await import('../../bot/storage/row.ts');
  const row = find(({ key }) => key.includes('|assignment|'));
  const altered = { ...row.properties, body: (row.properties['body'] ?? '').replace('VSM', 'NED') };
  const properties = { ...altered, hash: hashOf(row.key, altered) };
  await tables.records.write(partition, [{ kind: 'put', key: row.key, properties }]);
  expect(await verify()).toContain(
    `the rows of import ${row.properties['import']} are not those that were committed`,
  );
});

test('an altered, a dropped and a reordered entry are named', async () => {
  const altered = await claimedHouse();
  const entry = altered.find(({ key }) => key === 'l|000000000003');
  const body = (entry.properties['body'] ?? '').replace('operator', 'somebody');
  await altered.tables.records.write(partition, [
    { kind: 'put', key: entry.key, properties: { ...entry.properties, body } },
  ]);
  expect(await altered.verify()).toContain('entry 3 was altered');

  const dropped = await claimedHouse();
  await dropped.tables.records.write(partition, [{ kind: 'delete', key: 'l|000000000003' }]);
  expect(await dropped.verify()).toContain('entry 3 is missing');

  const reordered = await claimedHouse();
  const third = reordered.find(({ key }) => key === 'l|000000000003');
  const fourth = reordered.find(({ key }) => key === 'l|000000000004');
  await reordered.tables.records.write(partition, [
    { kind: 'put', key: third.key, properties: fourth.properties },
    { kind: 'put', key: fourth.key, properties: third.properties },
  ]);
  expect(await reordered.verify()).toEqual(
    expect.arrayContaining(['entry 3 was moved', 'entry 4 was moved']),
  );
});

test('the last entry dropped with its head kept is noticed', async () => {
  const { tables, verify, rows } = await claimedHouse();
  const last = rows.filter(({ key }) => key.startsWith('l|')).at(-1);
  await tables.records.write(partition, [{ kind: 'delete', key: last?.key ?? '' }]);
  expect(await verify()).toContain('the head does not name the last entry');
});

test('the ledger holds no name, no address and no free text', async () => {
  const { rows } = await claimedHouse();
  const ledger = rows
    .filter(({ key }) => key.startsWith('l|'))
    .map(({ properties }) => JSON.stringify(properties))
    .join('\n');
  for (const personal of ['Aoife', 'Okafor', '@', 'pennine', 'Director']) {
    expect(ledger.toLowerCase()).not.toContain(personal.toLowerCase());
  }
});
