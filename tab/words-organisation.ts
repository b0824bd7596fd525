import type { SettleList } from '../bot/contract/settle.ts';
import type { DecidedClaim, WaitingClaim } from '../bot/contract/views.ts';
import { fullDate } from '../bot/contract/dates.ts';

export const network = {
  title: 'Network meetings to confirm',
  standing: (count: number) =>
    count === 0
      ? 'No attendance waits for you.'
      : `${count} ${count === 1 ? 'attendance waits' : 'attendances wait'} for you to confirm.`,
  empty: 'When an executive says they joined a meeting, it comes here for you to confirm.',
  confirmAll: (count: number) => (count === 2 ? 'Confirm both' : `Confirm all ${count}`),
  confirm: 'Confirm',
  confirmFor: (claim: WaitingClaim) => `Confirm ${claim.name}`,
  query: 'Ask about it',
  queryFor: (claim: WaitingClaim) => `Ask about it: ${claim.name}`,
  queryHint: 'It goes back to them with your question. Nothing is lost.',
  said: (when: string, onBehalf: boolean) =>
    onBehalf ? `Recorded by their assistant on ${when}` : `Recorded on ${when}`,
  waitingTitle: 'Waiting for you',
  insteadTitle: 'Waiting for you in place of a chair',
  insteadNote: 'Please say why you decide instead. The reason is kept with the record.',
  reason: 'Your reason',
  problem: 'There is a problem',
  reasonMissing: 'Enter a reason before you confirm',
  decided: 'Decided in the last 24 hours',
  takeBack: 'Take back',
  takeBackFor: (name: string) => `Take back the answer for ${name}`,
  states: { confirmed: 'Confirmed', queried: 'Asked about' },
  stateBy: (state: DecidedClaim['state'], by: string | undefined) =>
    by === undefined ? network.states[state] : `${network.states[state]} by ${by}`,
  attendance: (networks: number) =>
    networks === 1 ? "Who came to your network's meetings" : "Who came to your networks' meetings",
  attendanceNote:
    'Of this year. Shown to the chair and deputy, the EDI lead, the EDI sponsor and the board chair only.',
  nobodyCame: 'Nobody has recorded one of them this year.',
  confirmedTold: (count: number, name: string) =>
    `${count === 1 ? `${name} is confirmed` : `${count} are confirmed`}. They see it now.`,
  queriedTold: (name: string) => `Your question went to ${name}.`,
  reopenedTold: (count: number, name: string) =>
    `Taken back. ${count === 1 ? `${name} waits` : `${count} wait`} for your answer again.`,
};

interface Attended {
  name: string;
  date: string;
}

export const offTheRecord = {
  takeOff: 'Take off the record',
  takeOffFor: ({ name, date }: Attended) => `Take off the record: ${name}, ${date}`,
  note: 'Please say why, and name nobody. You can put it back for 24 hours.',
  missing: 'Enter a reason before you take it off',
  confirm: 'Take it off',
  takenOff: ({ name, date }: Attended) => `${date} no longer counts for ${name}. They can see it.`,
  putBack: 'Put it back',
  putBackFor: ({ name, date }: Attended) => `Put it back: ${name}, ${date}`,
  isBack: ({ name, date }: Attended) => `${date} counts for ${name} again.`,
};

/** Here, so that the page's first view carries none of its words. */
export const delivered = 'Reminders: what arrived';

/** The same: what stands within is loaded once it is asked for. */
export const grouped = {
  S2: 'Goals agreed, by band and by directorate',
  'S3.b': 'Reverse mentoring, by band and by directorate',
};

export const organisation = {
  title: (name: string) => `Silver at ${name}`,
  asAt: (on: string, known: string | undefined) =>
    `On ${fullDate(on)}, as known ${known === undefined ? 'now' : `on ${known}`}.`,
  toGo: (count: number) => `${count} to go`,
  byNetwork: 'By network',
  columns: { network: 'Network', twelve: 'Last 12 months', year: 'This year' },
  otherDate: 'Show another date',
  on: 'As it stood on',
  known: 'As known at the end of',
  dateHint: 'Leave the second one empty for all that is known now.',
  show: 'Show',
  today: 'Back to today',
  attendance: 'Who attended what',
  attendanceNote:
    'Shown to the EDI lead, the EDI sponsor and the board chair only. Chairs and deputies see their own network.',
  nobody: 'No executive directors are on record for this date.',
  confirmed: (n: number, target: number | undefined) => {
    if (target === undefined) return `${n} confirmed`;
    return n > target ? `${n} confirmed, ${target} needed` : `${n} of ${target} confirmed`;
  },
  waiting: (n: number) => `${n} waiting`,
  noMeetings: 'None recorded',
  since: (from: string) => `in post since ${from}`,
  until: (to: string) => `in post until ${to}`,
  notCounting: 'other network',
  claimStates: {
    claimed: 'waiting',
    confirmed: 'confirmed',
    queried: 'asked about',
    voided: 'taken off the record',
  },
  settle: 'To settle',
  settleStanding: (items: readonly { file?: string | undefined }[]) => {
    const questions = `${items.length} ${items.length === 1 ? 'question' : 'questions'}`;
    return items.some(({ file }) => file !== undefined)
      ? `${questions} from the last imports. Each says what became of it. Everything without a question is in.`
      : `${questions}. Nothing changes until you answer.`;
  },
  settleEmpty: 'Nothing to settle. The last imports raised no questions.',
  row: (file: string, row: number | undefined) =>
    row === undefined ? file : `${file}, row ${row}`,
};

const problems: Record<string, string> = {
  'unknown-supervisor': 'The supervisor is not on the staff list',
  'unknown-role-holder': 'The role holder is not on the staff list',
  'unknown-executive': 'The executive is not on the staff list',
  'unknown-person': 'The person is not on the staff list',
  'unknown-network': 'The network is not known',
  'unknown-role': 'The role is not known',
  'unknown-grade': 'The grade has no band yet',
  'unknown-status': 'The status is not known',
  'bad-date': 'The date could not be read',
  'bad-value': 'A value is missing or could not be read',
  'listed-twice': 'Listed twice',
  'person-no-longer-listed': 'A person is no longer in the file',
  'assignment-no-longer-listed': 'An assignment is no longer in the file',
  'role-no-longer-listed': 'A role is no longer in the file',
  'network-no-longer-listed': 'A network is no longer in the file',
  'meeting-no-longer-listed': 'A meeting is no longer in the file',
  'board-meeting-no-longer-listed': 'A board meeting is no longer in the file',
  'supervisor-has-left': 'The supervisor has left',
  'address-taken': 'The address belongs to another account',
  'guest-account': 'A guest account asked to be linked',
  'entra-manager-differs': 'Their manager may be another',
  'entra-address-differs': 'Their work address may be another',
};

export function problemWords(problem: string): string {
  return problems[problem] ?? problem.replaceAll('-', ' ');
}

/** Most details begin with whom they are about already. */
export function settleDetail({
  name,
  detail,
  proposed,
}: Pick<SettleList['items'][number], 'name' | 'detail' | 'proposed'>): string {
  const said = proposed === undefined ? detail : proposedWords(proposed);
  return name === undefined || said.includes(name) ? said : `${name}: ${said}`;
}

function proposedWords({
  name,
  instead,
}: NonNullable<SettleList['items'][number]['proposed']>): string {
  const says = `Microsoft 365 says ${name}`;
  return instead === undefined ? `${says}.` : `${says}, the staff list ${instead}.`;
}
