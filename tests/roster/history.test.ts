import { expect, test } from 'vitest';
import { pennineVale, settled, trustFile } from './support/trust-house.ts';

const columns = 'Kind,Email Address,Date,Network or Programme,Document';
const file = (...rows: string[]) => [columns, ...rows].join('\n');
const attended =
  'Network meeting attended,aoife.okafor@pennine-vale.example,2025-05-14,Race Equality Network,minutes.docx';

test('the trust’s history comes in unverified, mentoring as dates alone', async () => {
  const house = await pennineVale();
  const verdict = await house.bring('history', '2026-04-01', await trustFile('history.csv'));
  expect(verdict).toMatchObject({ kind: 'imported', facts: 34, settle: [] });
  const { history } = await house.named('Aoife Okafor');
  expect(history.map(({ what, on }) => `${what} ${on}`).toSorted()).toEqual([
    'attendance 2025-05-14',
    'attendance 2025-07-09',
    'attendance 2025-11-12',
    'attendance 2026-01-14',
    'education 2025-02-11',
    'mentoring-session 2024-11-06',
  ]);
  const everything = (await house.everybody()).flatMap((person) => person.history);
  expect(everything).toHaveLength(34);
  expect(everything.every(({ moves }) => moves.map(({ to }) => to).join() === 'entered')).toBe(
    true,
  );
  const session = history.find(({ what }) => what === 'mentoring-session');
  expect(Object.keys(session ?? {}).toSorted()).toEqual([
    ...['document', 'id', 'moves', 'on', 'person', 'what'],
  ]);
});

test('the same history again, in the same or another file, stages nothing', async () => {
  const house = await pennineVale();
  await house.bring('history', '2026-04-01', await trustFile('history.csv'));
  const again = await house.bring('history', '2026-04-01', await trustFile('history.csv'));
  expect(again.kind).toBe('already');
  const other = await house.bring('history', '2026-04-02', file(attended));
  expect(other).toMatchObject({ facts: 0, summary: { added: 0, unchanged: 1 }, settle: [] });
});

test.each([
  [attended.replace('Race Equality Network', 'Chess Network'), 'unknown-network'],
  [attended.replace('aoife.okafor', 'nobody'), 'unknown-person'],
  [attended.replace('2025-05-14', '14/05/2025'), 'bad-date'],
  [attended.replace('2025-05-14', '2026-04-01'), 'bad-date'],
  [attended.replace('Network meeting attended', 'Board meeting'), 'bad-value'],
  [attended.replace('minutes.docx', ''), 'bad-value'],
  [attended, 'listed-twice'],
])('the history row %s is settled: %s', async (row, problem) => {
  const house = await pennineVale();
  const verdict = await house.bring('history', '2026-04-01', file(attended, row));
  expect(settled(verdict).map((item) => [item.row, item.problem])).toEqual([[3, problem]]);
  expect((await house.named('Aoife Okafor')).history).toHaveLength(1);
});

test('no question says of anybody that they took part in mentoring', async () => {
  const house = await pennineVale();
  const session = (who: string, date = '2025-09-24') =>
    `Reverse mentoring session,${who}@pennine-vale.example,${date},Reverse mentoring programme,register.xlsx`;
  const verdict = await house.bring(
    ...(['history', '2026-04-01'] as const),
    file(session('nobody'), session('aoife.okafor', '24/09/2025'), session('aoife.okafor')),
  );
  const questions = settled(verdict);
  expect(questions.map(({ problem }) => problem).toSorted()).toEqual([
    'bad-date',
    'unknown-person',
  ]);
  expect(JSON.stringify(questions)).not.toMatch(/mentoring|nobody@|okafor/i);
  expect(questions.some(({ person }) => person !== undefined)).toBe(false);
});
