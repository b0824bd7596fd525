import type { OrganisationRef, PersonId } from '../domain/facts.ts';
import { nudgeId, type Nudge, type OrganisationFacts } from '../domain/nudges/nudge.ts';
import type { NudgeHouse } from '../use-cases/nudge-facts.ts';
import type { NudgeQueue, Nudges, Pace, Sender } from '../use-cases/nudge-ports.ts';
import { nudgeTrace } from '../use-cases/nudge-trace.ts';
import type { Auditor, Directory, Erasures } from '../use-cases/ports.ts';

/** One nudge in the log; `trace` is the same from planning to the answer. */
export interface NudgeLine {
  readonly trace: string;
  readonly organisation: string;
  readonly person: string;
  readonly kind: string;
  readonly step: string;
}

/** What is told of nudges: ids, states and counts. */
export interface NudgeLog {
  /** A nudge that was not there before. */
  nudgePlanned(what: NudgeLine): void;
  nudgesPlanned(what: { organisation: string; planned: number }): void;
  nudgeEnded(what: NudgeLine & { state: string; why?: string }): void;
  /** It did not arrive, and waits for another try. */
  nudgePutOff(what: NudgeLine & { why: string; tries: number }): void;
  /** Open for longer than it should be. */
  nudgeStuck(what: NudgeLine & { state: string; since: string }): void;
  /** What was due, held against what is recorded. */
  nudgesReconciled(what: {
    organisation: string;
    due: number;
    missing: number;
    stuck: number;
    unreadable: number;
  }): void;
  /** Messages that came again and again are kept aside for somebody to look at. */
  nudgesPutAside(what: {
    why: 'unreadable' | 'came-too-often';
    organisation?: string;
    people?: number;
  }): void;
  nudgesFaulted(what: { organisation?: string; error: unknown }): void;
  /** The daily line: kept elsewhere, it shows whether somebody has rewritten the whole ledger. */
  ledgerHead(what: { organisation: string; sequence: number; hash: string }): void;
  /** Held against itself, and every row against it. */
  ledgerVerified(what: {
    organisation: string;
    entries: number;
    rows: number;
    faults: readonly string[];
  }): void;
  /** Kept for their time, and erased. */
  factsErased(what: { organisation: string; facts: number }): void;
}

export interface NudgeParts extends NudgeHouse {
  readonly directory: Pick<Directory, 'organisations'>;
  readonly nudges: Nudges;
  readonly queue: NudgeQueue;
  readonly erasures: Pick<Erasures, 'erase'>;
  readonly auditor: Auditor;
  readonly pace: Pace;
  readonly sender: Sender;
  /** Tells networks' channels what is theirs to hear; in office hours alone. */
  readonly announce?: (organisation: OrganisationRef, facts: OrganisationFacts) => Promise<void>;
  readonly log: NudgeLog;
  readonly tenants: readonly string[];
  /** Messages a second to one tenant's people, of all instances together. */
  readonly perSecond: number;
  /** Real time: what leases, retries and pace go by. */
  readonly realNow: () => number;
  /** Throws while this process's clock is not storage's: nothing new is begun then. */
  readonly clockIsRight?: () => Promise<void>;
  /** A nudge claimed longer ago than this has lost its worker. */
  readonly leaseMs: number;
  /** How often each organisation is looked at, by all instances together. */
  readonly tickMs: number;
  /** How often it is looked whether the checks and erasures of a day are due; unless told, minutes. */
  readonly lookMs?: number;
}

/** What clocks go by may change while somebody waits: asked once more before anything is begun. */
export async function isClockRight({
  clockIsRight,
}: Pick<NudgeParts, 'clockIsRight'>): Promise<boolean> {
  try {
    await clockIsRight?.();
    return true;
  } catch {
    // Each loop asks before it begins anything, and tells.
    return false;
  }
}

export function lineOf(
  to: { organisation: OrganisationRef; person: PersonId },
  nudge: Nudge,
): NudgeLine {
  const trace = nudgeTrace(to, nudgeId(nudge));
  const { kind, step } = nudge;
  return { trace, organisation: to.organisation.code, person: to.person, kind, step };
}

/** Far longer than claiming, sending and recording may take. */
export const usualLeaseMs = 60_000;
/** Reading all of an organisation's people is the costly part, and nothing is due to the minute. */
export const usualTickMs = 10 * 60_000;
