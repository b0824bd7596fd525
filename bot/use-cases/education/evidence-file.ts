import { educationState } from '../../domain/education/education.ts';
import type { FileType } from '../../domain/education/file-kind.ts';
import { isEducationVerifier } from '../../domain/education/judge-education.ts';
import { contextOf, type House } from '../context.ts';
import { parseHistoryId } from '../doors.ts';
import { intactBytes } from '../kept-files.ts';
import type { Caller } from '../ports.ts';

export type EvidenceFile =
  | { kind: 'file'; name: string; type: FileType; bytes: Uint8Array }
  | { kind: 'refused'; because: 'no-such-education' };

/**
 * A record's file, for the person whose it is and for whoever verifies it today. To anybody else
 * there is no such record.
 */
export async function evidenceFile(
  house: House,
  caller: Caller,
  record: string,
): Promise<EvidenceFile> {
  const none: EvidenceFile = { kind: 'refused', because: 'no-such-education' };
  const named = parseHistoryId(record);
  if (named === undefined) return none;
  const { people, frame } = await house.records.some(caller.organisation, [named.person]);
  const education = people[0]?.education.find(({ id }) => id === named.entry);
  if (education?.evidence?.kind !== 'file') return none;
  const context = contextOf(house, caller, { now: house.clock.now(), frame });
  const isOwn = education.person === caller.person;
  if (!isOwn && !isEducationVerifier(education, context)) return none;
  if (!isOwn && educationState(education) === 'withdrawn') return none;

  const { name, type } = education.evidence;
  const owner = { ...caller, person: education.person };
  const bytes = await intactBytes(house, owner, education.evidence, record);
  return bytes === undefined ? none : { kind: 'file', name, type, bytes };
}
