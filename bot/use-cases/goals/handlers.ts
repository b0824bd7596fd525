import type { GoalVerb } from '../../contract/goals.ts';
import type { PersonId } from '../../domain/facts.ts';
import { sharedWith } from '../../domain/goals/goal.ts';
import {
  judgeAnswer,
  judgeConfirmGoal,
  judgePropose,
} from '../../domain/goals/judge-conclusion.ts';
import {
  judgeAgree,
  judgeComment,
  judgeNote,
  judgePause,
  judgeShare,
  judgeUndo,
} from '../../domain/goals/judge-goal.ts';
import type { House } from '../context.ts';
import type { ActOutcome } from '../doors.ts';
import type { Handlers } from '../handlers.ts';
import type { Caller } from '../ports.ts';
import { parseGoalId, parseProposalId, parseTextId } from './ids.ts';
import { draftGoal, moveGoal, type GoalMoving } from './move-goal.ts';
import { nameManager } from './naming.ts';
import { reportGoals } from './report-goals.ts';
import { somebodyNamed } from './somebody.ts';

export const goalHandlers: Handlers<GoalVerb> = {
  'draft-goal': draftGoal,
  /** One move a text; they wait together, so they are committed together. */
  'agree-goal': (house, caller, { texts, tap }) =>
    Promise.all(
      [...new Set(texts)].map((subject) => {
        const named = parseTextId(subject);
        return moveGoal(house, caller, subject, named, {
          act: 'agree-goal',
          tap,
          judge: (goal, context) => judgeAgree(goal, named?.version ?? 0, context),
        });
      }),
    ),
  'confirm-goal': (house, caller, { proposals, tap }) =>
    Promise.all(
      [...new Set(proposals)].map((subject) => {
        const named = parseProposalId(subject);
        return moveGoal(house, caller, subject, named, {
          act: 'confirm-goal',
          tap,
          judge: (goal, context) => judgeConfirmGoal(goal, named?.outcome ?? 'partly', context),
        });
      }),
    ),
  'answer-goal': (house, caller, { outcome, ...asked }) =>
    one(house, caller, asked, {
      act: 'answer-goal',
      judge: (goal, context) => judgeAnswer(goal, outcome, context),
    }),
  'propose-goal': (house, caller, { outcome, ...asked }) =>
    one(house, caller, asked, {
      act: 'propose-goal',
      judge: (goal, context) => judgePropose(goal, outcome, context),
    }),
  'note-goal': (house, caller, { text, ...asked }) =>
    one(house, caller, asked, { act: 'note-goal', text, judge: judgeNote }),
  'comment-goal': (house, caller, { text, ...asked }) =>
    one(house, caller, asked, { act: 'comment-goal', text, judge: judgeComment }),
  'pause-goal': (house, caller, asked) =>
    one(house, caller, asked, {
      act: 'pause-goal',
      judge: (goal, context) => judgePause(goal, 'paused', context),
    }),
  'resume-goal': (house, caller, asked) =>
    one(house, caller, asked, {
      act: 'resume-goal',
      judge: (goal, context) => judgePause(goal, 'resumed', context),
    }),
  'undo-goal': (house, caller, asked) =>
    one(house, caller, asked, { act: 'undo-goal', judge: judgeUndo }),
  'share-goal': (house, caller, asked) => share(house, caller, 'share-goal', asked),
  'unshare-goal': (house, caller, asked) => share(house, caller, 'unshare-goal', asked),
  'name-manager': nameManager,
  'report-goals': reportGoals,
};

async function one(
  house: House,
  caller: Caller,
  { goal, tap }: { goal: string; tap?: string | undefined },
  moving: GoalMoving,
): Promise<ActOutcome[]> {
  return [await moveGoal(house, caller, goal, parseGoalId(goal), { ...moving, tap })];
}

async function share(
  house: House,
  caller: Caller,
  act: 'share-goal' | 'unshare-goal',
  asked: { goal: string; with: string; tap?: string | undefined },
): Promise<ActOutcome[]> {
  // Nobody by that name holds a role, so an address that isn't here is answered like one that is.
  const other = (await somebodyNamed(house, caller, asked.with)) ?? ('' as PersonId);
  const to = act === 'share-goal' ? 'shared' : 'unshared';
  return one(house, caller, asked, {
    act,
    with: other,
    judge: (goal, context) => {
      const isShared = goal !== undefined && sharedWith(goal).includes(other);
      return judgeShare(goal, other, to, isShared, context);
    },
  });
}
