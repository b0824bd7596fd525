import { expect, test } from 'vitest';
import { staffList } from '../roster/support/staff-list.ts';
import { emptyHouse, pennineVale, settled, trustFile } from '../roster/support/trust-house.ts';
import { problemWords, settleDetail } from '../../tab/words-organisation.ts';

test('somebody without an address is asked about, as long as they work here and have none', async () => {
  const house = await emptyHouse();
  const nobody = { number: '00010001', email: '' };
  const left = { number: '00010002', email: '', end: '31-MAR-2026' };
  const [item, ...more] = settled(
    await house.bring('roster', '2026-04-01', staffList(nobody, left, { number: '00010003' })),
  );
  expect(more).toEqual([]);
  expect(item).toMatchObject({ problem: 'bad-value', row: 2 });
  expect(problemWords(item?.problem ?? '')).toBe('A value is missing or could not be read');
  expect(item?.detail).toMatch(/the Email Address is empty.*can’t be linked until/);
  // Who has one already keeps it, and nobody is asked.
  const blank = staffList({ number: '00010003', email: '' });
  const asked = settled(await house.bring('roster', '2026-05-01', blank));
  expect(asked.filter(({ problem }) => problem === 'bad-value')).toEqual([]);
});

test('a role that is gone from its list is named as people write it, with its file', async () => {
  const house = await pennineVale('october');
  const rows = Buffer.from(await trustFile('roles-2026-10-01.csv'))
    .toString()
    .split('\r\n');
  const without = rows.filter((row) => !row.startsWith('EDI')).join('\r\n');
  const items = settled(await house.bring('roles', '2026-11-01', without));
  expect(items.map(({ detail }) => detail.split(' from')[0])).toEqual([
    'Claire Schofield: the role EDI sponsor',
    'Zainab Khan: the role EDI lead',
  ]);
  for (const item of items) expect(item.file).toMatch(/\.csv$/);
});

test('a name stands once, whether the detail begins with it or not', () => {
  const item = { id: 's', problem: 'bad-date', name: 'Peter Entwistle' };
  const detail = 'Peter Entwistle (00010001-1): has ended.';
  expect(settleDetail({ ...item, detail })).toBe(detail);
  expect(settleDetail({ ...item, detail: 'has ended.' })).toBe('Peter Entwistle: has ended.');
});
