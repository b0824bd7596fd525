import type { Assessment } from '../../contract/assessment.ts';
import type { People } from '../../contract/people.ts';
import type { House } from '../context.ts';
import type { AsAt, Shown } from '../doors.ts';
import type { Sent } from '../kept-files.ts';
import type { Caller } from '../ports.ts';
import { assessment } from './assessment.ts';
import { lineFile, sendLineFile, type LineFile } from './files.ts';
import { lineOwners } from './line-owners.ts';

export interface AssessmentDoors {
  /** Every line of the framework: for the EDI lead, the EDI sponsor, and who leads the board. */
  assessment(caller: Caller, asAt: AsAt): Promise<Shown<Assessment>>;
  lineOwners(caller: Caller): Promise<Shown<People>>;
  sendLineFile(caller: Caller, file: { name: string; bytes: Uint8Array }): Promise<Sent>;
  lineFile(caller: Caller, item: string): Promise<LineFile>;
}

export function openAssessmentDoors(house: House): AssessmentDoors {
  return {
    assessment: (caller, asAt) => assessment(house, caller, asAt),
    lineOwners: (caller) => lineOwners(house, caller),
    sendLineFile: (caller, file) => sendLineFile(house, caller, file),
    lineFile: (caller, item) => lineFile(house, caller, item),
  };
}
