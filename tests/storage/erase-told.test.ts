import { expect, test } from 'vitest';
import { deleteAll } from '../../bot/storage/erase-told.ts';
import { memoryTable } from '../support/memory-table.ts';
import { collect } from '../../bot/storage/table.ts';

test('what somebody else takes away meanwhile keeps nothing else from being erased', async () => {
  const table = memoryTable();
  const all = () => collect(table.range('here', ' ', '\uffff'));
  for (const key of ['a', 'b', 'c']) {
    await table.write('here', [{ kind: 'insert', key, properties: {} }]);
  }
  const read = await all();
  await table.write('here', [{ kind: 'delete', key: 'b' }]);
  await deleteAll(table, 'here', read);
  expect(await all()).toEqual([]);
});
