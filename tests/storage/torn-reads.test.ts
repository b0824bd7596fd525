import { expect, test } from 'vitest';
import { decodeDigest, encodeDigest, readDigest, wholeDigests } from '../../bot/storage/digest.ts';
import type { Fact } from '../../bot/storage/fact.ts';
import { collect, type Change, type Row, type Table } from '../../bot/storage/table.ts';
import { memoryTable } from '../support/memory-table.ts';

/** What somebody wrote, too long for one row; the second says more than the first. */
const [before, after] = [50_000, 50_100].map((length): readonly Fact[] => [
  { kind: 'words', id: '1', body: 'x'.repeat(length) },
]);

async function write(table: Table, facts: readonly Fact[] = []): Promise<void> {
  const changes = [...encodeDigest('s|a', facts)].map(([key, properties]): Change => ({
    kind: 'put',
    key,
    properties,
  }));
  await table.write('p', changes);
}

test('a long record that an act changes between two reads is read again', async () => {
  const table = memoryTable();
  await write(table, before);
  let acts = 0;
  const busy: Table = {
    ...table,
    async get(partition, key) {
      if (key !== 's|a' && (acts += 1) === 1) await write(table, after);
      return table.get(partition, key);
    },
  };
  expect(decodeDigest(await readDigest(busy, 'p', 's|a'))).toEqual(after);
  expect(acts).toBe(2);
});

test('a long record that an act changes between two pages is read again', async () => {
  const table = memoryTable();
  await write(table, before);
  const [first] = await collect(table.range('p', 's|', 's}'));
  await write(table, after);
  const [, second] = await collect(table.range('p', 's|', 's}'));
  async function* pages(): AsyncGenerator<Row[]> {
    for (const row of [first, second]) yield row === undefined ? [] : [row];
  }
  const people: Fact[][] = [];
  const again = (base: string) => readDigest(table, 'p', base);
  for await (const digests of wholeDigests(pages(), again)) {
    for (const rows of digests.values()) people.push(decodeDigest(rows));
  }
  expect(people).toEqual([after]);
});

test('a part that stays away is no reason to read for ever', async () => {
  const table = memoryTable();
  await write(table, before);
  await table.write('p', [{ kind: 'delete', key: 's|a|~001' }]);
  const rows = await readDigest(table, 'p', 's|a');
  expect(rows).toHaveLength(1);
  expect(() => decodeDigest(rows)).toThrow(SyntaxError);
});
