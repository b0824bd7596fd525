import { expect, test } from 'vitest';
import { rolesAsKnown } from '../../bot/domain/known.ts';
import { ZPV } from '../support/small-trust.ts';
import { pennineVale, settled, trustFile } from './support/trust-house.ts';

const heading = 'Role,Email Address,Network,For,From,To';
const file = (...rows: string[]) => [heading, ...rows, ''].join('\r\n');
const at = (name: string) => `${name}@pennine-vale.example`;

/** Problems of rows that come on top of April's roles. */
async function problemsOf(...rows: string[]) {
  const house = await pennineVale();
  const april = Buffer.from(await trustFile('roles-2026-04-01.csv')).toString();
  const verdict = await house.bring(
    'roles',
    '2026-05-01',
    `${april.trimEnd()}\r\n${file(...rows).slice(heading.length + 2)}`,
  );
  return {
    house,
    verdict,
    problems: settled(verdict).map(({ problem, row }) => `${row} ${problem}`),
  };
}

async function rolesOf(house: Awaited<ReturnType<typeof pennineVale>>, name: string) {
  const { id } = await house.named(name);
  const { roles } = await house.storage.records.frame(ZPV);
  return rolesAsKnown(roles, house.clock.now()).filter(({ person }) => person === id);
}

test('roles carry their network, their executive and their dates', async () => {
  const house = await pennineVale();
  expect(await rolesOf(house, 'Oluwaseun Moyo')).toMatchObject([
    { role: 'network-deputy', network: 'race-equality-network', on: '2026-01-01' },
  ]);
  expect((await rolesOf(house, 'Zainab Khan')).map(({ role }) => role).toSorted()).toEqual([
    'edi-lead',
    'programme-lead',
  ]);
});

test('a second list stages only the role that ended and the one that began', async () => {
  const house = await pennineVale();
  await house.bring('roster', '2026-10-01', await trustFile('roster-2026-10-01.csv'));
  const october = await trustFile('roles-2026-10-01.csv');
  expect(await house.bring('roles', '2026-10-01', october)).toMatchObject({
    summary: { rows: 29, added: 1, changed: 1, unchanged: 27 },
    ...{ facts: 2, settle: [] },
  });
  expect(await rolesOf(house, 'Gareth Hargreaves')).toMatchObject([{ to: '2026-08-31' }]);
});

test('April imported after October does not give the role back', async () => {
  const house = await pennineVale('october');
  const april = Buffer.from(await trustFile('roles-2026-04-01.csv'));
  await house.bring('roles', '2026-04-02', april);
  expect(await rolesOf(house, 'Gareth Hargreaves')).toMatchObject([{ to: '2026-08-31' }]);
});

test.each([
  [`Chief cook,${at('leila.kaur')},,,2026-05-01,`, 'unknown-role'],
  [`Board secretary,${at('nobody')},,,2026-05-01,`, 'unknown-role-holder'],
  [`Network chair,${at('leila.kaur')},Chess Network,,2026-05-01,`, 'unknown-network'],
  [`Network chair,${at('leila.kaur')},,,2026-05-01,`, 'bad-value'],
  [`Executive assistant,${at('leila.kaur')},,${at('nobody')},2026-05-01,`, 'unknown-executive'],
  [`Executive assistant,${at('leila.kaur')},,,2026-05-01,`, 'unknown-executive'],
  [
    `Executive assistant,${at('leila.kaur')},,${at('zainab.khan')},2026-05-01,`,
    'unknown-executive',
  ],
  [`Board secretary,${at('leila.kaur')},,,05/01/2026,`, 'bad-date'],
  [`Board secretary,${at('leila.kaur')},,,2026-05-01,2026-04-30`, 'bad-date'],
  [`Board secretary,,,,2026-05-01,`, 'bad-value'],
  [`Board chair,${at('rosalind.yilmaz')},,,2025-04-01,`, 'listed-twice'],
])('%s is settled: %s', async (row, problem) => {
  const { problems, verdict } = await problemsOf(row);
  expect(problems).toEqual([`30 ${problem}`]);
  expect(verdict).toMatchObject({ facts: 0 });
});

test('role names and addresses are read in any letter case', async () => {
  const { house, problems } = await problemsOf(
    `NETWORK DEPUTY CHAIR,${at('Leila.KAUR')},race equality NETWORK,,1-May-2026,`,
  );
  expect(problems).toEqual([]);
  expect((await rolesOf(house, 'Leila Kaur')).map(({ role, on }) => [role, on])).toContainEqual([
    'network-deputy',
    '2026-05-01',
  ]);
});

test('an assistant may come before their executive in the file', async () => {
  const { problems } = await problemsOf(
    `Executive assistant,${at('leila.kaur')},,${at('peter.fielding')},2026-05-01,`,
    `Executive director,${at('peter.fielding')},,,2026-05-01,`,
  );
  expect(problems).toEqual([]);
});

test('a role that is no longer listed is asked about and goes on; one that has ended is not', async () => {
  const house = await pennineVale('october');
  const verdict = await house.bring(
    ...(['roles', '2026-11-01'] as const),
    Buffer.from(await trustFile('roles-2026-10-01.csv'))
      .toString()
      .split('\r\n')
      .filter((row) => !/Board secretary|gareth.hargreaves|leila.kaur/.test(row))
      .join('\r\n'),
  );
  const asked = settled(verdict).map(({ problem, detail }) => [problem, detail.split(' from ')[0]]);
  expect(asked).toEqual([
    ['role-no-longer-listed', 'Yusuf Khan: the role executive assistant'],
    ['role-no-longer-listed', 'Meera Schofield: the role board secretary'],
    ['role-no-longer-listed', 'Leila Kaur: the role network chair'],
  ]);
  expect(await rolesOf(house, 'Meera Schofield')).toHaveLength(1);
});
