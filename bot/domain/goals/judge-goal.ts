import { refused, wasTapped, type ActContext } from '../act-context.ts';
import type { Person, PersonId } from '../facts.ts';
import { goalEligibility } from '../measures/who-counts.ts';
import { may, type Permission } from '../permissions.ts';
import { inForce } from '../roles.ts';
import { employmentOn } from '../standing.ts';
import { addDays, londonDate, type PlainDate } from '../time.ts';
import {
  appraisalYear,
  goalStanding,
  hasAgreed,
  isClosed,
  isPaused,
  standingMoves,
  versionOf,
  type Goal,
  type GoalMove,
} from './goal.ts';
import { isManagerOf } from './managed.ts';
import { isOfLastDay } from '../take-back.ts';

export type GoalRefusal =
  | 'no-such-goal'
  | 'not-yours'
  | 'own-goal'
  | 'not-their-manager'
  | 'goal-not-asked'
  | 'goal-year'
  | 'goal-due'
  | 'goal-changed'
  | 'goal-not-agreed'
  | 'goal-paused'
  | 'goal-concluded'
  | 'goal-closed'
  | 'goal-not-proposed'
  | 'nothing-to-undo'
  | 'too-late-to-undo'
  | 'not-with-oneself'
  | 'no-such-person';

/** A move is done by adding it; `already` adds nothing. */
export type GoalVerdict =
  | { kind: 'done'; goal: Goal }
  | { kind: 'already'; goal: Goal }
  | { kind: 'refused'; because: GoalRefusal };

/** Who acts on whose goal: the leader's facts, and the actor's own, so that nobody who left decides. */
export interface GoalContext extends ActContext {
  readonly leader: Person;
  readonly actorFacts: Person | undefined;
}

export interface Draft {
  /** First day of the appraisal year; left out: this one. */
  readonly year?: PlainDate;
  readonly due?: PlainDate;
  /** The version that was being edited: refused where another text came meanwhile. */
  readonly was?: number;
  /** The leader agrees it with the same tap. */
  readonly agree: boolean;
  /** Whether the goal's newest text is word for word this one. */
  readonly isTextOf: (goal: Goal) => boolean;
}

/** A new text; whatever was agreed of the one before has to be agreed again. */
export function judgeDraft(draft: Draft, context: GoalContext): GoalVerdict {
  const { leader, now, frame, actor } = context;
  const not = whyNot('draft-goal', context);
  if (not !== undefined) return refused(not);
  const today = londonDate(now);
  const year = appraisalYear(frame.settings, draft.year ?? today);
  if (draft.year !== undefined && draft.year !== year.start) return refused('goal-year');
  const goal = leader.goals.find(({ id }) => id === year.start);
  if (goal !== undefined && wasTapped(goal, context)) return { kind: 'already', goal };
  if (year.end < today || year.start > nextStart(context)) return refused('goal-year');
  const asked = goalEligibility(leader, frame.settings, today).kind;
  if (asked === 'not-a-leader' && goal === undefined) return refused('goal-not-asked');
  if (goal !== undefined && isClosed(goal, employmentOn(leader, today))) {
    return refused('goal-closed');
  }
  const due = draft.due ?? goal?.due ?? year.end;
  if (due < year.start || due > year.end) return refused('goal-due');
  const fell = goal !== undefined && goal.due < today;
  // What has fallen due can't be put off: it would leave N.
  if ((due < today || fell) && due !== goal?.due) return refused('goal-due');
  const moves = goal?.moves ?? [];
  const standing = goalStanding(moves);
  if (standing === 'paused') return refused('goal-paused');
  if (standing === 'concluded') return refused('goal-concluded');
  const version = versionOf(moves);
  if (draft.was !== undefined && draft.was !== version) return refused('goal-changed');
  const isSame = goal !== undefined && draft.isTextOf(goal) && goal.due === due;
  const agreed = hasAgreed(moves, 'agreed-by-leader');
  if (isSame && (agreed || !draft.agree)) return { kind: 'already', goal };

  const next = isSame ? version : version + 1;
  const drafted: GoalMove[] = isSame ? [] : [move(context, { to: 'drafted', version: next })];
  const agreeing: GoalMove[] = draft.agree
    ? [move(context, { to: 'agreed-by-leader', version: next })]
    : [];
  const [first, ...later] = [...moves, ...drafted, ...agreeing];
  if (first === undefined) return refused('no-such-goal');
  return {
    kind: 'done',
    goal: { id: year.start, person: actor, year: year.start, due, moves: [first, ...later] },
  };
}

/** Leader and manager agree the same text, in either order; which is named by its version. */
export function judgeAgree(goal: Goal | undefined, version: number, context: GoalContext) {
  return judged('agree-goal', goal, context, (known) => {
    if (versionOf(known.moves) !== version) return refused('goal-changed');
    const to = context.leader.id === context.actor ? 'agreed-by-leader' : 'agreed-by-manager';
    if (hasAgreed(known.moves, to)) return { kind: 'already', goal: known };
    return done(known, move(context, { to, version }));
  });
}

