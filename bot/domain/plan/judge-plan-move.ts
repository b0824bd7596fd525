import { refused, wasTapped, type ActContext } from '../act-context.ts';
import type { PersonId } from '../facts.ts';
import type { PlanLine, PlanStep } from './plan-line.ts';
import { planState, standingPlanMoves, type PlanState } from './plan-state.ts';
import {
  isClosed,
  moveTo,
  onward,
  seesLine,
  whyNot,
  type PlanRefusal,
  type PlanVerdict,
} from './plan-verdict.ts';
import { isOfLastDay } from '../take-back.ts';

export type PlanOnward = Exclude<PlanStep, 'planned' | 'edited' | 'taken-back'>;

/** What a move says beside where it leads. */
export interface PlanSaid {
  readonly text?: string | undefined;
  readonly network?: string | undefined;
  /** Which involvement a yes is to: another may have been named since. */
  readonly asked?: number | undefined;
}

/** Moves a line on. Read from top to bottom: whose it is, whether it is done, where it stands. */
export function judgePlanMove(
  line: PlanLine,
  to: PlanOnward,
  said: PlanSaid,
  context: ActContext,
): PlanVerdict {
  const not = whyNot(to, line, context);
  if (not !== undefined) return refused(not);
  const now = planState(line);
  if (wasTapped(line, context) || isSo(now, to, said)) return { kind: 'already', line };
  if (isClosed(now)) {
    return to === 'reopened' && now.state === 'done'
      ? onward(line, moveTo(to, context))
      : refused('plan-line-closed');
  }
  const { text } = said;
  const network = context.frame.networks.find(({ id }) => id === said.network)?.id;
  if (to === 'involved') {
    return network === undefined
      ? refused('no-such-network')
      : onward(line, moveTo(to, context, { network, ...(text === undefined ? {} : { text }) }));
  }
  const fault = faultOfMove(now, to, said, context);
  if (fault !== undefined) return refused(fault);
  return onward(line, moveTo(to, context, text === undefined ? {} : { text }));
}

/** Whoever made the last move takes it back within a day; what was planned is removed instead. */
export function judgePlanTakeBack(line: PlanLine, seen: number, context: ActContext): PlanVerdict {
  if (!seesLine(line, context)) return refused('no-such-plan-line');
  const { actor, now } = context;
  const after = line.moves[seen];
  if (wasTapped(line, context) || (after?.to === 'taken-back' && after.by === actor)) {
    return { kind: 'already', line };
  }
  const last = standingPlanMoves(line).at(-1);
  const not = whyNot(last?.to ?? 'planned', line, context);
  if (not !== undefined) return refused(not);
  if (last === undefined || last.to === 'planned' || seen !== line.moves.length) {
    return refused('plan-moved-on');
  }
  if (last.by !== actor) return refused('not-yours');
  if (!isOfLastDay(last.at, now)) return refused('too-late-to-undo');
  return onward(line, moveTo('taken-back', context));
}

/** Whether a yes of somebody's would be to what they said or carry themselves. */
export function isOwnInvolvement({ details, involvement }: PlanState, actor: PersonId): boolean {
  return details.owner === actor || involvement?.by === actor;
}

function faultOfMove(
  now: PlanState,
  to: PlanOnward,
  { asked }: PlanSaid,
  { actor }: ActContext,
): PlanRefusal | undefined {
  switch (to) {
    case 'agreed':
    case 'questioned':
      if (isOwnInvolvement(now, actor)) return 'own-involvement';
      return isTheirsToAnswer(now, asked, actor) ? undefined : 'plan-moved-on';
    case 'done':
      if (now.involvement === undefined) return 'involvement-needed';
      return now.involvement.state === 'agreed' ? undefined : 'involvement-unconfirmed';
    default:
      return undefined;
  }
}

/** Still what they were asked, and answered by nobody else. */
function isTheirsToAnswer(
  { involvement }: PlanState,
  asked: number | undefined,
  actor: PersonId,
): boolean {
  if (involvement?.asked !== asked) return false;
  return involvement?.answeredBy === undefined || involvement.answeredBy === actor;
}

/** Whether a line stands already where a move would lead it. */
function isSo(now: PlanState, to: PlanOnward, { text, network, asked }: PlanSaid): boolean {
  const { state, progress, involvement } = now;
  switch (to) {
    case 'begun':
      return state === 'in-progress';
    case 'progress':
      return progress?.text === text;
    case 'involved':
      return involvement?.network === network && involvement?.text === text;
    case 'agreed':
    case 'questioned':
      return involvement?.state === to && involvement.asked === asked;
    case 'done':
    case 'removed':
      return state === to;
    case 'reopened':
      return !isClosed(now);
  }
}
