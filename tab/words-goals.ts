import { fullDate } from '../bot/contract/dates.ts';
import type {
  Goal,
  GoalOutcome,
  GoalStanding,
  GoalStates,
  TeamMember,
} from '../bot/contract/goals.ts';

export const outcomeWords: Record<GoalOutcome, string> = {
  achieved: 'Achieved',
  partly: 'Partly achieved',
  'not-achieved': 'Not achieved',
};

export const standingWords: Record<GoalStanding, string> = {
  none: 'No goal yet',
  draft: 'Draft',
  'with-manager': 'With the manager',
  'with-leader': 'With the leader',
  agreed: 'Agreed',
  paused: 'Paused',
  proposed: 'With the manager',
  answered: 'With the leader',
  concluded: 'Concluded',
  closed: 'Closed',
};

export const steps = {
  label: 'The steps of your goal',
  written: 'Written',
  you: 'You agreed',
  manager: 'Manager agreed',
  noted: 'Half-way note',
  concluded: 'Concluded',
  done: (date?: string) => (date === undefined ? 'Done' : fullDate(date)),
  next: 'Next',
  later: 'Later',
};

/** One sentence: where it stands, and whose turn it is. */
export function standingLine(
  standing: GoalStanding,
  goal: Goal | undefined,
  manager = 'your manager',
): string {
  switch (standing) {
    case 'none':
      return 'Write one goal for equality, diversity and inclusion, and agree it with your manager.';
    case 'draft':
      return `Your draft is saved. ${sentence(manager)} can read it. Send it when it is ready.`;
    case 'with-manager':
      return `${sentence(manager)} agrees it next. There is nothing for you to do.`;
    case 'with-leader':
      return `${sentence(manager)} has agreed this text. Agree it too, and it stands.`;
    case 'agreed':
      return goal === undefined
        ? 'Your goal is agreed.'
        : `Your goal is agreed. It is due by ${fullDate(goal.due)}.`;
    case 'paused':
      return 'Your goal is paused. Nothing is asked of you.';
    case 'proposed':
      return goal?.proposed === undefined
        ? `${sentence(manager)} confirms next how it went.`
        : `You said: ${lower(goal.proposed)}. ${sentence(manager)} confirms it next.`;
    case 'answered':
      return goal?.proposed === undefined || goal.answer === undefined
        ? `${sentence(manager)} sees it differently. Say the same, or talk it over.`
        : `You said: ${lower(goal.proposed)}. ${sentence(manager)} said: ${lower(goal.answer)}. Say the same, or talk it over.`;
    case 'concluded':
      return goal?.answer === undefined
        ? 'You both said the same.'
        : `You both said: ${lower(goal.answer)}.`;
    case 'closed':
      return 'This goal is closed.';
  }
}

export const own = {
  title: 'Equality goal',
  graceUntil: (date: string) =>
    `You joined lately, so nothing is asked before ${fullDate(date)}. You can start now.`,
  write: 'Write my goal',
  text: 'My goal',
  due: 'Due by',
  dueHint: 'The end of the appraisal year, unless you choose an earlier day.',
  check: 'Check my manager against Microsoft 365',
  help: 'Help with writing it',
  smart: [
    'Specific: what will you do yourself?',
    'Measurable: how will you both know?',
    'Achievable: is it in your own hands?',
    'Relevant: whose experience gets better?',
    'Time-bound: by when?',
  ],
  exampleTitle: 'Examples to start from',
  examples: [
    'From May, every shortlisting panel that I chair has a trained ethnic minority member. By March I share who was shortlisted and appointed.',
    'By September I have read our race equality data for my teams with the network’s chair. By March two changes we agree on are in place.',
    'This year I sponsor two ethnic minority colleagues for acting-up or project roles, and report what came of it by March.',
  ],
  start: 'Start from this',
  startFor: (n: number) => `Start from this: example ${n}`,
  readingTitle: 'From the framework',
  send: (manager: string | undefined) =>
    manager === undefined ? 'Agree and send' : `Send to ${manager}`,
  save: 'Save as a draft',
  agree: 'Agree this text',
  change: 'Change the text',
  changeNote: 'You both agree the new text again.',
  note: 'Add a note',
  noteLabel: 'How is it going?',
  comment: 'Add a comment',
  commentLabel: 'Your comment',
  add: 'Add',
  propose: 'Say how it went',
  answerAgain: 'Answer',
  how: 'How did it go?',
  sendOutcome: 'Send',
  choose: 'Choose one',
  share: 'Show it to somebody',
  shareLabel: 'Their work address',
  shareHint:
    'Of somebody with a role here: a director, a network’s chair, the EDI lead. They can read it until you take that back.',
  shareAdd: 'Show it',
  stop: 'Stop',
  stopFor: (name: string) => `Stop showing it to ${name}`,
  sharedWith: (name: string) => `${name} can read it.`,
  undo: 'Undo the last step',
  who: 'You and your manager can read this. The app shows it to nobody else, unless you do.',
  shared: 'Goals shown to me',
  noneShared: 'Nobody shows you a goal just now.',
  told: {
    sent: 'Sent. Your manager agrees it next.',
    saved: 'Saved as a draft.',
    agreed: 'Agreed by both of you.',
    noted: 'Your note is added.',
    commented: 'Your comment is added.',
    proposed: 'Sent. Your manager confirms it next.',
    concluded: 'You both say the same. Your goal is concluded.',
    shared: 'They can read it now.',
    unshared: 'They can’t read it any more.',
    undone: 'Taken back.',
  },
  problem: {
    text: 'Write your goal',
    note: 'Write a few words',
    outcome: 'Choose how it went',
    address: 'Enter a work address',
  },
};

