import type { ImportRecord, Resting } from '../domain/undo-import.ts';
import type {
  Assignment,
  BoardMeeting,
  Claim,
  Feed,
  Frame,
  HistoryEntry,
  Intention,
  Meeting,
  MeetingId,
  Mute,
  Network,
  NetworkId,
  NotThere,
  OrganisationRef,
  Person,
  PersonId,
  Role,
  Series,
  Settings,
  Snooze,
} from '../domain/facts.ts';
import type { Education, FileEvidence } from '../domain/education/education.ts';
import type { OwnFacts, OwnKind } from '../domain/own-facts.ts';
import type { SettingChange } from '../domain/settings/settings.ts';
import type { ThingKind, Things, ThingTypes } from '../domain/things.ts';
import type { Instant, PlainDate } from '../domain/time.ts';

/** Whoever asks: identified, linked to one person of one organisation. */
export interface Caller {
  readonly organisation: OrganisationRef;
  readonly person: PersonId;
  /** They are in another organisation too: what they are shown says which one it is of. */
  readonly several?: true;
}

/** The clock that facts go by. */
export interface Clock {
  now(): Instant;
}

/** What one move reads and leaves behind, decided as a whole or not at all. */
export interface Book {
  /** The moment of the move: recorded-at of all that it writes. Never before the last entry's. */
  readonly now: Instant;
  readonly frame: Frame;
  /** Somebody named in the move's `reads`; undefined where there is no such person. */
  person(id: PersonId): Person | undefined;
  putClaim(claim: Claim): void;
  putIntention(intention: Intention): void;
  putHistory(entry: HistoryEntry): void;
  putNotThere(said: NotThere): void;
  putSnooze(person: PersonId, snooze: Snooze): void;
  putMute(person: PersonId, mute: Mute): void;
  /** A new meeting, or what one is from now on. */
  putMeeting(meeting: Unrecorded<Meeting>): void;
  /** Which network's meetings a chat's are, from now on. */
  putSeries(series: Unrecorded<Series>): void;
  putFeed(person: PersonId, feed: Feed): void;
  /** All of a kind that the move's `things` names, as the moves before this one left them. */
  things<Kind extends ThingKind>(kind: Kind): readonly ThingTypes[Kind][];
  putThing<Kind extends ThingKind>(kind: Kind, thing: ThingTypes[Kind]): void;
  /** A person's own, beside attendance. */
  putOwn<Kind extends OwnKind>(kind: Kind, person: PersonId, fact: OwnFacts[Kind]): void;
  /** A question for the EDI lead; one that is there already is as it was. */
  putSettle(item: SettleItem): void;
  /** What a grade's code means to the organisation, from now on. */
  putGrade(code: string, meaning: string): void;
  /** One more change of the organisation's settings. */
  putSetting(change: SettingChange): void;
  /** A new network, or what one is from now on. */
  putNetwork(network: Unrecorded<Network>): void;
  /** The account is no longer theirs. */
  endLink(person: PersonId, link: AccountLink): void;
  /** The move's one ledger entry; a move without one writes nothing. */
  enter(entry: { act: string; by: PersonId; about: Readonly<Record<string, string>> }): void;
}

export interface Move<T> {
  /** The people whose facts the decision needs. */
  readonly reads: readonly PersonId[];
  /** The kinds of things that it needs. */
  readonly things?: readonly ThingKind[];
  decide(book: Book): T;
}

/** The organisation's records. Each answer comes with the frame that it is read against. */
export interface Records {
  frame(organisation: OrganisationRef): Promise<Frame>;
  /** The frame as this process last understood it: another object once anything of it has changed. */
  lastFrame(organisation: OrganisationRef): Frame | undefined;
  /** One person, all their facts. */
  person(
    organisation: OrganisationRef,
    id: PersonId,
  ): Promise<{ person: Person; frame: Frame } | undefined>;
  /** Some people, from their digests; those who don't exist are left out. */
  some(
    organisation: OrganisationRef,
    ids: readonly PersonId[],
  ): Promise<{ people: Person[]; frame: Frame }>;
  /** Everybody, from their digests. */
  people(organisation: OrganisationRef): Promise<{ people: Person[]; frame: Frame }>;
  /** Everybody and every thing, in as few reads as may be. */
  everything(
    organisation: OrganisationRef,
  ): Promise<{ people: Person[]; frame: Frame; things: Things }>;
  /** Claims that wait at a network. */
  waiting(
    organisation: OrganisationRef,
    network: NetworkId,
  ): Promise<{ claimant: PersonId; meeting: MeetingId }[]>;
  /** What is nobody's own, of the kinds named; of others nothing. */
  things(organisation: OrganisationRef, kinds: readonly ThingKind[]): Promise<Things>;
  /** The moment by which all that is recorded now was recorded; whatever comes is later. */
  recordedUntil(organisation: OrganisationRef): Promise<Instant>;
  /** Decides and commits, together with what else waits for this organisation. */
  commit<T>(organisation: OrganisationRef, move: Move<T>): Promise<T>;
  /** Puts something on the settle list, once. */
  noteToSettle(organisation: OrganisationRef, item: SettleItem): Promise<void>;
}

