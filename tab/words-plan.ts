import type { PlanLevel, PlanLine, PlanState } from '../bot/contract/plan.ts';
import { levelNames, stateNames } from '../bot/contract/plan-words.ts';
import { planCard } from './words-plan-card.ts';
import { fullDate } from '../bot/contract/dates.ts';

export { levelNames, stateNames };
export { involvementWords, stepWords } from '../bot/contract/plan-words.ts';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const plan = {
  title: planCard.title,
  lead: (lines: readonly PlanLine[]) => {
    if (lines.length === 0) return 'No line is on the plan yet.';
    const of = (state: PlanState) => lines.filter((line) => line.state === state).length;
    return `${count(lines.length, 'line', 'lines')}: ${of('open')} open, ${of('in-progress')} in progress, ${of('done')} done.`;
  },
  passed: (n: number) => `${count(n, 'date has', 'dates have')} gone by.`,
  without: (areas: number) =>
    `${count(areas, 'development area has', 'development areas have')} no line yet.`,
  level: 'Level',
  allLevels: 'All levels',
  state: 'State',
  allStates: 'All states',
  noneSuch: 'No line fits these choices.',
  gone: 'This date has gone by.',
  more: 'More',
  moreAbout: ({ action }: PlanLine) => `More about: ${action}`,
  framework: ({ framework: { id } }: PlanLine) => `The framework’s words for ${id}`,
  history: 'History',
  historyDay: (on: string) => fullDate(on),
};

export const ownPlan = {
  lines: 'Your lines of the action plan',
  note: 'You carry these for the organisation.',
  involvements: 'Your network in the action plan',
  ask: (n: number) =>
    n === 0
      ? 'Nothing waits for you.'
      : `${count(n, 'line names', 'lines name')} your network and ${n === 1 ? 'waits' : 'wait'} for your yes.`,
  waits: 'Waits for you',
};

export const planActs = {
  begin: 'It has begun',
  progress: 'Say how it goes',
  involve: 'Name a network’s part',
  confirm: 'Yes, we took part',
  question: 'Let’s talk first',
  close: 'It is done',
  reopen: 'Reopen',
  edit: 'Change',
  remove: 'Take off the plan',
  'take-back': 'Undo the last move',
} as const satisfies Record<PlanLine['may'][number], string>;

export const planTold = {
  begin: 'It is in progress.',
  progress: 'Saved.',
  involve: 'The network’s chair and deputy are asked to confirm it.',
  confirm: 'Confirmed for your network.',
  question: 'Whoever carries the line sees that you would like to talk.',
  close: 'It is done.',
  reopen: 'It is in progress again.',
  edit: 'Saved.',
  remove: 'Taken off the plan.',
  'take-back': 'It is as it was before.',
  add: 'It is on the action plan.',
} as const;

export const planForm = {
  add: 'Add a line',
  addTitle: 'A new line',
  editTitle: 'Change this line',
  line: 'Which line of the framework is it for?',
  choose: 'Choose one',
  area: 'development area',
  action: 'What will you do?',
  carried: 'Who carries it?',
  person: 'A person',
  team: 'A team',
  personField: 'Which person?',
  keeps: (name: string) => `It stays with ${name} unless you choose somebody else.`,
  teamField: 'Which team?',
  timescale: 'Timescale',
  timescaleHint: 'Such as “six months”. You can leave it empty.',
  target: 'Target completion date',
  comments: 'Comments',
  commentsHint: 'Please don’t name patients. You can leave it empty.',
  save: 'Save',
  notNow: 'Not now',
  progress: 'How is it going?',
  progressHint: 'Please don’t name patients.',
  network: 'Which network?',
  part: 'What did the network do?',
  partHint: 'Its chair or deputy is asked to confirm these words.',
  missing: {
    line: 'Choose a line of the framework',
    action: 'Say what you will do',
    owner: 'Choose a person',
    team: 'Name the team',
    target: 'Choose a date',
    text: 'Add a few words',
    network: 'Choose a network',
  },
};

export function levelsOf(lines: readonly PlanLine[]): PlanLevel[] {
  return [...new Set(lines.map(({ framework: { level } }) => level))];
}