export const team = {
  lead: (waiting: number, people: number) => {
    if (people === 0) return 'No leaders are in your team just now.';
    if (waiting === 0) return 'Nothing waits for you.';
    return waiting === 1 ? 'One goal waits for you.' : `${waiting} goals wait for you.`;
  },
  waitingTitle: 'Waiting for you',
  agreeAll: (n: number) => (n === 2 ? 'Agree both' : `Agree all ${n}`),
  confirmAll: (n: number) => (n === 2 ? 'Confirm both' : `Confirm all ${n}`),
  agree: 'Agree',
  agreeFor: (name: string) => `Agree the goal of ${name}`,
  confirm: (outcome: GoalOutcome) => `Confirm: ${outcomeWords[outcome].toLowerCase()}`,
  confirmFor: (name: string, outcome: GoalOutcome) =>
    `Confirm: ${outcomeWords[outcome].toLowerCase()}, ${name}`,
  differently: 'I see it differently',
  differentlyFor: (name: string) => `I see it differently: ${name}`,
  says: (name: string, outcome: GoalOutcome) =>
    `${name} says: ${outcomeWords[outcome].toLowerCase()}.`,
  everyone: 'Everyone',
  read: 'Read the goal',
  readFor: (name: string) => `Read the goal of ${name}`,
  pause: 'Pause',
  pauseFor: (name: string) => `Pause the goal of ${name}`,
  resume: 'Let it go on',
  resumeFor: (name: string) => `Let the goal of ${name} go on`,
  lastYear: 'Last year’s goal',
  since: (date: string) => `Since ${fullDate(date)}`,
  told: {
    agreed: (n: number, name: string) => (n === 1 ? `Agreed with ${name}.` : `${n} goals agreed.`),
    confirmed: (n: number, name: string) =>
      n === 1 ? `Confirmed for ${name}.` : `${n} goals confirmed.`,
    answered: (name: string) => `Sent. ${name} answers next.`,
    paused: (name: string) => `The goal of ${name} is paused.`,
    resumed: (name: string) => `The goal of ${name} goes on.`,
    noted: 'Your note is added.',
    undone: 'Taken back.',
  },
  note: 'If somebody is not in your team, ask your EDI lead to name their manager.',
};

/** The state of one of a manager's leaders. */
export function memberWords({ standing, asked, waits }: TeamMember): string {
  if (standing === 'none' && !asked) return 'Nothing asked just now';
  if (waits === 'agree') return 'Waits for you to agree';
  if (waits === 'confirm') return 'Waits for you to confirm';
  if (standing === 'with-leader' || standing === 'answered') return 'They answer next';
  return standingWords[standing];
}

const outsideWords: Record<NonNullable<GoalStates['people'][number]['outside']>, string> = {
  grace: 'Joined lately',
  away: 'Away',
  'acting-up': 'Acting up for less than three months',
  'unknown-grade': 'Grade to settle',
};

export const states = {
  title: 'Each leader’s goal, and last year’s figure',
  lead: (agreed: number, all: number) =>
    `${agreed} of ${all} leaders ${agreed === 1 ? 'has' : 'have'} an agreed goal.`,
  noManager: (n: number) => `${n} ${n === 1 ? 'leader needs' : 'leaders need'} a manager named.`,
  all: (n: number) => `All ${n} leaders`,
  caption: 'Each leader’s goal by its state; the words stay with the leader and their manager',
  columns: ['Leader', 'Goal', 'Manager'],
  outside: outsideWords,
  nobody: 'Needs a manager',
  name: 'Name another manager',
  nameFor: (leader: string) => `Name another manager for ${leader}`,
  managerLabel: 'The manager’s work address',
  set: 'Name them',
  listed: 'Use the staff list again',
  listedFor: (leader: string) => `Use the staff list again for ${leader}`,
  named: (leader: string) => `The manager of ${leader} is on record from today.`,
  reportTitle: 'Last year’s percentage',
  figure: (n: number, of: number) =>
    `${n} of ${of} agreed goals ${n === 1 ? 'was' : 'were'} achieved.`,
  reported: (n: number, of: number, date: string, document: string) =>
    `Reported on ${fullDate(date)} as ${n} of ${of}, in ${document}.`,
  notReported: 'It is not reported yet.',
  report: 'Report it',
  reportDate: 'On which day?',
  reportDocument: 'Where is it reported?',
  reportHint: 'The paper’s name, such as board-paper-12.docx.',
  reportTold: 'The percentage is on record.',
};

function lower(outcome: GoalOutcome): string {
  return outcomeWords[outcome].toLowerCase();
}

function sentence(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
