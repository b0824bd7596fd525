import type { PlanLine } from './plan-line.ts';
import { planState } from './plan-state.ts';
import { planTargets } from './plan-targets.ts';

const places = new Map(planTargets.map(({ id }, place) => [id, place]));

/** Lines that stand: in the framework's order, those of one of its lines by target date. */
export function inOrder(lines: readonly PlanLine[]): PlanLine[] {
  const place = ({ line }: PlanLine): number => places.get(line) ?? places.size;
  return lines
    .map((line) => ({ line, state: planState(line) }))
    .filter(({ state }) => state.state !== 'removed')
    .toSorted(
      (a, b) =>
        place(a.line) - place(b.line) ||
        a.state.details.target.localeCompare(b.state.details.target),
    )
    .map(({ line }) => line);
}
