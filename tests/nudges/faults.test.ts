import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { nudgeId } from '../../bot/domain/nudges/nudge.ts';
import { createNudging } from '../../bot/nudges/nudging.ts';
import { startConnector, type ConnectorGiven, type Spell } from '../bench/campaign/connector.ts';
import { startBotHouse } from '../teams/bot-house.ts';
import { createDouble } from '../teams/doors-double.ts';
import { campaignThrough, organisation } from './delivery-house.ts';

const closing: (() => Promise<unknown>)[] = [];
let bot: Awaited<ReturnType<typeof startBotHouse>>;
beforeAll(async () => {
  bot = await startBotHouse((changed) => createDouble().create(changed));
});
afterAll(() => bot.close());
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Everybody's reminder delivered by so many instances, and what the connector says of it. */
async function delivered(people: number, instances: number, given: Partial<ConnectorGiven>) {
  const connector = await startConnector({ latencyMs: 20, perSecond: 60, spells: [], ...given });
  closing.push(() => connector.close());
  const house = await campaignThrough(bot, connector.serviceUrl, people, { perSecond: 40 });
  const { parts, storage } = house;
  const all = Array.from({ length: instances }, () => createNudging({ ...parts }));
  for (const each of all) each.start();
  await vi.waitUntil(
    async () =>
      (await storage.nudges.ofOrganisation(organisation)).length === people &&
      (await storage.nudges.open(organisation)).length === 0,
    { timeout: 60_000, interval: 100 },
  );
  await Promise.all(all.map((each) => each.stop()));
  const kept = await storage.nudges.ofOrganisation(organisation);
  const count = connector.count();
  const heard = ({ nudge }: (typeof kept)[number]) =>
    count.heard[`${nudge.to} ${nudgeId(nudge)}`] ?? 0;
  return { kept, count, heard };
}

test.each([2, 4])(
  '%i instances keep one pace, and everybody hears once',
  async (instances) => {
    const { kept, count, heard } = await delivered(60, instances, {});
    expect(kept.map(({ state }) => state.kind)).toEqual(kept.map(() => 'sent'));
    expect(kept.map(heard)).toEqual(kept.map(() => 1));
    expect(count.overLimit).toBe(0);
    // 60 slots of 25 ms; the first may leave a quarter of a second late, the last in time.
    expect(count.wallMs).toBeGreaterThan(59 * 25 - 400);
  },
  90_000,
);

const spells: [string, Spell['does'], { unknown: number }][] = [
  ['is busy', { kind: 'refuses', status: 429, retryAfterSeconds: 1 }, { unknown: 0 }],
  ['is broken', { kind: 'refuses', status: 502 }, { unknown: 0 }],
  // What is on its way at that moment, and the one that tries each time.
  ['drops what it took', { kind: 'drops' }, { unknown: 15 }],
  ['is away', { kind: 'is-away' }, { unknown: 5 }],
];

test.each(spells)(
  'Teams %s for a while: everybody hears once, or is unknown',
  async (_, does, most) => {
    const people = 40;
    const spell = { fromMs: 300, untilMs: 1_800, does };
    const { kept, count, heard } = await delivered(people, 1, { spells: [spell] });
    for (const one of kept) {
      expect(['sent', 'unknown']).toContain(one.state.kind);
      if (one.state.kind === 'sent') expect(heard(one)).toBe(1);
      else expect(heard(one)).toBeLessThan(2);
    }
    const unknown = kept.filter(({ state }) => state.kind === 'unknown').length;
    expect(unknown).toBeLessThanOrEqual(most.unknown);
    // It was met, and nobody else's message was spent on it while it lasted.
    if (does.kind === 'refuses') expect(count.asked).toBeGreaterThan(people);
    if (does.kind === 'drops') expect(unknown).toBeGreaterThan(0);
    expect(count.asked).toBeLessThan(2 * people);
    expect(count.wallMs).toBeGreaterThan(spell.untilMs);
  },
  90_000,
);
