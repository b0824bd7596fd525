import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createSlots } from '../../bot/nudges/slots.ts';
import { memoryTable } from '../../bot/storage/memory-table.ts';
import { createPace } from '../../bot/storage/nudges.ts';

test('storage that takes long to answer makes reminders late, and keeps none from leaving', async () => {
  const pace = createPace(memoryTable());
  const slots = createSlots({
    pace: {
      reserve: async (...asked) => {
        await pause(400);
        return pace.reserve(...asked);
      },
    },
    perSecond: 50,
    realNow: () => Date.now(),
    stopping: new AbortController().signal,
  });
  const taken = await Promise.all(
    Array.from({ length: 8 }, async () => ({
      slot: await slots.take('a-tenant'),
      at: Date.now(),
    })),
  );
  for (const { slot, at } of taken) expect(slot).toBeGreaterThan(at - 250);
  expect(new Set(taken.map(({ slot }) => slot)).size).toBe(8);
}, 10_000);
