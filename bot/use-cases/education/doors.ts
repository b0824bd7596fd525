import type { EducationToVerify, MyEducation } from '../../contract/education.ts';
import type { House } from '../context.ts';
import type { Shown } from '../doors.ts';
import type { Sent } from '../kept-files.ts';
import type { Caller } from '../ports.ts';
import { evidenceFile, type EvidenceFile } from './evidence-file.ts';
import { sendFile } from './send-file.ts';
import { educationToVerify, myEducation } from './views.ts';

export interface EducationDoors {
  myEducation(caller: Caller): Promise<MyEducation>;
  educationToVerify(caller: Caller): Promise<Shown<EducationToVerify>>;
  sendFile(caller: Caller, file: { name: string; bytes: Uint8Array }): Promise<Sent>;
  evidenceFile(caller: Caller, record: string): Promise<EvidenceFile>;
}

export function openEducationDoors(house: House): EducationDoors {
  return {
    myEducation: (caller) => myEducation(house, caller),
    educationToVerify: (caller) => educationToVerify(house, caller),
    sendFile: (caller, file) => sendFile(house, caller, file),
    evidenceFile: (caller, record) => evidenceFile(house, caller, record),
  };
}
