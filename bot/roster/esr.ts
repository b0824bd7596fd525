import * as z from 'zod';
import type { PlainDate } from '../domain/time.ts';
import {
  dateCell,
  endDateCell,
  numberCell,
  optionalText,
  parseRow,
  text,
  yesNoCell,
} from './cells.ts';
import type { ParsedRow } from './cells.ts';
import { readStatus } from './statuses.ts';
import type { StatusMeaning } from './statuses.ts';
import type { Row } from './table.ts';

/** The columns of the Electronic Staff Record's list that are read; others are passed over. */
export const rosterColumns = [
  'Person ID',
  'Assignment Number',
  'First Name',
  'Last Name',
  'Email Address',
  'Position Title',
  'Directorate',
  'Grade',
  'Assignment Status',
  'Primary Assignment',
  'Supervisor Person ID',
  'Effective Start Date',
  'Effective End Date',
] as const;
export type RosterColumn = (typeof rosterColumns)[number];

/** One assignment of one person, as a row says it. */
export interface StaffRow {
  readonly row: number;
  readonly staffNumber: string;
  readonly assignment: string;
  readonly givenName: string;
  readonly familyName: string;
  /** In lower case; empty where the row has none. */
  readonly email: string;
  readonly title: string;
  readonly directorate: string;
  readonly grade: string;
  readonly status: StatusMeaning;
  readonly primary: boolean;
  readonly supervisor: string;
  readonly start: PlainDate;
  readonly end: PlainDate | undefined;
}

const schema = z.object({
  'Person ID': numberCell,
  'Assignment Number': numberCell,
  'First Name': text,
  'Last Name': text,
  'Email Address': optionalText,
  'Position Title': optionalText,
  Directorate: optionalText,
  Grade: optionalText,
  'Assignment Status': z.string().transform(readStatus),
  'Primary Assignment': yesNoCell,
  'Supervisor Person ID': optionalText,
  'Effective Start Date': dateCell,
  'Effective End Date': endDateCell,
});

/** A row of the list, or its fault with what the row can still be known by. */
export type RosterRow =
  | { kind: 'staff'; staff: StaffRow }
  | {
      kind: 'fault';
      fault: Extract<ParsedRow<unknown>, { kind: 'fault' }>;
      cells: Row<RosterColumn>['cells'];
    };

export function readStaffRow(row: Row<RosterColumn>): RosterRow {
  const parsed = parseRow(schema, row);
  if (parsed.kind === 'fault') return { kind: 'fault', fault: parsed, cells: row.cells };
  const { value } = parsed;
  const start = value['Effective Start Date'];
  const end = value['Effective End Date'];
  if (end !== undefined && end < start) {
    const fault = {
      ...({ kind: 'fault', number: row.number, problem: 'bad-date' } as const),
      ...{ column: 'Effective End Date', what: 'is before the start' },
    };
    return { kind: 'fault', fault, cells: row.cells };
  }
  return {
    kind: 'staff',
    staff: {
      row: row.number,
      staffNumber: value['Person ID'],
      assignment: value['Assignment Number'],
      givenName: value['First Name'],
      familyName: value['Last Name'],
      email: value['Email Address'].toLowerCase(),
      title: value['Position Title'],
      directorate: value.Directorate,
      grade: value.Grade,
      status: value['Assignment Status'],
      primary: value['Primary Assignment'],
      supervisor: value['Supervisor Person ID'],
      start,
      end,
    },
  };
}
