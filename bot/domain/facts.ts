import type { Education } from './education/education.ts';
import type { Goal } from './goals/goal.ts';
import type { Correction } from './corrections.ts';
import type { NamedManager, Words } from './own-facts.ts';
import type { Pledge } from './pledges/pledge.ts';
import type { ReminderHours, SettingChange } from './settings/settings.ts';
import type { Instant, PlainDate, PlainTime } from './time.ts';

/** A person, in one organisation. Random; says nothing about them. */
export type PersonId = string & { readonly brand: 'PersonId' };
export type NetworkId = string & { readonly brand: 'NetworkId' };
export type MeetingId = string & { readonly brand: 'MeetingId' };

/** One NHS body within one Microsoft 365 tenant. Everything is kept apart by this pair. */
export interface OrganisationRef {
  readonly tenant: string;
  /** ODS code, an opaque text. */
  readonly code: string;
}

/** What every fact carries: when it was true, and when the app learnt it. */
export interface Dated {
  /** The day from which it holds. */
  readonly on: PlainDate;
  readonly recordedAt: Instant;
}

/** What an import brought that was undone since: it was known until then. */
export type Undone<Fact> = Fact & { readonly undoneAt: Instant };

export const roleNames = [
  'executive-director',
  'non-executive-director',
  'executive-assistant',
  'network-chair',
  'network-deputy',
  'board-chair',
  'board-secretary',
  'edi-lead',
  'edi-sponsor',
  'programme-lead',
] as const;
export type RoleName = (typeof roleNames)[number];

/** A dated role. `on` is its first day, `to` its last. */
export interface Role extends Dated {
  readonly role: RoleName;
  readonly person: PersonId;
  /** The network that a chair or deputy holds it in. */
  readonly network?: NetworkId;
  /** The executive that an assistant acts for. */
  readonly for?: PersonId;
  readonly to?: PlainDate;
}

/** What one staff list says of one assignment. `on` is the list's date, its start where first seen. */
export interface Assignment extends Dated {
  /** Tells a person's assignments apart. */
  readonly assignment: string;
  readonly title: string;
  readonly directorate: string;
  /** As the staff list writes it; what band it means is the organisation's grade map. */
  readonly grade: string;
  readonly primary: boolean;
  /** Away on the list's date. Never why. */
  readonly away: boolean;
  readonly supervisor?: PersonId;
  readonly start: PlainDate;
  readonly end?: PlainDate;
}

export interface Network {
  readonly id: NetworkId;
  readonly name: string;
  /** A network of Black, Asian and minority ethnic staff: only these move the Silver figure. */
  readonly countsForSilver: boolean;
  readonly termsUsed?: string;
  /** Its last day, where it has come to an end. */
  readonly endsOn?: PlainDate;
  /** The last act that changed it, where no file did. */
  readonly changed?: { readonly by: PersonId; readonly because: string; readonly tap?: string };
  readonly recordedAt: Instant;
}

export interface Meeting extends Dated {
  readonly id: MeetingId;
  readonly network: NetworkId;
  readonly title: string;
  readonly date: PlainDate;
  readonly start: PlainTime;
  readonly end: PlainTime;
  readonly timeZone: string;
  readonly location?: string;
  readonly joinLink?: string;
  /** False: kept for members. Nobody is nudged about it and it can't be claimed. */
  readonly openToExecutives: boolean;
  readonly cancelled?: boolean;
  /** The chair's own words, where they gave some. */
  readonly cancelledBecause?: string;
  /** Claims were taken off the record with it, so it can't simply be put back. */
  readonly claimsVoided?: boolean;
  /** Where it stood before each move, oldest first. */
  readonly wasAt?: readonly EarlierTime[];
  /** The last change to whether and when executives may come, and who made it. */
  readonly changed?: { readonly at: Instant; readonly by: PersonId };
  readonly tap?: string;
}

export interface EarlierTime {
  readonly date: PlainDate;
  readonly start: PlainTime;
  readonly end: PlainTime;
  /** When it was moved away from there. */
  readonly until: Instant;
}

/** An address from which a calendar program follows meetings; only a hash of its secret is kept. */
export interface Feed {
  /** `own`: the meetings open to executives; else a network's own calendar. */
  readonly of: 'own' | NetworkId;
  /** Absent once it was stopped. */
  readonly hash?: string;
  readonly at: Instant;
}

