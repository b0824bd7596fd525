import { afterAll, beforeAll, expect, test } from 'vitest';
import { londonDate } from '../../bot/domain/time.ts';
import { createNudging } from '../../bot/nudges/nudging.ts';
import { reconcile } from '../../bot/nudges/reconcile.ts';
import { sweep } from '../../bot/nudges/sweep.ts';
import { collect } from '../../bot/storage/table.ts';
import { startBotHouse } from '../teams/bot-house.ts';
import { createDouble } from '../teams/doors-double.ts';
import { campaignThrough, organisation } from './delivery-house.ts';

const nowhere = 'http://127.0.0.1:9/';
let bot: Awaited<ReturnType<typeof startBotHouse>>;
beforeAll(async () => {
  bot = await startBotHouse((changed) => createDouble().create(changed));
});
afterAll(() => bot.close());

test('what was due and has no row is planned, counted and named by its trace', async () => {
  const { parts, people, clock, log, storage } = await campaignThrough(bot, nowhere, 3);
  // A day on which nobody planned.
  clock.moveTo('2026-06-12T08:30:00.000Z');
  await reconcile(parts, organisation);
  expect(log.nudgesReconciled.mock.calls).toEqual([
    [{ organisation: 'ZPV', due: 3, missing: 3, stuck: 0, unreadable: 0 }],
  ]);
  expect(log.nudgePlanned.mock.calls.map(([{ person }]) => person).toSorted()).toEqual(
    people.toSorted(),
  );
  expect(await storage.nudges.open(organisation)).toHaveLength(3);
  await reconcile(parts, organisation);
  expect(log.nudgesReconciled).toHaveBeenLastCalledWith(
    expect.objectContaining({ due: 3, missing: 0, stuck: 0 }),
  );
});

test('what is due from today on may not have been planned yet: that is no difference', async () => {
  const { parts, log, storage } = await campaignThrough(bot, nowhere, 2);
  await reconcile(parts, organisation);
  expect(log.nudgesReconciled).toHaveBeenCalledWith(
    expect.objectContaining({ due: 0, missing: 0 }),
  );
  expect(await storage.nudges.open(organisation)).toEqual([]);
});

test('what has been planned for longer than any limit asks for is named', async () => {
  const { parts, people, clock, log } = await campaignThrough(bot, nowhere, 2);
  clock.moveTo('2026-06-11T06:00:00.000Z');
  await createNudging(parts).settle();
  clock.moveTo('2026-06-26T08:30:00.000Z');
  await reconcile(parts, organisation);
  expect(log.nudgeStuck.mock.calls.map(([line]) => line)).toMatchObject(
    people.toSorted().map((person) => ({ person, state: 'planned', since: '2026-06-11' })),
  );
});

test('a row that an earlier version left claimed is found too', async () => {
  const { parts, people, clock, log, storage, tables, real } = await campaignThrough(
    bot,
    nowhere,
    1,
  );
  clock.moveTo('2026-06-11T06:00:00.000Z');
  await createNudging(parts).settle();
  const [person] = people;
  if (person === undefined) throw new Error('nobody is there');
  const kept = await storage.nudges.ofPerson(organisation, person);
  const when = { day: londonDate(clock.now()), at: clock.now(), since: parts.realNow() };
  await storage.nudges.claim(organisation, kept, when);
  // It did not say there since when.
  for (const key of await openKeys()) {
    await tables.nudges.write(`${organisation.tenant}|ZPV`, [{ kind: 'put', key, properties: {} }]);
  }
  real.now += 121_000;
  await sweep(parts, organisation);
  expect(log.nudgeEnded).not.toHaveBeenCalled();
  await reconcile(parts, organisation);
  expect(log.nudgeEnded).toHaveBeenCalledWith(
    expect.objectContaining({ state: 'unknown', why: 'worker-lost' }),
  );

  async function openKeys(): Promise<string[]> {
    const rows = await collect(tables.nudges.range(`${organisation.tenant}|ZPV`, 'a|', 'b'));
    return rows.map(({ key }) => key);
  }
});
