// What comes next of a commitment that needs somebody: the same on the bot's card and in the tab.
import type { GoalStanding } from './goals.ts';
import type { OtherCommitment } from './next-step.ts';

interface ToDo {
  readonly title: string;
  /** Where it stands. */
  readonly line: string;
}

export function toDoWords(commitment: OtherCommitment): ToDo {
  switch (commitment.code) {
    case 'S2':
      return goals[commitment.standing] ?? noGoal;
    case 'S3':
      return {
        title: 'Next: record your inclusive leadership course',
        line: 'No verified course that counts is on record yet.',
      };
    case 'S3.b':
      return {
        title: 'Next: a reverse mentoring session',
        line: 'No session that counts is on record yet.',
      };
  }
}

const noGoal: ToDo = {
  title: 'Next: agree your equality goal',
  line: 'No goal is agreed for this year yet.',
};

/** A goal that needs its leader: what they do next depends on what the manager said. */
const goals: Partial<Record<GoalStanding, ToDo>> = {
  draft: { title: 'Next: send your draft goal', line: 'Nobody has agreed it yet.' },
  'with-leader': {
    title: 'Next: agree your goal’s text',
    line: 'Your manager has agreed it.',
  },
  answered: {
    title: 'Next: say how your goal went',
    line: 'Your manager sees it differently. Say the same, or talk it over.',
  },
};
