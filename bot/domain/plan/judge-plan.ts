import { refused, wasTapped, type ActContext } from '../act-context.ts';
import { employmentOn } from '../standing.ts';
import type { Person } from '../facts.ts';
import { isLeaderOrDirector } from '../leaders.ts';
import { inForce, rolesOf } from '../roles.ts';
import { addMonths, londonDate, type PlainDate } from '../time.ts';
import type { PlanDetails, PlanLine } from './plan-line.ts';
import { planState } from './plan-state.ts';
import { planTarget } from './plan-targets.ts';
import {
  isClosed,
  mayKeep,
  moveTo,
  onward,
  whyNot,
  type PlanRefusal,
  type PlanVerdict,
} from './plan-verdict.ts';

/** [ours] A target date further away than that is a slip of the pen. */
const FURTHEST_TARGET_MONTHS = 60;
/** [ours] The plan is read as a whole; so many lines are more than the framework has. */
const MOST_LINES = 200;

/** Who is to carry it, as far as they are known; undefined where nobody of that id is. */
export type KnownOwner = Pick<Person, 'id' | 'assignments'> | undefined;

/** A new line of the plan. The same said twice is one line. */
export function judgePlan(
  asked: PlanDetails & { id: string; line: string },
  before: readonly PlanLine[],
  owner: KnownOwner,
  context: ActContext,
): PlanVerdict {
  if (!mayKeep(context)) return refused('not-allowed');
  const tapped = before.find((line) => wasTapped(line, context));
  if (tapped !== undefined) return { kind: 'already', line: tapped };
  const { id, line, ...details } = asked;
  if (planTarget(line) === undefined) return refused('no-such-framework-line');
  const standing = before.filter((each) => planState(each).state !== 'removed');
  const same = standing.find(
    (each) => each.line === line && isSame(planState(each).details, details),
  );
  if (same !== undefined) return { kind: 'already', line: same };
  const fault = faultOf(details, undefined, owner, context);
  if (fault !== undefined) return refused(fault);
  if (standing.length >= MOST_LINES) return refused('plan-full');
  return { kind: 'done', line: { id, line, moves: [moveTo('planned', context, details)] } };
}

/** Other words, another owner or date. `seen`: how many moves it had when the form was drawn. */
export function judgePlanEdit(
  line: PlanLine,
  { seen, ...details }: PlanDetails & { seen: number },
  owner: KnownOwner,
  context: ActContext,
): PlanVerdict {
  const not = whyNot('edited', line, context);
  if (not !== undefined) return refused(not);
  const now = planState(line);
  if (wasTapped(line, context) || isSame(now.details, details)) return { kind: 'already', line };
  if (isClosed(now)) return refused('plan-line-closed');
  if (seen !== line.moves.length) return refused('plan-moved-on');
  const fault = faultOf(details, now.details, owner, context);
  return fault === undefined ? onward(line, moveTo('edited', context, details)) : refused(fault);
}

function faultOf(
  { owner, team, target }: PlanDetails,
  before: PlanDetails | undefined,
  known: KnownOwner,
  { frame, now }: ActContext,
): PlanRefusal | undefined {
  const today = londonDate(now);
  if ((owner === undefined) === (team === undefined)) return 'owner-needed';
  // Who carries it already may go on, whatever they hold by now.
  if (owner !== undefined && owner !== before?.owner && !mayCarry(known, today, frame)) {
    return 'owner-without-role';
  }
  if (target === before?.target) return undefined;
  if (target < today) return 'target-passed';
  return target > addMonths(today, FURTHEST_TARGET_MONTHS) ? 'target-too-far' : undefined;
}

/** A leader or director, or whoever holds a role of the organisation's on that day. */
export function mayCarry(
  person: KnownOwner,
  today: PlainDate,
  { roles, settings }: ActContext['frame'],
): boolean {
  if (person === undefined || employmentOn(person, today).kind === 'left') return false;
  return (
    isLeaderOrDirector(person, roles, today, settings.gradeMap) ||
    rolesOf(roles, person.id).some((role) => inForce(role, today))
  );
}

function isSame(a: PlanDetails, b: PlanDetails): boolean {
  return (['action', 'owner', 'team', 'timescale', 'target', 'comments'] as const).every(
    (field) => a[field] === b[field],
  );
}
