import {
  educationToVerifySchema,
  myEducationSchema,
  sentFileSchema,
  type EducationToVerify,
  type MyEducation,
  type SentFile,
} from '../../../bot/contract/education.ts';
import type { Answer } from '../../answer.ts';
import { ask, get } from '../../api.ts';
import { saveDownload } from '../../parts/save-file.ts';

export const getMyEducation = (): Promise<Answer<MyEducation>> =>
  get('me/education', {}, myEducationSchema);

export const getEducationToVerify = (): Promise<Answer<EducationToVerify>> =>
  get('organisation/education', {}, educationToVerifySchema);

/** Keeps a file until a record names it. Its name goes in a header: addresses are logged. */
export function sendFile(file: File): Promise<Answer<SentFile>> {
  const headers = { 'X-File-Name': encodeURIComponent(file.name) };
  return ask('me/education/file', { method: 'POST', headers, body: file }, sentFileSchema);
}

/** Hands a record's file to the browser to save. */
export function saveFile(record: string, name: string): Promise<Answer<'saved'>> {
  return saveDownload(`education/file?id=${encodeURIComponent(record)}`, name);
}
