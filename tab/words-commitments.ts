import type { CommitmentStatus } from '../bot/contract/commitment.ts';
import type { OtherCommitment } from '../bot/contract/next-step.ts';
import { toDoWords } from '../bot/contract/to-do-words.ts';

/** The goal has a card of its own, which says where it stands. */
type InALine = Exclude<OtherCommitment, { code: 'S2' }>;

const paused = 'Paused for now. You can still record and answer.';

/** To themselves alone: whoever is back before the staff list says so knows what to do. */
export const away =
  'The staff list says that you are away. If you are back, tell your EDI lead. What is paused starts again with the next staff list.';

/** Where each stands, in a line; what is to do is said as what comes next. */
const lines: Record<InALine['code'], Record<Exclude<CommitmentStatus, 'to-do'>, string>> = {
  S3: {
    waiting: 'Your course is recorded and waits to be checked.',
    'on-track': 'Your course is verified.',
    met: 'Your course is verified.',
    paused,
    'not-asked': 'No course is asked of you.',
    'out-of-reach': 'No verified course that counts is on record yet.',
  },
  'S3.b': {
    waiting: 'A session waits to be confirmed.',
    'on-track': 'A session that counts is on record.',
    met: 'A session that counts is on record.',
    paused,
    'not-asked': 'No session is asked of you.',
    'out-of-reach': 'No session that counts is on record yet.',
  },
};

export function lineOf(commitment: InALine): string {
  const { code, status } = commitment;
  return status === 'to-do' ? toDoWords(commitment).line : lines[code][status];
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

/** The button that leads to what comes next. */
export function openToDo(commitment: OtherCommitment): string {
  switch (commitment.code) {
    case 'S2':
      return commitment.standing === 'none' ? 'Write my goal' : 'Open my goal';
    case 'S3':
      return 'Record a course';
    case 'S3.b':
      return 'See how';
  }
}

/** What opens each one's detail. */
export const details: Record<InALine['code'], string> = {
  S3: 'Your courses',
  'S3.b': 'Your sessions',
};

/** Where the framework is silent, what this app decided. */
export const ours: Partial<Record<InALine['code'], string>> = {
  S3: "The framework sets no period. That a course counts for three years is this app's reading.",
};
