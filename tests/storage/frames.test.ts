import { expect, test } from 'vitest';
import type { Table } from '../../bot/storage/table.ts';
import { houseInMemory } from '../support/house.ts';
import { ZPV } from '../support/small-trust.ts';
import { storageOn } from '../support/storage-on.ts';

/** A second process on the same storage, and how often its frame came whole. */
async function another({ mute = false } = {}) {
  const house = await houseInMemory();
  const { records } = house.tables;
  const whole = { reads: 0 };
  const told: Table = {
    ...records,
    range(partition, from, to) {
      if (from === 'r|') whole.reads += 1;
      return records.range(partition, from, to);
    },
    async *etags(partition, from, to) {
      for await (const page of records.etags(partition, from, to)) {
        yield mute ? page.map(({ key }) => ({ key, etag: '' })) : page;
      }
    },
  };
  const other = storageOn({ ...house.tables, records: told }, { clock: house.clock });
  return { ...house, whole, frame: () => other.records.frame(ZPV) };
}

test('a frame that nobody changed is not read again, only whether somebody did', async () => {
  const { whole, frame } = await another();
  const first = await frame();
  expect(await frame()).toBe(first);
  expect(whole.reads).toBe(1);
});

test('what another process changed is seen at the next look', async () => {
  const { whole, frame, storage, cast } = await another();
  const before = await frame();
  await storage.records.commit(ZPV, {
    reads: [],
    decide(book) {
      book.putGrade('XR09', '8b');
      book.enter({ act: 'settle-grade', by: cast.nurse, about: {} });
    },
  });
  const after = await frame();
  expect(before.settings.gradeMap).not.toHaveProperty('XR09');
  expect(after.settings.gradeMap).toHaveProperty('XR09', '8b');
  expect(whole.reads).toBe(2);
});

test('storage that does not tell a row’s version is read whole each time', async () => {
  const { whole, frame } = await another({ mute: true });
  await frame();
  const { reads } = whole;
  await frame();
  expect(whole.reads).toBe(reads + 1);
});
