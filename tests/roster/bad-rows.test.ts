import { expect, test } from 'vitest';
import { ZPV } from '../support/small-trust.ts';
import { headings, staffList, staffRow } from './support/staff-list.ts';
import type { StaffCells } from './support/staff-list.ts';
import { emptyHouse, settled } from './support/trust-house.ts';

/** Problems with their rows, after one list. */
async function problemsOf(...rows: (StaffCells | string)[]) {
  const house = await emptyHouse();
  const verdict = await house.bring('roster', '2026-04-01', staffList(...rows));
  const items = settled(verdict);
  return { house, items, problems: items.map(({ problem, row }) => `${row} ${problem}`) };
}

const chief = { number: '00010000' };

test.each([
  ['an American date', { start: '04/13/2026' }, 'bad-date'],
  ['a British date with strokes', { start: '13/04/2026' }, 'bad-date'],
  ['a day that does not exist', { start: '31-JUN-2026' }, 'bad-date'],
  ['a year of two digits', { start: '01-APR-26' }, 'bad-date'],
  ['no start', { start: '' }, 'bad-date'],
  ['a start without end of time', { start: '31-DEC-4712' }, 'bad-date'],
  ['an end before the start', { start: '01-APR-2020', end: '31-MAR-2020' }, 'bad-date'],
  ['no name', { first: '' }, 'bad-value'],
  ['a staff number that no list gives', { number: '12/34' }, 'bad-value'],
  ['neither Yes nor No', { primary: 'Maybe' }, 'bad-value'],
  ['an endless title', { title: 'x'.repeat(600) }, 'bad-value'],
])('a row with %s is settled, and the others are imported', async (_what, cells, problem) => {
  const { house, items, problems } = await problemsOf(chief, { number: '00010001', ...cells });
  expect(problems).toEqual([`3 ${problem}`]);
  expect(items[0]?.detail).toMatch(/The row was not imported\.$/);
  expect((await house.everybody()).map(({ familyName }) => familyName)).toEqual(['00010000']);
});

test('a row with too few or too many cells is settled and nothing of it repeated', async () => {
  const short = staffRow({ number: '00010001', status: 'Secret' }).split(',').slice(0, 9).join(',');
  const long = staffRow({ number: '00010002', title: 'Head, North', status: 'Secret' });
  const { items, problems } = await problemsOf(chief, short, long);
  expect(problems).toEqual(['3 bad-value', '4 bad-value']);
  expect(items[0]?.detail).toBe('The row has 9 cells, not 14. The row was not imported.');
  expect(JSON.stringify(items)).not.toContain('Secret');
});

test('a row’s number is the spreadsheet’s: empty rows and line breaks within cells do not shift it', async () => {
  const { problems } = await problemsOf({ ...chief, title: '"Head of\r\nSomething"' }, '', {
    number: '00010001',
    start: 'soon',
  });
  expect(problems).toEqual(['4 bad-date']);
});

test('dates are read as ESR writes them, in any letter case, and as 2026-04-01', async () => {
  const { house, problems } = await problemsOf(
    { number: '00010001', start: '1-apr-2019' },
    { number: '00010002', start: '2019-04-01', end: '' },
    { number: '00010003', start: '01-APR-2019', end: '4712-12-31' },
  );
  expect(problems).toEqual([]);
  for (const { assignments } of await house.everybody()) {
    expect(assignments[0]?.start).toBe('2019-04-01');
    expect(assignments[0]?.end).toBeUndefined();
  }
});

test('an assignment listed twice is settled, and the first row stands', async () => {
  const { house, problems } = await problemsOf(
    { number: '00010001', title: 'First' },
    { number: '00010001', title: 'Second' },
    { number: '00010002', assignment: '00010001-1' },
  );
  expect(problems).toEqual(['3 listed-twice', '4 listed-twice']);
  expect((await house.everybody()).map(({ assignments }) => assignments[0]?.title)).toEqual([
    'First',
  ]);
});

test('an unknown status is settled without being repeated, and taken as not away', async () => {
  const { house, items, problems } = await problemsOf({
    number: '00010001',
    status: 'Secret Illness',
  });
  expect(problems).toEqual(['2 unknown-status']);
  expect(JSON.stringify(items)).not.toMatch(/secret|illness/i);
  expect((await house.everybody())[0]?.assignments[0]?.away).toBe(false);
});

test('an ended assignment without an end is settled once, and ended before the first list to say so', async () => {
  const gone = staffList({ number: '00010001', status: 'Terminate Assignment' });
  const house = await emptyHouse();
  const first = await house.bring('roster', '2026-04-01', gone);
  expect(settled(first).map(({ problem }) => problem)).toEqual(['bad-date']);
  await house.bring('roster', '2026-10-01', gone);
  const [person] = await house.everybody();
  expect(person?.assignments.map(({ end }) => end)).toEqual(['2026-03-31']);
  expect(await house.settleList()).toHaveLength(1);
});

