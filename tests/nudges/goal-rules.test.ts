import { expect, test } from 'vitest';
import type { Act } from '../../bot/contract/acts.ts';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import { ownGoal } from '../../bot/domain/nudges/own-goal.ts';
import { teamGoals } from '../../bot/domain/nudges/team-goals.ts';
import { factsOfAll } from '../../bot/use-cases/nudge-facts.ts';
import type { ImportedFact } from '../../bot/use-cases/ports.ts';
import { houseInMemory } from '../support/house.ts';
import { bring, personFacts, ZPV } from '../support/small-trust.ts';

type Trust = Awaited<ReturnType<typeof trust>>;

/** Two leaders under the chair of the network, and one whom nobody manages. */
async function trust() {
  const house = await houseInMemory('2026-04-02T08:30:00.000Z');
  const manager = house.cast.chair;
  const [first, second, alone] = [1, 2, 3].map(() => house.storage.imports.newPersonId());
  if (!first || !second || !alone) throw new Error('three people');
  for (const [at, person] of [first, second, alone].entries()) {
    const facts = personFacts(person, ['Leader', `0000${at + 1}`]).map((fact): ImportedFact => {
      if (fact.kind !== 'assignment' || person === alone) return fact;
      return { ...fact, fact: { ...fact.fact, supervisor: manager } };
    });
    await bring(house.storage, 'roster', facts);
  }
  return { ...house, manager, first, second, alone };
}

async function due({ storage, clock }: Trust, rule: typeof ownGoal, to: PersonId, on: string) {
  clock.moveTo(`${on}T10:00:00.000Z`);
  const house = { ...storage, clock, isBankHoliday: englandsBankHolidays() };
  return rule
    .due(await factsOfAll(house, ZPV))
    .filter((nudge) => nudge.to === to)
    .map(({ about, step, from }) => `${about} ${step} ${from}`);
}
async function act({ doors, as }: Trust, person: PersonId, asked: Act): Promise<void> {
  const [answer] = await doors.perform(as(person), asked);
  if (answer?.outcome.kind !== 'done') throw new Error(JSON.stringify(answer));
}
const draft: Act = { verb: 'draft-goal', data: { text: 'A goal.', agree: true } };
const agree = (person: PersonId): Act => ({
  verb: 'agree-goal',
  data: { texts: [`${person}~2026-04-01~1`] },
});

test('a leader without a goal hears twice in the year’s first two months, then their manager does', async () => {
  const house = await trust();
  const { first, manager } = house;
  expect(await due(house, ownGoal, first, '2026-04-07')).toEqual([]);
  expect(await due(house, ownGoal, first, '2026-04-08')).toEqual([
    'needed~2026-04-01 1 2026-04-08',
  ]);
  expect(await due(house, ownGoal, first, '2026-04-15')).toEqual([
    'needed~2026-04-01 2 2026-04-15',
  ]);
  expect(await due(house, teamGoals, manager, '2026-05-29')).toEqual([]);
  expect(await due(house, ownGoal, first, '2026-06-01')).toEqual([]);
  expect(await due(house, teamGoals, manager, '2026-06-01')).toEqual([
    'needed~2026-04-01 1 2026-06-01',
  ]);
  expect(await due(house, teamGoals, manager, '2026-07-01')).toEqual([]);
});

test('it stops once the leader has agreed a text; a goal that waits five working days is its manager’s', async () => {
  const house = await trust();
  const { first, manager, cast } = house;
  await act(house, first, draft);
  expect(await due(house, ownGoal, first, '2026-04-08')).toEqual([]);
  // Good Friday and Easter Monday are no working days.
  expect(await due(house, teamGoals, manager, '2026-04-10')).toEqual([]);
  expect(await due(house, teamGoals, manager, '2026-04-13')).toEqual([
    'waiting~2026-04-02 1 2026-04-13',
  ]);
  expect(await due(house, teamGoals, manager, '2026-04-20')).toEqual([
    'waiting~2026-04-02 2 2026-04-20',
  ]);
  expect(await due(house, teamGoals, cast.edi, '2026-04-24')).toEqual([]);
  expect(await due(house, teamGoals, cast.edi, '2026-04-27')).toEqual([
    'support-waiting~goals support 2026-04-27',
  ]);
  await act(house, manager, agree(first));
  expect(await due(house, teamGoals, manager, '2026-04-28')).toEqual([]);
  expect(await due(house, teamGoals, cast.edi, '2026-04-28')).toEqual([]);
});

test('where nobody manages, the EDI lead hears as soon as it has waited', async () => {
  const house = await trust();
  await act(house, house.alone, draft);
  expect(await due(house, teamGoals, house.cast.edi, '2026-04-13')).toEqual([
    'support-waiting~goals support 2026-04-13',
  ]);
});

test('mid-year both are asked, and a note of either answers it', async () => {
  const house = await trust();
  const { first, manager } = house;
  await act(house, first, draft);
  await act(house, manager, agree(first));
  expect(await due(house, ownGoal, first, '2026-09-30')).toEqual([]);
  expect(await due(house, ownGoal, first, '2026-10-01')).toEqual([
    'midyear~2026-04-01 1 2026-10-01',
  ]);
  expect(await due(house, teamGoals, manager, '2026-10-01')).toEqual([
    'midyear~2026-04-01 1 2026-10-01',
  ]);
  const goal = `${first}~2026-04-01`;
  await act(house, manager, { verb: 'note-goal', data: { goal, text: 'It goes well.' } });
  expect(await due(house, ownGoal, first, '2026-10-02')).toEqual([]);
  expect(await due(house, teamGoals, manager, '2026-10-02')).toEqual([]);
});

test('in the last six weeks the manager hears what is to be concluded', async () => {
  const house = await trust();
  const { first, second, manager, cast } = house;
  for (const person of [first, second]) {
    await act(house, person, draft);
    await act(house, manager, agree(person));
  }
  expect(await due(house, teamGoals, manager, '2027-02-17')).toEqual([]);
  expect(await due(house, teamGoals, manager, '2027-02-18')).toEqual([
    'conclude~2026-04-01 1 2027-02-18',
  ]);
  // What a leader said how it went is not decided by that: the manager is still asked.
  for (const person of [first, second]) {
    const data = { goal: `${person}~2026-04-01`, outcome: 'achieved' as const };
    await act(house, person, { verb: 'propose-goal', data });
  }
  expect(await due(house, teamGoals, manager, '2027-02-18')).toEqual([
    'conclude~2026-04-01 1 2027-02-18',
  ]);
  expect(await due(house, teamGoals, cast.edi, '2027-03-04')).toEqual([
    'support-conclude~2026-04-01 support 2027-03-04',
  ]);
  const proposals = [first, second].map((person) => `${person}~2026-04-01~achieved`);
  await act(house, manager, { verb: 'confirm-goal', data: { proposals } });
  expect(await due(house, teamGoals, manager, '2027-02-18')).toEqual([]);
});