/** Something that cards show: when it changes, they are drawn again. */
export type Subject = `person|${string}` | `network|${string}`;

/** Told after a commit which subjects changed. */
export type Changed = (organisation: OrganisationRef, subjects: readonly Subject[]) => void;

/** Where a person can be reached in Teams. */
export interface Conversation {
  readonly serviceUrl: string;
  readonly conversationId: string;
  readonly botId: string;
  readonly tenant: string;
  /** The person's own id in Teams, for whom their cards refresh. */
  readonly user?: string;
  /** Their Entra object id: Teams opens their chat anew by it. */
  readonly account?: string;
  /** Opened anew by the bot, and nothing was heard from them since: so it is not tried again. */
  readonly renewed?: true;
  /** The chat is theirs as somebody of another organisation, too. */
  readonly several?: true;
}

/** Why nothing is said to somebody any more, until they are heard from. */
export type Gone = 'blocked' | 'removed';

export interface Conversations {
  remember(caller: Caller, conversation: Conversation): Promise<void>;
  find(caller: Caller): Promise<Conversation | undefined>;
  /** Says nothing more there until they are heard from, which `remember` notes. */
  silence(caller: Caller, why: Gone): Promise<void>;
  /** They took the app off. */
  forget(caller: Caller): Promise<void>;
  /**
   * True the first time only: one welcome, however often Teams says "installed". From then on it is
   * owed, until somebody has sent it. `everywhere`: the same person in all their organisations, whose
   * chat it is too.
   */
  welcomeOnce(caller: Caller, everywhere?: readonly Caller[]): Promise<boolean>;
}

/** Welcomes that are owed, so that none is lost with a process that dies. */
export interface Welcomes {
  /** `claimedAt`, of real time: a process is about to send it. */
  owed(organisation: OrganisationRef): Promise<{ person: PersonId; claimedAt?: number }[]>;
  /** One process of all may send it. */
  claim(caller: Caller, at: number): Promise<boolean>;
  /** It did not leave after all: what was claimed at that moment is owed again. */
  release(caller: Caller, at: number): Promise<void>;
  /** Sent, or given up. */
  settle(caller: Caller): Promise<void>;
}

/** Whom the bot can say something to; whoever is in neither has never written to it. */
export interface Reach {
  of(organisation: OrganisationRef): Promise<{
    reached: ReadonlySet<PersonId>;
    gone: ReadonlyMap<PersonId, Gone>;
  }>;
}

/**
 * Whether a meeting's offers have been made (never to whom, since that would say who was there), or
 * something was told in a channel.
 */
export interface Offers {
  /** True the first time only, whichever process asks. */
  once(organisation: OrganisationRef, what: string): Promise<boolean>;
  /** The same of what is told in a channel, so that its outcome is on record: how it stood before. */
  begin(organisation: OrganisationRef, what: string, at: Instant): Promise<Telling>;
  end(organisation: OrganisationRef, what: string, outcome: 'told' | 'not-told'): Promise<void>;
}

export type Telling =
  /** By whoever asks now. */
  | { kind: 'begun' }
  /** By another, and nobody has said what became of it. */
  | { kind: 'begun-before'; at: Instant }
  | { kind: 'ended' };

/** A card as it was sent: enough to draw it again. */
export interface ShownCard {
  readonly subject: Subject;
  readonly person: PersonId;
  readonly view: string;
  readonly params: Readonly<Record<string, string>>;
  readonly conversationId: string;
  readonly activityId: string;
  readonly shownAt: Instant;
}

export interface Cards {
  remember(organisation: OrganisationRef, card: ShownCard): Promise<void>;
  /** The latest that show the subject, newest first; older ones are let go (they refresh when seen). */
  showing(organisation: OrganisationRef, subject: Subject): Promise<ShownCard[]>;
}

