import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantFrom } from '../../bot/domain/time.ts';
import type { Clock } from '../../bot/use-cases/ports.ts';
import { startAzurite, type Azurite } from '../../infra/local/azurite.ts';
import { startPractice, type Practice } from './practice.ts';

export type { Practice } from './practice.ts';

/** A working day towards the end of the fictional year, so that most of its meetings were held. */
const today = '2027-03-01T10:00:00.000Z';

/** What rows share, begun when first asked for. */
export interface Stage {
  readonly clock: Clock;
  /** Practice time less the machine's, in milliseconds. */
  readonly offset: number;
  /** An empty folder that is removed at the end. */
  folder(): Promise<string>;
  /** The storage that rows share. */
  azurite(): Promise<Azurite>;
  /** The bot on that storage, with all that it meets around it. */
  practice(): Promise<Practice>;
  /** One that only the asking row fills; `forgets`: in memory alone. */
  ownAzurite(how?: { forgets: boolean }): Promise<Azurite>;
  /** The first of so many numbers that nobody else is given. */
  leaders(many: number): number;
  /** Done at the end, the latest first. */
  atTheEnd(end: () => Promise<unknown>): void;
}

/** Whatever was begun is ended, also when `use` fails. */
export async function onStage<T>(use: (stage: Stage) => Promise<T>): Promise<T> {
  const endings: (() => Promise<unknown>)[] = [];
  const interruption = listenForInterruption();
  const offset = Date.parse(today) - Date.now();
  let shared: Promise<Azurite> | undefined;
  let practice: Promise<Practice> | undefined;
  let leaders = 1;

  const folder = async (): Promise<string> => {
    const path = await mkdtemp(join(tmpdir(), 'silver-bench-'));
    endings.push(() => rm(path, { recursive: true, force: true }));
    return path;
  };
  const ownAzurite = async (how?: { forgets: boolean }): Promise<Azurite> => {
    const azurite = await startAzurite({ folder: await folder(), ...how });
    endings.push(() => azurite.kill());
    return azurite;
  };
  try {
    const stage: Stage = {
      clock: { now: () => instantFrom(Date.now() + offset) },
      offset,
      folder,
      azurite: () => (shared ??= ownAzurite()),
      practice: () => (practice ??= startPractice(stage)),
      ownAzurite,
      leaders(many) {
        leaders += many;
        return leaders - many;
      },
      atTheEnd: (end) => endings.push(end),
    };
    return await Promise.race([use(stage), interruption.come]);
  } finally {
    interruption.stopListening();
    for (const end of endings.reverse()) await end();
  }
}

/** Ctrl+C, or the end of whoever started the bench: what was begun is still ended. */
function listenForInterruption(): { come: Promise<never>; stopListening(): void } {
  const events = ['SIGINT', 'SIGTERM', 'disconnect'];
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = () => reject(new Error('The bench was interrupted.'));
  for (const event of events) process.on(event, stop);
  return {
    come: promise,
    // Who listens for the end of a parent is kept alive by it.
    stopListening: () => events.forEach((event) => process.off(event, stop)),
  };
}