/** A series of Teams meetings, by the chat that they share, and the network whose meetings they are. */
export interface Series extends Dated {
  readonly conversation: string;
  /** None: it was linked once, and no longer is. */
  readonly network?: NetworkId;
}

export interface BoardMeeting extends Dated {
  readonly id: string;
  readonly title: string;
  readonly date: PlainDate;
  readonly start: PlainTime;
  readonly papersDue: PlainDate;
}

export const claimStates = ['claimed', 'withdrawn', 'confirmed', 'queried', 'voided'] as const;
export type ClaimState = (typeof claimStates)[number];

/** The short neutral list from which a claim is queried. */
export const queryReasons = ['not-on-my-list', 'different-meeting', 'lets-talk'] as const;
export type QueryReason = (typeof queryReasons)[number];

export interface ClaimMove {
  readonly to: ClaimState;
  readonly at: Instant;
  readonly by: PersonId;
  /** An assistant did it for the executive. */
  readonly onBehalf?: true;
  /** A query's reason from the list; words where a reason must be given. */
  readonly reason?: string;
  /** Tells one tap from another: Teams may send the same one again, at once or much later. */
  readonly tap?: string;
}

/** "I was at this meeting", and all that became of it, oldest move first. */
export interface Claim {
  readonly meeting: MeetingId;
  readonly claimant: PersonId;
  readonly moves: readonly [ClaimMove, ...ClaimMove[]];
}

export const intentionAnswers = ['will-come', 'cannot-come'] as const;
export type IntentionAnswer = (typeof intentionAnswers)[number];

/** Whether an executive will come; the last answer that was not taken back stands. */
export interface Intention {
  readonly meeting: MeetingId;
  readonly person: PersonId;
  readonly answers: readonly [IntentionMove, ...IntentionMove[]];
}

export interface IntentionMove {
  /** Taking back brings the answer before it to the top again, or none. */
  readonly answer: IntentionAnswer | 'taken-back';
  readonly at: Instant;
  readonly by: PersonId;
  readonly onBehalf?: true;
  readonly tap?: string;
}

export const historyKinds = ['attendance', 'mentoring-session', 'education'] as const;
export type HistoryKind = (typeof historyKinds)[number];

export const historyStates = ['entered', 'verified', 'withdrawn'] as const;
export type HistoryState = (typeof historyStates)[number];

export interface HistoryMove {
  readonly to: HistoryState;
  readonly at: Instant;
  /** Nobody where an import brought it. */
  readonly by?: PersonId;
  readonly tap?: string;
}

/**
 * Something that happened before the app, with the document that shows it, and all that became of
 * it. A mentoring session is a date: never with whom.
 */
export interface HistoryEntry {
  /** Says nothing of what it is: the ledger names it. */
  readonly id: string;
  readonly person: PersonId;
  readonly what: HistoryKind;
  readonly on: PlainDate;
  /** The network that met, for an attendance. */
  readonly network?: NetworkId;
  /** What the education was called. */
  readonly course?: string;
  readonly document: string;
  readonly moves: readonly [HistoryMove, ...HistoryMove[]];
}

/** "No, I wasn't there", answered to "Were you able to join?"; the last move stands. */
export interface NotThere {
  readonly meeting: MeetingId;
  readonly person: PersonId;
  readonly moves: readonly [NotThereMove, ...NotThereMove[]];
}

export interface NotThereMove {
  readonly to: 'not-there' | 'taken-back';
  readonly at: Instant;
  readonly by: PersonId;
  readonly onBehalf?: true;
  readonly tap?: string;
}

/** The kinds of reminder; each can be switched off by itself. */
export const nudgeKinds = [
  'were-you-there',
  'claims-waiting',
  'attendance-taken-off',
  'meeting-changed',
  'pledge-review',
  'item-untriaged',
  'item-no-outcome',
  'item-answered',
  'in-private',
  'own-goal',
  'team-goals',
  'quarter-paper',
  'meeting-unbooked',
  'coverage-pace',
  'feedback-due',
  'yearly-review',
  'plan-line-due',
  'involvement-waiting',
  'line-review',
] as const;
export type NudgeKind = (typeof nudgeKinds)[number];

