import type { AttendanceCommitment, MeetingState, MyMeeting, Page } from '../bot/contract/views.ts';
import { askerWords, roleNames as awaited } from '../bot/contract/role-words.ts';
import { fullDate, shortDate } from '../bot/contract/dates.ts';
import { toldStatus, unrecorded, type Day, type ToldStatus } from '../bot/contract/next-step.ts';

/** Who is spoken of: the reader, or the executive for whom an assistant acts. */
export type Subject = { self: true } | { self: false; name: string };

export const appName = 'Silver Commitments';

export const pageNames: Record<Page, string> = {
  commitments: 'My commitments',
  team: 'My team',
  network: 'Network',
  board: 'Board',
  organisation: 'Organisation',
  framework: 'Framework',
};

export const shell = {
  menu: 'Pages',
  privacy: 'Your privacy (opens in your browser)',
  loading: 'Loading…',
  slow: 'This is taking longer than usual. It may be your connection.',
  refreshFailed: 'This page could not be brought up to date. It shows what was here before.',
  tryAgain: 'Try again',
  close: 'Close',
  saving: 'Saving…',
  undo: 'Undo',
  undone: 'Undone.',
  nothingMore: 'Nothing more is on record here yet.',
  tooLong: (over: number) =>
    `That is ${over} ${over === 1 ? 'character' : 'characters'} too long. Please shorten it.`,
  unsure: 'No answer came, so it may not have been recorded. This page shows what is on record.',
  notInTeams: {
    title: 'Open this in Microsoft Teams',
    text: 'Silver Commitments works inside Teams, where you are signed in already. Choose it there under Apps.',
  },
  noPages: {
    title: 'Nothing here needs you',
    text: 'Here an organisation keeps its Silver commitments to race equality, from network meetings to leaders’ goals.',
    who: 'It is for executives and their assistants, leaders at band 8a and above, and managers of leaders. It is also for staff networks’ chairs and deputies, and the board’s and EDI roles.',
    ask: 'If you are one of them, ask your EDI lead to check the staff list and your role.',
  },
};

export const troubles = {
  offline: {
    title: 'No connection',
    text: 'We could not reach Silver Commitments. Check your connection and try again.',
  },
  busy: { title: 'Try again shortly', text: 'Silver Commitments is busy or away for a moment.' },
  fault: {
    title: 'Something went wrong',
    text: 'This is our fault, not yours. Please try again. If it stays, tell your IT service desk.',
  },
  'sign-in': {
    title: 'We could not sign you in',
    text: 'Close this tab in Teams and open it again. If it stays, ask your IT service desk.',
  },
  refused: { title: "You can't see this" },
  'newer-version': { title: 'Silver Commitments needs an update' },
  unlinked: { title: 'We don’t know you here yet' },
  'unlinked-guest': { title: 'Please use your own account' },
  'unlinked-left': { title: 'This is not open to you any more' },
  reference: (id: string) => `Reference for the service desk: ${id}`,
};

export type Awaited = NonNullable<AttendanceCommitment['awaits']>;

const statuses: Record<Exclude<ToldStatus, 'waiting'>, string> = {
  'not-asked': 'Not asked this year',
  met: 'Met',
  paused: 'Paused',
  'out-of-reach': 'Out of reach this year',
  'no-dates': 'No dates yet',
  'to-record': 'Still to record',
  'to-do': 'Needs a date',
  'on-track': 'On track',
};

export function statusWords(status: ToldStatus, awaits?: Awaited): string {
  if (status !== 'waiting') return statuses[status];
  return awaits === undefined ? 'Waiting' : `Waiting for ${awaited[awaits]}`;
}

const states: Record<Exclude<MeetingState, 'claimed' | 'queried'>, string> = {
  'members-only': 'Members only',
  cancelled: 'Cancelled',
  upcoming: 'Open',
  'will-come': 'Booked',
  'cannot-come': "Can't come",
  'not-recorded': 'Not recorded',
  'not-there': 'Not there',
  confirmed: 'Confirmed',
  withdrawn: 'Taken back',
  voided: 'Not counted',
};

