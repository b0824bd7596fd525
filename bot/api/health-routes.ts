import type { Limits } from '../limits.ts';
import type { Telemetry } from '../telemetry.ts';
import type { Answer } from './answer.ts';
import { onceForEachChange, troublesOf, waitingOf, type Health } from './health.ts';
import * as reply from './reply.ts';
import type { Route } from './routes.ts';

export interface HealthParts {
  readonly health: Health;
  /** What people can do most things without: told where it is away, beside readiness. */
  readonly wanted: Health;
  /** Whether this process takes nothing new: whoever shares out requests should leave it out. */
  readonly draining: () => boolean;
  /** What waits for somebody to look at it: told beside readiness, and no reason to be unready. */
  readonly waiting: Readonly<Record<string, () => Promise<number>>>;
  readonly log: Pick<Telemetry, 'readinessChanged'>;
  readonly limits: Pick<Limits, 'probes'>;
}

/** Whether the process is up, and whether it can do its work: anybody may ask. */
export function healthRoutes(parts: HealthParts): Route[] {
  const { health, wanted, waiting, log, limits } = parts;
  const tellReadiness = onceForEachChange((now) => log.readinessChanged(now));

  async function readiness(): Promise<Answer> {
    const [needed, told] = await Promise.all([troublesOf(health), troublesOf(wanted)]);
    const ready = Object.keys(needed).length === 0;
    const because = { ...needed, ...told };
    tellReadiness(ready, because);
    if (!ready) return reply.notReady(because);
    const away = Object.keys(told);
    const without = away.length > 0 ? { away, because } : {};
    const data = { ready, ...without, ...(await waitingOf(waiting)) };
    return { kind: 'data', status: 200, data };
  }

  let latest: Promise<Answer> | undefined;
  return [
    {
      method: 'get',
      path: '/healthz',
      quiet: true,
      answer: async () => ({ kind: 'data', status: 200, data: { up: true } }),
    },
    {
      method: 'get',
      path: '/readyz',
      quiet: true,
      async answer() {
        if (parts.draining()) return reply.draining;
        // A flood of looks is answered with the last one: storage is asked no more often for it.
        const looks = limits.probes.take('').kind === 'taken';
        if (looks || latest === undefined) latest = readiness();
        return latest;
      },
    },
  ];
}
