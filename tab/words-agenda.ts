import type { Agenda, Item } from '../bot/contract/agenda.ts';
import { dayCount } from '../bot/contract/agenda-words.ts';
import { shortDate } from '../bot/contract/dates.ts';

type Meeting = Agenda['meetings'][number];

export const agenda = {
  networkTitle: 'Items for the board',
  networkLead: (mine: number, open: number) => {
    if (mine > 0) return `${count(mine, 'item')} ${mine === 1 ? 'waits' : 'wait'} for you.`;
    return open === 0
      ? 'Nothing is with the board. Raise something that its members should hear.'
      : `${count(open, 'item')} ${open === 1 ? 'is' : 'are'} under way.`;
  },
  boardLead: (mine: number, open: number) => {
    if (mine > 0) return `${count(mine, 'item')} ${mine === 1 ? 'waits' : 'wait'} for you.`;
    return open === 0 ? 'No network has an item under way.' : 'No item waits for you.';
  },
  forYou: 'Waits for you',
  underWay: 'Under way',
  ended: (n: number) => `Come to an end: ${n}`,
  wordsAndDays: 'What it says, and its days',
  days: 'Its days',
  still: 'to come',
  waits: (days: number) => (days === 0 ? 'next' : `${dayCount(days)} so far`),
  after: (day: string) => `from ${day}`,
  raise: 'Raise with the board',
  naming: 'Don’t name patients or colleagues.',
  noNumber: 'The ten digits are not a patient’s number',
  notNow: 'Not now',
  choose: 'Choose one',
  meeting: ({ date, papersDue }: Meeting, today: string) =>
    `${shortDate(date, today)}, papers close ${shortDate(papersDue, today)}`,
};

export const fields = {
  network: 'For which network?',
  title: 'What is it about, in a few words?',
  text: 'What should the board know, and what do you ask of it?',
  meeting: 'Which board meeting?',
  until: 'Until which day?',
  reason: 'Why?',
  reasonHint: 'The network’s chair and deputy read this.',
  minute: 'What does the minute say?',
  attended: 'Who of the network was there?',
  nobody: 'Nobody',
  feedback: 'What shall the network hear?',
  feedbackHint: 'Its members may read it.',
  body: 'What met?',
  bodyHint: 'Such as the People Committee.',
  date: 'On which day?',
  minuteAt: 'Where is the minute?',
  minuteHint: 'Its number, or the document’s name.',
  person: 'Who spoke?',
};

export const missing = {
  network: 'Choose a network',
  title: 'Say in a few words what it is about',
  text: 'Add a few words',
  meeting: 'Choose a meeting',
  until: 'Choose a day',
  attended: 'Choose who was there',
  body: 'Say what met',
  date: 'Choose a day',
  minute: 'Say where the minute is',
  person: 'Choose who spoke',
};

/** What each act is called on its button. */
const actNames: Record<Item['may'][number], string> = {
  edit: 'Change the words',
  withdraw: 'Take it back',
  triage: 'Take it on',
  schedule: 'Put on an agenda',
  defer: 'Put it off',
  refer: 'Ask the board chair to decline',
  decline: 'Decline',
  'ask-review': 'Ask for a review',
  discuss: 'Record the minute',
  'feed-back': 'Feed back',
  acknowledge: 'We have heard it',
  'take-back': 'Undo the last step',
};

/** What is on an agenda already goes to another. */
export function actName(act: Item['may'][number], { state }: Pick<Item, 'state'>): string {
  return act === 'schedule' && state === 'scheduled' ? 'Move to another board' : actNames[act];
}

/** What the page says once it is done. */
export const told: Record<Item['may'][number] | 'raise', string> = {
  raise: 'Raised. The board secretary sees it now.',
  edit: 'The words are changed.',
  withdraw: 'Taken back. The board secretary no longer sees it.',
  triage: 'Taken on. Now decide where it goes.',
  schedule: 'It is on the board’s agenda. The network sees it.',
  defer: 'Put off. It comes back to you then.',
  refer: 'The board chair decides now.',
  decline: 'Declined. The network reads your reason.',
  'ask-review': 'The board secretary looks at it again.',
  discuss: 'The minute is on record. Now tell the network.',
  'feed-back': 'The network is told.',
  acknowledge: 'Thank you. It has come all the way.',
  'take-back': 'Undone.',
};

export const spoke = {
  title: 'When a chair spoke at a board or committee',
  note: 'Without an item of their own. It counts as one of the year’s reciprocal attendances.',
  none: 'None is on record.',
  add: 'Add one',
  send: 'Record it',
  done: 'On record.',
  undone: 'Taken off the record.',
  takeOff: 'Take off',
  takeOffFor: (name: string, date: string) => `Take off ${name}, ${date}`,
};

function count(n: number, one: string): string {
  return `${n} ${n === 1 ? one : `${one}s`}`;
}
