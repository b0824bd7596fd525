import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createSlots } from '../../bot/nudges/slots.ts';
import { memoryTable } from '../support/memory-table.ts';
import { createPace } from '../../bot/storage/nudges.ts';

test('storage that takes long to answer makes reminders late, and keeps none from leaving', async () => {
  const pace = createPace(memoryTable());
  let asked = 0;
  const slots = createSlots({
    pace: {
      reserve: async (...wanted) => {
        asked += 1;
        await pause(400);
        return pace.reserve(...wanted);
      },
    },
    perSecond: 50,
    realNow: () => Date.now(),
    stopping: new AbortController().signal,
  });
  const taken = await Promise.all(Array.from({ length: 8 }, () => slots.take('a-tenant')));
  // Two go by before it is known to be slow; then five at once, and those that are left.
  expect(asked).toBeLessThanOrEqual(6);
  expect(new Set(taken).size).toBe(8);
}, 10_000);

test('one slow answer alone moves nobody’s slot further ahead', async () => {
  const real = { now: 1_000_000 };
  const ahead: number[] = [];
  const took = [10, 4_000, 10, 4_000, 4_000, 10];
  const slots = createSlots({
    pace: {
      async reserve(_tenant, _many, from) {
        ahead.push(from - real.now);
        real.now += took[ahead.length - 1] ?? 0;
        return [real.now];
      },
    },
    perSecond: 50,
    realNow: () => real.now,
    stopping: new AbortController().signal,
  });
  for (const _ of took) {
    // At once after the one before: whoever comes as that ends gets one too.
    expect(await slots.take('a-tenant')).toBe(real.now);
    real.now += 1_000;
  }
  expect(ahead).toEqual([0, 0, 0, 0, 0, 3_875]);
});
