import { expect, test } from 'vitest';
import { pennineVale, settled, trustFile } from './support/trust-house.ts';

const columns = 'Email Address,Course,Completed,Record Number';
const file = (...rows: string[]) => [columns, ...rows].join('\n');
const nurse = 'aoife.okafor@pennine-vale.example,Inclusive leadership for boards,2026-02-11,LMS-17';

test('the trust’s learning system’s list comes in unverified, with the list as what shows it', async () => {
  const house = await pennineVale();
  const verdict = await house.bring('education', '2026-04-01', await trustFile('learning.csv'));
  expect(verdict).toMatchObject({ kind: 'imported', facts: 2, settle: [] });
  const { education } = await house.named('Michael Heaton');
  expect(education).toMatchObject([
    {
      course: 'Inclusive leadership for boards',
      on: '2026-02-10',
      evidence: { kind: 'register', name: 'education.csv', number: 'LMS-20392' },
      moves: [{ to: 'recorded' }],
    },
  ]);
  expect(Object.keys(education[0]?.moves[0] ?? {}).toSorted()).toEqual(['at', 'to']);
});

test('a list without record numbers is taken as well', async () => {
  const house = await pennineVale();
  const without =
    'Email Address,Course,Completed\naoife.okafor@pennine-vale.example,Course,2026-02-11';
  expect(await house.bring('education', '2026-04-01', without)).toMatchObject({ facts: 1 });
  const { education } = await house.named('Aoife Okafor');
  expect(education[0]?.evidence).toEqual({ kind: 'register', name: 'education.csv' });
});

test('the same list again, in the same or another file, stages nothing', async () => {
  const house = await pennineVale();
  await house.bring('education', '2026-04-01', file(nurse));
  expect((await house.bring('education', '2026-04-01', file(nurse))).kind).toBe('already');
  const shouted = nurse.replace('Inclusive', 'INCLUSIVE');
  const other = await house.bring('education', '2026-04-02', file(shouted));
  expect(other).toMatchObject({ facts: 0, summary: { added: 0, unchanged: 1 }, settle: [] });
});

test('of people who don’t lead nothing is kept, and nothing is asked', async () => {
  const house = await pennineVale();
  const everybody = await house.everybody();
  const rows = everybody.map(({ email }) => `${email},Inclusive leadership,2026-02-11,`);
  const verdict = await house.bring('education', '2026-04-01', file(...rows));
  expect(settled(verdict)).toEqual([]);
  const kept = (await house.everybody()).filter(({ education }) => education.length > 0);
  const leaders = house.roster.kind === 'imported' && 'leaders' in house.roster.summary;
  expect(leaders).toBe(true);
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.length).toBeLessThan(everybody.length);
  const isLed = (grade: string) => !/XR0[1-7]\b/.test(grade);
  expect(kept.every(({ assignments }) => assignments.some(({ grade }) => isLed(grade)))).toBe(true);
});

test.each([
  [nurse.replace('aoife.okafor', 'nobody'), 'unknown-person'],
  [nurse.replace('2026-02-11', '11/02/2026'), 'bad-date'],
  [nurse.replace('2026-02-11', '2026-04-02'), 'bad-date'],
  [nurse.replace('Inclusive leadership for boards', ''), 'bad-value'],
  [nurse.replace('Inclusive leadership for boards', 'm'.repeat(201)), 'bad-value'],
  [nurse, 'listed-twice'],
])('the row %s is settled: %s', async (row, problem) => {
  const house = await pennineVale();
  const verdict = await house.bring('education', '2026-04-01', file(nurse, row));
  expect(settled(verdict).map((item) => [item.row, item.problem])).toEqual([[3, problem]]);
  expect((await house.named('Aoife Okafor')).education).toHaveLength(1);
});

test.each([
  ['Ethnicity', 'must not be imported'],
  ['Date of Birth', 'must not be imported'],
])('a list with the column %s is refused', async (column, because) => {
  const house = await pennineVale();
  const wrong = `${columns},${column}\n${nurse},x`;
  const verdict = await house.bring('education', '2026-04-01', wrong);
  expect(verdict).toMatchObject({ kind: 'refused', because: expect.stringContaining(because) });
});

test('a list without a column that is needed is refused', async () => {
  const house = await pennineVale();
  const verdict = await house.bring('education', '2026-04-01', 'Email Address,Course\na,b');
  expect(verdict).toMatchObject({ kind: 'refused', because: expect.stringContaining('Completed') });
});
