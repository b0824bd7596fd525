import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { PersonId } from '../../bot/domain/facts.ts';
import { ClockOff } from '../../bot/storage/clock-skew.ts';
import { createNudging } from '../../bot/nudges/nudging.ts';
import type { NudgeParts } from '../../bot/nudges/parts.ts';
import { tick } from '../../bot/nudges/plan.ts';
import { sweep } from '../../bot/nudges/sweep.ts';
import type { Sender } from '../../bot/use-cases/nudge-ports.ts';
import { doorsOver } from '../support/house.ts';
import { JUNE_10, type movableClock, TENANT } from '../support/small-trust.ts';
import { startBotHouse } from '../teams/bot-house.ts';
import { createDouble } from '../teams/doors-double.ts';
import { campaignThrough, organisation } from './delivery-house.ts';
import { rudeConnector, type Treatment } from './rude-connector.ts';

type Movable = ReturnType<typeof movableClock>;

/** A clock that is a month ahead. */
const AHEAD_MS = 30 * 24 * 60 * 60_000;

const closing: (() => Promise<unknown>)[] = [];
let bot: Awaited<ReturnType<typeof startBotHouse>>;
beforeAll(async () => {
  bot = await startBotHouse((changed) => createDouble().create(changed));
});
afterAll(() => bot.close());
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** So many people to be asked on 11 June, through a connector that may be rude. */
async function campaign(
  count: number,
  treat?: (person: string, tries: number) => Treatment,
  differs: Partial<NudgeParts> = {},
) {
  const connector = await rudeConnector({ ...(treat ? { treat } : {}), latencyMs: 5 });
  closing.push(connector.close);
  return { connector, ...(await campaignThrough(bot, connector.serviceUrl, count, differs)) };
}

const kinds = (states: Map<PersonId, { kind: string }>) =>
  [...states.values()].map(({ kind }) => kind);

test('everybody who is due hears once, however often and by however many it is planned', async () => {
  const { connector, people, parts, states } = await campaign(30);
  const here = createNudging(parts);
  const there = createNudging({ ...parts });
  await Promise.all([here.settle(), there.settle()]);
  await here.settle();
  expect([...connector.arrived.keys()].toSorted()).toEqual(people.toSorted());
  expect([...connector.arrived.values()]).toEqual(people.map(() => 1));
  expect(kinds(await states())).toEqual(people.map(() => 'sent'));
});

test('the pace is kept by two workers together', async () => {
  const { connector, people, parts } = await campaign(24, undefined, { perSecond: 50 });
  await Promise.all([createNudging(parts).settle(), createNudging({ ...parts }).settle()]);
  expect(connector.arrived.size).toBe(people.length);
  const took = Math.max(...connector.times) - Math.min(...connector.times);
  // 24 slots of 20 ms: no machine is so slow as to make this shorter.
  expect(took).toBeGreaterThan(23 * 20 * 0.8);
});

test.each([
  [401, { status: 401 }],
  [429, { status: 429, code: 'TooManyRequests', retryAfter: 1 }],
  [412, { status: 412 }],
  [502, { status: 502 }],
  [503, { status: 503 }],
] as const)('after %i it is tried again, and arrives once', async (_status, treatment) => {
  const { connector, people, parts, states, real } = await campaign(3, (_person, tries) =>
    tries === 1 ? treatment : 'deliver',
  );
  const nudging = createNudging(parts);
  await nudging.settle();
  expect(kinds(await states())).toEqual(['planned', 'planned', 'planned']);
  expect(connector.arrived.size).toBe(0);
  // Not before it may be: then, by real time, once.
  await nudging.settle();
  expect(Math.max(...connector.asked.values())).toBe(1);
  real.now += 10_000;
  await nudging.settle();
  expect([...connector.arrived.values()]).toEqual(people.map(() => 1));
  expect(kinds(await states())).toEqual(['sent', 'sent', 'sent']);
});

test('however long Teams asks to wait, a reminder is tried again within the hour', async () => {
  const year = 365 * 24 * 60 * 60;
  const { connector, parts, states, real } = await campaign(1, (_person, tries) =>
    tries === 1 ? { status: 429, retryAfter: year } : 'deliver',
  );
  const nudging = createNudging(parts);
  await nudging.settle();
  real.now += 59 * 60_000;
  await nudging.settle();
  expect(kinds(await states())).toEqual(['planned']);
  real.now += 2 * 60_000;
  await nudging.settle();
  expect([...connector.arrived.values()]).toEqual([1]);
});

