import type { NudgeQueue, Wave } from '../../bot/use-cases/nudge-ports.ts';

/** The queue's contract in memory: what is taken is not given again, as nothing dies here. */
export function memoryQueue(realNow: () => number = Date.now): NudgeQueue {
  let waves: { wave: Wave; visibleAt: number; putAt: number }[] = [];
  const aside: Wave[] = [];
  return {
    aside: async () => aside.length,
    asideNow: async () => aside.slice(0, 32),
    async put(added, delayMs = 0) {
      waves.push(
        ...added.map((wave) => ({ wave, visibleAt: realNow() + delayMs, putAt: realNow() })),
      );
    },
    async length() {
      return waves.length;
    },
    async age() {
      const now = realNow();
      const put = waves.filter(({ visibleAt }) => visibleAt <= now).map(({ putAt }) => putAt);
      return (now - Math.min(now, ...put)) / 1000;
    },
    async take(most) {
      const now = realNow();
      const taken = waves.filter(({ visibleAt }) => visibleAt <= now).slice(0, most);
      waves = waves.filter((waiting) => !taken.includes(waiting));
      return taken.map(({ wave }) => ({
        wave,
        taken: 1,
        done: async () => undefined,
        keep: async () => undefined,
        putAside: async () => void aside.push(wave),
      }));
    },
  };
}