/** Who an account in Entra is, according to whoever vouches for the request. */
export interface Account {
  readonly tenant: string;
  readonly objectId: string;
  /** The work address and whether a guest, asked for only when the account is not linked yet. */
  readonly address: () => Promise<{ address: string; guest: boolean } | undefined>;
  /** The address costs nothing to ask: so it is asked whether another organisation lists them by now. */
  readonly atHand?: true;
  /** Whoever asks, asks `isStillHere` once the answer is there: until then what was seen will do. */
  readonly asksAgain?: true;
}

/** An account that somebody is linked to, or was. */
export interface AccountLink {
  readonly id: string;
  readonly objectId: string;
  readonly address: string;
  readonly at: Instant;
  readonly until?: Instant;
}

/** How whoever asks has signed in; a card's button comes without. */
export interface SignedIn {
  /** The tab's token, verified; never kept, never logged. */
  readonly token: string;
}

/** What Microsoft Entra says of somebody: addresses in small letters, the work address first. */
export interface EntraSays {
  readonly addresses: readonly string[];
  /** None where Entra names nobody. */
  readonly manager?: { readonly account: string; readonly addresses: readonly string[] };
}

export type EntraAnswer =
  | { kind: 'read'; says: EntraSays }
  /** They, or an administrator, must agree first. */
  | { kind: 'consent' }
  | { kind: 'sign-in' | 'not-allowed' | 'unreadable' }
  | { kind: 'away'; cause: unknown };

/** Microsoft Entra, asked in the name of whoever is signed in. */
export interface Entra {
  about(signedIn: { readonly tenant: string; readonly token: string }): Promise<EntraAnswer>;
  /** Where consent is asked for, but for the address to come back to. */
  consentAddress(tenant: string): string;
}

/** Links of accounts to people; `address` is matched exactly but for letter case. */
export interface Directory {
  /** Whom an account is linked to, the one that it chose first. */
  linked(tenant: string, objectId: string): Promise<Caller[]>;
  /** Puts one of the account's organisations first from now on. */
  choose(account: { tenant: string; objectId: string }, code: string): Promise<void>;
  byAddress(tenant: string, address: string): Promise<Caller[]>;
  /** Records the link, once: the same account again is `linked`, another account is `taken`. */
  link(
    caller: Caller,
    account: { tenant: string; objectId: string; address: string },
  ): Promise<'linked' | 'taken'>;
  links(caller: Caller): Promise<AccountLink[]>;
  /** The account that an address was linked by; another one that comes with it is refused. */
  holder(tenant: string, address: string): Promise<string | undefined>;
  /** Leads nobody by that account or address to them any more; another account may take the address. */
  release(caller: Caller, link: Pick<AccountLink, 'objectId' | 'address'>): Promise<void>;
  /** The Entra account that somebody is linked to. */
  account(caller: Caller): Promise<string | undefined>;
  organisations(tenant: string): Promise<OrganisationRef[]>;
  /** Organisations with that code, in any tenant. */
  withCode(code: string): Promise<OrganisationRef[]>;
  /** Every organisation of every tenant, by code. */
  all(): Promise<OrganisationRef[]>;
}

/** Where the secret of a calendar's address leads; the person's own facts say whether it still does. */
export interface Feeds {
  remember(hash: string, caller: Caller, of: Feed['of']): Promise<void>;
  find(hash: string): Promise<{ caller: Caller; of: Feed['of'] } | undefined>;
  forget(hash: string): Promise<void>;
}

/** A fault of one row, or a question that a file raises: for the EDI lead to settle. */
export interface SettleItem {
  /** Same problem, same id: importing the file again doesn't list it twice. */
  readonly id: string;
  readonly problem:
    | 'unknown-supervisor'
    | 'unknown-role-holder'
    | 'unknown-executive'
    | 'unknown-person'
    | 'unknown-network'
    | 'unknown-role'
    | 'unknown-grade'
    | 'unknown-status'
    | 'bad-date'
    | 'bad-value'
    | 'listed-twice'
    | 'person-no-longer-listed'
    | 'assignment-no-longer-listed'
    | 'role-no-longer-listed'
    | 'network-no-longer-listed'
    | 'meeting-no-longer-listed'
    | 'board-meeting-no-longer-listed'
    | 'supervisor-has-left'
    | 'address-taken'
    | 'guest-account'
    /** Proposed by the person: Microsoft Entra says otherwise than the staff list. */
    | 'entra-manager-differs'
    | 'entra-address-differs';
  /** The file's name and the row's number as a spreadsheet shows it (the heading is row 1). */
  readonly file?: string;
  readonly row?: number;
  /** The person concerned, where there is one. */
  readonly person?: PersonId;
  /** The assignment concerned, and its grade where no rule knows it. */
  readonly assignment?: string;
  readonly grade?: string;
  /** Who supervises them according to Entra, where the staff list has them. */
  readonly proposed?: PersonId;
  /** What the row says, as far as it is needed to settle it. */
  readonly detail: string;
}

