import { beforeAll, expect, test } from 'vitest';
import { defaultGradeMap } from '../../bot/domain/grade.ts';
import { frameAsKnown } from '../../bot/domain/known.ts';
import { presenceOn, standingOn, supervisorOn } from '../../bot/domain/standing.ts';
import { ZPV } from '../support/small-trust.ts';
import { day, pennineVale, settled } from './support/trust-house.ts';

let house: Awaited<ReturnType<typeof pennineVale>>;
beforeAll(async () => {
  house = await pennineVale('october');
});

const standing = async (name: string, date: string) =>
  standingOn(await house.named(name), day(date), defaultGradeMap);
const leadersOn = async (date: string) =>
  (await house.everybody()).filter(
    (person) => standingOn(person, day(date), defaultGradeMap).kind === 'leader',
  ).length;

test('October holds 130 people and 132 assignments, April 126 and 127', async () => {
  const april = await pennineVale('april');
  expect(april.roster).toMatchObject({ summary: { people: 126, assignments: 127, leaders: 82 } });
  expect(house.roster).toMatchObject({
    summary: {
      ...{ people: 130, assignments: 132, leaders: 85, away: 2 },
      changes: {
        ...{ joined: 4, left: 2, actingUp: 1, newGrade: 1, newSupervisor: 1 },
        ...{ wentAway: 2, cameBack: 0, otherwise: 0 },
      },
    },
  });
});

test('October does not rewrite 1 April: 82 leaders then, 85 on 1 October', async () => {
  expect(await leadersOn('2026-04-01')).toBe(82);
  expect(await leadersOn('2026-10-01')).toBe(85);
});

test('a leaver is out from the day after, and the two reports still name them', async () => {
  expect(await standing('Oluwaseun Pickles', '2026-08-31')).toEqual({ kind: 'leader', band: '8c' });
  expect(await standing('Oluwaseun Pickles', '2026-09-01')).toEqual({
    kind: 'not-employed',
    because: 'left',
  });
  const pickles = await house.named('Oluwaseun Pickles');
  for (const name of ['Peter Entwistle', 'Farhan Mensah']) {
    expect(supervisorOn(await house.named(name), day('2026-10-01'))).toEqual({
      kind: 'named',
      supervisor: pickles.id,
    });
  }
});

test('the executive who left and the interim in the same post follow each other without a gap', async () => {
  const { roles } = frameAsKnown(await house.storage.records.frame(ZPV), house.clock.now());
  const directorOf = async (name: string) => {
    const { id } = await house.named(name);
    return roles.filter(({ person, role }) => person === id && role === 'executive-director');
  };
  expect(await directorOf('Gareth Hargreaves')).toMatchObject([
    { on: '2025-04-01', to: '2026-08-31' },
  ]);
  expect(await directorOf('Ngozi Mensah')).toMatchObject([{ on: '2026-09-01' }]);
  expect(await standing('Gareth Hargreaves', '2026-09-01')).toMatchObject({ because: 'left' });
  expect(await standing('Ngozi Mensah', '2026-09-01')).toEqual({ kind: 'leader', band: 'VSM' });
});

test('the settle list asks about reports of leavers and the unknown grade, with their rows', () => {
  const found = settled(house.roster).map(({ problem, row, file }) => [problem, row, file]);
  const reports = [25, 26, 27, 64, 65].map((row) => ['supervisor-has-left', row, 'roster.csv']);
  expect(found).toEqual([...reports, ['unknown-grade', 130, 'roster.csv']]);
});

test('absence is kept from October’s date, and its reason nowhere', async () => {
  for (const name of ['Priya Desai', 'Karen Osei']) {
    const person = await house.named(name);
    expect(presenceOn(person, day('2026-09-30'))).toEqual({ kind: 'present' });
    expect(presenceOn(person, day('2026-10-01'))).toEqual({ kind: 'away', since: '2026-10-01' });
  }
  const all = JSON.stringify([await house.everybody(), await house.settleList()]).toLowerCase();
  for (const word of ['maternity', 'career break', 'terminate', 'active assignment']) {
    expect(all).not.toContain(word);
  }
});

