import { setTimeout as pause } from 'node:timers/promises';
import type { NudgeParts } from './parts.ts';
import { tick } from './plan.ts';
import { createWorker } from './worker.ts';

/** How long a worker that found nothing waits before it looks again. */
const IDLE_MS = 2_000;
const AWAY_MS = 5_000;
/** It costs little to ask whose turn it is, and somebody else's are soon taken over. */
const LOOKS_IN_A_TICK = 10;

export interface Nudging {
  /** Plans and delivers from now on, beside whatever other instances there are. */
  start(): void;
  /** Plans now, and delivers until nothing more may be sent at this moment. */
  settle(): Promise<void>;
  /** Begins nothing new; resolves when what is under way is recorded. */
  stop(): Promise<void>;
}

export function createNudging(parts: NudgeParts): Nudging {
  const worker = createWorker(parts);
  const stopping = new AbortController();
  const loops: Promise<void>[] = [];

  async function repeat(work: () => Promise<number>): Promise<void> {
    while (!stopping.signal.aborted) {
      let wait: number;
      try {
        wait = await work();
      } catch (error) {
        parts.log.nudgesFaulted({ error });
        wait = AWAY_MS;
      }
      if (wait > 0) await rest(wait);
    }
  }

  async function rest(milliseconds: number): Promise<void> {
    try {
      await pause(milliseconds, undefined, { signal: stopping.signal, ref: false });
    } catch {
      // Woken to stop.
    }
  }

  return {
    start() {
      loops.push(
        repeat(async () => {
          await tick(parts, 'in-turn', stopping.signal);
          return parts.tickMs / LOOKS_IN_A_TICK;
        }),
        repeat(async () => {
          await worker.hasRoom();
          return (await worker.takeOne()) === 'began' ? 0 : IDLE_MS;
        }),
      );
    },
    async settle() {
      await tick(parts, 'now', stopping.signal);
      for (;;) {
        await worker.hasRoom();
        if ((await worker.takeOne()) === 'began') continue;
        await worker.idle();
        if ((await worker.takeOne()) === 'nothing') break;
      }
      await worker.idle();
    },
    async stop() {
      stopping.abort();
      await Promise.all(loops);
      await worker.idle();
    },
  };
}
