import type { Act, LinkSeries, Outcome } from '../contract/acts.ts';
import type { Silver } from '../contract/silver.ts';
import type { Breakdown } from '../contract/silver-breakdown.ts';
import type { SilverYear } from '../contract/silver-year.ts';
import type { Delivery } from '../contract/delivery.ts';
import type { History } from '../contract/history.ts';
import type { People } from '../contract/people.ts';
import type { Calendar, MeetingsPreview } from '../contract/calendar.ts';
import type { Attendance, Me, Progress, Reminders, Waiting } from '../contract/views.ts';
import type { Unlinked } from '../contract/unlinked.ts';
import type { SettleList } from '../contract/settle.ts';
import type { MeetingId, PersonId } from '../domain/facts.ts';
import type { WhyNone } from '../domain/sentence/meaning.ts';
import type { Instant, PlainDate } from '../domain/time.ts';
import type { DeliveryPeriod } from './delivery.ts';
import type { GoalDoors } from './goals/doors.ts';
import type { MentoringDoors } from './mentoring/doors.ts';
import type { NotYours } from './not-yours.ts';
import type { EducationDoors } from './education/doors.ts';
import type { AgendaDoors } from './agenda/doors.ts';
import type { AssessmentDoors } from './assessment/doors.ts';
import type { BoardDoors } from './board/doors.ts';
import type { PlanDoors } from './plan/doors.ts';
import type { PledgeDoors } from './pledges/doors.ts';
import type { EvidenceDoors } from './evidence/doors.ts';
import type { SnapshotDoors } from './snapshots/doors.ts';
import type { SettingsDoors } from './settings/doors.ts';
import type { Microsoft365Doors } from './microsoft-365/doors.ts';
import type { FeedView } from './follow-calendar.ts';
import type { OwnFile } from './import-own-meetings.ts';
import type { Account, Caller, SignedIn } from './ports.ts';
import type { AskedBreakdown } from './silver-breakdown.ts';

/** Who the account is here; or why it isn't known, and whom to ask. */
export type Identified =
  | {
      kind: 'known';
      caller: Caller;
      /** The same account in its other organisations; those that closed, too. */
      others?: readonly Caller[];
      /** Codes of those that they left: nothing there is theirs any more. */
      left?: readonly string[];
    }
  | {
      kind: 'unknown';
      because: Unlinked;
      /** The EDI leads' names, where there is one organisation to ask. */
      ask: string[];
    };

export interface OwnOrganisation {
  readonly code: string;
  readonly name: string;
}

export type Shown<View> =
  | { kind: 'shown'; view: View }
  | NotYours
  /** With the days that there are, where only the day was wrong. */
  | { kind: 'refused'; because: 'no-such-date'; days?: Days };

