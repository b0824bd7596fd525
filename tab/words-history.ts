import type { HistoryKind } from '../bot/contract/acts.ts';
import type { MyHistory } from '../bot/contract/history.ts';
import { fullDate } from '../bot/contract/dates.ts';
import { roleNames } from '../bot/contract/role-words.ts';

type Entry = Pick<MyHistory, 'what' | 'date' | 'networkName' | 'course'>;

/** "Race Equality Network meeting, 14 May 2025" */
export function entryWords({ what, date, networkName, course }: Entry): string {
  const day = fullDate(date);
  switch (what) {
    case 'attendance':
      return `${networkName ?? 'Network'} meeting, ${day}`;
    case 'mentoring-session':
      return `Reverse mentoring session, ${day}`;
    case 'education':
      return `${course ?? 'Inclusive leadership education'}, ${day}`;
  }
}

export function stateOf({ state, awaits = 'edi-lead' }: MyHistory): string {
  return state === 'verified' ? 'Verified' : `With ${roleNames[awaits]}`;
}

/** "Before the app: 3 meetings, verified. 1 entry waits to be verified." */
export function standingBefore(entries: readonly MyHistory[], thisYear: number): string {
  const verified = entries.filter(({ state }) => state === 'verified');
  const meetings = verified.filter(({ what }) => what === 'attendance').length;
  const others = verified.length - meetings;
  const waiting = entries.length - verified.length;
  const parts = [
    ...(meetings > 0 ? [`${count(meetings, 'meeting')}, verified.`] : []),
    ...(others > 0 ? [`${count(others, 'other entry', 'other entries')}, verified.`] : []),
    ...(waiting > 0
      ? [`${count(waiting, 'entry', 'entries')} ${waiting === 1 ? 'waits' : 'wait'} for a check.`]
      : []),
    ...(thisYear > 0 ? [`${thisYear} ${thisYear === 1 ? 'counts' : 'count'} this year.`] : []),
  ];
  return parts.join(' ');
}

export const own = {
  title: 'Before the app',
  note: 'What the app did not see happen. It counts once somebody has checked its document.',
  all: (n: number) => `All ${n} entries`,
  document: (name: string) => `Shown by ${name}`,
  takeBack: 'Take back',
  takeBackFor: (entry: Entry) => `Take back: ${entryWords(entry)}`,
  takenBack: 'Taken off the record.',
};

export const form = {
  open: 'Add something from before',
  openFor: 'Add something from before for somebody',
  person: 'Who is it about?',
  what: 'What was it?',
  choose: 'Choose one',
  kinds: {
    attendance: 'A staff network meeting',
    'mentoring-session': 'A reverse mentoring session',
    education: 'Inclusive leadership education',
  } satisfies Record<HistoryKind, string>,
  mentoringHint: 'Only the day is kept, never with whom.',
  network: 'Which network met?',
  date: 'On which day?',
  document: 'Which document shows it?',
  documentHint: "The document's name, such as minutes-2025-07-09.docx. It is not uploaded here.",
  add: 'Add',
  added: (name: string | undefined) =>
    `Added${name === undefined ? '' : ` for ${name}`}. It counts once its document has been checked.`,
  error: 'Error:',
  problems: {
    person: 'Choose who it is about',
    what: 'Choose what it was',
    network: 'Choose the network that met',
    date: 'Enter the day on which it happened',
    tooLate: 'The day must be before today',
    tooEarly: 'The year must be 2000 or later',
    document: 'Enter the name of the document that shows it',
  },
};

export const toVerify = {
  title: 'From before the app',
  waiting: (n: number) =>
    n === 0
      ? 'Nothing waits for you to verify.'
      : `${count(n, 'entry', 'entries')} ${n === 1 ? 'waits' : 'wait'} for you to verify. Open a document's name to see what it must show.`,
  documents: (n: number) => `${n} documents`,
  document: (name: string, n: number) => `${name}: ${count(n, 'entry', 'entries')}`,
  verify: 'Verify',
  verifyFor: (name: string, entry: Entry) => `Verify ${name}: ${entryWords(entry)}`,
  verifyAll: (n: number) => (n === 2 ? 'Verify both' : `Verify all ${n}`),
  verifyAllFor: (n: number, document: string) =>
    `${n === 2 ? 'Verify both' : `Verify all ${n}`}: ${document}`,
  remove: 'Take off',
  removeFor: (name: string, entry: Entry) => `Take off ${name}: ${entryWords(entry)}`,
  removed: (name: string) => `The entry of ${name} is off the record.`,
  verified: (n: number) => `Verified: ${count(n, 'entry', 'entries')}`,
  verifiedBy: (name: string, when: string) =>
    name === '' ? `Verified on ${when}` : `Verified by ${name} on ${when}`,
  takeBack: 'Take back',
  takeBackFor: (name: string, entry: Entry) => `Take back ${name}: ${entryWords(entry)}`,
  done: (n: number, name: string) =>
    n === 1 ? `Verified for ${name}.` : `${n} entries are verified.`,
  undone: 'Undone. It waits to be verified again.',
};

export const inFigures = {
  line: (n: number) =>
    `${n} of the meetings counted ${n === 1 ? 'is' : 'are'} from before the app, verified.`,
  row: (n: number) => `${n} from before the app`,
  states: { entered: 'from before the app, to be verified', verified: 'from before the app' },
};

function count(n: number, one: string, several = `${one}s`): string {
  return `${n} ${n === 1 ? one : several}`;
}
