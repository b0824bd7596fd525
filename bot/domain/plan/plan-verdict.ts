import { refused, type ActContext } from '../act-context.ts';
import { may, type Permission } from '../permissions.ts';
import { londonDate } from '../time.ts';
import type { PlanLine, PlanMove, PlanStep } from './plan-line.ts';
import { planState, type PlanState } from './plan-state.ts';

/** A row's property holds 32,000 characters. */
const MOST_KEPT = 28_000;

export type PlanRefusal =
  | 'not-allowed'
  | 'no-such-plan-line'
  | 'no-such-framework-line'
  | 'no-such-network'
  | 'owner-needed'
  | 'owner-without-role'
  | 'target-passed'
  | 'target-too-far'
  | 'plan-full'
  | 'plan-line-full'
  | 'plan-line-closed'
  | 'plan-moved-on'
  | 'involvement-needed'
  | 'involvement-unconfirmed'
  | 'own-involvement'
  | 'not-yours'
  | 'too-late-to-undo';

export type PlanVerdict =
  | { kind: 'done'; line: PlanLine }
  | { kind: 'already'; line: PlanLine }
  | { kind: 'refused'; because: PlanRefusal };

export function mayKeep({ actor, frame, now }: ActContext): boolean {
  return may('keep-plan', { person: actor, roles: frame.roles, on: londonDate(now) });
}

/** Whether somebody may see one line: the plan's keepers, its owner, the network that it names. */
export function seesLine(line: PlanLine, context: ActContext): boolean {
  return mayDo('see-plan-line', line, context);
}

export function isClosed({ state }: PlanState): boolean {
  return state === 'done' || state === 'removed';
}

/** Whose each step is. */
const permissionFor: Readonly<Record<PlanStep, Permission>> = {
  planned: 'keep-plan',
  edited: 'keep-plan',
  removed: 'keep-plan',
  begun: 'move-plan-line',
  progress: 'move-plan-line',
  involved: 'move-plan-line',
  done: 'move-plan-line',
  reopened: 'move-plan-line',
  agreed: 'confirm-involvement',
  questioned: 'confirm-involvement',
  'taken-back': 'see-plan-line',
};

/** Whoever may not see a line is told that there is none. */
export function whyNot(
  to: PlanStep,
  line: PlanLine,
  context: ActContext,
): 'no-such-plan-line' | 'not-allowed' | undefined {
  if (!seesLine(line, context)) return 'no-such-plan-line';
  return mayDo(permissionFor[to], line, context) ? undefined : 'not-allowed';
}

function mayDo(permission: Permission, line: PlanLine, { actor, frame, now }: ActContext): boolean {
  const { details, involvement } = planState(line);
  const { owner } = details;
  return may(
    permission,
    { person: actor, roles: frame.roles, on: londonDate(now) },
    {
      ...(owner === undefined ? {} : { owner }),
      ...(involvement === undefined ? {} : { network: involvement.network }),
    },
  );
}

export function onward(line: PlanLine, move: PlanMove): PlanVerdict {
  const moved: PlanLine = { ...line, moves: [...line.moves, move] };
  if (JSON.stringify(moved).length > MOST_KEPT) return refused('plan-line-full');
  return { kind: 'done', line: moved };
}

export function moveTo(
  to: PlanStep,
  { actor, now, tap }: ActContext,
  said: Omit<Partial<PlanMove>, 'to' | 'at' | 'by' | 'tap'> = {},
): PlanMove {
  return { to, at: now, by: actor, ...said, ...(tap === undefined ? {} : { tap }) };
}
