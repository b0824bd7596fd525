import type {
  AssessedEvidence,
  AssessedLine,
  AssessedStep,
  Assessment,
  Level,
} from '../bot/contract/assessment.ts';
import { fullDate, londonMoment } from '../bot/contract/dates.ts';
import { levelNames } from '../bot/contract/plan-words.ts';
import { roleNames } from '../bot/contract/role-words.ts';

export { levelNames };

export const stateNames: Record<AssessedLine['state'], string> = {
  'in-place': 'In place',
  'development-area': 'Development area',
  'not-looked-at': 'Not yet looked at',
};

/** As buttons name it to a screen reader. */
export function lineName({ line, deliverable, keyDriver }: AssessedLine): string {
  return deliverable ? `${line}, ${keyDriver}` : line;
}

export const framework = {
  title: 'The framework, line by line',
  lead: ({ levels }: Assessment, isNow: boolean) => {
    const n = levels.reduce((sum, level) => sum + level.n, 0);
    const of = levels.reduce((sum, level) => sum + level.of, 0);
    const is = isNow ? (n === 1 ? 'is' : 'are') : n === 1 ? 'was' : 'were';
    return `${n} of ${of} lines ${is} in place.`;
  },
  waits: (lines: readonly { level: Level; line: AssessedLine }[]) => {
    const [first] = lines;
    return lines.length === 1 && first !== undefined
      ? `approve evidence for ${levelNames[first.level]}, “${first.line.keyDriver}”.`
      : `approve evidence for ${lines.length} lines.`;
  },
  next: 'Next step',
  inPlace: ({ n, of }: Assessment['levels'][number]) => `${n} of ${of} in place`,
  supporting: 'Supporting actions',
  checklist: 'The framework’s checklist words it differently:',
  figure: ({ figure }: AssessedLine, on: string) =>
    figure === undefined
      ? ''
      : `The app counts ${figure.n} of ${figure.of} on ${fullDate(on)}, by rule ${figure.rule}.`,
  stands: 'The figure decides, so nobody says otherwise.',
  beside: 'It needs your word and the board’s paper.',
  said: ({ said }: AssessedLine) =>
    said === undefined
      ? ''
      : `${stateNames[said.state]}: said on ${fullDate(said.date)}.${said.evidence === undefined ? '' : ` Evidence: ${said.evidence}.`}`,
  unshown: 'No evidence for it is ready any more, so it is a development area.',
  owner: (name: string) => `Owner: ${name}`,
  review: (date: string) => `Review: ${fullDate(date)}`,
  note: (note: string) => `Note: ${note}`,
  evidenceCount: (line: { evidence: readonly Pick<AssessedEvidence, 'state'>[] }) => {
    const count = (state: AssessedEvidence['state']) =>
      line.evidence.filter((each) => each.state === state).length;
    const told = (['approved', 'ready', 'returned', 'drafted'] as const).flatMap((state) =>
      count(state) === 0 ? [] : [`${count(state)} ${countedAs(state, count(state))}`],
    );
    return told.length === 0 ? undefined : `Evidence: ${told.join(', ')}`;
  },
  say: 'Say where it stands',
  keep: 'Owner and review',
  add: 'Add evidence',
  history: (count: number) => `History: ${count}`,
  step: ({ what, by, at, title }: AssessedStep) =>
    `${steps[what]}${title === undefined ? '' : `: ${title}`}. ${by}, ${londonMoment(at)}`,
};

function countedAs(state: AssessedEvidence['state'], count: number): string {
  return state === 'drafted' ? (count === 1 ? 'draft' : 'drafts') : state;
}

const steps: Record<AssessedStep['what'], string> = {
  'in-place': 'In place',
  'development-area': 'Development area',
  kept: 'Owner, review or note changed',
  'line-taken-back': 'Taken back',
  drafted: 'Evidence added',
  ready: 'Ready to be approved',
  approved: 'Approved',
  returned: 'Returned',
  withdrawn: 'Taken off',
  'taken-back': 'Taken back',
};

type Told = Pick<AssessedEvidence, 'title'>;

export const evidence = {
  title: 'Evidence',
  state: ({ state, awaits }: AssessedEvidence) => {
    switch (state) {
      case 'approved':
        return 'Approved';
      case 'returned':
        return 'Returned';
      case 'drafted':
        return 'Draft';
      case 'ready':
        return awaits === undefined ? 'Ready' : `Ready, with ${roleNames[awaits]}`;
    }
  },
  of: ({ date }: AssessedEvidence) => `Of ${fullDate(date)}`,
  moved: ({ state, by, since }: AssessedEvidence) =>
    `${{ approved: 'Approved', returned: 'Returned', drafted: 'Added', ready: 'Made ready' }[state]} by ${by}, ${fullDate(since)}`,
  reason: (reason: string) => `Why: ${reason}`,
  link: 'Open it in your browser',
  linkFor: ({ title }: Told) => `Open it in your browser: ${title}`,
  who: 'The EDI lead, the EDI sponsor, the board chair and the board secretary can download it.',
  kept: 'It is kept with its line.',
  acts: {
    ready: 'It is ready',
    approve: 'Approve',
    return: 'Return',
    withdraw: 'Take off',
    takeBack: 'Take back',
  },
  actFor: (act: string, { title }: Told) => `${act}: ${title}`,
  told: {
    drafted: 'Kept as a draft. Say when it is ready.',
    ready: 'Ready. Somebody else looks at it now.',
    approve: 'Approved.',
    return: 'Returned with your reason.',
    withdraw: 'Taken off the line.',
    takeBack: 'Taken back.',
  },
  returnTitle: ({ title }: Told) => `Return: ${title}`,
  reasonField: 'What is missing?',
  reasonHint: 'Whoever keeps it reads this.',
  needsReason: 'Say what is missing',
};

export const say = {
  title: (line: AssessedLine) => `Your own assessment of ${lineName(line)}`,
  state: 'Where does it stand?',
  missing: 'Choose where it stands',
  evidence: 'Where is the evidence?',
  hint: 'Needed for “in place” while no evidence of this line is ready. A document’s name, nobody’s own.',
  sure: 'Nobody is named in it',
  save: 'Save',
  told: (line: AssessedLine, state: string) => `Noted. ${line.line}: ${state.toLowerCase()}.`,
  takenBack: 'Taken back.',
};

export const keep = {
  title: (line: AssessedLine) => `Who looks after ${lineName(line)}`,
  owner: 'Owner',
  notFound: 'Choose a name from the list',
  review: 'Look at it again on',
  note: 'Note',
  noteHint: 'Nobody’s name, please.',
  save: 'Save',
  notNow: 'Not now',
  told: (line: AssessedLine) => `Noted for ${line.line}.`,
};

export const add = {
  title: (line: AssessedLine) => `Evidence for ${lineName(line)}`,
  name: 'What is it called?',
  date: 'Date of the document',
  linkHint: 'Its address begins with https://.',
  save: 'Add it',
  problems: { title: 'Enter what it is called', date: 'Enter the date of the document' },
};