export function stateWords(meeting: Pick<MyMeeting, 'state' | 'awaits' | 'askedBy'>): string {
  const { state, awaits = 'network-chair' } = meeting;
  if (state === 'queried') return `${askerWords(meeting.askedBy)} asks`;
  return state === 'claimed' ? `With ${awaited[awaits]}` : states[state];
}

export const queryWords = {
  'not-on-my-list': 'Not on my list',
  'different-meeting': 'Different meeting?',
  'lets-talk': "Let's talk",
} as const;

export function commitmentsTitle(subject: Subject): string {
  return subject.self ? 'Your Silver commitments' : `Silver commitments of ${subject.name}`;
}

type Counts = Pick<AttendanceCommitment, 'done' | 'target' | 'waiting' | 'awaits'>;

/** "You have been to 1 of 4 network meetings this year. 1 waits for the chair." */
export function standing({ done, target, waiting, awaits }: Counts, subject: Subject): string {
  const been = subject.self ? 'You have been to' : `${subject.name} has been to`;
  const count =
    done > target
      ? `${meetings(done)} this year; the target was ${target}.`
      : `${done} of ${target} network ${target === 1 ? 'meeting' : 'meetings'} this year.`;
  if (waiting === 0) return `${been} ${count}`;
  const waits = `${waiting} ${waiting === 1 ? 'waits' : 'wait'}`;
  return `${been} ${count} ${waits} ${awaits === undefined ? 'to be confirmed' : `for ${awaited[awaits]}`}.`;
}

/** Why the state is what it is, in numbers. */
export function reasonFor(commitment: AttendanceCommitment, day: Day): string {
  const { done, target, waiting, needed, left, nextYearFirst } = commitment;
  const open = left === 1 ? '1 open meeting is left' : `${left || 'no'} open meetings are left`;
  const { awaits } = commitment;
  const once = awaits === undefined ? 'all are confirmed' : `${awaited[awaits]} confirms`;
  const nextYear =
    nextYearFirst === undefined
      ? ''
      : ` Next year's first meeting is on ${shortDate(nextYearFirst, day.on)}.`;
  const status = toldStatus(commitment, day);
  switch (status) {
    case 'not-asked':
      return 'No meetings are asked of this role this year.';
    case 'met':
      return `${done} confirmed, ${target} needed.`;
    case 'paused':
      return 'Paused for now. You can still record and answer.';
    case 'waiting':
      return done + waiting > target
        ? `Nothing more to do. Once ${once}, it is ${done + waiting}, ${target} needed.`
        : `Nothing more to do. Once ${once}, it is ${done + waiting} of ${target}.`;
    case 'no-dates':
      return `${noDates(commitment, day)}${nextYear}`;
    case 'to-record':
      return outOfReach(commitment, day, open);
    case 'out-of-reach':
      return `${outOfReach(commitment, day, open)}${nextYear}`;
    case 'to-do':
      return `${needed} more needed and ${open}. The next one isn't booked yet.`;
    case 'on-track':
      return `${needed} more needed and ${open}.`;
  }
}

function noDates(commitment: AttendanceCommitment, { year }: Day): string {
  const isListed = commitment.meetings.some(
    ({ countsForSilver, date }) => countsForSilver && date >= year.start,
  );
  return isListed
    ? 'No open network meetings are in the calendar for this time yet.'
    : 'No network meetings of this year are in the calendar yet.';
}

/** The calendar is named only where it offered too little; what is still to record always is. */
function outOfReach(commitment: AttendanceCommitment, day: Day, open: string): string {
  const { target, needed, offered } = commitment;
  const held = unrecorded(commitment, day);
  const unsaid = held === 1 ? "one meeting held isn't" : `${held} meetings held aren't`;
  if (offered < target) {
    const calendar = `The calendar offered ${meetings(offered, 'open')} in this time; the target is ${target}`;
    return held === 0 ? `${calendar}.` : `${calendar}, and ${unsaid} recorded yet.`;
  }
  const more = `${needed} more ${needed === 1 ? 'is' : 'are'} needed`;
  return held === 0 ? `${more} and ${open}.` : `${more}, ${open}, and ${unsaid} recorded yet.`;
}

