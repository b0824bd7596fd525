import type { Goal as GoalView } from '../../contract/goals.ts';
import type { Person, PersonId } from '../../domain/facts.ts';
import {
  appraisalYear,
  conclusionOf,
  goalStanding,
  isClosed,
  noteId,
  sharedWith,
  standingMoves,
  textId,
  versionOf,
  waitsForManager,
  type Goal,
} from '../../domain/goals/goal.ts';
import {
  judgeAnswer,
  judgeConfirmGoal,
  judgePropose,
} from '../../domain/goals/judge-conclusion.ts';
import {
  holdsRole,
  judgeAgree,
  judgeComment,
  judgeDraft,
  judgeNote,
  judgePause,
  judgeShare,
  judgeUndo,
  type GoalContext,
  type GoalVerdict,
} from '../../domain/goals/judge-goal.ts';
import { employmentOn } from '../../domain/standing.ts';
import { londonDate, type PlainDate } from '../../domain/time.ts';
import { nameOf } from '../names.ts';
import { goalId } from './ids.ts';

export type NameOf = (id: PersonId) => string;

/** Where a goal stands for those who see it; a leaver's has closed. */
export function standingOf(
  goal: Goal | undefined,
  leader: Pick<Person, 'assignments'>,
  on: PlainDate,
): GoalView['standing'] {
  if (goal === undefined) return 'none';
  const standing = goalStanding(goal.moves);
  return standing !== 'concluded' && isClosed(goal, employmentOn(leader, on)) ? 'closed' : standing;
}

/** A goal with its words, for somebody who may see them. */
export function asGoal(goal: Goal, context: GoalContext, name: NameOf): GoalView {
  const { leader, now, actor, frame } = context;
  const on = londonDate(now);
  const words = new Map(leader.words?.map(({ id, text }) => [id, text]));
  const version = versionOf(goal.moves);
  const waits = waitsForManager(goal.moves);
  const { proposed, answer } = conclusionOf(goal.moves);
  const byLeader = agreedOn(goal, 'agreed-by-leader', version);
  const byManager = agreedOn(goal, 'agreed-by-manager', version);
  return {
    id: goalId(goal),
    leader: { id: leader.id, name: nameOf(leader) },
    year: appraisalYear(frame.settings, goal.year),
    due: goal.due,
    standing: standingOf(goal, leader, on),
    version,
    textId: `${goalId(goal)}~${version}`,
    text: words.get(textId(goal, version)) ?? '',
    ...(byLeader === undefined ? {} : { agreedByLeader: byLeader }),
    ...(byManager === undefined ? {} : { agreedByManager: byManager }),
    ...(proposed === undefined ? {} : { proposed }),
    ...(answer === undefined ? {} : { answer }),
    notes: notesOf(goal, words, name),
    ...(waits === undefined ? {} : { waitingSince: waits.since }),
    sharedWith: actor === leader.id ? sharedWith(goal).map((id) => ({ id, name: name(id) })) : [],
    may: mayDo(goal, context),
  };
}

function agreedOn(
  goal: Goal,
  to: 'agreed-by-leader' | 'agreed-by-manager',
  version: number,
): PlainDate | undefined {
  const agreed = standingMoves(goal.moves).find(
    (move) => move.to === to && move.version === version,
  );
  return agreed && londonDate(agreed.at);
}

function notesOf(goal: Goal, words: ReadonlyMap<string, string>, name: NameOf): GoalView['notes'] {
  const standing = new Set(standingMoves(goal.moves));
  return goal.moves.flatMap((move, index): GoalView['notes'] => {
    if (move.to !== 'noted' && move.to !== 'commented') return [];
    const text = words.get(noteId(goal, index));
    if (text === undefined || !standing.has(move)) return [];
    const kind = move.to === 'noted' ? 'note' : 'comment';
    return [{ kind, by: name(move.by), on: londonDate(move.at), text }];
  });
}

const NOBODY = '' as PersonId;

/** What the verdicts would allow: so that no button offers what would be refused. */
function mayDo(goal: Goal, context: GoalContext): GoalView['may'] {
  const { proposed = 'achieved', answer } = conclusionOf(goal.moves);
  const { moves } = goal;
  const other = proposed === 'partly' ? 'achieved' : 'partly';
  const draft = { year: goal.year, agree: false, isTextOf: () => false };
  const reader = context.frame.roles
    .map(({ person }) => person)
    .find((person) => person !== context.actor && holdsRole(person, context));
  const verdicts: [GoalView['may'][number], GoalVerdict][] = [
    ['draft', judgeDraft(draft, context)],
    ['agree', judgeAgree(goal, versionOf(moves), context)],
    ['note', judgeNote(goal, context)],
    ['propose', judgePropose(goal, answer ?? other, context)],
    ['confirm', judgeConfirmGoal(goal, proposed, context)],
    ['answer', judgeAnswer(goal, other, context)],
    ['comment', judgeComment(goal, context)],
    ['pause', judgePause(goal, 'paused', context)],
    ['resume', judgePause(goal, 'resumed', context)],
    ['share', judgeShare(goal, reader ?? NOBODY, 'shared', false, context)],
    ['undo', judgeUndo(goal, context)],
  ];
  return verdicts.filter(([, { kind }]) => kind === 'done').map(([may]) => may);
}
