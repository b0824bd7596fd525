import { gunzipSync, gzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Row, Table } from '../../bot/storage/table.ts';
import { collect } from '../../bot/storage/table.ts';
import { fileIdOf } from '../../bot/use-cases/education/file-id.ts';
import { doorsOver, houseInMemory, memoryTables } from '../support/house.ts';
import { killedAtWrite } from '../support/killed-writes.ts';
import { APRIL_8, movableClock, TENANT, ZPV } from '../support/small-trust.ts';
import { storageOn } from '../support/storage-on.ts';

const partition = `${ZPV.tenant}|${ZPV.code}`;

/** A trust in which somebody claimed, is linked, wrote to the bot and sent a file. */
async function livedInHouse() {
  const house = await houseInMemory();
  const nurse = house.as(house.cast.nurse);
  await house.doors.perform(nurse, { verb: 'claim', data: { meeting: APRIL_8 } });
  const [listed] = (await house.storage.records.some(ZPV, [house.cast.nurse])).people;
  const account = { tenant: TENANT, objectId: 'object-1', address: listed?.email ?? '' };
  await house.storage.directory.link(nurse, account);
  const bytes = new TextEncoder().encode('%PDF-1.7 a certificate');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = {
    ...{
      id: fileIdOf('Certificate.pdf', sha256),
      name: 'Certificate.pdf',
      type: 'application/pdf' as const,
    },
    ...{ size: bytes.length, sha256, at: house.clock.now() },
  };
  await house.storage.files.put(nurse, file, bytes);
  const { id } = file;
  const recorded = await house.doors.perform(nurse, {
    verb: 'record-education',
    data: { course: 'Inclusive leadership', date: '2026-03-02', evidence: { file: id } },
  });
  expect(recorded).toMatchObject([{ outcome: { kind: 'done' } }]);
  await house.storage.conversations.remember(nurse, {
    ...{ serviceUrl: 'https://teams', conversationId: 'c1', botId: 'b', tenant: TENANT },
  });
  const backup = async () =>
    Buffer.concat(await gather(house.storage.backups.read(ZPV, house.clock.now())));
  return { ...house, nurse, account, id, backup };
}

function emptyStorage() {
  const clock = movableClock();
  const tables = memoryTables();
  const storage = storageOn(tables, { clock });
  const restore = (
    bytes: Uint8Array,
    apply = true,
    asked: { code: string; tenant?: string } = ZPV,
  ) => storage.backups.restore(asked, () => chunksOf(bytes), { apply });
  return { clock, tables, storage, restore };
}

test('an organisation that is restored to an empty storage is the same in every row', async () => {
  const before = await livedInHouse();
  const after = emptyStorage();
  expect(await after.restore(await before.backup())).toMatchObject({
    kind: 'restored',
    organisation: ZPV,
    takenAt: before.clock.now(),
  });
  for (const table of ['records', 'nudges', 'conversations', 'directory'] as const) {
    for (const [name, of] of [
      ['the organisation', partition],
      ['its tenant', TENANT],
      ['codes', 'codes'],
    ] as const) {
      const rows = await said(before.tables[table], of);
      expect([table, name, await said(after.tables[table], of)]).toEqual([table, name, rows]);
    }
  }
  const verified = await after.storage.auditor.verify(ZPV);
  expect(verified).toEqual(await before.storage.auditor.verify(ZPV));
  expect(verified.faults).toEqual([]);
});

test('people go on where they were: account, file and claim', async () => {
  const before = await livedInHouse();
  const after = emptyStorage();
  await after.restore(await before.backup());
  const { nurse, account, id } = before;
  expect(await after.storage.directory.linked(TENANT, account.objectId)).toEqual([nurse]);
  expect(await after.storage.directory.link(nurse, { ...account, objectId: 'other' })).toBe(
    'taken',
  );
  expect(await after.storage.files.read(nurse, id)).toEqual(
    await before.storage.files.read(nurse, id),
  );
  const { doors } = doorsOver(after.storage, after.clock);
  const again = await doors.perform(nurse, { verb: 'claim', data: { meeting: APRIL_8 } });
  expect(again).toMatchObject([{ outcome: { kind: 'already' } }]);
});

test('without --apply nothing is written', async () => {
  const before = await livedInHouse();
  const after = emptyStorage();
  expect(await after.restore(await before.backup(), false)).toMatchObject({
    kind: 'would-restore',
  });
  expect(await said(after.tables.records, partition)).toEqual([]);
});