export const years = {
  since: (start: string) => `This year, from ${fullDate(start)}`,
  before: (start: string) => `Last year, before ${fullDate(start)}`,
};

export const commitment = {
  title: 'Network meetings',
  line: "The year's meetings",
  all: 'All meetings: times and answers',
  others: (count: number) => `Other networks' meetings (${count})`,
  othersNote: "Also open to executives. They don't move the Silver figure.",
  none: 'Meetings are listed here once their network’s chair or deputy has added them.',
  noneListed: 'Nothing is asked of you here today.',
  onBehalf: 'Recorded by an assistant',
  voided:
    'It was taken off the record. If that isn’t right, your EDI lead can put it back, or enter it with its minutes.',
  join: 'Join in Teams',
  follow: 'Add these meetings to your calendar',
  year: (start: string, end: string) => `${fullDate(start)} to ${fullDate(end)}`,
  actingFor: (name: string) => `You are acting for ${name}. What you record says so.`,
  chooseExecutive: 'Show the commitments of',
  myself: 'Myself',
};

export const why = {
  ask: 'Why am I seeing this?',
  framework: 'The Anti-racist Framework says',
  ours: "The framework asks this of the organisation. That each executive has meetings of their own to reach is this app's reading, and your organisation can change it.",
  target: 'Starting late or being away for part of the year lowers the target.',
  theirs: 'This is counted as the framework says.',
  rule: (version: string) => `Counted by rule ${version}.`,
};

export const actions = {
  claim: (subject: Subject) => (subject.self ? 'Yes, I was there' : `Yes, ${subject.name} was`),
  claimFromList: (subject: Subject) => (subject.self ? 'I was there' : `${subject.name} was there`),
  claimAgain: (subject: Subject) =>
    subject.self ? 'Yes, I was at this one' : `Yes, ${subject.name} was at this one`,
  notThere: (subject: Subject) => (subject.self ? "No, I wasn't" : 'No'),
  withdraw: 'Take back',
  'will-come': (subject: Subject) => (subject.self ? 'I will come' : `${subject.name} will come`),
  'cannot-come': (subject: Subject) =>
    subject.self ? "I can't come" : `${subject.name} can't come`,
};

export const nextStep = {
  label: 'Next step',
  joined: (subject: Subject) =>
    subject.self ? 'Were you able to join?' : `Was ${subject.name} able to join?`,
  queried: (meeting: Pick<MyMeeting, 'reason' | 'askedBy'>) =>
    meeting.reason
      ? `${askerWords(meeting.askedBy)} asks: “${queryWords[meeting.reason].toLowerCase()}”`
      : `${askerWords(meeting.askedBy)} has a question`,
  next: (network: string) => `Next: ${network}`,
  booked: (network: string) => `Booked: ${network}`,
};

/** What the status message says once an act is done: what was done, then what comes next. */
export const told = {
  claim: (awaits: Awaited = 'network-chair') =>
    `Thank you. It is recorded and goes to ${awaited[awaits]} to confirm.`,
  withdraw: (date: string) => `Taken back. Nothing counts for ${date} now.`,
  'will-come': (date: string, subject: Subject) =>
    `Booked for ${date}. The working day after, we ask ${subject.self ? 'whether you were' : `${subject.name} whether they were`} able to join.`,
  'cannot-come': (date: string) => `Noted for ${date}. Thank you for saying so.`,
  'not-there': (subject: Subject) =>
    `That's fine. ${subject.self ? 'You' : subject.name} won't be asked about it again.`,
  'undo-not-there': 'Taken back.',
  someNot: (count: number) => `${count} could not be done:`,
};

function meetings(count: number, kind = 'network'): string {
  return `${count} ${kind} ${count === 1 ? 'meeting' : 'meetings'}`;
}