test('without a token for Teams a reminder waits, and uses up none of its tries', async () => {
  const { connector, parts, states, real } = await campaign(1);
  let asked = 0;
  const sender: Sender = {
    ...parts.sender,
    async send() {
      asked += 1;
      return { kind: 'later', why: 'not-prepared', untried: true };
    },
  };
  const without = createNudging({ ...parts, sender });
  for (let round = 0; round < 14; round += 1) {
    await without.settle();
    await without.settle();
    real.now += 31_000;
  }
  expect([...(await states()).values()]).toMatchObject([{ kind: 'planned', tries: 0 }]);
  expect(asked).toBe(14);
  await createNudging(parts).settle();
  expect([...connector.arrived.values()]).toEqual([1]);
});

test('Teams that stays busy is given up after some tries, and said so', async () => {
  const { connector, parts, states, real } = await campaign(1, () => ({ status: 503 }));
  const nudging = createNudging(parts);
  for (let round = 0; round < 15; round += 1) {
    await nudging.settle();
    real.now += 400_000;
  }
  expect([...(await states()).values()]).toEqual([{ kind: 'failed', why: '503' }]);
  expect([...connector.asked.values()]).toEqual([12]);
});

test.each([
  ['a connection lost after the request left', 'deliver-and-drop'],
  ['a message that was taken and then answered with a 504', 'deliver-and-time-out'],
] as const)('%s is unknown, and never sent again', async (_, treatment) => {
  const { connector, people, parts, states, real } = await campaign(4, () => treatment);
  const nudging = createNudging(parts);
  await nudging.settle();
  real.now += 400_000;
  await nudging.settle();
  expect(kinds(await states())).toEqual(people.map(() => 'unknown'));
  expect([...connector.asked.values()]).toEqual(people.map(() => 1));
  expect([...connector.arrived.values()]).toEqual(people.map(() => 1));
});

test.each(['ConversationBlockedByUser', 'BotNotInConversationRoster'])(
  '%s is silence until they are heard from',
  async (code) => {
    const { connector, clock, storage, people, parts, states } = await campaign(1, (_, tries) =>
      tries === 1 ? { status: 403, code } : 'deliver',
    );
    const [person] = people;
    if (person === undefined) throw new Error('nobody is there');
    const caller = { organisation, person };
    const conversation = await storage.conversations.find(caller);
    const nudging = createNudging(parts);
    await nudging.settle();
    expect([...(await states()).values()]).toEqual([{ kind: 'undeliverable', why: code }]);
    expect(await storage.conversations.find(caller)).toBeUndefined();
    await nudging.settle();
    expect([...connector.asked.values()]).toEqual([1]);

    // They write again, and want to be asked tomorrow.
    if (conversation !== undefined) await storage.conversations.remember(caller, conversation);
    const nudge = `were-you-there:${JUNE_10}`;
    await doorsOver(storage, clock).doors.perform(caller, {
      verb: 'snooze',
      data: { nudge, until: 'tomorrow' },
    });
    clock.moveTo('2026-06-12T08:30:00.000Z');
    await nudging.settle();
    expect([...connector.arrived.values()]).toEqual([1]);
  },
);

test('what was answered between planning and sending is withdrawn', async () => {
  const { connector, clock, storage, people, parts, states } = await campaign(2);
  clock.moveTo('2026-06-11T06:00:00.000Z');
  const nudging = createNudging(parts);
  await nudging.settle();
  expect(kinds(await states())).toEqual(['planned', 'planned']);
  expect(connector.asked.size).toBe(0);
  const [first] = people;
  if (first === undefined) throw new Error('nobody is there');
  const { doors } = doorsOver(storage, clock);
  await doors.perform(
    { organisation, person: first },
    { verb: 'claim', data: { meeting: JUNE_10 } },
  );
  clock.moveTo('2026-06-11T08:00:00.000Z');
  await nudging.settle();
  expect((await states()).get(first)).toEqual({ kind: 'withdrawn', why: 'no-longer-due' });
  expect(connector.arrived.has(first)).toBe(false);
  expect(connector.arrived.size).toBe(1);
});

test.each([
  ['the office closed', (clock: Movable) => clock.moveTo('2026-06-11T16:00:00.000Z')],
  ['its facts grew old', (_: Movable, real: { now: number }) => (real.now += 15_100)],
] as const)(
  'what was claimed when %s leaves another time, and was no try',
  async (_, meanwhile) => {
    const { connector, clock, parts, states, real } = await campaign(1);
    const { claim } = parts.nudges;
    let claims = 0;
    const late: NudgeParts['nudges'] = {
      ...parts.nudges,
      async claim(...asked) {
        const claimed = await claim(...asked);
        claims += 1;
        if (claims === 1) meanwhile(clock, real);
        if (claims > 1) expect(connector.asked.size).toBe(0);
        return claimed;
      },
    };
    await createNudging({ ...parts, nudges: late }).settle();
    const closed = clock.now() === '2026-06-11T16:00:00.000Z';
    expect(claims).toBe(closed ? 1 : 2);
    expect([...(await states()).values()]).toMatchObject([
      closed ? { kind: 'planned', tries: 0 } : { kind: 'sent' },
    ]);
    clock.moveTo('2026-06-12T08:30:00.000Z');
    await createNudging(parts).settle();
    expect([...connector.arrived.values()]).toEqual([1]);
  },
);

