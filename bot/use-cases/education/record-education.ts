import type { ActData, Refusal } from '../../contract/acts.ts';
import type { Evidence } from '../../domain/education/education.ts';
import { judgeRecord } from '../../domain/education/judge-education.ts';
import { plainText } from '../../domain/education/plain-text.ts';
import type { PlainDate } from '../../domain/time.ts';
import { contextOf, type House } from '../context.ts';
import { historyId, parseHistoryId, type ActOutcome } from '../doors.ts';
import type { Caller } from '../ports.ts';
import { isFileId } from './file-id.ts';
import { enterEducation } from './move-education.ts';

type Asked = ActData['record-education'];

/** Somebody's own course, with the link or the file that shows it. */
export async function recordEducation(
  house: House,
  caller: Caller,
  asked: Asked,
): Promise<ActOutcome[]> {
  const { person } = caller;
  const refused = (because: Refusal): ActOutcome[] => [
    { subject: person, outcome: { kind: 'refused', because } },
  ];
  const evidence = await evidenceOf(house, caller, asked.evidence);
  if (evidence === undefined) return refused('no-such-file');
  const instead = asked.instead === undefined ? undefined : parseHistoryId(asked.instead)?.entry;

  const answer = await house.records.commit<ActOutcome>(caller.organisation, {
    reads: [person],
    decide(book) {
      const known = book.person(person);
      if (known === undefined) {
        return { subject: person, outcome: { kind: 'refused', because: 'no-such-person' } };
      }
      const education = {
        id: `${book.now.replaceAll(/[^0-9]/g, '')}-${known.education.length + 1}`,
        person,
        course: plainText(asked.course),
        on: asked.date as PlainDate,
        evidence,
      };
      const verdict = judgeRecord(
        ...([education, known, contextOf(house, caller, book, asked.tap)] as const),
        instead,
      );
      const subject = historyId(verdict.kind === 'refused' ? education : verdict.education);
      return { subject, outcome: enterEducation(book, caller, 'record-education', verdict) };
    },
  });
  if (answer.outcome.kind === 'done') house.changed(caller.organisation, [`person|${person}`]);
  return [answer];
}

/** What the record keeps of it; undefined where no such file of theirs was sent. */
async function evidenceOf(
  { files }: House,
  caller: Caller,
  given: Asked['evidence'],
): Promise<Evidence | undefined> {
  if (typeof given === 'string') return { kind: 'link', address: given };
  const file = isFileId(given.file) ? await files.find(caller, given.file) : undefined;
  if (file === undefined) return undefined;
  const { id, name, type, size, sha256 } = file;
  return { kind: 'file', id, name, type, size, sha256 };
}
