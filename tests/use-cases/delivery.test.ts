import { expect, test } from 'vitest';
import type { PersonId } from '../../bot/domain/facts.ts';
import { dueNudges } from '../../bot/domain/nudges/rules.ts';
import type { Nudge } from '../../bot/domain/nudges/nudge.ts';
import { addDays, londonDate } from '../../bot/domain/time.ts';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import { factsOfAll } from '../../bot/use-cases/nudge-facts.ts';
import type { NudgeEnd } from '../../bot/use-cases/nudge-ports.ts';
import { houseInMemory } from '../support/house.ts';
import { JUNE_10, ZPV } from '../support/small-trust.ts';

const isBankHoliday = englandsBankHolidays();

/** The trust on the day after the meeting of 10 June, which the Chief Nurse said they would come to. */
async function trust() {
  const house = await houseInMemory();
  const { storage, doors, clock, cast, as } = house;
  const data = { meeting: JUNE_10, answer: 'will-come' } as const;
  await doors.perform(as(cast.nurse), { verb: 'intend', data });
  clock.moveTo('2026-06-11T08:30:00.000Z');
  const due = async () => dueNudges(await factsOfAll({ ...storage, clock, isBankHoliday }, ZPV));

  /** Planned now, and ended so. */
  async function planned(nudges: readonly Nudge[], state?: NudgeEnd): Promise<void> {
    const { nudges: kept } = storage;
    await kept.plan(ZPV, nudges, clock.now());
    if (state === undefined) return;
    for (const { to } of nudges) {
      const theirs = (await kept.ofPerson(ZPV, to)).filter(
        ({ state: { kind } }) => kind === 'planned',
      );
      await kept.settle(ZPV, theirs, state, { at: clock.now() });
    }
  }
  const seen = async (who: PersonId = cast.edi, period = {}) => {
    const shown = await doors.delivery(as(who), period);
    if (shown.kind === 'refused') throw new Error(shown.because);
    return shown.view;
  };
  return { ...house, due, planned, seen };
}

const about = (kind: Nudge['kind'], to: PersonId, thing: string): Nudge => ({
  kind,
  to,
  about: thing,
  step: '1',
  from: londonDate('2026-06-11T08:30:00.000Z' as never),
});

test('the EDI lead sees what was sent, and that it is answered once the facts say so', async () => {
  const { cast, doors, as, due, planned, seen } = await trust();
  const asked = (await due()).filter(({ kind }) => kind === 'were-you-there');
  expect(asked).toHaveLength(1);
  await planned(asked, { kind: 'sent' });
  expect((await seen()).counts).toMatchObject({ planned: 0, sent: 1, answered: 0 });
  await doors.perform(as(cast.nurse), { verb: 'not-there', data: { meeting: JUNE_10 } });
  const view = await seen();
  expect(view).toMatchObject({
    counts: { sent: 1, answered: 1 },
    messages: 1,
    kinds: [{ kind: 'were-you-there', counts: { sent: 1, answered: 1 } }],
    people: [{ person: cast.nurse, name: 'Aoife Okafor', troubles: [] }],
  });
  expect(view.weeks.at(-1)).toMatchObject({ start: '2026-06-08', counts: { answered: 1 } });
  expect(view.weeks).toHaveLength(8);
});

test('time that goes by answers nothing, and nor does putting it off', async () => {
  const { cast, doors, as, clock, due, planned, seen } = await trust();
  const asked = (await due()).filter(({ kind }) => kind === 'were-you-there');
  await planned(asked, { kind: 'sent' });
  const nudge = `were-you-there:${JUNE_10}`;
  await doors.perform(as(cast.nurse), { verb: 'snooze', data: { nudge, until: 'tomorrow' } });
  expect((await seen()).counts).toMatchObject({ sent: 1, answered: 0 });
  clock.moveTo('2026-07-20T08:30:00.000Z');
  expect((await due()).filter(({ kind }) => kind === 'were-you-there')).toEqual([]);
  expect((await seen()).counts).toMatchObject({ sent: 1, answered: 0 });
});

test('what a second chair’s reminder asks is answered with the first one’s', async () => {
  const { cast, doors, as, clock, due, planned, seen } = await trust();
  await doors.perform(as(cast.nurse), { verb: 'claim', data: { meeting: JUNE_10 } });
  for (const day of ['2026-06-12', '2026-06-19']) {
    clock.moveTo(`${day}T08:30:00.000Z`);
    const waits = (await due()).filter(({ kind }) => kind === 'claims-waiting');
    expect(waits.length).toBeGreaterThan(0);
    await planned(waits, { kind: 'sent' });
  }
  expect((await seen()).counts).toMatchObject({ sent: 4, answered: 0 });
  const claims = [`${cast.nurse}~${JUNE_10}`];
  await doors.perform(as(cast.chair), { verb: 'confirm', data: { claims } });
  expect((await seen()).counts).toMatchObject({ sent: 4, answered: 4 });
});