test('a nudge whose worker died is unknown once its lease is over, and nobody sends it again', async () => {
  let died = false;
  const { connector, parts, states, real } = await campaign(1);
  const dying: Sender = {
    reaches: async () => true,
    send: () =>
      new Promise(() => {
        died = true;
      }),
  };
  void createNudging({ ...parts, sender: dying }).settle();
  await vi.waitUntil(() => died);
  await sweep(parts, organisation);
  expect(kinds(await states())).toEqual(['claimed']);
  real.now += 121_000;
  await createNudging(parts).settle();
  expect([...(await states()).values()]).toEqual([{ kind: 'unknown', why: 'worker-lost' }]);
  expect(connector.asked.size).toBe(0);
});

test('one organisation’s trouble holds up no other’s, and is logged', async () => {
  const { connector, people, parts, log } = await campaign(2);
  const lost = { tenant: TENANT, code: 'LOST' };
  const directory = { organisations: async () => [lost, organisation] };
  await createNudging({ ...parts, directory }).settle();
  expect(connector.arrived.size).toBe(people.length);
  expect(log.nudgesFaulted).toHaveBeenCalledOnce();
});

test('a process whose clock is off begins nothing, and tells so once, until it is right', async () => {
  let off = true;
  const clockIsRight = vi.fn<() => Promise<void>>(async () => {
    if (off) throw new ClockOff(-90);
  });
  const { connector, people, parts, states, log } = await campaign(2, undefined, { clockIsRight });
  const nudging = createNudging(parts);
  nudging.start();
  await vi.waitUntil(() => clockIsRight.mock.calls.length >= 4);
  await nudging.stop();
  expect(await states()).toEqual(new Map());
  expect(log.nudgesFaulted).toHaveBeenCalledTimes(4);
  off = false;
  const right = createNudging(parts);
  right.start();
  await vi.waitUntil(() => connector.arrived.size === people.length, 20_000);
  await right.stop();
});

test('what a process with a wrong clock put off until far ahead is sent by one that is right', async () => {
  const { connector, parts, states, real } = await campaign(1, (_person, tries) =>
    tries === 1 ? { status: 429, retryAfter: 1 } : 'deliver',
  );
  real.now = AHEAD_MS;
  await createNudging(parts).settle();
  expect(kinds(await states())).toEqual(['planned']);
  real.now = 0;
  await createNudging(parts).settle();
  expect([...connector.arrived.values()]).toEqual([1]);
});

test('what it claimed and left is unknown, as with any worker that died', async () => {
  const { parts, states, real } = await campaign(1);
  const died = Promise.withResolvers<void>();
  const dying: Sender = {
    reaches: async () => true,
    send: () => {
      died.resolve();
      return new Promise(() => {});
    },
  };
  real.now = AHEAD_MS;
  void createNudging({ ...parts, sender: dying }).settle();
  await died.promise;
  real.now = 0;
  await sweep(parts, organisation);
  expect([...(await states()).values()]).toEqual([{ kind: 'unknown', why: 'worker-lost' }]);
});

test('a clock that goes wrong while organisations are looked at: nothing is planned in the next', async () => {
  const is = { off: false };
  const { parts, storage, people } = await campaign(1, undefined, {
    clockIsRight: async () => {
      if (is.off) throw new ClockOff(3_600);
    },
  });
  const directory = {
    organisations: async () => {
      is.off = true;
      return [organisation];
    },
  };
  await tick({ ...parts, directory }, 'in-turn');
  expect(await storage.nudges.open(organisation)).toEqual([]);
  is.off = false;
  await tick(parts, 'in-turn');
  expect(await storage.nudges.open(organisation)).toMatchObject([{ person: people[0] }]);
});

test('a clock that goes wrong between claim and card leaves it to whoever is right', async () => {
  const is = { off: false };
  const { connector, parts, states, storage, real } = await campaign(1, undefined, {
    clockIsRight: async () => {
      if (is.off) throw new ClockOff(1_800);
    },
  });
  const nudges: NudgeParts['nudges'] = {
    ...storage.nudges,
    async claim(...asked) {
      const claimed = await storage.nudges.claim(...asked);
      real.now = 1_800_000;
      is.off = true;
      return claimed;
    },
  };
  await createNudging({ ...parts, nudges }).settle();
  expect(kinds(await states())).toEqual(['planned']);
  real.now = 0;
  is.off = false;
  await createNudging(parts).settle();
  expect([...connector.arrived.values()]).toEqual([1]);
});

