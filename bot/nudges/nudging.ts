import { setTimeout as pause } from 'node:timers/promises';
import type { OrganisationRef } from '../domain/facts.ts';
import { isOfficeHours } from '../domain/nudges/gates.ts';
import { eraseInTurn } from './erase-in-turn.ts';
import { isClockRight, type NudgeParts } from './parts.ts';
import { tick } from './plan.ts';
import { ledgerInTurn } from './ledger-in-turn.ts';
import { reconcile } from './reconcile.ts';
import { sweep } from './sweep.ts';
import { createWorker } from './worker.ts';

/** How long a worker that found nothing waits before it looks again. */
const IDLE_MS = 2_000;
const AWAY_MS = 5_000;
/** It costs little to ask whose turn it is, and somebody else's are soon taken over. */
const LOOKS_IN_A_TICK = 10;
/** How soon after its lease a nudge of a dead worker is told of. */
const SWEEP_MS = 30_000;
/** What was due is held against what is recorded once in so long, by all instances together. */
const RECONCILE_MS = 60 * 60_000;
const LOOK_MS = 5 * 60_000;

export interface Nudging {
  /** Plans and delivers from now on, beside whatever other instances there are. */
  start(): void;
  /** Plans now, and delivers until nothing more may be sent at this moment. */
  settle(): Promise<void>;
  /** Begins nothing new; resolves when what is under way is recorded. */
  stop(): Promise<void>;
}

export function createNudging(parts: NudgeParts): Nudging {
  const stopping = new AbortController();
  const { lookMs = LOOK_MS } = parts;
  const worker = createWorker(parts, stopping.signal);
  const loops: Promise<void>[] = [];

  async function repeat(work: () => Promise<number>): Promise<void> {
    // While storage is away each try meets the same: that is told once, until it has been otherwise.
    let told: string | undefined;
    while (!stopping.signal.aborted) {
      let wait: number;
      try {
        // Hours, leases and the pace go by it. Asked of what was seen: no request of its own.
        await parts.clockIsRight?.();
        wait = await work();
        told = undefined;
      } catch (error) {
        const trouble = troubleOf(error);
        if (trouble === undefined || trouble !== told) parts.log.nudgesFaulted({ error });
        told = trouble;
        wait = AWAY_MS;
      }
      if (wait > 0) await rest(wait);
    }
  }

  /** All organisations, one after another: what one of them lacks holds up no other. */
  async function everywhere(
    everyMs: number,
    work: (organisation: OrganisationRef) => Promise<unknown>,
  ): Promise<number> {
    for (const tenant of parts.tenants) {
      for (const organisation of await parts.directory.organisations(tenant)) {
        if (stopping.signal.aborted) break;
        // Resting, or the one before, may have taken long.
        await parts.clockIsRight?.();
        try {
          await work(organisation);
        } catch (error) {
          parts.log.nudgesFaulted({ organisation: organisation.code, error });
        }
      }
    }
    return everyMs;
  }

  /** False where nothing waits, or by a wrong clock nothing may be begun: it stays in the queue. */
  async function tookOne(): Promise<boolean> {
    return (await isClockRight(parts)) && (await worker.takeOne()) === 'began';
  }

  async function reconcileInTurn(organisation: OrganisationRef): Promise<void> {
    const { nudges, clock, isBankHoliday, realNow } = parts;
    if (!isOfficeHours(clock.now(), isBankHoliday)) return;
    if (!(await nudges.takeTurn(organisation, realNow(), RECONCILE_MS, 'reconcile'))) return;
    await reconcile(parts, organisation);
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
        repeat(() => everywhere(SWEEP_MS, (organisation) => sweep(parts, organisation))),
        repeat(async () => {
          // What is due at the start is planned first.
          await rest(lookMs);
          await everywhere(0, reconcileInTurn);
          await everywhere(0, (organisation) => eraseInTurn(parts, organisation));
          return everywhere(0, (organisation) => ledgerInTurn(parts, organisation));
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
        if (await tookOne()) continue;
        await worker.idle();
        if (!(await tookOne())) break;
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

/** Of what is away, why; undefined of any other fault. */
function troubleOf(error: unknown): string | undefined {
  return error instanceof Error && 'trouble' in error ? String(error.trouble) : undefined;
}
