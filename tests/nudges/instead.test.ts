import { expect, test } from 'vitest';
import { nudgeCard } from '../../bot/cards/nudge.ts';
import type { Act } from '../../bot/contract/acts.ts';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import { nudgeId } from '../../bot/domain/nudges/nudge.ts';
import { dueNudges } from '../../bot/domain/nudges/rules.ts';
import type { PlainDate } from '../../bot/domain/time.ts';
import { claimId } from '../../bot/use-cases/doors.ts';
import { factsOfAll } from '../../bot/use-cases/nudge-facts.ts';
import { viewer } from '../../infra/local/gallery/facts.ts';
import { houseInMemory } from '../support/house.ts';
import { APRIL_8, bring, RACE, ZPV } from '../support/small-trust.ts';

const isBankHoliday = englandsBankHolidays();
const from = '2025-04-01' as PlainDate;

async function trust() {
  const house = await houseInMemory();
  const { chair, deputy, edi } = house.cast;
  const does = async (who: PersonId, act: Act) => {
    const [answer] = await house.doors.perform(house.as(who), act);
    expect(answer?.outcome).toEqual({ kind: 'done' });
  };
  const endRoles = (...roles: ('network-chair' | 'network-deputy')[]) =>
    bring(
      house.storage,
      'roles',
      roles.map((role) => {
        const person = role === 'network-chair' ? chair : deputy;
        const to = '2026-04-08' as PlainDate;
        return { kind: 'role', fact: { role, person, network: RACE, on: from, to } };
      }),
    );
  /** What the EDI lead is reminded of on a day, and what its card says. */
  const hears = async (day: string) => {
    house.clock.moveTo(`${day}T08:30:00.000Z`);
    const facts = await factsOfAll({ ...house.storage, clock: house.clock, isBankHoliday }, ZPV);
    const mine = dueNudges(facts).filter(({ to }) => to === edi);
    return mine.map(nudgeId).find((id) => id.startsWith('claims-waiting:'));
  };
  const reads = async (nudge: string | undefined) => {
    if (nudge === undefined) throw new Error('nothing was due');
    const view = await house.doors.reminders(house.as(edi), [nudge]);
    return { ...view.reminders[0], card: JSON.stringify(nudgeCard(viewer, view, nudge)) };
  };
  return { ...house, does, endRoles, hears, reads };
}

const claim: Act = { verb: 'claim', data: { meeting: APRIL_8 } };

test('the EDI lead who must decide is told so, and of no chair to have a word with', async () => {
  const { cast, does, endRoles, hears, reads } = await trust();
  await endRoles('network-chair', 'network-deputy');
  await does(cast.nurse, claim);
  const { card, ...reminder } = await reads(await hears('2026-04-10'));
  expect(reminder).toMatchObject({
    due: true,
    queue: { count: 1, supporting: false, instead: 'nobody-else' },
  });
  expect(card).toContain('A meeting waits for you to confirm');
  expect(card).toContain('The Race Equality Network has nobody else who can confirm it today.');
  expect(card).toContain('See what waits');
  expect(card).not.toMatch(/friendly word|you chair or deputise|last reminder/);
});

test('a chair who can still answer is helped with a word; after 15 working days it is for the EDI lead', async () => {
  const { cast, does, hears, reads } = await trust();
  await does(cast.nurse, claim);
  const nudge = await hears('2026-04-27');
  const helped = await reads(nudge);
  expect(helped.queue).toMatchObject({ supporting: true });
  expect(helped.card).toContain('A friendly word may help.');
  await hears('2026-05-01');
  const decides = await reads(nudge);
  expect(decides.queue).toMatchObject({ supporting: false, instead: 'not-answered' });
  expect(decides.card).toContain(
    'Nobody at the Race Equality Network has been able to answer yet.',
  );
});

test('of what waits, only the chair’s own is for the EDI lead; once decided, no more is asked', async () => {
  const { cast, storage, does, endRoles, hears, reads } = await trust();
  await endRoles('network-deputy');
  const fact = { role: 'executive-director', person: cast.chair, on: from } as const;
  await bring(storage, 'roles', [{ kind: 'role', fact }]);
  await does(cast.chair, claim);
  await does(cast.nurse, claim);
  const nudge = await hears('2026-04-10');
  expect((await reads(nudge)).queue).toMatchObject({ count: 1, instead: 'nobody-else' });
  const confirm = { claims: [claimId(cast.chair, APRIL_8)], reason: 'I was there too.' };
  await does(cast.edi, { verb: 'confirm', data: confirm });
  expect(await reads(nudge)).toMatchObject({ due: false, queue: { count: 0 } });
});
