import type { OtherCommitment } from '../bot/contract/next-step.ts';
import type { CommitmentStatus } from '../bot/contract/commitment.ts';

type Lines = Record<CommitmentStatus, string>;

const paused = 'Paused for now. You can still record and answer.';

/** To themselves alone: whoever is back before the staff list says so knows what to do. */
export const away =
  'The staff list says that you are away. If you are back, tell your EDI lead. What is paused starts again with the next staff list.';

/** Where each stands, in a line. */
const lines: Record<OtherCommitment['code'], Lines> = {
  S2: {
    'to-do': 'No goal is agreed for this year yet.',
    waiting: 'Your goal waits to be agreed.',
    'on-track': 'Your goal is agreed.',
    met: 'Your goal is agreed.',
    paused,
    'not-asked': 'No goal is asked of you yet.',
    'out-of-reach': 'No goal was agreed for this year.',
  },
  S3: {
    'to-do': 'No verified course that counts is on record yet.',
    waiting: 'Your course is recorded and waits to be checked.',
    'on-track': 'Your course is verified.',
    met: 'Your course is verified.',
    paused,
    'not-asked': 'No course is asked of you.',
    'out-of-reach': 'No verified course that counts is on record yet.',
  },
  'S3.b': {
    'to-do': 'No session that counts is on record yet.',
    waiting: 'A session waits to be confirmed.',
    'on-track': 'A session that counts is on record.',
    met: 'A session that counts is on record.',
    paused,
    'not-asked': 'No session is asked of you.',
    'out-of-reach': 'No session that counts is on record yet.',
  },
};

export function lineOf({ code, status }: OtherCommitment): string {
  return lines[code][status];
}

export const statuses: Record<CommitmentStatus, string> = {
  'to-do': 'To do',
  waiting: 'Waiting',
  'on-track': 'On track',
  met: 'Met',
  paused: 'Paused',
  'not-asked': 'Not asked',
  'out-of-reach': 'Out of reach this year',
};

/** What to do next, and the button that leads there. */
export const nextToDo: Record<OtherCommitment['code'], { title: string; button: string }> = {
  S2: { title: 'Next: agree your equality goal', button: 'Write my goal' },
  S3: { title: 'Next: record your inclusive leadership course', button: 'Record a course' },
  'S3.b': { title: 'Next: a reverse mentoring session', button: 'See how' },
};

/** What opens each one's detail. */
export const details: Record<OtherCommitment['code'], string> = {
  S2: 'Your goal and its steps',
  S3: 'Your courses',
  'S3.b': 'Your sessions',
};

/** Where the framework is silent, what this app decided. */
export const ours: Partial<Record<OtherCommitment['code'], string>> = {
  S3: "The framework sets no period. That a course counts for three years is this app's reading.",
};