/** "Ask me tomorrow": one thing's reminder comes again on `until`, and not before. */
export interface Snooze {
  /** The reminder, by its kind and what it is about. */
  readonly nudge: string;
  readonly moves: readonly [SnoozeMove, ...SnoozeMove[]];
}

export interface SnoozeMove {
  readonly until: PlainDate;
  readonly at: Instant;
  readonly tap?: string;
}

/** Whether somebody wants one kind of reminder at all; the last move stands. */
export interface Mute {
  readonly kind: NudgeKind;
  readonly moves: readonly [MuteMove, ...MuteMove[]];
}

export interface MuteMove {
  readonly to: 'muted' | 'unmuted';
  readonly at: Instant;
  readonly tap?: string;
}

/** All that is held of one person, as known when it was read. */
export interface Person {
  readonly id: PersonId;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly assignments: readonly Assignment[];
  readonly roles: readonly Role[];
  readonly claims: readonly Claim[];
  readonly intentions: readonly Intention[];
  readonly history: readonly HistoryEntry[];
  readonly notThere: readonly NotThere[];
  readonly snoozes: readonly Snooze[];
  readonly mutes: readonly Mute[];
  /** One for each calendar that they follow by an address. */
  readonly feeds?: readonly Feed[];
  readonly goals: readonly Goal[];
  readonly education: readonly Education[];
  readonly pledges: readonly Pledge[];
  readonly namedManager?: NamedManager;
  /** Free text, where the person was read by themselves: digests have none. */
  readonly words?: readonly Words[];
  /** What staff lists say themselves, where `assignments` is that as the EDI lead corrected it. */
  readonly listed?: readonly Assignment[];
  readonly corrections?: readonly Correction[];
  readonly undone?: UndoneOfPerson;
}

export interface UndoneOfPerson {
  readonly listed: readonly Undone<Assignment>[];
  readonly roles: readonly Undone<Role>[];
  readonly history: readonly Undone<HistoryEntry>[];
  readonly education: readonly Undone<Education>[];
}

/** What an organisation may set for itself. */
export interface Settings {
  /** The organisation's name, as people know it. */
  readonly name: string;
  /** First month of the year, 4 for April. */
  readonly yearStartMonth: number;
  /** Meetings that each executive commits to in a year. [ours: the framework's "at least four times a year"] */
  readonly attendanceTarget: number;
  /** First month of the appraisal year; left out: the year's. */
  readonly appraisalStartMonth?: number;
  /** Whether executive assistants count among directors' direct reports. [ours: not] */
  readonly assistantsCount?: boolean;
  /** Where its Freedom to Speak Up guardian is to be found: an https address. */
  readonly speakUpLink?: string;
  /** Grade as the staff list writes its code → band. Grades that are not here are exceptions to settle. */
  readonly gradeMap: Readonly<Record<string, string>>;
  /** The last day on which anything is done here: it went into another organisation. */
  readonly closedOn?: PlainDate;
  readonly successor?: string;
  /** Codes of the organisations that went into this one. */
  readonly predecessors?: readonly string[];
  /** When the EDI lead said what a grade means: as known before, it was not known. */
  readonly gradesSetAt?: Readonly<Record<string, Instant>>;
  /** When reminders may come; left out: 9 to 5. */
  readonly reminderHours?: ReminderHours;
  /** What people here set since, oldest first. The fields above are the last word of each. */
  readonly changes?: readonly SettingChange[];
}

export interface EarlierSettings {
  readonly until: Instant;
  readonly settings: Settings;
}

/**
 * What every answer of an organisation is read against. Lists hold every version that was recorded;
 * `frameAsKnown` picks what was known at a moment.
 */
export interface Frame {
  readonly settings: Settings;
  /** What they were before each change, oldest first, and when that was recorded. */
  readonly earlierSettings?: readonly EarlierSettings[];
  readonly networks: readonly Network[];
  readonly meetings: readonly Meeting[];
  readonly boardMeetings: readonly BoardMeeting[];
  readonly series: readonly Series[];
  /** Every dated role of the organisation, whoever holds it. */
  readonly roles: readonly Role[];
  readonly undone?: UndoneOfFrame;
}

export interface UndoneOfFrame {
  readonly networks: readonly Undone<Network>[];
  readonly meetings: readonly Undone<Meeting>[];
  readonly boardMeetings: readonly Undone<BoardMeeting>[];
  readonly roles: readonly Undone<Role>[];
}
