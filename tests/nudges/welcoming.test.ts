import { expect, test, vi } from 'vitest';
import type { PersonId } from '../../bot/domain/facts.ts';
import type { NudgeLog } from '../../bot/nudges/parts.ts';
import {
  createWelcoming,
  type WelcomeLog,
  type WelcomingParts,
} from '../../bot/nudges/welcoming.ts';
import { StorageAway } from '../../bot/storage/table.ts';
import { memoryTables } from '../support/house.ts';
import { movableClock, smallTrust, TENANT, ZPV } from '../support/small-trust.ts';
import { storageOn } from '../support/storage-on.ts';

const PER_SECOND = 50;

/** Storage with a trust in it, and processes that welcome over it. */
async function house() {
  const storage = storageOn(memoryTables(), { clock: movableClock() });
  await smallTrust(storage);
  const sent: { person: string; at: number }[] = [];
  const open = (differs: Partial<WelcomingParts> = {}) =>
    createWelcoming({
      ...storage,
      send: async ({ person }) => {
        sent.push({ person, at: performance.now() });
        return { kind: 'sent' };
      },
      log: {
        welcomeEnded: vi.fn<WelcomeLog['welcomeEnded']>(),
        nudgesFaulted: vi.fn<NudgeLog['nudgesFaulted']>(),
      },
      tenants: [TENANT],
      perSecond: PER_SECOND,
      realNow: () => Date.now(),
      ...differs,
    });
  const callers = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      organisation: ZPV,
      person: `leader-${String(index).padStart(5, '0')}` as PersonId,
    }));
  return { storage, sent, open, callers };
}

const soon = { timeout: 20_000, interval: 50 };

test('many installs at once are welcomed at the pace, by two processes, each person once', async () => {
  const { storage, sent, open, callers } = await house();
  const [one, two] = [open(), open()];
  const everybody = callers(120);
  // Teams tells of each twice, to whichever process.
  await Promise.all(
    [...everybody, ...everybody].map(async (caller, index) => {
      const process = index % 2 === 0 ? one : two;
      if (await storage.conversations.welcomeOnce(caller)) await process.deliver(caller);
    }),
  );
  await expect.poll(() => sent.length, soon).toBe(120);
  await Promise.all([one.stop(), two.stop()]);
  expect(new Set(sent.map(({ person }) => person)).size).toBe(120);
  expect(await storage.welcomes.owed(ZPV)).toEqual([]);
  const times = sent.map(({ at }) => at);
  for (const start of times) {
    const withinASecond = times.filter((at) => at >= start && at < start + 1000).length;
    // Timers come late by a few milliseconds, and two of them in one.
    expect(withinASecond).toBeLessThanOrEqual(PER_SECOND + 5);
  }
});

test('a process that dies loses none: what it owed another says, what it was sending stays unknown', async () => {
  const { storage, sent, open, callers } = await house();
  const everybody = callers(10);
  const dying = open({ send: () => new Promise(() => {}) });
  for (const caller of everybody) await storage.conversations.welcomeOnce(caller);
  const [first] = everybody;
  if (first === undefined) throw new Error('nobody');
  void dying.deliver(first);
  await expect
    .poll(() => storage.welcomes.owed(ZPV), soon)
    .toContainEqual({ person: first.person, claimedAt: expect.any(Number) });

  const welcomeEnded = vi.fn<WelcomeLog['welcomeEnded']>();
  const next = open({
    log: { welcomeEnded, nudgesFaulted: vi.fn<NudgeLog['nudgesFaulted']>() },
    realNow: () => Date.now() + 61_000,
  });
  next.start();
  await expect.poll(() => storage.welcomes.owed(ZPV), soon).toEqual([]);
  await next.stop();
  expect(sent.map(({ person }) => person).toSorted()).toEqual(
    everybody.slice(1).map(({ person }) => person),
  );
  expect(welcomeEnded).toHaveBeenCalledWith({
    ...{ organisation: 'ZPV', person: first.person, state: 'unknown' },
  });
});

test('what Teams asks to say later is owed still, and what it refuses is not tried again', async () => {
  const { storage, open, callers } = await house();
  const [later, refused] = callers(2);
  if (later === undefined || refused === undefined) throw new Error('nobody');
  const welcoming = open({
    send: async ({ person }) =>
      person === later.person
        ? { kind: 'later', why: '429' }
        : { kind: 'undeliverable', why: 'BotNotInConversationRoster', silent: true },
  });
  for (const caller of [later, refused]) {
    await storage.conversations.welcomeOnce(caller);
    await welcoming.deliver(caller);
  }
  expect(await storage.welcomes.owed(ZPV)).toEqual([{ person: later.person }]);
  await welcoming.stop();
});

/** Storage whose next write of what a welcome is owed is done, or not, and never answered. */
function silentOnce(how: 'done' | 'not done') {
  const tables = memoryTables();
  const { write } = tables.conversations;
  const is = { silent: false };
  tables.conversations.write = async (partition, changes) => {
    if (!is.silent || !changes.some(({ key }) => key.startsWith('owed|'))) {
      return write(partition, changes);
    }
    is.silent = false;
    if (how === 'done') await write(partition, changes);
    throw new StorageAway('away');
  };
  return { welcomes: storageOn(tables, { clock: movableClock() }).welcomes, is, tables };
}

test('a claim whose answer was lost is still whose it was: the welcome is said', async () => {
  const { sent, open, callers } = await house();
  const [caller] = callers(1);
  if (caller === undefined) throw new Error('nobody');
  const { welcomes, is, tables } = silentOnce('done');
  await storageOn(tables, { clock: movableClock() }).conversations.welcomeOnce(caller);
  is.silent = true;
  const welcoming = open({ welcomes });
  await welcoming.deliver(caller);
  await welcoming.stop();
  expect(sent.map(({ person }) => person)).toEqual([caller.person]);
});

test('what never left is owed still, though storage was away when that was noted', async () => {
  const { open, callers } = await house();
  const [caller] = callers(1);
  if (caller === undefined) throw new Error('nobody');
  const { welcomes, is, tables } = silentOnce('not done');
  await storageOn(tables, { clock: movableClock() }).conversations.welcomeOnce(caller);
  const welcoming = open({
    welcomes,
    send: async () => {
      is.silent = true;
      return { kind: 'later', why: 'not-prepared', untried: true };
    },
  });
  await welcoming.deliver(caller);
  await welcoming.stop();
  expect(await welcomes.owed(ZPV)).toEqual([{ person: caller.person }]);
});

test('whom nobody knows is told at the pace too, and not where others wait', async () => {
  const { open } = await house();
  const welcoming = open({ perSecond: 1 });
  expect(await welcoming.hasRoom(TENANT)).toBe(true);
  const asked = await Promise.all(Array.from({ length: 12 }, () => welcoming.hasRoom(TENANT)));
  expect(asked.filter((room) => room).length).toBeLessThan(8);
  await welcoming.stop();
});
