import type { OrganisationRef } from '../domain/facts.ts';
import type { OrganisationFacts } from '../domain/nudges/nudge.ts';
import type { NudgeHouse } from '../use-cases/nudge-facts.ts';
import type { NudgeQueue, Nudges, Pace, Sender } from '../use-cases/nudge-ports.ts';
import type { Directory } from '../use-cases/ports.ts';

/** What is told of nudges: ids, states and counts. */
export interface NudgeLog {
  nudgesPlanned(what: { organisation: string; planned: number; waiting: number }): void;
  /** One nudge has ended, or waits for another try. */
  nudgeEnded(what: {
    organisation: string;
    person: string;
    kind: string;
    state: string;
    why?: string;
  }): void;
  /** Messages that came again and again are kept aside for somebody to look at. */
  nudgesPutAside(what: {
    why: 'unreadable' | 'came-too-often';
    organisation?: string;
    people?: number;
  }): void;
  nudgesFaulted(what: { organisation?: string; error: unknown }): void;
}

export interface NudgeParts extends NudgeHouse {
  readonly directory: Pick<Directory, 'organisations'>;
  readonly nudges: Nudges;
  readonly queue: NudgeQueue;
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
  /** A nudge claimed longer ago than this has lost its worker. */
  readonly leaseMs: number;
  /** How often each organisation is looked at, by all instances together. */
  readonly tickMs: number;
}

/** Far longer than a send may take, whatever the pace. */
export const usualLeaseMs = 120_000;
/** Reading all of an organisation's people is the costly part, and nothing is due to the minute. */
export const usualTickMs = 10 * 60_000;
