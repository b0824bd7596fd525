import { expect, test } from 'vitest';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import { BY_NOW, frameAsKnown } from '../../bot/domain/known.ts';
import { holdersOf } from '../../bot/domain/roles.ts';
import type { Instant, PlainDate } from '../../bot/domain/time.ts';
import { dueNudges } from '../../bot/domain/nudges/rules.ts';
import { factsOfAll } from '../../bot/use-cases/nudge-facts.ts';
import { houseInMemory } from '../support/house.ts';
import { APRIL_8, bring } from '../support/small-trust.ts';

/** The staff list has their last day; the roles' list still gives them their role. */
async function trust() {
  const house = await houseInMemory();
  const { storage, doors, as, cast } = house;
  const leaves = async (person: PersonId, end = '2026-04-08'): Promise<void> => {
    const [known] = (await storage.records.some(as(person).organisation, [person])).people;
    const [assignment] = known?.assignments ?? [];
    if (assignment === undefined) throw new Error('they were never here');
    const { recordedAt: _, ...fact } = assignment;
    const ended = { ...fact, end: end as PlainDate };
    await bring(storage, 'roster', [{ kind: 'assignment', person, fact: ended }]);
  };
  const claimed = () =>
    doors.perform(as(cast.nurse), { verb: 'claim', data: { meeting: APRIL_8 } });
  const confirm = async (by: PersonId) => {
    const data = { claims: [`${cast.nurse}~${APRIL_8}`], reason: 'Nobody else is there' };
    const [answer] = await doors.perform(as(by), { verb: 'confirm', data });
    const outcome = answer?.outcome;
    return outcome?.kind === 'refused' ? outcome.because : outcome?.kind;
  };
  return { ...house, leaves, claimed, confirm };
}

test('where the chair and the deputy left and nobody ended their roles, the EDI lead confirms', async () => {
  const { cast, leaves, claimed, confirm } = await trust();
  await claimed();
  expect(await confirm(cast.edi)).toBe('not-your-network');
  await leaves(cast.chair);
  expect(await confirm(cast.edi)).toBe('not-your-network');
  await leaves(cast.deputy);
  expect(await confirm(cast.edi)).toBe('done');
});

test('an EDI lead who left is not waited for: it is the sponsor’s turn', async () => {
  const { cast, leaves, claimed, confirm } = await trust();
  await claimed();
  await leaves(cast.chair);
  await leaves(cast.deputy);
  expect(await confirm(cast.sponsor)).toBe('not-your-network');
  await leaves(cast.edi);
  expect(await confirm(cast.sponsor)).toBe('done');
});

test('whoever leaves on a day to come is waited for until that day', async () => {
  const { cast, clock, leaves, claimed, confirm } = await trust();
  await claimed();
  await leaves(cast.chair);
  await leaves(cast.deputy, '2026-04-10');
  expect(await confirm(cast.edi)).toBe('not-your-network');
  clock.moveTo('2026-04-11T09:00:00.000Z');
  expect(await confirm(cast.edi)).toBe('done');
});

test('as it was known before anybody knew that they had left, their role went on', async () => {
  const { storage, as, cast, clock, leaves } = await trust();
  const { organisation } = as(cast.chair);
  const before = '2026-06-01T09:00:00.000Z' as Instant;
  clock.moveTo('2026-10-01T09:00:00.000Z');
  await leaves(cast.chair, '2026-03-31');
  const frame = await storage.records.frame(organisation);
  const chairs = (known: Instant) =>
    holdersOf(frameAsKnown(frame, known).roles, 'network-chair', '2026-04-08' as PlainDate);
  expect(chairs(before)).toContain(cast.chair);
  expect(chairs(clock.now())).not.toContain(cast.chair);
  expect(chairs(BY_NOW)).not.toContain(cast.chair);
});

test('reminders are planned as though somebody had ended the role', async () => {
  const { storage, as, cast, clock, leaves, claimed } = await trust();
  const { organisation } = as(cast.chair);
  const asked = async () => {
    const parts = { ...storage, clock, isBankHoliday: englandsBankHolidays() };
    const due = dueNudges(await factsOfAll(parts, organisation));
    return due.filter(({ kind }) => kind === 'claims-waiting').map(({ to }) => to);
  };
  await claimed();
  clock.moveTo('2026-04-13T09:00:00.000Z');
  expect(await asked()).toContain(cast.chair);
  await leaves(cast.chair);
  await leaves(cast.deputy);
  expect(await asked()).toEqual([cast.edi]);
});

test('nobody who left is offered as the owner of a line, or taken', async () => {
  const { cast, as, doors, leaves } = await trust();
  const offered = async (): Promise<string[]> => {
    const lists = [await doors.lineOwners(as(cast.edi)), await doors.planPeople(as(cast.edi))];
    return lists.flatMap((list) => {
      if (list.kind !== 'shown') throw new Error('they are the EDI lead’s to see');
      return list.view.people.map(({ id }) => id);
    });
  };
  expect((await offered()).filter((id) => id === cast.chair)).toHaveLength(2);
  await leaves(cast.chair);
  expect(await offered()).not.toContain(cast.chair);
  const data = { line: 'G2', owner: cast.chair };
  const [kept] = await doors.perform(as(cast.edi), { verb: 'keep-line', data });
  expect(kept?.outcome).toEqual({ kind: 'refused', because: 'no-such-person' });
});

test('of names to choose from, those who left are told apart', async () => {
  const { cast, as, doors, leaves } = await trust();
  await leaves(cast.nurse);
  const list = await doors.people(as(cast.edi));
  const left = list.kind === 'shown' ? list.view.people.filter((person) => person.left) : [];
  expect(left).toMatchObject([{ id: cast.nurse }]);
});
