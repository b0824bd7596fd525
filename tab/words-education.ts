import { fullDate } from '../bot/contract/dates.ts';
import { roleNames } from '../bot/contract/role-words.ts';
import type { Evidence, MyEducation, MyRecord, ReturnReason } from '../bot/contract/education.ts';

type Told = Pick<MyRecord, 'course' | 'date'>;

/** "Inclusive leadership for boards, 10 February 2026" */
export function recordWords({ course, date }: Told): string {
  return `${course}, ${fullDate(date)}`;
}

export const reasons: Record<ReturnReason, string> = {
  'cannot-open': 'The link or file doesn’t open',
  'another-course': 'It shows another course',
  'another-day': 'It shows another day',
  'lets-talk': 'Let’s talk about it',
};

export function stateOf({ state, awaits = 'edi-lead', until }: MyRecord): string {
  if (state === 'verified') return until === undefined ? 'Verified' : `Until ${fullDate(until)}`;
  return state === 'recorded' ? `With ${roleNames[awaits]}` : 'Sent back';
}

/** Where it stands, and what to do next. */
export function standingOf({ until, lapsing, records, asked }: MyEducation): string {
  const waiting = records.find(({ state }) => state === 'recorded');
  const returned = records.some(({ state }) => state === 'returned');
  if (until !== undefined && !lapsing) return `It counts until ${fullDate(until)}.`;
  if (until !== undefined) {
    const next = waiting ? 'The next one waits for a check.' : 'It is time for the next course.';
    return `It counts until ${fullDate(until)}. ${next}`;
  }
  if (waiting) return `A course is with ${roleNames[waiting.awaits ?? 'edi-lead']}.`;
  if (returned) return 'A course was sent back. Record it again below.';
  return asked
    ? 'No course counts yet. Record one that you completed.'
    : 'Nothing is recorded yet.';
}

export function sizeOf(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1_000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export const evidence = {
  link: 'Open the link in your browser',
  linkFor: (record: Told) => `Open the link in your browser: ${recordWords(record)}`,
  file: ({ name, size }: Extract<Evidence, { kind: 'file' }>) =>
    `Download ${name} (${sizeOf(size)})`,
  register: ({ name, number }: Extract<Evidence, { kind: 'register' }>) =>
    number === undefined ? `From the list ${name}` : `From the list ${name}, ${number}`,
  leaves: 'This puts a copy outside Teams, where others may be able to see it.',
  who: 'The app gives it only to the person concerned and to whoever verifies it.',
  kept: 'It is kept for 4 years after the course, or after leaving if that is sooner. Then it is erased.',
  download: 'Download it',
  saved: (name: string) => `${name} is downloaded.`,
};

export const own = {
  title: 'Inclusive leadership education',
  counts: 'A course counts for 3 years once somebody has checked what shows it.',
  again: 'Record again',
  againFor: (record: Told) => `Record again: ${recordWords(record)}`,
  takeBack: 'Take off',
  takeBackFor: (record: Told) => `Take off: ${recordWords(record)}`,
  takenBack: 'Taken off the record.',
};

export const form = {
  open: 'Record a course',
  course: 'What was the course called?',
  date: 'When did you complete it?',
  shows: 'What shows it?',
  showsLink: 'A link',
  showsFile: 'A file',
  link: 'Link',
  linkHint: 'Such as your certificate’s address. It begins with https://.',
  file: 'File',
  fileHint: 'PDF, PNG, JPEG or Word, up to 10 MB.',
  record: 'Record',
  recorded: 'Recorded. It counts once somebody has checked what shows it.',
  problems: {
    course: 'Enter the name of the course',
    date: 'Enter the day on which you completed it',
    toCome: 'The day must be today or earlier',
    tooOld: 'The year must be 2000 or later',
    link: 'Enter a link that begins with https://',
    file: 'Choose a file',
    tooLarge: 'Choose a file of 10 MB or less',
    empty: 'Choose a file that is not empty',
  },
};

export const toVerify = {
  title: 'Education to verify',
  waiting: (n: number) =>
    n === 0
      ? 'Nothing waits for you to verify.'
      : `${n} ${n === 1 ? 'course waits' : 'courses wait'} for you. Look at what shows each one.`,
  verify: 'Verify',
  verifyFor: (name: string, record: Told) => `Verify ${name}: ${recordWords(record)}`,
  verifyAll: (n: number) => (n === 2 ? 'Verify both' : `Verify all ${n}`),
  sendBack: 'Send back',
  sendBackFor: (name: string, record: Told) => `Send back ${name}: ${recordWords(record)}`,
  why: 'Why?',
  choose: 'Choose a reason',
  send: 'Send',
  needsReason: 'Choose a reason first',
  sent: (name: string) => `Sent back to ${name}.`,
  answered: (n: number) => `Answered: ${n}`,
  by: (state: 'verified' | 'returned', name: string, when: string) =>
    `${state === 'verified' ? 'Verified' : 'Sent back'} by ${name} on ${when}`,
  takeBack: 'Take back',
  takeBackFor: (name: string, record: Told) => `Take back ${name}: ${recordWords(record)}`,
  done: (n: number, name: string) => (n === 1 ? `Verified for ${name}.` : `${n} are verified.`),
  undone: 'Undone. It waits to be verified again.',
};
