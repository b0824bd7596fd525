import { fullDate, londonMoment } from '../bot/contract/dates.ts';
import { levelNames } from '../bot/contract/plan-words.ts';
import { roleNames } from '../bot/contract/role-words.ts';
import { lineNames } from './words-silver.ts';
import type {
  Review,
  ReviewLine,
  Snapshot,
  SnapshotInBrief,
  SnapshotState,
} from '../bot/contract/snapshot.ts';

type Next = NonNullable<SnapshotInBrief['next']>;
type OtherRule = Snapshot['otherRules'][number];
type Line = Snapshot['content']['lines'][number];
type Assessed = NonNullable<Snapshot['content']['assessment']>;

const steps: Record<Next['move'], { theirs: string; yours: string }> = {
  approve: { theirs: 'approves it', yours: 'approve it' },
  freeze: { theirs: 'freezes it', yours: 'freeze it' },
  submit: { theirs: 'sends it to the Assembly', yours: 'send it to the Assembly' },
  'record-feedback': {
    theirs: 'records what the Assembly answers',
    yours: 'record what the Assembly answers',
  },
};

const levels = [
  ['B', 'bronze'],
  ['S', 'silver'],
  ['G', 'gold'],
  ['R', 'regular-review'],
] as const;

export const snapshots = {
  folded: 'Snapshots and regular reviews',
  title: 'Snapshots',
  intro: 'The figures of a day, kept as they were known then. Once frozen, nothing changes them.',
  none: 'There is none yet.',
  of: ({ on }: SnapshotInBrief) => `Figures for ${fullDate(on)}`,
  known: ({ known }: SnapshotInBrief) => `As known on ${londonMoment(known)}`,
  states: {
    drafted: 'Draft',
    approved: 'Approved',
    frozen: 'Frozen',
    submitted: 'Sent',
    feedback: 'Answered',
  } satisfies Record<SnapshotState, string>,
  steps: ({ steps: taken }: SnapshotInBrief) => {
    const last = taken.at(-1);
    return last === undefined ? '' : `${snapshots.states[last.state]} on ${fullDate(last.on)}`;
  },
  next: ({ move, whose, yours }: Next) => {
    if (yours) return `Next: you ${steps[move].yours}.`;
    return `Next: ${whose === 'nobody' ? 'somebody' : roleNames[whose]} ${steps[move].theirs}.`;
  },
  hash: 'Hash',
  copy: 'Copy',
  copyFor: (one: SnapshotInBrief) => `Copy the hash: ${snapshots.of(one)}`,
  copied: 'Copied.',
  notCopied: 'This could not be copied. Open “What it says” for the whole of it.',
  says: 'What it says',
  altered: 'What is kept here is not what this hash was made of. Please tell whoever runs the app.',
  line: ({ code, n, of, ready }: Line) =>
    `${lineNames[code]}: ${n} of ${of}${ready ? ', evidence ready' : ''}`,
  assessment: 'Self-assessment',
  /** A level at a time, by how its lines' codes begin; a supporting action's has a dot. */
  assessed: (lines: Assessed) =>
    levels.map(([letter, level]) => {
      const deliverables = lines.filter(
        ({ line }) => line.startsWith(letter) && !line.includes('.'),
      );
      const inPlace = deliverables.filter(({ state }) => state === 'in-place').length;
      return `${levelNames[level]}: ${inPlace} of ${deliverables.length} lines in place`;
    }),
  shown: ({ line, evidence = [] }: Assessed[number]) => `${line}: ${evidence.join('; ')}`,
  rules: ({ then, now }: OtherRule) =>
    `By its own rule ${then.rule}: ${then.n} of ${then.of}. By today’s rule ${now.rule}: ${now.n} of ${now.of}.`,
  feedback: 'What the Assembly answered',
  draft: 'Draft a snapshot',
  buttons: {
    approve: 'Approve',
    freeze: 'Freeze',
    submit: 'It was sent',
    'record-feedback': 'Record feedback',
    withdraw: 'Withdraw',
    'take-back': 'Take back',
  },
  buttonFor: (label: string, one: SnapshotInBrief) => `${label}: ${snapshots.of(one)}`,
  asks: {
    draft: 'Figures for which day?',
    freeze: 'Freeze it? Nothing can change it afterwards.',
    submit: 'When was it sent to the Assembly?',
    feedback: 'What did the Assembly answer?',
  },
  fields: {
    on: 'Day',
    date: 'Day',
    came: 'When did it come?',
    words: 'In its words',
    line: 'About one line? Which?',
    lineWords: 'What about that line?',
  },
  onHint: 'Often the last day of a year or quarter, such as 31 March.',
  wordsHint: 'Up to 2,000 characters. Please name nobody.',
  missing: { day: 'Choose a day', words: 'Enter what it answered' },
  told: {
    draft: 'Drafted.',
    approve: 'Approved.',
    freeze: 'Frozen. It stays as it is.',
    submit: 'On record: it was sent.',
    'record-feedback': 'The feedback is on record.',
    withdraw: 'Withdrawn.',
    'take-back': 'Taken back.',
  },
};

export const reviews = {
  title: 'Regular reviews',
  names: { R1: 'Yearly review', R2: 'Feedback from the Assembly' } satisfies Record<
    ReviewLine,
    string
  >,
  last: ({ last }: Review) =>
    last === undefined ? 'None is on record yet.' : `Last on ${fullDate(last.on)}.`,
  due: ({ due, applied }: Review, today: string) => {
    if (applied !== undefined) return `Sent on ${fullDate(applied)}; its answer is awaited.`;
    return due < today ? `It was due by ${fullDate(due)}.` : `Next by ${fullDate(due)}.`;
  },
  shown: (document: string) => `Shown by ${document}`,
  record: { R1: 'Record a review', R2: 'Record earlier feedback' } satisfies Record<
    ReviewLine,
    string
  >,
  document: 'Where is its document?',
  documentHint: 'A document’s name or number, or a minute. Nobody’s own name.',
  documentMissing: 'Say where the document is',
  takeBack: 'Take back',
  takeBackFor: (line: ReviewLine) => `Take back: ${reviews.names[line]}`,
  told: 'On record.',
  takenBack: 'Taken back.',
};
