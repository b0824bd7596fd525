import { setTimeout as pause } from 'node:timers/promises';
import type { Pace } from '../use-cases/nudge-ports.ts';

/** Reserved and still to come, at most: what a process that dies takes with it. */
const MOST_RESERVED = 5;
/** More are asked for while so many of them are left, so that none goes by while storage answers. */
const FEW = 3;
/** A slot that went by so long ago is let go, or a stalled process would send a burst. */
const STALE_MS = 250;
/** Storage that takes longer to answer is as good as away. */
const LONGEST_AHEAD_MS = 5_000;

/** Whether it went by too long ago for anything to leave in it. */
export function isStale(slot: number, now: number): boolean {
  return slot < now - STALE_MS;
}

/** Slots of the shared pace, as this process uses them up: back to back, while anybody waits. */
export interface Slots {
  /**
   * The moment, of real time, at which one request to that tenant's people may leave: shortly, so
   * that there is time to look whether it should. Undefined where nothing more is begun.
   */
  take(tenant: string): Promise<number | undefined>;
  /** It was taken, and nothing left: for the next who waits. */
  giveBack(tenant: string, slot: number): void;
}

interface Line {
  /** Reserved, and taken by nobody yet. */
  free: number[];
  /** Taken, and still to come. */
  taken: number[];
  readonly waiting: ((slot: number | undefined) => void)[];
  /**
   * Milliseconds that storage took the last two times: slots are asked for as far ahead as the
   * shorter, or all would go by. One slow answer alone would cost everybody's pace.
   */
  took: readonly [number, number];
  moving: Promise<void> | undefined;
}

export function createSlots(given: {
  pace: Pace;
  perSecond: number;
  realNow: () => number;
  stopping: AbortSignal;
}): Slots {
  const { pace, perSecond, realNow, stopping } = given;
  const lines = new Map<string, Line>();
  const lineOf = (tenant: string): Line => {
    const line = lines.get(tenant) ?? {
      ...{ free: [], taken: [], waiting: [], took: [0, 0], moving: undefined },
    };
    lines.set(tenant, line);
    return line;
  };

  return {
    take(tenant) {
      const line = lineOf(tenant);
      return new Promise((resolve, reject) => {
        line.waiting.push(resolve);
        begin(tenant, line, reject);
      });
    },
    giveBack(tenant, slot) {
      const line = lineOf(tenant);
      line.taken = line.taken.filter((each) => each !== slot);
      line.free.unshift(slot);
      hand(line);
    },
  };

  function begin(tenant: string, line: Line, reject: (error: unknown) => void): void {
    line.moving ??= move(tenant, line)
      .catch((error: unknown) => {
        reject(error);
        stopAll(line);
      })
      .finally(() => {
        line.moving = undefined;
        if (stopping.aborted) stopAll(line);
        // Whoever came while it ended.
        else if (line.waiting.length > 0) begin(tenant, line, reject);
      });
  }

  function stopAll(line: Line): void {
    for (const stop of line.waiting.splice(0)) stop(undefined);
  }

  /** Reserves slots, a few at a time, until everybody has one. */
  async function move(tenant: string, line: Line): Promise<void> {
    for (;;) {
      hand(line);
      if (line.waiting.length === 0 || stopping.aborted) return;
      line.taken = line.taken.filter((slot) => slot > realNow());
      const room = MOST_RESERVED - line.taken.length;
      const soon = line.taken[line.taken.length - 1 - FEW];
      if (room < MOST_RESERVED - FEW && soon !== undefined) {
        await until(soon);
        continue;
      }
      const wanted = Math.min(room, line.waiting.length);
      const asked = realNow();
      const ahead = Math.max(0, Math.min(...line.took) - STALE_MS / 2);
      const got = await pace.reserve(tenant, wanted, asked + ahead, 1000 / perSecond);
      line.took = [line.took[1], Math.min(realNow() - asked, LONGEST_AHEAD_MS)];
      // Other instances kept winning: they are as many as the pace can feed.
      if (got.length === 0) await pause(20 + Math.random() * 80);
      line.free.push(...got);
    }
  }

  function hand(line: Line): void {
    line.free = line.free.filter((slot) => !isStale(slot, realNow()));
    while (line.free.length > 0 && line.waiting.length > 0) {
      const slot = line.free.shift();
      if (slot !== undefined) line.taken.push(slot);
      line.waiting.shift()?.(slot);
    }
  }

  async function until(slot: number): Promise<void> {
    const wait = slot - realNow();
    if (wait <= 0) return;
    try {
      await pause(wait, undefined, { signal: stopping });
    } catch (error) {
      if (!stopping.aborted) throw error;
    }
  }
}
