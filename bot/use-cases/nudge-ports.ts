import type { OrganisationRef, PersonId } from '../domain/facts.ts';
import type { Nudge } from '../domain/nudges/nudge.ts';
import type { Sent } from '../domain/nudges/gates.ts';
import type { Instant, PlainDate } from '../domain/time.ts';
import type { Caller } from './ports.ts';

/**
 * No row is written for a moment further ahead than this, unless by an instance whose clock was
 * wrong: believed, it would hold up whatever it is about until that moment came.
 */
export const MOST_AHEAD_MS = 2 * 60_000;

/** What has become of a nudge. *Answered* is none of these: it follows from the facts. */
export type NudgeState =
  | { kind: 'planned'; tries: number; notBefore: number }
  /** By a worker, at a moment of real time: one that stays so has lost its worker. */
  | { kind: 'claimed'; tries: number; since: number }
  | { kind: 'sent' }
  | { kind: 'undeliverable' | 'failed' | 'withdrawn' | 'unknown'; why: string };

/** How it ends; withdrawn before anybody heard it, it may be planned again. */
export type NudgeEnd = Exclude<NudgeState, { kind: 'planned' | 'claimed' }>;

export interface KeptNudge {
  readonly nudge: Nudge;
  readonly state: NudgeState;
  readonly plannedAt: Instant;
  /** The state's own moment, by the facts' clock. */
  readonly at: Instant;
  /** Which writing of it this is. */
  readonly version: string;
}

/** Somebody with a nudge that has not ended. */
export interface OpenPerson {
  readonly person: PersonId;
  /** The first of theirs to be claimed, in real time. */
  readonly claimedSince?: number;
}

/** Nudges and what has become of each: inserted once, by whoever plans first. */
export interface Nudges {
  /** Those that were not planned before. */
  plan(organisation: OrganisationRef, nudges: readonly Nudge[], at: Instant): Promise<Nudge[]>;
  /** Those that `plan` would insert. */
  unplanned<Due extends Nudge>(
    organisation: OrganisationRef,
    nudges: readonly Due[],
  ): Promise<Due[]>;
  ofPerson(organisation: OrganisationRef, person: PersonId): Promise<KeptNudge[]>;
  /** Rows of theirs that another version wrote, or nobody can read: all else leaves them out. */
  unreadable(organisation: OrganisationRef, person: PersonId): Promise<number>;
  ofOrganisation(organisation: OrganisationRef): Promise<KeptNudge[]>;
  /** People with a nudge that has not ended. */
  open(organisation: OrganisationRef): Promise<OpenPerson[]>;
  /** The days on which something was sent to them, from that day on. */
  sentTo(organisation: OrganisationRef, person: PersonId, from: PlainDate): Promise<Sent[]>;
  /** All of them and the person's day, or none: `lost` to another worker, or to another card today. */
  claim(
    organisation: OrganisationRef,
    nudges: readonly KeptNudge[],
    when: { day: PlainDate; at: Instant; since: number },
  ): Promise<readonly KeptNudge[] | 'lost'>;
  /** Writes what became of them; `free` gives the person's day back, since nothing was said. */
  settle(
    organisation: OrganisationRef,
    nudges: readonly KeptNudge[],
    to: NudgeEnd | Extract<NudgeState, { kind: 'planned' }>,
    when: { at: Instant; free?: PlainDate },
  ): Promise<'settled' | 'lost'>;
  /** The tenant's organisations, by code, whose turn somebody has taken lately: one read for all. */
  lookedAt(tenant: string, now: number, everyMs: number): Promise<ReadonlySet<string>>;
  /**
   * One of all instances is told to go on, once in each interval of real time. Nothing is given back:
   * who dies or takes longer is followed by another in the next.
   */
  takeTurn(
    organisation: OrganisationRef,
    now: number,
    everyMs: number,
    /** Planning, unless told otherwise. */
    what?: 'reconcile' | 'erase' | 'head' | 'verify',
  ): Promise<boolean>;
}

/** Slots in which requests to Teams may leave, shared by all instances of a tenant's. */
export interface Pace {
  /** The moments, of real time, of the next few slots. */
  reserve(tenant: string, slots: number, now: number, intervalMs: number): Promise<number[]>;
}

/** Some people of one organisation, to be looked at together. */
export interface Wave {
  readonly organisation: OrganisationRef;
  readonly people: readonly PersonId[];
}

export interface TakenWave {
  /** Undefined where the message is none that this version knows. */
  readonly wave: Wave | undefined;
  /** How often it was taken: one that comes again and again is put aside. */
  readonly taken: number;
  done(): Promise<void>;
  /** Still being worked on: nobody else gets it for a while longer. */
  keep(): Promise<void>;
  /** Kept as it is for somebody to look at. */
  putAside(): Promise<void>;
}

export interface NudgeQueue {
  put(waves: readonly Wave[], delayMs?: number): Promise<void>;
  /** About how many waves there are, those that others have taken among them. */
  length(): Promise<number>;
  /** Nobody else gets them for a while; not done by then, they come again. */
  take(most: number): Promise<TakenWave[]>;
  /** The first few that were put aside: undefined where no version that is here can read one. */
  asideNow(): Promise<(Wave | undefined)[]>;
  /** For how many seconds the oldest that could be taken now has waited; 0 where none does. */
  age(): Promise<number>;
  /** How many were put aside and wait for somebody to look at them. */
  aside(): Promise<number>;
}

/**
 * What became of one message to one person. `unsent`: no request left, so nothing was heard of the
 * way; `untried`: none could leave yet, which counts against the way and not against the message.
 */
export type SendVerdict =
  | { kind: 'sent' }
  /** It did not arrive, and may be tried again. */
  | { kind: 'later'; why: string; afterMs?: number; unsent?: true; untried?: true }
  /** `silent`: nothing more is said to them until they are heard from. */
  | { kind: 'undeliverable'; why: string; silent: boolean }
  | { kind: 'failed'; why: string; unsent?: true }
  /** It may have arrived, so it is never sent again. */
  | { kind: 'unknown'; why: string };

/** The way to one person in Teams, outside of any turn. */
export interface Sender {
  /** Whether it is known where to reach them: a message to nobody needs no place in the pace. */
  reaches(caller: Caller): Promise<boolean>;
  send(
    caller: Caller,
    view: string,
    params: Readonly<Record<string, string>>,
    /** Asked when all is ready: resolves when it may leave, false where it may not. */
    moment?: () => Promise<boolean>,
  ): Promise<SendVerdict>;
}
