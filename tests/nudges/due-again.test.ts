import { expect, test } from 'vitest';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import type { NudgeKind } from '../../bot/domain/facts.ts';
import type { Nudge } from '../../bot/domain/nudges/nudge.ts';
import { createNudging } from '../../bot/nudges/nudging.ts';
import type { NudgeParts } from '../../bot/nudges/parts.ts';
import { tick } from '../../bot/nudges/plan.ts';
import { londonDate } from '../../bot/domain/time.ts';
import { createNudges } from '../../bot/storage/nudges.ts';
import { memoryQueue } from '../support/memory-queue.ts';
import type { Sender } from '../../bot/use-cases/nudge-ports.ts';
import { houseInMemory } from '../support/house.ts';
import { JUNE_10, TENANT, ZPV } from '../support/small-trust.ts';
import { nudgeLog } from './nudge-log.ts';
import { storageOn } from '../support/storage-on.ts';

/** Two working days before a meeting that nobody has booked: what is due is planned, not yet sent. */
async function planned() {
  const house = await houseInMemory();
  const { cast, doors, as, clock, tables } = house;
  const heard: string[] = [];
  const instance = () => {
    const storage = storageOn(tables, { clock });
    const parts = {
      ...storage,
      ...{ clock, queue: memoryQueue(), log: nudgeLog(), isBankHoliday: englandsBankHolidays() },
      sender: {
        reaches: async () => true,
        async send({ person }) {
          heard.push(person);
          return { kind: 'sent' };
        },
      } satisfies Sender,
      ...{ tenants: [TENANT], perSecond: 500, realNow: () => Date.now() },
      ...{ leaseMs: 120_000, tickMs: 60_000 },
    } satisfies NudgeParts;
    return { parts, settle: () => createNudging(parts).settle() };
  };
  const stateOf = async (who: keyof typeof cast, kind: NudgeKind = 'meeting-unbooked') => {
    const kept = await house.storage.nudges.ofPerson(ZPV, cast[who]);
    return kept.find(({ nudge }) => nudge.kind === kind)?.state;
  };
  const does = async (who: keyof typeof cast, act: Parameters<typeof doors.perform>[1]) =>
    expect(await doors.perform(as(cast[who]), act)).toMatchObject([{ outcome: { kind: 'done' } }]);
  const answers = (who: keyof typeof cast, answer: 'will-come' | 'cannot-come') =>
    does(who, { verb: 'intend', data: { meeting: JUNE_10, answer } });
  clock.moveTo('2026-06-08T08:30:00.000Z');
  const one = instance();
  await tick(one.parts, 'now');
  expect(await stateOf('operating')).toMatchObject({ kind: 'planned' });
  return { ...house, heard, instance, one, stateOf, does, answers };
}

test.each(['the process that withdrew it', 'another one'])(
  'a reminder that nobody had heard yet comes when it is due again, through %s',
  async (which) => {
    const { one, instance, answers, stateOf, heard, cast, storage } = await planned();
    await answers('nurse', 'will-come');
    await one.settle();
    expect(await stateOf('operating')).toEqual({ kind: 'withdrawn', why: 'no-longer-due' });
    await answers('nurse', 'cannot-come');
    const by = which === 'another one' ? instance() : one;
    await by.settle();
    expect(await stateOf('operating')).toEqual({ kind: 'sent' });
    await one.settle();
    await by.settle();
    expect(heard.filter((person) => person === cast.operating)).toHaveLength(1);
    const open = await storage.nudges.open(ZPV);
    expect(open.map(({ person }) => person)).not.toContain(cast.operating);
  },
);

test('what was switched off is planned when it is switched on again, and not before', async () => {
  const { one, clock, does, answers, stateOf } = await planned();
  const kind = 'were-you-there';
  await answers('nurse', 'will-come');
  clock.moveTo('2026-06-11T08:30:00.000Z');
  await tick(one.parts, 'now');
  expect(await stateOf('nurse', kind)).toMatchObject({ kind: 'planned' });
  await does('nurse', { verb: 'mute', data: { kind } });
  for (let round = 0; round < 2; round += 1) {
    one.parts.log.nudgePlanned.mockClear();
    await one.settle();
    expect(await stateOf('nurse', kind)).toEqual({ kind: 'withdrawn', why: 'muted' });
    expect(one.parts.log.nudgePlanned).not.toHaveBeenCalled();
  }
  await does('nurse', { verb: 'unmute', data: { kind } });
  await one.settle();
  expect(await stateOf('nurse', kind)).toEqual({ kind: 'sent' });
});

test('what was withdrawn while it was planned once more is planned when it is due again', async () => {
  const { tables, clock, cast } = await planned();
  const nudge: Nudge = {
    ...{ kind: 'meeting-unbooked', to: cast.nurse, about: 'another', step: '1' },
    from: londonDate(clock.now()),
  };
  await createNudges(tables.nudges).plan(ZPV, [nudge], clock.now());
  const read = Promise.withResolvers<void>();
  const withdrawn = Promise.withResolvers<void>();
  const here = createNudges({
    ...tables.nudges,
    async get(partition, key) {
      const row = await tables.nudges.get(partition, key);
      read.resolve();
      await withdrawn.promise;
      return row;
    },
  });
  const planning = here.plan(ZPV, [nudge], clock.now());
  await read.promise;
  const kept = await here.ofPerson(ZPV, cast.nurse);
  const end = { kind: 'withdrawn', why: 'no-longer-due' } as const;
  const other = kept.filter(({ nudge: { about } }) => about === 'another');
  await here.settle(ZPV, other, end, { at: clock.now() });
  withdrawn.resolve();
  expect(await planning).toEqual([]);
  expect(await here.plan(ZPV, [nudge], clock.now())).toEqual([nudge]);
});
