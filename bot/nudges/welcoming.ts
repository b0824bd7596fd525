import { setTimeout as pause } from 'node:timers/promises';
import { MOST_AHEAD_MS, type Pace, type SendVerdict } from '../use-cases/nudge-ports.ts';
import type { Caller, Directory, Welcomes } from '../use-cases/ports.ts';
import type { NudgeLog } from './parts.ts';
import { createSlots } from './slots.ts';

/** Whoever installs the app by themselves sees the welcome in the same turn. */
const PATIENCE_MS = 3_000;
/** What a process that died still owed is found by another within this. */
const LOOK_MS = 60_000;
/** Claimed longer ago, its process is gone: nobody knows whether it left, so it is not said again. */
const LEASE_MS = 60_000;
/** Well within the lease. */
const NOTED_AGAIN_MS = [200, 1_000, 3_000, 8_000];

export interface WelcomeLog {
  /** `later`: it is owed still, and tried again. */
  welcomeEnded(what: { organisation: string; person: string; state: string; why?: string }): void;
}

export interface WelcomingParts {
  readonly welcomes: Welcomes;
  readonly directory: Pick<Directory, 'organisations'>;
  readonly pace: Pace;
  readonly send: (caller: Caller) => Promise<SendVerdict>;
  readonly log: WelcomeLog & Pick<NudgeLog, 'nudgesFaulted'>;
  readonly tenants: readonly string[];
  readonly perSecond: number;
  readonly realNow: () => number;
}

/**
 * One welcome to each person, in the slots that reminders use too: Teams’ setup policy may install
 * the app for thousands in a minute. Those that wait are rows, so a process that dies loses none.
 */
export function createWelcoming(parts: WelcomingParts) {
  const { welcomes, log, realNow } = parts;
  const stopping = new AbortController();
  const slots = createSlots({ ...parts, stopping: stopping.signal });
  /** By this process, waiting or on their way. */
  const underWay = new Map<string, Promise<void>>();
  let looking = Promise.resolve();

  function deliver(caller: Caller): Promise<void> {
    const { organisation, person } = caller;
    const name = `${organisation.tenant} ${organisation.code} ${person}`;
    const known = underWay.get(name);
    if (known !== undefined) return known;
    const running = inTurn(caller)
      .catch((error: unknown) =>
        log.nudgesFaulted({ organisation: caller.organisation.code, error }),
      )
      .finally(() => underWay.delete(name));
    underWay.set(name, running);
    return running;
  }

  async function inTurn(caller: Caller): Promise<void> {
    const { tenant, code } = caller.organisation;
    const slot = await slots.take(tenant);
    if (slot === undefined) return;
    const at = realNow();
    if (!(await welcomes.claim(caller, at))) return slots.giveBack(tenant, slot);
    await pause(Math.max(0, slot - realNow()));
    const verdict = await parts.send(caller);
    const why = 'why' in verdict ? { why: verdict.why } : {};
    log.welcomeEnded({ organisation: code, person: caller.person, state: verdict.kind, ...why });
    // What never left is tried again at the next look.
    await noted(() =>
      verdict.kind === 'later' ? welcomes.release(caller, at) : welcomes.settle(caller),
    );
  }

  /** What became of a welcome must not be lost to a moment without storage. */
  async function noted(note: () => Promise<void>): Promise<void> {
    for (const wait of NOTED_AGAIN_MS) {
      try {
        return await note();
      } catch (error) {
        log.nudgesFaulted({ error });
        await pause(wait);
      }
    }
    return note();
  }

  /** Claimed too long ago; or far ahead, by a clock that was wrong. */
  function isLost(claimedAt: number): boolean {
    const age = realNow() - claimedAt;
    return age > LEASE_MS || age < -MOST_AHEAD_MS;
  }

  /** What is owed, by whomever. */
  async function look(): Promise<void> {
    for (const tenant of parts.tenants) {
      for (const organisation of await parts.directory.organisations(tenant)) {
        for (const { person, claimedAt } of await welcomes.owed(organisation)) {
          if (stopping.signal.aborted) return;
          const caller = { organisation, person };
          if (claimedAt === undefined) void deliver(caller);
          else if (isLost(claimedAt)) {
            log.welcomeEnded({ organisation: organisation.code, person, state: 'unknown' });
            await welcomes.settle(caller);
          }
        }
      }
    }
  }

  async function lookAgainAndAgain(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await look();
      } catch (error) {
        log.nudgesFaulted({ error });
      }
      await pause(LOOK_MS, undefined, { signal: stopping.signal, ref: false }).catch(() => {
        // Woken to stop.
      });
    }
  }

  return {
    start(): void {
      looking = lookAgainAndAgain();
    },
    async stop(): Promise<void> {
      stopping.abort();
      await looking;
      await Promise.all(underWay.values());
    },
    deliver: (caller: Caller) => soon(deliver(caller)),
    async hasRoom(tenant: string): Promise<boolean> {
      const taken = slots.take(tenant);
      const slot = await soon(taken);
      const wait = slot === undefined ? Infinity : slot - realNow();
      // Too late for this one: for the next who waits.
      if (wait > PATIENCE_MS) void taken.then((late) => late && slots.giveBack(tenant, late));
      else await pause(Math.max(0, wait));
      return wait <= PATIENCE_MS;
    },
  };
}

async function soon<T>(work: Promise<T>): Promise<T | undefined> {
  const timer = new AbortController();
  const late = pause(PATIENCE_MS, undefined, { signal: timer.signal, ref: false }).catch(
    () => undefined,
  );
  try {
    return await Promise.race([work, late]);
  } finally {
    timer.abort();
  }
}
