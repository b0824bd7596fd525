import { beforeEach, expect, test, vi } from 'vitest';
import { nudgeLog } from './nudge-log.ts';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import type { OrganisationRef } from '../../bot/domain/facts.ts';
import type { PlainTime } from '../../bot/domain/time.ts';
import { nudgeKey } from '../../bot/domain/nudges/nudge.ts';
import type { NudgeParts } from '../../bot/nudges/parts.ts';
import { tick } from '../../bot/nudges/plan.ts';
import { memoryQueue } from '../support/memory-queue.ts';
import type { Tables } from '../../bot/storage/open.ts';
import { StorageAway } from '../../bot/storage/table.ts';
import { practice } from '../../infra/local/practice-ids.ts';
import { seedOrganisations } from '../bench/many-organisations.ts';
import { memoryTables } from '../support/house.ts';
import { movableClock } from '../support/small-trust.ts';
import { onAzureProtocol } from '../support/storages.ts';
import { storageOn } from '../support/storage-on.ts';

const TICK_MS = 600_000;
/** A week into the year, in office hours: every leader without a goal is asked for one. */
const busiestDay = '2026-04-08T08:30:00.000Z';

let real = 0;
let clock = movableClock(busiestDay);
beforeEach(() => {
  real = 5_000_000;
  clock = movableClock(busiestDay);
});

/** One instance of the bot, as far as planning goes: nothing is sent here. */
function instanceOver(tables: Tables) {
  const log = nudgeLog();
  const queue = memoryQueue(() => real);
  const storage = storageOn(tables, { clock });
  const parts: NudgeParts = {
    ...storage,
    ...{ clock, queue, log, isBankHoliday: englandsBankHolidays(), tenants: [practice.tenant] },
    sender: {
      reaches: async () => true,
      send: async () => ({ kind: 'failed', why: 'not asked for' }),
    },
    ...{ perSecond: 25, realNow: () => real, leaseMs: 120_000, tickMs: TICK_MS },
  };
  return { ...storage, log, queue, parts };
}

async function some(tables: Tables, organisations: number, leaders = 30) {
  const here = instanceOver(tables);
  return seedOrganisations(tables, here, { organisations, leaders });
}

type Instance = ReturnType<typeof instanceOver>;
async function rowsOf({ nudges }: Instance, organisations: readonly OrganisationRef[]) {
  const all = await Promise.all(organisations.map((each) => nudges.ofOrganisation(each)));
  return all.flatMap((kept, index) =>
    kept.map(({ nudge }) => `${organisations[index]?.code} ${nudgeKey(nudge)}`),
  );
}
const codesPlanned = ({ log }: Instance) =>
  log.nudgesPlanned.mock.calls.map(([{ organisation }]) => organisation);

test('two instances share six organisations, and each reminder is planned once', async () => {
  const place = await onAzureProtocol();
  try {
    const tables = await place.tables(clock);
    const organisations = await some(tables, 6, 40);
    const [one, other] = [instanceOver(tables), instanceOver(await place.tables(clock))];
    await Promise.all([tick(one.parts, 'in-turn'), tick(other.parts, 'in-turn')]);
    const codes = organisations.map(({ code }) => code);
    expect([...codesPlanned(one), ...codesPlanned(other)].toSorted()).toEqual(codes);
    const rows = await rowsOf(one, organisations);
    expect(rows.length).toBeGreaterThanOrEqual(6 * 40);
    expect(new Set(rows).size).toBe(rows.length);

    // At once and regardless of whose turn it is, too: nothing more comes of it.
    await Promise.all([tick(one.parts, 'now'), tick(other.parts, 'now')]);
    expect(await rowsOf(one, organisations)).toEqual(rows);
    for (const { log } of [one, other]) expect(log.nudgesFaulted).not.toHaveBeenCalled();
  } finally {
    await place.close();
  }
}, 60_000);