test('a promotion from 8a to 8b holds from October’s date', async () => {
  expect(await standing('José Entwistle', '2026-09-30')).toEqual({ kind: 'leader', band: '8a' });
  expect(await standing('José Entwistle', '2026-10-01')).toEqual({ kind: 'leader', band: '8b' });
});

test('a new supervisor holds from October’s date', async () => {
  const person = await house.named('Sunita Hargreaves');
  const before = await house.named('Simon Hargreaves');
  const since = await house.named('Claire Eze');
  expect(supervisorOn(person, day('2026-09-30'))).toEqual({ kind: 'named', supervisor: before.id });
  expect(supervisorOn(person, day('2026-10-01'))).toEqual({ kind: 'named', supervisor: since.id });
});

test('joiners count from their own start, before the list that first names them', async () => {
  expect(await standing('Lucy Asante', '2026-06-30')).toMatchObject({ because: 'not-yet' });
  expect(await standing('Lucy Asante', '2026-07-01')).toEqual({ kind: 'leader', band: '8a' });
  expect(await standing('Joanne García', '2026-09-14')).toEqual({ kind: 'leader', band: '8b' });
});

test('a band 7 with a second assignment at 8b from 2 February counts from 2 May', async () => {
  expect(await standing('Ngozi García', '2026-04-01')).toEqual({
    ...{ kind: 'not-a-leader', because: 'acting-up', from: '2026-05-02' },
  });
  expect(await standing('Ngozi García', '2026-05-02')).toEqual({ kind: 'leader', band: '8b' });
});

test('a band 7 acting up to 8c from June counts from 1 September to 30 November', async () => {
  expect((await standing('Claire Mahmood', '2026-08-31')).kind).toBe('not-a-leader');
  expect(await standing('Claire Mahmood', '2026-09-01')).toEqual({ kind: 'leader', band: '8c' });
  expect((await standing('Claire Mahmood', '2026-12-01')).kind).toBe('not-a-leader');
});

test('the unknown grade is its own kind, neither in nor out', async () => {
  expect(await standing('Kwame Clegg', '2026-10-01')).toEqual({
    kind: 'unknown-grade',
    grades: ['NHS|ZL03|Local Pay Spot Rate|'],
  });
});

test('the consultant, the non-executive directors and the assistants are no leaders', async () => {
  const because = async (name: string) => standing(name, '2026-10-01');
  expect(await because('Lucy Pickles')).toMatchObject({ because: 'medical' });
  expect(await because('Rosalind Yilmaz')).toMatchObject({ because: 'non-executive' });
  expect(await because('Alan Ashworth')).toMatchObject({ because: 'non-executive' });
  expect(await because('Shabnam Naylor')).toMatchObject({ because: 'below-8a' });
});

test('an assistant is an assistant by a role, for one executive', async () => {
  const { roles } = await house.storage.records.frame(ZPV);
  const nurse = await house.named('Aoife Okafor');
  const assistant = await house.named('Shabnam Naylor');
  expect(roles.filter(({ person }) => person === assistant.id)).toMatchObject([
    { role: 'executive-assistant', for: nurse.id, on: '2025-04-01' },
  ]);
});

test('numbers keep their zeros, addresses are in lower case, quoted commas stay', async () => {
  const listed = await house.storage.imports.listed(ZPV, '');
  const khan = listed.find(({ staffNumber }) => staffNumber === '00011090');
  expect(khan).toMatchObject({ givenName: 'Zainab', email: 'zainab.khan@pennine-vale.example' });
  expect(khan?.assignments[0]).toMatchObject({
    ...{ assignment: '00011090-1', title: 'Head of Equality, Diversity and Inclusion' },
    start: '2019-04-01',
  });
  expect(khan?.assignments[0]?.end).toBeUndefined();
  expect((await house.named('Nadia Barker')).assignments[0]?.title).toBe(
    'Programme Manager, "Moving Forward"',
  );
});
