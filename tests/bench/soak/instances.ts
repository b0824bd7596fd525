import { startBot, type RunningBot } from '../../../infra/local/bot.ts';
import { memoryOf } from '../memory.ts';
import type { Proxy } from './proxy.ts';

/** Megabytes that one process held, at a moment of the run. */
export interface Held {
  readonly instance: number;
  readonly pid: number;
  readonly atMs: number;
  readonly megabytes: number;
}

const LOOK_EVERY_MS = 1_000;

/** Several bots behind a proxy, restarted one at a time: the next waits until all are ready again. */
export async function startInstances(given: {
  proxy: Proxy;
  many: number;
  environment: Readonly<Record<string, string>>;
  offset: number;
  log: number;
}) {
  const { proxy, many, environment, offset, log } = given;
  const bots: RunningBot[] = [];
  const held: Held[] = [];
  const startedAt = performance.now();

  const start = async (instance: number): Promise<void> => {
    const bot = await startBot({ environment, offset, log });
    bots[instance] = bot;
    proxy.add(bot.origin);
  };
  for (let instance = 0; instance < many; instance += 1) await start(instance);
  await proxy.whenReady(many);

  async function look(): Promise<void> {
    for (const [instance, { pid }] of bots.entries()) {
      try {
        const { now } = await memoryOf(pid);
        held.push({ instance, pid, atMs: performance.now() - startedAt, megabytes: now });
      } catch {
        // It is being started again; or this system does not tell.
      }
    }
  }
  const looking = setInterval(() => void look(), LOOK_EVERY_MS);

  return {
    held,
    /** Finishes what is under way, ends, starts anew. */
    async restart(instance: number): Promise<void> {
      const bot = bots[instance];
      await bot?.stop();
      if (bot !== undefined) proxy.remove(bot.origin);
      await start(instance);
      await proxy.whenReady(many);
    },
    async stop(): Promise<void> {
      clearInterval(looking);
      await Promise.all(bots.map((bot) => bot.stop()));
    },
  };
}
