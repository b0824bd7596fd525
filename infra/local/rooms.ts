import type { Azurite } from './azurite.ts';
import type { RunningBot } from './bot.ts';
import type { HouseEvent } from './events.ts';
import type { TrustImport } from './first-import.ts';
import type { Kept } from './keep-running.ts';
import type { PracticeClock } from './practice-clock.ts';

/** What of the house is up so far. */
export interface Rooms {
  readonly clock: PracticeClock;
  /** Keeps the clock's time, so many milliseconds ahead. */
  note?: (aheadMs: number) => void;
  trust?: TrustImport;
  storage?: Kept<Azurite>;
  bot?: Kept<RunningBot>;
  window?: { tell(event: HouseEvent): void; close(): Promise<void> };
}

/** Process ids; null while one is being started again. */
export type Processes = Record<'storage' | 'bot' | 'window', number | null>;

export function processesOf({ storage, bot }: Rooms): Processes {
  return {
    storage: storage?.current()?.pid ?? null,
    bot: bot?.current()?.pid ?? null,
    window: process.pid,
  };
}