export interface Days {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** "As at `on`, as known at `known`": today and now where left out. */
export interface AsAt {
  readonly on?: PlainDate;
  readonly known?: Instant;
}

export interface ActOutcome {
  /** The meeting or claim that it is about. */
  readonly subject: string;
  readonly outcome: Outcome;
}

/** A meeting as a sentence's answer names it. */
export interface HeardMeeting {
  readonly id: string;
  readonly networkName: string;
  readonly date: string;
  readonly start: string;
  readonly end: string;
}

/** What a typed sentence comes to. */
export type Heard =
  /** One thing is meant: it is done at once, and can be undone. */
  | {
      kind: 'act';
      act: Act;
      /** Somebody else was named beside them: it is done for one, and that is said. */
      isTogether?: boolean;
    }
  | {
      kind: 'choose';
      wish: 'attended' | 'withdraw' | 'meetings';
      choices: readonly (HeardMeeting & { act: Act })[];
    }
  | {
      kind: 'none';
      because: WhyNone;
      heard: string;
      /** The names of the networks that were meant, however they were typed. */
      networks: readonly string[];
      /** Of the future and not of the past. */
      ahead: boolean;
      knows: readonly HeardMeeting[];
    }
  | { kind: 'view'; view: AskedView; for: PersonId | undefined }
  /** Those meetings as they stand for an executive, with what may be done about them. */
  | { kind: 'about'; meetings: readonly MeetingId[]; why: WhyAbout; for: PersonId | undefined }
  /** For which executive? */
  | { kind: 'whose'; view: AskedView | 'about'; meetings: readonly MeetingId[]; why: WhyAbout }
  /** Dates alone, for somebody who attends nothing here. */
  | { kind: 'dates'; meetings: readonly HeardMeeting[] }
  | { kind: 'polite'; to: 'thanks' | 'fine' }
  | { kind: 'lost'; because: WhyLost };

type AskedView =
  'attended' | 'withdraw' | 'meetings' | 'progress' | 'waiting' | 'reminders' | 'help' | 'welcome';

/** Why nothing was done about them. */
export type WhyAbout =
  'asked' | 'unsure' | 'said-no' | 'over' | 'answer' | 'undone' | 'taken-back' | 'alone';

export type WhyLost =
  'nothing-said' | 'question' | 'too-long' | 'somebody-else' | 'unsure' | 'keep-calendar';

/** Everything that a door (bot, API) can ask of the house. */
export interface Doors
  extends
    GoalDoors,
    MentoringDoors,
    EducationDoors,
    AgendaDoors,
    BoardDoors,
    AssessmentDoors,
    PlanDoors,
    PledgeDoors,
    EvidenceDoors,
    SettingsDoors,
    SnapshotDoors,
    Microsoft365Doors {
  identify(account: Account): Promise<Identified>;
  /** Whether the staff list has them today. */
  isHere(caller: Caller): Promise<boolean>;
  /** The same after a reading of theirs, without another read where nothing of the sort has changed. */
  isStillHere(caller: Caller): Promise<boolean>;
  /** Their organisations by name, the one that they are in unless told otherwise first. */
  organisations(caller: Caller): Promise<OwnOrganisation[]>;
  /** Which of their organisations they are in from now on, unless told otherwise. */
  chooseOrganisation(caller: Caller): Promise<void>;
  perform(caller: Caller, act: Act | LinkSeries, signedIn?: SignedIn): Promise<ActOutcome[]>;
  hear(caller: Caller, text: string): Promise<Heard>;
  me(caller: Caller): Promise<Me>;
  /** Own progress; an assistant may name their executive and sees meetings only. */
  progress(caller: Caller, forPerson?: PersonId): Promise<Shown<Progress>>;
  waiting(caller: Caller): Promise<Waiting>;
  /**
   * What the bot says to them unprompted, as it stands now: those named, or all that are due.
   * `ahead`: with when each would next come.
   */
  reminders(caller: Caller, nudges?: readonly string[], look?: 'ahead'): Promise<Reminders>;
  attendance(caller: Caller, asAt: AsAt): Promise<Shown<Attendance>>;
  silver(caller: Caller, asAt: AsAt): Promise<Shown<Silver>>;
  /** Each measured line at the ends of that year's months. */
  silverYear(caller: Caller, asAt: AsAt): Promise<Shown<SilverYear>>;
  /** A figure by band or directorate, with small groups hidden. */
  silverBreakdown(caller: Caller, asked: AskedBreakdown): Promise<Shown<Breakdown>>;
  settleList(caller: Caller): Promise<Shown<SettleList>>;
  /** What has become of reminders, never their words; and whom none can reach. */
  delivery(caller: Caller, period: DeliveryPeriod): Promise<Shown<Delivery>>;
  /** Leaders and directors by name, for whoever records something of somebody else. */
  people(caller: Caller): Promise<Shown<People>>;
  /** What happened before the app: what waits for this person to verify, and what is verified. */
  history(caller: Caller): Promise<Shown<History>>;
  calendar(caller: Caller): Promise<Calendar>;
  previewMeetings(caller: Caller, file: OwnFile): Promise<Shown<MeetingsPreview>>;
  /** A calendar to download: `own`, or a network's. */
  downloadCalendar(caller: Caller, of: string): Promise<Shown<FeedView>>;
  /** What an address with this secret answers to whoever has it. */
  followedFeed(secret: string): Promise<FeedView | undefined>;
}

/** A claim's id outside storage: whose, and of which meeting. */
export function claimId(claimant: PersonId, meeting: MeetingId): string {
  return `${claimant}~${meeting}`;
}

/** A history entry's id outside storage: whose, and which of theirs. */
export function historyId({ person, id }: { person: PersonId; id: string }): string {
  return `${person}~${id}`;
}

export function parseHistoryId(text: string): { person: PersonId; entry: string } | undefined {
  const [person, entry, ...rest] = text.split('~');
  if (!person || !entry || rest.length > 0) return undefined;
  return { person: person as PersonId, entry };
}

export function parseClaimId(id: string): { claimant: PersonId; meeting: MeetingId } | undefined {
  const [claimant, meeting, ...rest] = id.split('~');
  if (!claimant || !meeting || rest.length > 0) return undefined;
  return { claimant: claimant as PersonId, meeting: meeting as MeetingId };
}
