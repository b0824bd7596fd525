import { assessmentSchema, type Assessment } from '../../../bot/contract/assessment.ts';
import { sentFileSchema, type SentFile } from '../../../bot/contract/education.ts';
import { peopleSchema, type People } from '../../../bot/contract/people.ts';
import type { Answer } from '../../answer.ts';
import { ask, get, type AsAt } from '../../api.ts';
import { saveDownload } from '../../parts/save-file.ts';

const path = 'organisation/assessment';

export const getAssessment = (asAt: AsAt): Promise<Answer<Assessment>> =>
  get(path, { ...asAt }, assessmentSchema);

/** Who may look after a line. */
export const getOwners = (): Promise<Answer<People>> => get(`${path}/people`, {}, peopleSchema);

/** Keeps a file until an act names it. Its name goes in a header: addresses are logged. */
export function sendLineFile(file: File): Promise<Answer<SentFile>> {
  const headers = { 'X-File-Name': encodeURIComponent(file.name) };
  return ask(`${path}/file`, { method: 'POST', headers, body: file }, sentFileSchema);
}

export function saveLineFile(item: string, name: string): Promise<Answer<'saved'>> {
  return saveDownload(`${path}/file?id=${encodeURIComponent(item)}`, name);
}