test.each<[string, (lines: string[]) => string[], string]>([
  ['an altered row', (lines) => lines.with(4, (lines[4] ?? '').replace('"', "'")), 'line 5 is not'],
  ['a dropped row', (lines) => lines.toSpliced(6, 1), 'line 7 is not as it was written'],
  ['two rows in another order', swap, 'line 4 is not as it was written'],
  ['a cut-off file', (lines) => lines.slice(0, 9), 'it is cut off after line 9'],
  ['something after its end', (lines) => [...lines, lines[2] ?? ''], 'is not as it was written'],
])('%s is refused by its number, and nothing is written', async (_, alter, why) => {
  const before = await livedInHouse();
  const lines = gunzipSync(await before.backup())
    .toString('utf8')
    .trimEnd()
    .split('\n');
  const after = emptyStorage();
  const verdict = await after.restore(gzipSync(alter(lines).join('\n')));
  expect(verdict).toEqual({ kind: 'refused', because: expect.stringContaining(why) });
  expect(await said(after.tables.records, partition)).toEqual([]);
});

test('what is no backup is refused', async () => {
  const { restore } = emptyStorage();
  const whole = await (await livedInHouse()).backup();
  const refused = (why: string) => ({ kind: 'refused', because: expect.stringContaining(why) });
  expect(await restore(Buffer.from('Pennine Vale'))).toEqual(refused('it is no backup'));
  expect(await restore(whole.subarray(0, 400))).toEqual(refused('it is no backup'));
  expect(await restore(gzipSync('{"a":1}\n'))).toEqual(refused('line 1 is not as it was written'));
  expect(await restore(gzipSync(''))).toEqual(refused('cut off'));
});

test('another organisation’s backup is refused', async () => {
  const { restore, tables } = emptyStorage();
  const backup = await (await livedInHouse()).backup();
  const refused = { kind: 'refused', because: `it is a backup of ZPV in the tenant ${TENANT}` };
  expect(await restore(backup, true, { code: 'ZQX' })).toEqual(refused);
  const tenant = '11111111-2222-3333-4444-555555555555';
  expect(await restore(backup, true, { code: 'ZPV', tenant })).toEqual(refused);
  expect(await said(tables.records, partition)).toEqual([]);
});

test('a restore over data is refused, also where only a reminder is left', async () => {
  const before = await livedInHouse();
  const backup = await before.backup();
  const rows = await said(before.tables.records, partition);
  const refused = { kind: 'refused', because: 'there is data of this organisation here already' };
  const over = before.storage.backups.restore(ZPV, () => chunksOf(backup), { apply: true });
  expect(await over).toEqual(refused);
  expect(await said(before.tables.records, partition)).toEqual(rows);

  const { tables, restore } = emptyStorage();
  await tables.nudges.write(partition, [{ kind: 'put', key: 't', properties: { at: '1' } }]);
  expect(await restore(backup)).toEqual(refused);
});

test('stopped at any write, nobody sees it; the same again goes on, another backup does not', async () => {
  const before = await livedInHouse();
  const backup = await before.backup();
  const other = await before.backup().then(async () => {
    before.clock.moveTo('2026-04-09T10:00:00.000Z');
    return before.backup();
  });
  for (let stopAt = 1; stopAt <= 2; stopAt += 1) {
    const { tables, storage, restore } = emptyStorage();
    const killed = killedAtWrite(tables.records, stopAt + 1);
    await expect(restore(backup)).rejects.toThrow('killed');
    killed.mend();
    await expect(storage.records.frame(ZPV)).rejects.toThrow('has not been added');
    expect(await restore(other)).toMatchObject({ because: expect.stringContaining('another') });
    expect(await restore(backup)).toMatchObject({ kind: 'restored' });
    expect(await said(tables.records, partition)).toEqual(
      await said(before.tables.records, partition),
    );
  }
});

test('an act while it is read is noticed: what was read is of no one moment', async () => {
  const { tables, doors, nurse, backup } = await livedInHouse();
  const { range } = tables.nudges;
  tables.nudges.range = async function* (...given) {
    await doors.perform(nurse, { verb: 'withdraw', data: { meeting: APRIL_8 } });
    yield* range(...given);
  };
  await expect(backup()).rejects.toMatchObject({ code: 'organisation-moved' });
});

function swap(lines: string[]): string[] {
  const [a = '', b = ''] = lines.slice(3, 5);
  return lines.toSpliced(3, 2, b, a);
}

async function said(table: Table, of: string): Promise<Omit<Row, 'etag'>[]> {
  const rows = await collect(table.range(of, ' ', '\uffff'));
  return rows.map(({ key, properties }) => ({ key, properties }));
}

async function gather(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return chunks;
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1_000) yield bytes.subarray(at, at + 1_000);
}
