import type { PersonId } from '../facts.ts';
import { londonDate, type Instant, type PlainDate } from '../time.ts';

export const goalOutcomes = ['achieved', 'partly', 'not-achieved'] as const;
export type GoalOutcome = (typeof goalOutcomes)[number];

/** What can happen to a goal; where two must, each says it for themselves. */
export const goalSteps = [
  'drafted',
  'agreed-by-leader',
  'agreed-by-manager',
  'noted',
  'paused',
  'resumed',
  'proposed',
  'confirmed',
  'disputed',
  'commented',
  'shared',
  'unshared',
  'closed',
] as const;
export type GoalStep = (typeof goalSteps)[number];

export interface GoalMove {
  readonly to: GoalStep;
  readonly at: Instant;
  readonly by: PersonId;
  /** The version of the text that was drafted, or that this person agreed. */
  readonly version?: number;
  /** What was proposed or confirmed. */
  readonly outcome?: GoalOutcome;
  /** With whom the leader shares it. */
  readonly with?: PersonId;
  readonly tap?: string;
}

/**
 * A leader's equality goal for one appraisal year, and all that became of it. Its words are kept
 * apart (`goalWords`), so that pages of many people never carry them.
 */
export interface Goal {
  readonly id: string;
  readonly person: PersonId;
  /** First day of the appraisal year. */
  readonly year: PlainDate;
  /** Last day of the appraisal year, unless an earlier one was agreed. */
  readonly due: PlainDate;
  readonly moves: readonly [GoalMove, ...GoalMove[]];
}

/** The moves up to and with a day. */
export function movesUpTo(goal: Goal, on: PlainDate): readonly GoalMove[] {
  return goal.moves.filter(({ at }) => londonDate(at) <= on);
}

/** Both have agreed the newest text, each in their own time. */
export function isAgreed(moves: readonly GoalMove[]): boolean {
  const version = moves.findLast(({ to }) => to === 'drafted')?.version;
  const has = (to: GoalStep): boolean =>
    moves.some((move) => move.to === to && move.version === version);
  return has('agreed-by-leader') && has('agreed-by-manager');
}
