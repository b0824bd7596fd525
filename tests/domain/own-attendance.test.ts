import { expect, test } from 'vitest';
import type { CommitmentStatus } from '../../bot/contract/commitment.ts';
import { attendanceOf } from '../../bot/contract/views.ts';
import type { OwnStatus } from '../../bot/domain/measures/own-attendance.ts';
import { claimId } from '../../bot/use-cases/doors.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import { houseInMemory } from '../support/house.ts';
import { APRIL_8, JUNE_10, personFacts, bring } from '../support/small-trust.ts';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
const sameStatuses: Same<CommitmentStatus, OwnStatus> = true;

type House = Awaited<ReturnType<typeof houseInMemory>>;

async function own(house: House, person: PersonId) {
  const progress = await house.doors.progress(house.as(person));
  const commitment = attendanceOf(progress.kind === 'shown' ? progress.view : undefined);
  if (commitment === undefined) return undefined;
  const { status, done, target, needed, waiting, left, offered, awaits, nextYearFirst } =
    commitment;
  return { status, done, target, needed, waiting, left, offered, awaits, nextYearFirst };
}

async function attended(house: House, meeting: string) {
  const { nurse, deputy } = house.cast;
  await house.doors.perform(house.as(nurse), { verb: 'claim', data: { meeting } });
  const claims = [claimId(nurse, meeting as never)];
  await house.doors.perform(house.as(deputy), { verb: 'confirm', data: { claims } });
}

test('the view says every status that the rule knows, and no other', () => {
  expect(sameStatuses).toBe(true);
});

test('on 10 April with 8 April confirmed: 1 of 4, 3 needed, 4 left, needs a date', async () => {
  const house = await houseInMemory();
  await attended(house, APRIL_8);
  house.clock.moveTo('2026-04-10T08:30:00.000Z');
  expect(await own(house, house.cast.nurse)).toMatchObject({
    status: 'to-do',
    done: 1,
    target: 4,
    needed: 3,
    left: 4,
  });
});

test('with the next open meeting booked she is on track; declining it asks for the one after', async () => {
  const house = await houseInMemory();
  await attended(house, APRIL_8);
  const { nurse } = house.cast;
  const intend = (answer: 'will-come' | 'cannot-come') =>
    house.doors.perform(house.as(nurse), { verb: 'intend', data: { meeting: JUNE_10, answer } });
  await intend('will-come');
  expect(await own(house, nurse)).toMatchObject({ status: 'on-track' });
  await intend('cannot-come');
  expect(await own(house, nurse)).toMatchObject({ status: 'to-do' });
});

test('everything claimed and nothing decided is waiting, and names the role awaited', async () => {
  const house = await houseInMemory('2027-03-01T08:30:00.000Z');
  const { nurse } = house.cast;
  for (const day of ['2026-04-08', '2026-06-10', '2026-10-14', '2026-12-09']) {
    const meeting = `race-equality-network-${day}-1200`;
    await house.doors.perform(house.as(nurse), { verb: 'claim', data: { meeting } });
  }
  expect(await own(house, nurse)).toMatchObject({
    status: 'waiting',
    done: 0,
    waiting: 4,
    needed: 0,
    awaits: 'network-chair',
  });
});

test('four confirmed is met, also when a fifth waits', async () => {
  const house = await houseInMemory('2027-03-01T08:30:00.000Z');
  for (const day of ['2026-04-08', '2026-06-10', '2026-10-14', '2026-12-09']) {
    await attended(house, `race-equality-network-${day}-1200`);
  }
  const meeting = 'race-equality-network-2027-02-10-1200';
  await house.doors.perform(house.as(house.cast.nurse), { verb: 'claim', data: { meeting } });
  expect(await own(house, house.cast.nurse)).toMatchObject({ status: 'met', done: 4, waiting: 1 });
});

test('fewer open meetings left than needed is out of reach', async () => {
  const house = await houseInMemory('2026-12-10T08:30:00.000Z');
  expect(await own(house, house.cast.nurse)).toMatchObject({
    status: 'out-of-reach',
    needed: 4,
    left: 1,
    offered: 5,
  });
});

test('the interim of 1 September on 1 October: target 2, 3 left, needs a date', async () => {
  const house = await houseInMemory('2026-10-01T08:30:00.000Z');
  expect(await own(house, house.cast.interim)).toMatchObject({
    status: 'to-do',
    target: 2,
    needed: 2,
    left: 3,
    offered: 3,
  });
});

test('whoever is away is not asked meanwhile, and nothing says why', async () => {
  const house = await houseInMemory();
  const { nurse } = house.cast;
  const [person, assignment] = personFacts(nurse, ['Aoife', 'Okafor']);
  if (person?.kind !== 'person' || assignment?.kind !== 'assignment') throw new Error('facts');
  const on = '2026-04-09' as never;
  await bring(house.storage, 'roster', [
    { ...assignment, fact: { ...assignment.fact, on, away: true } },
  ]);
  house.clock.moveTo('2026-04-10T08:30:00.000Z');
  expect(await own(house, nurse)).toMatchObject({ status: 'paused' });
});

test('somebody who is no executive today has no such commitment', async () => {
  const house = await houseInMemory();
  expect(await own(house, house.cast.interim)).toBeUndefined();
});
