import type { BoardMeeting, Meeting, Network } from '../domain/facts.ts';
import type { Instant, PlainDate } from '../domain/time.ts';
import type { PersonId } from '../domain/facts.ts';
import type { ImportedFact, ListedPerson } from './ports.ts';

/**
 * A file that has been read: refused as a whole, or ready to be held against what is known. Each
 * part is what one person or one row gives; parts come one by one, so that a long list never
 * stands in memory as facts.
 */
export type Reading<Known, Summary> =
  | { kind: 'refused'; because: string }
  | {
      kind: 'read';
      /** How many parts at most, for showing progress. */
      parts: number;
      against(known: Known): Generator<ImportedFact[], Summary>;
    };

export type Reader<Known, Summary> = (bytes: Uint8Array) => Promise<Reading<Known, Summary>>;

/** The file at hand, and the lists of its kind that were imported before it. */
export interface ListContext {
  readonly fileName: string;
  readonly asAt: PlainDate;
  /** Dates of the committed lists of this kind, oldest first. */
  readonly listDates: readonly PlainDate[];
}

export interface KnownStaff extends ListContext {
  readonly listed: readonly ListedPerson[];
  readonly gradeMap: Readonly<Record<string, string>>;
  /** Only for comparing what is staged with what is committed; storage sets recorded-at itself. */
  readonly now: Instant;
  newPersonId(): PersonId;
}

export interface KnownRoles extends ListContext {
  readonly listed: readonly ListedPerson[];
  readonly networks: readonly Network[];
}

export interface KnownNetworks extends ListContext {
  readonly networks: readonly Network[];
}

export interface KnownMeetings extends ListContext {
  readonly networks: readonly Network[];
  readonly meetings: readonly Meeting[];
  /** It tells of the days from its first to its last row, and of no others. */
  readonly isPart?: boolean;
}

export interface KnownBoardMeetings extends ListContext {
  readonly boardMeetings: readonly BoardMeeting[];
}

export interface KnownHistory extends ListContext {
  readonly listed: readonly ListedPerson[];
  readonly networks: readonly Network[];
}

export interface KnownEducation extends ListContext {
  readonly listed: readonly ListedPerson[];
  readonly gradeMap: Readonly<Record<string, string>>;
}

/** What a staff list comes to, on its own date. */
export interface RosterSummary {
  readonly asAt: PlainDate;
  /** People and assignments in the file, rows with a fault left out. */
  readonly people: number;
  readonly assignments: number;
  /** Of everybody listed, employed on the list's date: leaders at 8a and above, and away. */
  readonly leaders: number;
  readonly away: number;
  readonly unknownGrades: readonly { grade: string; rows: readonly number[] }[];
  /** Against what was known before. */
  readonly changes: {
    readonly joined: number;
    readonly left: number;
    readonly newAssignment: number;
    readonly newGrade: number;
    readonly newSupervisor: number;
    readonly wentAway: number;
    readonly cameBack: number;
    readonly actingUp: number;
    readonly newEnd: number;
    readonly newName: number;
    readonly newAddress: number;
    readonly noLongerListed: number;
    readonly otherwise: number;
  };
  /** The same by staff number, in the file's order; joiners are counted alone. */
  readonly changed: readonly {
    staffNumber: string;
    what: readonly (keyof RosterSummary['changes'])[];
  }[];
}

/** What any other file comes to. */
export interface RowsSummary {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** What bot/roster does for the import use cases. */
export interface Readers {
  readonly roster: Reader<KnownStaff, RosterSummary>;
  readonly roles: Reader<KnownRoles, RowsSummary>;
  readonly networks: Reader<KnownNetworks, RowsSummary>;
  readonly meetings: Reader<KnownMeetings, RowsSummary>;
  readonly boardMeetings: Reader<KnownBoardMeetings, RowsSummary>;
  readonly history: Reader<KnownHistory, RowsSummary>;
  readonly education: Reader<KnownEducation, RowsSummary>;
}
