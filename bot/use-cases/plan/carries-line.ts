import { planState } from '../../domain/plan/plan-state.ts';
import type { House } from '../context.ts';
import type { Caller } from '../ports.ts';

/** Whether a line of the action plan is theirs; one that was taken off is nobody's. */
export async function carriesLine(
  house: House,
  { organisation, person }: Caller,
): Promise<boolean> {
  const things = await house.records.things(organisation, ['plan-line']);
  return things['plan-line']
    .map(planState)
    .some(({ details, state }) => details.owner === person && state !== 'removed');
}
