import type { Viewer } from '../cards/card.ts';
import { noPlanCard, planCard } from '../cards/plan/card.ts';
import type { PlanLine } from '../contract/plan.ts';
import type { Reminders } from '../contract/views.ts';
import type { PlanDoors } from '../use-cases/plan/doors.ts';
import type { Caller, Subject } from '../use-cases/ports.ts';
import type { Drawers, Drawn } from './draw.ts';

export const planDrawers: Drawers<'plan'> = {
  async plan({ doors, caller, viewer, params }) {
    const { on, lines, involvements } = await doors.ownPlan(caller);
    const named = params.about && (await doors.planLine(caller, params.about));
    const waiting = involvements.find(({ may }) => may.includes('confirm'));
    const line = named || (waiting ?? lines[0] ?? involvements[0]);
    const subjects = subjectsOf(caller, line);
    if (line === undefined) return { card: noPlanCard(viewer), subjects };
    const others = lines.filter(({ state }) => state !== 'done').length;
    return { card: planCard(viewer, line, { on, others }), subjects };
  },
};

/** The one reminder that came is the very card on which it is answered. */
export async function drawPlanReminder(
  doors: PlanDoors,
  caller: Caller,
  viewer: Viewer,
  { on, reminders }: Reminders,
): Promise<Drawn | undefined> {
  const [only, ...others] = reminders;
  if (only?.plan === undefined || others.length > 0) return undefined;
  const line = await doors.planLine(caller, only.plan.id);
  if (line === undefined) return undefined;
  const card = planCard(viewer, line, { on, others: 1, reminder: only });
  return { card, subjects: subjectsOf(caller, line) };
}

function subjectsOf({ person }: Caller, line: PlanLine | undefined): Subject[] {
  const network = line?.involvement?.network;
  return [`person|${person}`, ...(network === undefined ? [] : [`network|${network}` as Subject])];
}