test('what did not arrive says why, in a word that says what to do, and has a reference', async () => {
  const { cast, planned, seen } = await trust();
  const why = 'ConversationBlockedByUser';
  await planned([about('were-you-there', cast.nurse, 'a')], { kind: 'undeliverable', why });
  await planned([about('own-goal', cast.sponsor, 'b')], { kind: 'failed', why: '503' });
  await planned([about('own-goal', cast.interim, 'c')], { kind: 'unknown', why: 'ECONNRESET' });
  await planned([about('own-goal', cast.chair, 'd')], { kind: 'withdrawn', why: 'away' });
  await planned([about('own-goal', cast.deputy, 'e')]);
  const view = await seen();
  expect(view.counts).toEqual({
    planned: 1,
    sent: 0,
    answered: 0,
    undeliverable: 1,
    failed: 1,
    unknown: 1,
    withdrawn: 1,
  });
  expect(view.whys).toEqual([
    { state: 'undeliverable', why: 'blocked', count: 1 },
    { state: 'failed', why: 'busy', count: 1 },
    { state: 'unknown', why: 'no-answer', count: 1 },
    { state: 'withdrawn', why: 'away', count: 1 },
  ]);
  const nurse = view.people.find(({ person }) => person === cast.nurse);
  expect(nurse?.troubles).toEqual([
    {
      state: 'undeliverable',
      why: 'blocked',
      on: '2026-06-11',
      reference: expect.stringMatching(/^[0-9a-f]{8}$/),
    },
  ]);
});

test('mentoring is in no figure, by whichever way it is counted; a pledge is nobody’s by name', async () => {
  const { cast, planned, seen } = await trust();
  const before = await seen();
  for (const state of [{ kind: 'sent' }, { kind: 'failed', why: '503' }] as const) {
    await planned([about('in-private', cast.nurse, state.kind)], state);
  }
  expect(await seen()).toEqual(before);
  await planned([about('pledge-review', cast.nurse, 'p')], { kind: 'unknown', why: 'x' });
  const view = await seen();
  expect(view.kinds).toMatchObject([{ kind: 'pledge-review', counts: { unknown: 1 } }]);
  expect(view.people).toEqual([]);
});

test('a period has its first and its last day in it, and no other', async () => {
  const { cast, clock, planned, seen } = await trust();
  for (const day of ['2026-06-11', '2026-06-12', '2026-06-15']) {
    clock.moveTo(`${day}T08:30:00.000Z`);
    await planned([about('own-goal', cast.nurse, day)], { kind: 'sent' });
  }
  const on = (day: string) => addDays(day as never, 0);
  const period = { from: on('2026-06-12'), to: on('2026-06-15') };
  const view = await seen(cast.edi, period);
  expect(view.counts.sent).toBe(2);
  expect(view.weeks.map(({ start, counts }) => [start, counts.sent])).toEqual([
    ['2026-06-08', 1],
    ['2026-06-15', 1],
  ]);
});

test('whom no reminder reaches is named, with what to do: not who is in a pair or assists', async () => {
  const { cast, storage, as, clock, seen } = await trust();
  const chat = {
    serviceUrl: 'https://smba.example/',
    conversationId: 'c',
    botId: 'b',
    tenant: 't',
  };
  for (const who of ['nurse', 'operating', 'chair', 'edi'] as const) {
    await storage.conversations.remember(as(cast[who]), chat);
  }
  await storage.conversations.silence(as(cast.operating), 'blocked');
  await storage.conversations.forget(as(cast.chair));
  const account = { tenant: ZPV.tenant, objectId: 'o', address: 'claire@pennine-vale.example' };
  await storage.directory.note(ZPV, [{ person: cast.sponsor, address: account.address }]);
  await storage.directory.link(as(cast.sponsor), account);
  const { reach } = await seen();
  const whys = Object.fromEntries(reach.unreached.map(({ person, why }) => [person, why]));
  expect(whys).toMatchObject({
    [cast.operating]: 'blocked',
    [cast.chair]: 'removed',
    [cast.sponsor]: 'never-wrote',
    [cast.deputy]: 'not-linked',
  });
  expect(whys).not.toHaveProperty(cast.nurse);
  // Heard from again, they are reached again.
  await storage.conversations.remember(as(cast.operating), chat);
  clock.moveTo('2026-06-12T08:30:00.000Z');
  const again = (await seen()).reach;
  expect(again.unreached.map(({ person }) => person)).not.toContain(cast.operating);
  expect(again.of).toBe(reach.of);
});

test('it is the EDI lead’s alone, of their own organisation', async () => {
  const { cast, doors, as } = await trust();
  for (const who of ['nurse', 'chair', 'sponsor', 'boardChair', 'assistant'] as const) {
    expect(await doors.delivery(as(cast[who]), {})).toEqual({
      kind: 'refused',
      because: 'not-yours',
      belongsTo: ['edi-lead'],
    });
  }
});
