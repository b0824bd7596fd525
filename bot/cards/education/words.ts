import { fullDate } from '../../contract/dates.ts';
import { roleNames } from '../../contract/role-words.ts';
import type { MyEducation, MyRecord, ReturnReason } from '../../contract/education.ts';

const reasons: Readonly<Record<ReturnReason, string>> = {
  'cannot-open': 'The link or file doesn’t open',
  'another-course': 'It shows another course',
  'another-day': 'It shows another day',
  'lets-talk': 'Let’s talk about it',
};

export function returnWords(reason: ReturnReason): string {
  return reasons[reason];
}

/** Where it stands, in one sentence. */
export function standingWords({ until, lapsing, records, mayRecord }: MyEducation): string {
  const waiting = records.find(({ state }) => state === 'recorded');
  const awaited = waiting && `With ${roleNames[waiting.awaits ?? 'edi-lead']}.`;
  if (until !== undefined) {
    const counts = `Counts until ${fullDate(until)}.`;
    return lapsing ? `${counts} ${awaited ?? 'It is time for the next course.'}` : counts;
  }
  if (awaited !== undefined) return `${awaited} It counts once it is verified.`;
  return mayRecord ? 'No course counts yet.' : 'There is nothing to record here for you.';
}

/** "Inclusive leadership for boards, 10 February 2026" */
export function recordWords({ course, date }: { course: string; date: string }): string {
  return `${course}, ${fullDate(date)}`;
}

export function stateWords(record: MyRecord): string {
  if (record.state === 'verified') return 'Verified';
  if (record.state === 'recorded') return 'Waiting';
  return record.reason === undefined ? 'Sent back' : returnWords(record.reason);
}