export type Unrecorded<Fact> = Omit<Fact, 'recordedAt'>;

/** What a file says, on its way in. */
export type ImportedFact =
  | {
      kind: 'person';
      person: PersonId;
      staffNumber: string;
      givenName: string;
      familyName: string;
      email: string;
      on: PlainDate;
    }
  | { kind: 'assignment'; person: PersonId; fact: Unrecorded<Assignment> }
  | { kind: 'role'; fact: Unrecorded<Role> }
  | { kind: 'network'; fact: Unrecorded<Network> }
  | { kind: 'meeting'; fact: Unrecorded<Meeting>; row?: number }
  | { kind: 'board-meeting'; fact: Unrecorded<BoardMeeting> }
  /** `row` tells a file's entries apart; with the import's id it makes their own. */
  | { kind: 'history'; row: number; fact: Omit<HistoryEntry, 'id' | 'moves'> }
  | { kind: 'education'; row: number; fact: Omit<Education, 'id' | 'moves'> }
  | { kind: 'settle'; item: SettleItem };

export const importKinds = [
  'roster',
  'roles',
  'networks',
  'meetings',
  'board-meetings',
  'history',
  'education',
  /** One role that an operator gave by hand. */
  'appointment',
] as const;
export type ImportKind = (typeof importKinds)[number];

/** What is known of a person when a file is matched against it. */
export interface ListedPerson {
  readonly id: PersonId;
  readonly staffNumber: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  /** As recorded by committed imports, oldest first. */
  readonly assignments: readonly Assignment[];
  readonly roles: readonly Role[];
  readonly history: readonly HistoryEntry[];
  readonly education: readonly Education[];
}

export interface StagedImport {
  /** The same file for the same date is the same import: an interrupted one is resumed. */
  readonly id: string;
  /** Invisible until committed. Staging the same fact again changes nothing. Facts of one person together. */
  stage(facts: readonly ImportedFact[]): Promise<void>;
  /** Makes all of it visible at once, with one ledger entry. */
  commit(by: string): Promise<void>;
}

export interface Imports {
  open(
    organisation: OrganisationRef,
    file: { kind: ImportKind; asAt: PlainDate; sha256: string },
  ): Promise<{ kind: 'already'; committedAt: Instant } | { kind: 'open'; staged: StagedImport }>;
  /** Everybody, including people whom the import `id` has staged already (so that a resumed one reuses them). */
  listed(organisation: OrganisationRef, id: string): Promise<ListedPerson[]>;
  /** As-at dates of the committed imports of that kind, oldest first. */
  datesOf(organisation: OrganisationRef, kind: ImportKind): Promise<PlainDate[]>;
  /** Committed imports, undone ones too, oldest first. */
  all(organisation: OrganisationRef): Promise<ImportRecord[]>;
  restingOn(organisation: OrganisationRef, id: string): Promise<Resting>;
  /** Where `decide` says so of the imports as they stand: no fact of it counts from now on. */
  undo<Verdict extends { kind: string }>(
    organisation: OrganisationRef,
    id: string,
    by: string,
    decide: (imports: readonly ImportRecord[]) => Verdict,
  ): Promise<Verdict>;
  newPersonId(): PersonId;
  settleList(organisation: OrganisationRef): Promise<SettleItem[]>;
}

/** A file that somebody sent, and when. */
export type SentFile = Omit<FileEvidence, 'kind'> & { readonly at: Instant };

/** Stands for the owner of files that are the organisation's own, and stay when people leave. */
export const ORGANISATION_OWNS = 'organisation' as PersonId;

/** Files of evidence, each under the person whose it is: nobody reaches another's by its id. */
export interface Files {
  /** The same file again is the same file, sent now. */
  put(owner: Caller, file: SentFile, bytes: Uint8Array): Promise<void>;
  find(owner: Caller, id: string): Promise<SentFile | undefined>;
  read(owner: Caller, id: string): Promise<Uint8Array | undefined>;
  list(owner: Caller): Promise<SentFile[]>;
  /** Gone already is gone. */
  remove(owner: Caller, id: string): Promise<void>;
}

export interface Organisations {
  /** Adds or renames; `changed` is false where it stands so already. */
  add(organisation: OrganisationRef, settings: Settings): Promise<{ changed: boolean }>;
}

