import type { SendVerdict } from '../use-cases/nudge-ports.ts';

/** Requests in a row that went wrong before all others wait: one alone is no sign of anything. */
const ENOUGH = 3;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;
/** However long Teams asks to wait, it is asked again after this. */
const LONGEST_ASKED_MS = 300_000;

/** What one request may tell about the way to Teams. */
export interface Attempt {
  /** Whether it may still leave: not where others found the way closed meanwhile. */
  mayLeave(): boolean;
  /** `unused`: it never left. */
  ended(verdict: SendVerdict | 'unused'): void;
}

/**
 * How this process sees the way to Teams. When it is closed (busy, away, or taking requests and
 * never answering), nobody else's message is spent on it: one at a time tries whether it is open.
 */
export interface Caution {
  /** Undefined while the way is closed, or another is trying it. */
  attempt(tenant: string): Attempt | undefined;
  /** Resolves once nobody is trying. */
  tried(tenant: string): Promise<void>;
  /** How long it stays closed, in milliseconds; 0 while it is open. */
  closedFor(tenant: string): number;
}

interface Way {
  wrongInARow: number;
  /** How often it was found closed. */
  times: number;
  openAt: number;
  trying: Promise<void> | undefined;
}

export function createCaution({ realNow }: { realNow: () => number }): Caution {
  const ways = new Map<string, Way>();
  const wayOf = (tenant: string): Way => {
    const way = ways.get(tenant) ?? { wrongInARow: 0, times: 0, openAt: 0, trying: undefined };
    ways.set(tenant, way);
    return way;
  };
  const closedFor = (tenant: string): number => Math.max(0, wayOf(tenant).openAt - realNow());

  return {
    closedFor,
    async tried(tenant) {
      const way = wayOf(tenant);
      while (way.trying !== undefined) await way.trying;
    },
    attempt(tenant) {
      const way = wayOf(tenant);
      if (way.trying !== undefined || closedFor(tenant) > 0) return undefined;
      if (way.wrongInARow < ENOUGH) {
        return {
          mayLeave: () => way.wrongInARow < ENOUGH,
          ended: (verdict) => note(way, verdict, false),
        };
      }
      const { promise, resolve } = Promise.withResolvers<void>();
      way.trying = promise;
      return {
        mayLeave: () => true,
        ended(verdict) {
          way.trying = undefined;
          note(way, verdict, true);
          resolve();
        },
      };
    },
  };

  function note(way: Way, verdict: SendVerdict | 'unused', wasTrying: boolean): void {
    if (verdict === 'unused') return;
    if (verdict.kind === 'sent' || verdict.kind === 'undeliverable') {
      Object.assign(way, { wrongInARow: 0, times: 0, openAt: 0 });
      return;
    }
    way.wrongInARow += 1;
    // What had left before it was found closed says nothing new.
    if (!wasTrying && way.wrongInARow !== ENOUGH) return;
    way.times += 1;
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (way.times - 1));
    const asked = verdict.kind === 'later' ? (verdict.afterMs ?? 0) : 0;
    const jittered = wait * (0.75 + Math.random() / 4);
    way.openAt = realNow() + Math.min(LONGEST_ASKED_MS, Math.max(asked, jittered));
  }
}