test('two that plan the same organisation at once insert each reminder once between them', async () => {
  const tables = memoryTables();
  const organisations = await some(tables, 1, 120);
  const instances = [instanceOver(tables), instanceOver(tables), instanceOver(tables)];
  await Promise.all(instances.map(({ parts }) => tick(parts, 'now')));
  const planned = instances.flatMap(({ log }) =>
    log.nudgesPlanned.mock.calls.map(([what]) => what.planned),
  );
  const [first] = instances;
  if (first === undefined) throw new Error('no instance');
  const rows = await rowsOf(first, organisations);
  expect(planned.reduce((sum, many) => sum + many, 0)).toBe(rows.length);
});

test('what was planned and has ended is not planned again, by whoever starts anew', async () => {
  const tables = memoryTables();
  const [organisation] = await some(tables, 1, 70);
  if (organisation === undefined) throw new Error('no organisation');
  const before = instanceOver(tables);
  await tick(before.parts, 'now');
  const kept = await before.nudges.ofOrganisation(organisation);
  for (const one of kept.slice(0, 20)) {
    const end = { kind: 'withdrawn', why: 'away' } as const;
    await before.nudges.settle(organisation, [one], end, { at: clock.now() });
  }
  const after = instanceOver(tables);
  await tick(after.parts, 'now');
  expect(after.log.nudgesPlanned).not.toHaveBeenCalled();
  expect(await after.nudges.ofOrganisation(organisation)).toHaveLength(kept.length);
  expect(await after.nudges.open(organisation)).not.toHaveLength(0);
});

test('an organisation whose planner died is taken over when its turn comes round', async () => {
  const tables = memoryTables();
  const [organisation] = await some(tables, 1);
  if (organisation === undefined) throw new Error('no organisation');
  const [dead, alive] = [instanceOver(tables), instanceOver(tables)];
  // It took the turn, and was heard of no more.
  expect(await dead.nudges.takeTurn(organisation, real, TICK_MS)).toBe(true);
  real += TICK_MS - 1;
  await tick(alive.parts, 'in-turn');
  expect(codesPlanned(alive)).toEqual([]);
  real += 1;
  await tick(alive.parts, 'in-turn');
  expect(codesPlanned(alive)).toEqual([organisation.code]);
});

test('asking for organisations that are not due reads one range, however many they are', async () => {
  const tables = memoryTables();
  await some(tables, 12, 28);
  const one = instanceOver(tables);
  await tick(one.parts, 'in-turn');
  const get = vi.spyOn(tables.nudges, 'get');
  const range = vi.spyOn(tables.nudges, 'range');
  const records = vi.spyOn(tables.records, 'range');
  await tick(one.parts, 'in-turn');
  expect([get.mock.calls.length, range.mock.calls.length]).toEqual([0, 1]);
  expect(records).not.toHaveBeenCalled();
});

test('what is planned again and again costs no read for each of them', async () => {
  const tables = memoryTables();
  await some(tables, 1, 120);
  const one = instanceOver(tables);
  await tick(one.parts, 'now');
  const get = vi.spyOn(tables.nudges, 'get');
  const write = vi.spyOn(tables.nudges, 'write');
  await tick(one.parts, 'now');
  expect([get.mock.calls.length, write.mock.calls.length]).toEqual([0, 0]);
});

test('organisations in trouble are told of once each, and hold up no other', async () => {
  const tables = memoryTables();
  const organisations = await some(tables, 5);
  const partition = (index: number) => `${practice.tenant}|${organisations[index]?.code}`;
  await tables.records.write(partition(1), [{ kind: 'delete', key: 'r|settings' }]);
  await tables.records.write(partition(3), [
    { kind: 'put', key: `s|${'f'.repeat(32)}`, properties: { body: '[{"kind":', parts: '1' } },
  ]);
  const one = instanceOver(tables);
  await tick(one.parts, 'in-turn');
  expect(codesPlanned(one).toSorted()).toEqual(['MANY000', 'MANY002', 'MANY004']);
  const told = one.log.nudgesFaulted.mock.calls.map(([what]) => what.organisation ?? '');
  expect(told.toSorted()).toEqual(['MANY001', 'MANY003']);
});