/** What verify-ledger found: nothing, or each fault named. */
export interface Verification {
  readonly entries: number;
  readonly rows: number;
  /** Hash of the last entry. */
  readonly head: string;
  readonly faults: readonly string[];
}

/** The ledger's last entry by some moment; before the first one its sequence is 0. */
export interface LedgerHead {
  readonly sequence: number;
  readonly hash: string;
  readonly at: Instant;
}

export interface Auditor {
  verify(organisation: OrganisationRef, progress?: (done: number) => void): Promise<Verification>;
  headAt(organisation: OrganisationRef, known: Instant): Promise<LedgerHead>;
}

/** What became of a backup that was to be restored. */
export type RestoreVerdict =
  | {
      kind: 'restored' | 'would-restore';
      organisation: OrganisationRef;
      takenAt: Instant;
      /** The ledger's head, as it stood then. */
      head: string;
      lines: number;
    }
  | { kind: 'refused'; because: string };

/** An organisation as one file: all but what is made anew by itself. */
export interface Backups {
  /** Fails where something was recorded meanwhile: what was read is of no one moment. */
  read(organisation: OrganisationRef, takenAt: Instant): AsyncIterable<Uint8Array>;
  /** Where nothing of the organisation is kept yet. `bytes` are read twice. */
  restore(
    asked: { code: string; tenant?: string },
    bytes: () => AsyncIterable<Uint8Array>,
    how: { apply: boolean; progress?: (lines: number) => void },
  ): Promise<RestoreVerdict>;
}

/** How many facts of a kind are erased. */
export interface Erased {
  readonly kind: string;
  readonly facts: number;
}

/** Why somebody's records go before their time: the grounds of Article 17(1) of the UK GDPR. */
export const erasureGrounds = [
  'no-longer-needed',
  'consent-withdrawn',
  'objected',
  'unlawful',
  'legal-duty',
] as const;
export type ErasureGround = (typeof erasureGrounds)[number];

/** What of an organisation goes with it. */
export interface ErasedOrganisation {
  readonly people: number;
  /** Of all tables together. */
  readonly rows: number;
  /** Its own; those of people go with them. */
  readonly files: number;
  /** Hash of the ledger's last entry. */
  readonly head: string;
}

/** Facts past the time for which they are kept, and those of whoever may ask for it sooner. */
export interface Erasures {
  /** All that is kept on one person, whatever its age; nothing is changed. */
  keptOf(caller: Caller): Promise<Erased[]>;
  /**
   * Erases all of it, with the pairs that they were in. Stopped half-way, the same again goes on:
   * their own name goes last.
   */
  erasePerson(
    caller: Caller,
    because: ErasureGround,
    by: string,
    progress?: (facts: number) => void,
  ): Promise<Erased[]>;
  /** All that is kept of an organisation; nothing is changed. */
  organisationKept(organisation: OrganisationRef): Promise<ErasedOrganisation>;
  /** Erases all of it, the ledger too. Stopped half-way, the same again goes on. */
  eraseOrganisation(
    organisation: OrganisationRef,
    progress?: (rows: number) => void,
  ): Promise<void>;
  /** Those due on a day; nothing is changed. */
  due(organisation: OrganisationRef, on: PlainDate): Promise<Erased[]>;
  /**
   * Erases them, rows and salts, a few in each ledger entry, which names their keys alone. Stopped
   * half-way, the same again goes on.
   */
  erase(
    organisation: OrganisationRef,
    on: PlainDate,
    by: string,
    progress?: (facts: number) => void,
  ): Promise<Erased[]>;
}

/** Something that is kept on a person: its kind, and what it says. */
export interface HeldFact {
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Everything that is kept on one person; `somebody` stands for anybody else. */
export interface Held {
  readonly facts: readonly HeldFact[];
  readonly reminders: readonly {
    readonly kind: string;
    readonly state: string;
    readonly at: Instant;
  }[];
  /** Days on which something was sent to them. */
  readonly sentOn: readonly PlainDate[];
  /** Whether it is kept where Teams reaches them. */
  readonly isReached: boolean;
  /** What they did, by the ledger. */
  readonly acts: readonly { readonly at: Instant; readonly act: string }[];
  readonly files: readonly { readonly file: SentFile; readonly bytes: Uint8Array }[];
}

/** What is kept on people, for whoever asks what is kept on them. */
export interface Holdings {
  /** The people with that staff number or work address. */
  find(organisation: OrganisationRef, named: string): Promise<PersonId[]>;
  heldOn(caller: Caller): Promise<Held>;
}