test('a clock that goes wrong while somebody is under way: nothing is ended, claimed or said', async () => {
  const is = { off: false };
  const { connector, parts, states, people, storage } = await campaign(2, undefined, {
    clockIsRight: async () => {
      if (is.off) throw new ClockOff(3_600);
    },
  });
  const nudges = {
    ...storage.nudges,
    sentTo: (...asked: Parameters<typeof storage.nudges.sentTo>) => {
      is.off = true;
      return storage.nudges.sentTo(...asked);
    },
  };
  await createNudging({ ...parts, nudges }).settle();
  expect(kinds(await states())).toEqual(people.map(() => 'planned'));
  expect(connector.asked.size).toBe(0);
  is.off = false;
  await createNudging(parts).settle();
  expect(connector.arrived.size).toBe(people.length);
});

test('stopping waits for what is under way', async () => {
  const { connector, people, parts, states } = await campaign(6);
  const nudging = createNudging(parts);
  nudging.start();
  await vi.waitUntil(() => connector.asked.size > 0, 20_000);
  await nudging.stop();
  const left = kinds(await states());
  expect(left).not.toContain('claimed');
  expect(left).toHaveLength(people.length);
});

test('stopping leaves whoever has not been begun with, for others to send at once', async () => {
  const { connector, people, parts, states } = await campaign(30, undefined, { perSecond: 5 });
  const nudging = createNudging(parts);
  nudging.start();
  await vi.waitUntil(() => connector.asked.size > 0, 20_000);
  const heard = connector.asked.size;
  await nudging.stop();
  // Five slots at most were taken and still to come.
  expect(connector.asked.size).toBeLessThanOrEqual(heard + 7);
  expect(kinds(await states())).not.toContain('claimed');
  await createNudging({ ...parts, perSecond: 500 }).settle();
  expect([...connector.arrived.values()]).toEqual(people.map(() => 1));
});

test('a card whose data lacks a field is told of and ends there; the others go', async () => {
  const { connector, people, parts, states, lacking, notDrawn } = await campaign(6);
  const [first] = people;
  lacking.person = first;
  await createNudging(parts).settle();
  expect(connector.arrived.size).toBe(people.length - 1);
  const ends = await states();
  expect(first && ends.get(first)).toEqual({ kind: 'failed', why: 'card-not-drawn' });
  expect(notDrawn.mock.calls).toMatchObject([[{ view: 'nudge', traces: [expect.any(String)] }]]);
});

test('a fault with one person’s nudge holds up nobody, and is given up in the end', async () => {
  const { connector, people, parts, states, real, log } = await campaign(5);
  const [first] = people;
  const sender: Sender = {
    ...parts.sender,
    reaches(caller) {
      if (caller.person === first) throw new Error('nobody can read that row');
      return parts.sender.reaches(caller);
    },
  };
  const nudging = createNudging({ ...parts, sender });
  await nudging.settle();
  expect(connector.arrived.size).toBe(people.length - 1);
  for (let round = 0; round < 12; round += 1) {
    real.now += 400_000;
    await nudging.settle();
  }
  const ends = await states();
  expect(first && ends.get(first)).toEqual({ kind: 'failed', why: 'faulted' });
  expect(log.nudgesFaulted.mock.calls.length).toBeGreaterThanOrEqual(12);
  expect(log.nudgePutOff).toHaveBeenCalledTimes(11);
});

test('a nudge can be followed in the log by one trace, from planning to its end', async () => {
  const { people, parts, real, log } = await campaign(2, (_person, tries) =>
    tries === 1 ? { status: 502 } : 'deliver',
  );
  const nudging = createNudging(parts);
  await nudging.settle();
  real.now += 10_000;
  await nudging.settle();
  const traces = people.map((person) => {
    const of = (calls: readonly (readonly [{ trace: string; person: string }])[]) =>
      calls.filter(([line]) => line.person === person).map(([{ trace }]) => trace);
    const [planned, ...more] = of(log.nudgePlanned.mock.calls);
    expect(more).toEqual([]);
    expect(of(log.nudgePutOff.mock.calls)).toEqual([planned]);
    expect(of(log.nudgeEnded.mock.calls)).toEqual([planned]);
    return planned;
  });
  expect(new Set(traces).size).toBe(people.length);
});
