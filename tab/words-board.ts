import type { Council, Line, Papers, PaperKind } from '../bot/contract/board.ts';
import { paperNames, quarterName } from '../bot/contract/board-words.ts';
import { lineNames } from '../bot/contract/silver-words.ts';
import { fullDate, shortDate } from '../bot/contract/dates.ts';

type Paper = Papers['papers'][number];

/** What the networks' part in a paper is; other papers have none. */
export const networksPart: Partial<Record<PaperKind, string>> = {
  'staff-survey': 'Network members had a part in reading it',
  'quarterly-review': 'The staff networks saw it too',
};

export const papers = {
  next: ({ next, on }: Papers) =>
    next === undefined
      ? 'No board to come is in the calendar.'
      : `The next board is on ${fullDate(next.date)}; papers ${next.papersDue < on ? 'closed' : 'close'} on ${shortDate(next.papersDue, on)}.`,
  title: "The board's race data",
  figure: (of: number) => `of the last ${of} quarters`,
  figureNote: 'Counted by when the board saw WRES or workforce data, whatever quarter they are of.',
  seen: 'Seen',
  notSeen: 'Nothing seen',
  notYet: 'Nothing yet',
  missing: 'Before the next board',
  nothingMissing: 'Everything that this board should see is planned, or the board has seen it.',
  list: 'Papers',
  none: 'No paper is on record yet.',
  of: ({ quarter }: Paper) => `Data of ${quarterName(quarter)}`,
  planned: 'Planned',
  presented: 'Presented',
  day: ({ state, date }: Paper) =>
    date === undefined
      ? 'its board is no longer in the calendar'
      : state === 'planned'
        ? `for the board on ${fullDate(date)}`
        : `to the board on ${fullDate(date)}`,
  minute: (minute: string) => `Minute: ${minute}`,
  plan: 'Plan a paper',
  record: 'The board saw a paper',
  present: 'The board saw it',
  presentFor: (paper: Paper) => `The board saw it: ${paperNames[paper.kind]}`,
  reopen: 'Not presented',
  reopenFor: (paper: Paper) => `Not presented: ${paperNames[paper.kind]}`,
  withdraw: 'Take off',
  withdrawFor: (paper: Paper) => `Take off: ${paperNames[paper.kind]}`,
  presentTitle: (paper: Paper) => `The board saw it: ${paperNames[paper.kind]}`,
  fields: {
    kind: 'Which paper?',
    meeting: 'For which board?',
    quarter: 'Which quarter are its data of?',
    date: 'At which board?',
    minute: 'Where is the minute?',
  },
  minuteHint: 'Such as “item 9 of the minutes”.',
  toMissing: {
    kind: 'Choose a paper',
    meeting: 'Choose a board meeting',
    quarter: 'Choose a quarter',
    date: 'Choose a board meeting',
    minute: 'Say where the minute is',
  },
  told: {
    plan: (kind: PaperKind, date: string) => `Planned: ${paperNames[kind]} for ${date}.`,
    presented: (kind: PaperKind) => `On record: the board saw ${paperNames[kind]}.`,
    reopened: 'Taken back. It is planned again.',
    withdrawn: 'Taken off the record.',
  },
  rule: 'The four quarters are this one and the three before it. That reading is ours: the framework names none.',
};

export const council = {
  title: 'The leadership council',
  record: 'Terms and meetings on record',
  terms: ({ terms }: Council) =>
    terms === undefined
      ? 'Its terms of reference are not on record yet.'
      : `Terms of reference approved on ${fullDate(terms.date)}.`,
  met: ({ meetings: [latest], metLately, months }: Council) =>
    latest === undefined
      ? 'No meeting is on record yet.'
      : `It last met on ${fullDate(latest.date)}${metLately ? '' : `, more than ${months} months ago`}.`,
  states: { ready: 'Both on record', 'to-do': 'Needs a record' },
  document: (document: string) => `Shown by ${document}`,
  approved: (date: string) => `Terms approved, ${fullDate(date)}`,
  meeting: (date: string) => `Meeting, ${fullDate(date)}`,
  records: (count: number) => `On record: ${count}`,
  recordMeeting: 'Record a meeting',
  recordTerms: 'Record its terms',
  takeBack: 'Take back',
  takeBackFor: (what: string) => `Take back: ${what}`,
  fields: { met: 'On which day did it meet?', terms: 'When were they approved?' },
  documents: { met: 'Where are its minutes?', terms: 'Where are the terms?' },
  hint: 'A document’s name or number. Never list members here.',
  sure: 'Nobody is named in it',
  toMissing: { date: 'Choose the day', document: 'Say where the document is' },
  told: {
    met: 'The meeting is on record.',
    terms: 'The terms of reference are on record.',
    takenBack: 'Taken back.',
  },
  rule: (months: number) =>
    `It counts as meeting for ${months} months. That reading is ours. A staff network is not a council.`,
};

export const lines = {
  title: 'Supporting actions',
  note: 'The EDI lead or the EDI sponsor says where each stands.',
  say: 'Say where it stands',
  change: 'Change',
  sayFor: ({ line }: Line) => `Say where it stands: ${lineNames[line]}`,
  changeFor: ({ line }: Line) => `Change: ${lineNames[line]}`,
  since: (date: string) => `Said on ${fullDate(date)}`,
  evidence: (evidence: string) => `Evidence: ${evidence}`,
  paper: ({ line, paper }: Line) =>
    paper === undefined
      ? 'The board has seen no paper of it yet.'
      : `The board saw one on ${fullDate(paper.date)}, ${paper.networks ? 'with' : 'without'} the networks${line === 'S5.a' ? ' in reading it' : ' seeing it too'}.`,
  sayTitle: ({ line }: Line) => `Your own assessment: ${lineNames[line]}`,
  fields: { state: 'Where does it stand?', evidence: 'Where is the evidence?' },
  evidenceHint: 'Needed for a line in place. A document’s name or number, nobody’s own name.',
  toMissing: { state: 'Choose where it stands' },
  save: 'Save',
  told: ({ line }: Line, state: string) => `Noted. ${lineNames[line]}: ${state.toLowerCase()}.`,
};

export const form = {
  choose: 'Choose one',
  record: 'Record it',
  plan: 'Plan it',
  notNow: 'Not now',
};