test('a supervisor who is not in the list is settled, and the assignment imported without one', async () => {
  const { house, problems } = await problemsOf(
    { number: '00010001', supervisor: '00099999' },
    { number: '00010002', supervisor: '00010002' },
  );
  expect(problems).toEqual(['2 unknown-supervisor', '3 unknown-supervisor']);
  for (const { assignments } of await house.everybody()) {
    expect(assignments[0]).not.toHaveProperty('supervisor');
  }
});

test('a supervisor further down in the list is found', async () => {
  const { house, problems } = await problemsOf(
    { number: '00010001', supervisor: '00010000' },
    chief,
  );
  expect(problems).toEqual([]);
  const boss = (await house.named('Leader 00010000')).id;
  expect((await house.named('Leader 00010001')).assignments[0]?.supervisor).toBe(boss);
});

test('an address that belongs to another staff number is settled and not moved', async () => {
  const house = await emptyHouse();
  const email = 'Lead@Pennine-Vale.example';
  await house.bring('roster', '2026-04-01', staffList({ number: '00010001', email }));
  const verdict = await house.bring(
    ...(['roster', '2026-10-01'] as const),
    staffList(
      { number: '00010001', email: 'new@pennine-vale.example' },
      { number: '00010002', email },
    ),
  );
  expect(settled(verdict).map(({ problem, row }) => [problem, row])).toEqual([
    ['address-taken', 3],
  ]);
  expect((await house.named('Leader 00010001')).email).toBe('new@pennine-vale.example');
  expect((await house.named('Leader 00010002')).email).toBe('');
});

test('an address that can’t be one is settled, and the person imported without it', async () => {
  const { house, problems } = await problemsOf({ number: '00010001', email: 'not an address' });
  expect(problems).toEqual(['2 bad-value']);
  expect((await house.everybody())[0]?.email).toBe('');
});

test('a cell that looks like a formula is text', async () => {
  const { house, problems } = await problemsOf({ number: '00010001', title: '=1+1' });
  expect(problems).toEqual([]);
  expect((await house.everybody())[0]?.assignments[0]?.title).toBe('=1+1');
});

test('whoever is no longer listed is asked about and stays', async () => {
  const house = await emptyHouse();
  const second = { number: '00010001', assignment: '00010001-2', primary: 'No' };
  const leaver = { number: '00010003', end: '31-AUG-2026' };
  await house.bring(
    ...(['roster', '2026-04-01'] as const),
    staffList(chief, { number: '00010001' }, second, { number: '00010002' }, leaver),
  );
  const october = staffList(chief, { number: '00010001' });
  const items = settled(await house.bring('roster', '2026-10-01', october));
  expect(items.map(({ problem, detail }) => [problem, detail.split(' is no')[0]])).toEqual([
    ['assignment-no-longer-listed', 'Leader 00010001 (00010001): the assignment 00010001-2'],
    ['person-no-longer-listed', 'Leader 00010002 (00010002)'],
  ]);
  expect(await house.everybody()).toHaveLength(4);
  await house.bring('roster', '2026-11-01', october);
  expect(await house.settleList()).toHaveLength(2);
});

test('a row that can’t be imported does not make its assignment no longer listed', async () => {
  const house = await emptyHouse();
  await house.bring('roster', '2026-04-01', staffList(chief, { number: '00010001' }));
  const october = staffList(chief, { number: '00010001', start: 'soon' });
  const items = settled(await house.bring('roster', '2026-10-01', october));
  expect(items.map(({ problem }) => problem)).toEqual(['bad-date']);
  expect(items[0]?.person).toBe((await house.named('Leader 00010001')).id);
});

test('the same person keeps their id and takes the new name and address', async () => {
  const house = await emptyHouse();
  await house.bring('roster', '2026-04-01', staffList({ number: '00010001' }));
  const [before] = await house.everybody();
  const married = { number: '00010001', last: 'Newname', email: 'n@pennine-vale.example' };
  await house.bring('roster', '2026-10-01', staffList(married));
  const [after] = await house.everybody();
  expect(after).toMatchObject({
    id: before?.id,
    familyName: 'Newname',
    email: 'n@pennine-vale.example',
  });
  // An older list does not take it back.
  await house.bring('roster', '2026-07-01', staffList({ number: '00010001' }));
  expect((await house.everybody())[0]?.familyName).toBe('Newname');
});

test('columns that are not read are kept nowhere', async () => {
  const house = await emptyHouse();
  const file = `${headings},Notes\r\n${staffRow(chief)},Secret note\r\n`;
  await house.bring('roster', '2026-04-01', file);
  expect(JSON.stringify(await house.storage.imports.listed(ZPV, ''))).not.toContain('Secret');
});