/** How it is going; from the middle of the year it answers the question about it. */
export function judgeNote(goal: Goal | undefined, context: GoalContext) {
  return judged('note-goal', goal, context, (known) => {
    if (goalStanding(known.moves) === 'concluded') return refused('goal-concluded');
    return done(known, move(context, { to: 'noted' }));
  });
}

/** The leader's word on how it was concluded. */
export function judgeComment(goal: Goal | undefined, context: GoalContext) {
  return judged('propose-goal', goal, context, (known) => {
    const standing = goalStanding(known.moves);
    if (standing !== 'concluded' && standing !== 'answered') return refused('goal-not-proposed');
    return done(known, move(context, { to: 'commented' }));
  });
}

/** Only what is agreed is paused; nobody is asked why. */
export function judgePause(
  goal: Goal | undefined,
  to: 'paused' | 'resumed',
  context: GoalContext,
): GoalVerdict {
  return judged('decide-goal', goal, context, (known) => {
    if (isPaused(known.moves) === (to === 'paused')) return { kind: 'already', goal: known };
    const standing = goalStanding(known.moves);
    if (standing === 'concluded') return refused('goal-concluded');
    if (to === 'paused' && standing !== 'agreed') return refused('goal-not-agreed');
    return done(known, move(context, { to }));
  });
}

/**
 * The leader shows it to somebody who holds a role here, or no longer. Everybody else is answered
 * like somebody who isn't there: who is on the staff list is not to be found out. [ours]
 */
export function judgeShare(
  goal: Goal | undefined,
  other: PersonId,
  to: 'shared' | 'unshared',
  isShared: boolean,
  context: GoalContext,
): GoalVerdict {
  return judged('share-goal', goal, context, (known) => {
    if (other === context.actor) return refused('not-with-oneself');
    if (isShared === (to === 'shared')) return { kind: 'already', goal: known };
    if (to === 'shared' && !holdsRole(other, context)) return refused('no-such-person');
    return done(known, move(context, { to, with: other }));
  });
}

/** Whose name the organisation itself says: all but assistants. */
export function holdsRole(person: PersonId, { frame, now }: ActContext): boolean {
  const on = londonDate(now);
  return frame.roles.some(
    (role) => role.person === person && role.role !== 'executive-assistant' && inForce(role, on),
  );
}

/** The last thing that happened to it, by whoever did it, within a day. A text is edited instead. */
export function judgeUndo(goal: Goal | undefined, context: GoalContext): GoalVerdict {
  return judged('note-goal', goal, context, (known) => {
    const last = standingMoves(known.moves).at(-1);
    if (last === undefined || last.to === 'drafted' || last.by !== context.actor) {
      return refused('nothing-to-undo');
    }
    if (!isOfLastDay(last.at, context.now)) return refused('too-late-to-undo');
    return done(known, move(context, { to: 'taken-back' }));
  });
}

/** What every move of a goal is asked first: the right of the day, then whether it is there and open. */
export function judged(
  permission: Permission,
  goal: Goal | undefined,
  context: GoalContext,
  decide: (goal: Goal) => GoalVerdict,
): GoalVerdict {
  const not = whyNot(permission, context);
  if (not !== undefined) return refused(not);
  if (goal === undefined) return refused('no-such-goal');
  if (wasTapped(goal, context)) return { kind: 'already', goal };
  const on = londonDate(context.now);
  if (isClosed(goal, employmentOn(context.leader, on))) return refused('goal-closed');
  return decide(goal);
}

function whyNot(permission: Permission, context: GoalContext): GoalRefusal | undefined {
  const { actor, frame, now, leader, actorFacts } = context;
  const on = londonDate(now);
  const manages = actorFacts !== undefined && isManagerOf(leader, actorFacts, frame, on);
  const thing = { owner: leader.id, ...(manages ? { manager: actor } : {}) };
  if (may(permission, { person: actor, roles: frame.roles, on }, thing)) return undefined;
  if (actor === leader.id) return 'own-goal';
  return manages || permission === 'draft-goal' || permission === 'share-goal'
    ? 'not-yours'
    : 'not-their-manager';
}

/** Next year's goal may be drafted ahead. */
function nextStart({ now, frame }: GoalContext): PlainDate {
  const { end } = appraisalYear(frame.settings, londonDate(now));
  return addDays(end, 1);
}

export function move(
  { actor, now, tap }: ActContext,
  rest: Pick<GoalMove, 'to'> & Partial<GoalMove>,
): GoalMove {
  return { ...rest, at: now, by: actor, ...(tap === undefined ? {} : { tap }) };
}

export function done(goal: Goal, made: GoalMove): GoalVerdict {
  return { kind: 'done', goal: { ...goal, moves: [...goal.moves, made] } };
}
