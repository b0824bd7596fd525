import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createDepartures } from '../../bot/nudges/departures.ts';
import { createNudging } from '../../bot/nudges/nudging.ts';
import type { NudgeParts } from '../../bot/nudges/parts.ts';
import { createPace } from '../../bot/storage/nudges.ts';
import { memoryTable } from '../support/memory-table.ts';
import { startBotHouse } from '../teams/bot-house.ts';
import { createDouble } from '../teams/doors-double.ts';
import { campaignThrough } from './delivery-house.ts';
import { rudeConnector } from './rude-connector.ts';

let bot: Awaited<ReturnType<typeof startBotHouse>>;
beforeAll(async () => {
  bot = await startBotHouse((changed) => createDouble().create(changed));
});
afterAll(() => bot.close());

const PER_SECOND = 20;
/** What one process may have reserved and not used, and what is a moment late. */
const RESERVE = 10;

/** The most that came within any one second. */
function busiestSecond(times: readonly number[]): number {
  return Math.max(
    ...times.map((from) => times.filter((at) => from <= at && at < from + 1_000).length),
  );
}

test('what was held up while storage was away leaves at the pace, of two workers together', async () => {
  const people = 60;
  const connector = await rudeConnector({ latencyMs: 5 });
  const { parts } = await campaignThrough(bot, connector.serviceUrl, people, {
    perSecond: PER_SECOND,
  });
  const stall = Promise.withResolvers<void>();
  const held: string[] = [];
  const nudges: NudgeParts['nudges'] = {
    ...parts.nudges,
    async claim(organisation, claimed, when) {
      const [first] = claimed;
      if (connector.times.length >= 5) {
        held.push(first?.nudge.to ?? '');
        await stall.promise;
      }
      return parts.nudges.claim(organisation, claimed, when);
    },
  };
  const both = [createNudging({ ...parts, nudges }), createNudging({ ...parts, nudges })];
  for (const each of both) each.start();
  // A second and a half of slots has gone by.
  await vi.waitUntil(() => held.length >= 1.5 * PER_SECOND, { timeout: 30_000, interval: 20 });
  stall.resolve();
  await vi.waitUntil(() => connector.arrived.size === people, { timeout: 30_000, interval: 20 });
  await Promise.all(both.map((each) => each.stop()));
  await connector.close();
  expect(busiestSecond(connector.times)).toBeLessThanOrEqual(PER_SECOND + RESERVE);
  expect([...connector.arrived.values()].every((times) => times === 1)).toBe(true);
}, 90_000);

test('a process that was paused takes new slots, each still to come, for all that it had', async () => {
  const real = { passed: 0 };
  const realNow = () => Date.now() + real.passed;
  const pace = createPace(memoryTable());
  const departures = createDepartures({
    pace,
    perSecond: PER_SECOND,
    realNow,
    stopping: new AbortController().signal,
  });
  const taken = await Promise.all(Array.from({ length: 5 }, () => departures.take('nhs')));
  real.passed += 60_000;
  const woken = realNow();
  const left = await Promise.all(
    taken.map(async (departure) => {
      expect(await departure?.moment()).toBe(true);
      return realNow();
    }),
  );
  // One after another: as long as so many slots take, however late the timers are.
  expect(Math.max(...left) - woken).toBeGreaterThanOrEqual((4 * 1_000) / PER_SECOND - 1);
});
