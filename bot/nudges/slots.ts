import { setTimeout as pause } from 'node:timers/promises';
import type { Pace } from '../use-cases/nudge-ports.ts';

/** Reserved at a time: what a worker that dies takes with it. */
const MOST_RESERVED = 5;
/** A slot left unused so long is let go, or a stalled worker would send a burst. */
const STALE_MS = 250;

/** Slots of the shared pace, as this process uses them up. */
export interface Slots {
  /** Resolves when one request to that tenant's people may leave. */
  take(tenant: string): Promise<void>;
}

export function createSlots(given: {
  pace: Pace;
  perSecond: number;
  realNow: () => number;
}): Slots {
  const { pace, perSecond, realNow } = given;
  const tenants = new Map<
    string,
    { slots: number[]; waiting: number; reserving?: Promise<void> }
  >();

  return {
    async take(tenant) {
      const mine = tenants.get(tenant) ?? { slots: [], waiting: 0 };
      tenants.set(tenant, mine);
      mine.waiting += 1;
      try {
        for (;;) {
          while (mine.slots[0] !== undefined && mine.slots[0] < realNow() - STALE_MS) {
            mine.slots.shift();
          }
          const slot = mine.slots.shift();
          if (slot !== undefined) {
            const wait = slot - realNow();
            if (wait > 0) await pause(wait);
            return;
          }
          mine.reserving ??= reserve(tenant, mine).finally(() => delete mine.reserving);
          await mine.reserving;
        }
      } finally {
        mine.waiting -= 1;
      }
    },
  };

  async function reserve(tenant: string, mine: { slots: number[]; waiting: number }) {
    const wanted = Math.max(1, Math.min(MOST_RESERVED, mine.waiting));
    const got = await pace.reserve(tenant, wanted, realNow(), 1000 / perSecond);
    // Other instances kept winning: they are as many as the pace can feed.
    if (got.length === 0) await pause(20 + Math.random() * 80);
    mine.slots.push(...got);
  }
}