test('storage that is away ends the look, and whoever was not looked at comes in the next', async () => {
  const tables = memoryTables();
  await some(tables, 4);
  const one = instanceOver(tables);
  const take = vi.spyOn(tables.nudges, 'get').mockRejectedValue(new StorageAway('away'));
  await expect(tick(one.parts, 'in-turn')).rejects.toThrow('away');
  take.mockRestore();
  await tick(one.parts, 'in-turn');
  expect(codesPlanned(one)).toHaveLength(4);
});

test('whoever is told to stop begins with no further organisation', async () => {
  const tables = memoryTables();
  await some(tables, 6);
  const one = instanceOver(tables);
  const stopping = new AbortController();
  one.log.nudgesPlanned.mockImplementation(() => stopping.abort());
  await tick(one.parts, 'in-turn', stopping.signal);
  // The two that were under way.
  expect(codesPlanned(one).length).toBeLessThanOrEqual(2);
  await tick(one.parts, 'in-turn');
  expect(codesPlanned(one)).toHaveLength(6);
});

test('a clock that jumps ahead plans what is due on arrival, and nothing of the days between', async () => {
  const tables = memoryTables();
  const [organisation] = await some(tables, 1);
  if (organisation === undefined) throw new Error('no organisation');
  clock.moveTo('2026-04-02T08:30:00.000Z');
  const one = instanceOver(tables);
  await tick(one.parts, 'now');
  const early = await one.nudges.ofOrganisation(organisation);
  expect(early.filter(({ nudge }) => nudge.kind === 'own-goal')).toEqual([]);
  clock.moveTo('2026-05-05T08:30:00.000Z');
  await tick(one.parts, 'now');
  const kept = await one.nudges.ofOrganisation(organisation);
  const goals = kept.filter(({ nudge }) => nudge.kind === 'own-goal');
  // The first of the two was for April: nobody gets both at once.
  expect(new Set(goals.map(({ nudge }) => nudge.step))).toEqual(new Set(['2']));
  expect(new Set(goals.map(({ nudge }) => nudge.to)).size).toBe(goals.length);
  await tick(one.parts, 'now');
  expect(await one.nudges.ofOrganisation(organisation)).toHaveLength(kept.length);
});

test('a channel that can’t be told keeps nobody’s reminder back', async () => {
  const tables = memoryTables();
  await some(tables, 1);
  const { parts, queue, log } = instanceOver(tables);
  const announce = async () => {
    throw new Error('no such channel');
  };
  await tick({ ...parts, announce }, 'now');
  expect(await queue.length()).toBeGreaterThan(0);
  expect(log.nudgesFaulted).toHaveBeenCalledOnce();
});

test('a queue that is long already gets no more', async () => {
  const tables = memoryTables();
  await some(tables, 1);
  const one = instanceOver(tables);
  const elsewhere = { tenant: practice.tenant, code: 'ELSE' };
  await one.queue.put(
    Array.from({ length: 2_000 }, () => ({ organisation: elsewhere, people: [] })),
  );
  await tick(one.parts, 'now');
  expect(await one.queue.length()).toBe(2_000);
  await one.queue.take(2_000);
  await tick(one.parts, 'now');
  expect(await one.queue.length()).toBeGreaterThan(0);
});

test('an organisation with later hours is planned for when its own office opens', async () => {
  const tables = memoryTables();
  const [late, usual] = await some(tables, 2, 40);
  if (late === undefined || usual === undefined) throw new Error('two organisations');
  const here = instanceOver(tables);
  const { settings } = await here.records.frame(late);
  const reminderHours = { opens: '10:30' as PlainTime, closes: '18:00' as PlainTime };
  await here.organisations.add(late, { ...settings, reminderHours });
  await tick(here.parts, 'in-turn');
  expect(codesPlanned(here)).toEqual([usual.code]);
  clock.moveTo('2026-04-08T09:30:00.000Z');
  real += TICK_MS + 1;
  await tick(here.parts, 'in-turn');
  expect(codesPlanned(here)).toEqual([usual.code, late.code]);
});
