import { setTimeout as pause } from 'node:timers/promises';
import type { Pace, SendVerdict } from '../use-cases/nudge-ports.ts';
import { createCaution } from './caution.ts';
import { createSlots, isStale } from './slots.ts';

/** How far off a slot may be for whoever has claimed something: a claim that waits is soon a lost one. */
const SHORTLY_MS = 5_000;

/** One message that may leave shortly. */
export interface Departure {
  /** Resolves when it may leave; false where nothing more leaves for now. */
  moment(): Promise<boolean>;
  /** It left, and this became of it. */
  ended(verdict: SendVerdict): void;
  /** It was not wanted after all: its place is for the next who waits. */
  unused(): void;
}

/** Who may send, and when: within the shared pace, and while the way to Teams is open. */
export interface Departures {
  /** Undefined: not for now, as the way is closed or nothing more is begun. */
  take(tenant: string): Promise<Departure | undefined>;
  closedFor(tenant: string): number;
}

export function createDepartures(given: {
  pace: Pace;
  perSecond: number;
  realNow: () => number;
  stopping: AbortSignal;
}): Departures {
  const slots = createSlots(given);
  const caution = createCaution(given);
  return {
    closedFor: caution.closedFor,
    async take(tenant) {
      for (;;) {
        await caution.tried(tenant);
        if (caution.closedFor(tenant) > 0) return undefined;
        const slot = await slots.take(tenant);
        if (slot === undefined) return undefined;
        // Waited for before anything is read or claimed.
        if (!(await until(slot - SHORTLY_MS / 2))) {
          slots.giveBack(tenant, slot);
          return undefined;
        }
        // Asked with the slot at hand: the way may have closed while it was waited for.
        const attempt = caution.attempt(tenant);
        if (attempt === undefined) {
          slots.giveBack(tenant, slot);
          continue;
        }
        let mine = slot;
        return {
          async moment() {
            for (;;) {
              const now = given.realNow();
              if (isStale(mine, now)) {
                // What a stall held up leaves one by one: each in a slot that is still to come.
                const another = await slots.take(tenant);
                if (another === undefined) return false;
                mine = another;
              } else if (mine <= now) return attempt.mayLeave();
              else if (mine - now > SHORTLY_MS || !(await until(mine))) return false;
            }
          },
          ended: (verdict) => attempt.ended(verdict),
          unused() {
            attempt.ended('unused');
            slots.giveBack(tenant, mine);
          },
        };
      }
    },
  };

  /** False where the process ends first. */
  async function until(moment: number): Promise<boolean> {
    const wait = moment - given.realNow();
    if (wait <= 0) return true;
    try {
      await pause(wait, undefined, { signal: given.stopping });
      return true;
    } catch (error) {
      if (given.stopping.aborted) return false;
      throw error;
    }
  }
}
