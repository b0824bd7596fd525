import framework from '../framework.json' with { type: 'json' };
import type { Things } from '../things.ts';
import { planState } from './plan-state.ts';

export const planLevels = ['bronze', 'silver', 'gold', 'regular-review'] as const;
export type PlanLevel = (typeof planLevels)[number];

/** Something of the framework that a line of the plan can be for, its words verbatim. */
export interface PlanTarget {
  readonly id: string;
  readonly level: PlanLevel;
  readonly text: string;
}

/** Every line of the framework and every supporting action, in its order. */
export const planTargets: readonly PlanTarget[] = planLevels.flatMap((level) =>
  framework.levels
    .filter((each) => each.level === level)
    .flatMap(({ items }) =>
      items.flatMap(({ id, directDeliverable, supportingActions }): PlanTarget[] => [
        { id, level, text: directDeliverable },
        ...supportingActions.map((action) => ({ id: action.id, level, text: action.text })),
      ]),
    ),
);

const byId = new Map(planTargets.map((target) => [target.id, target]));

export function planTarget(id: string): PlanTarget | undefined {
  return byId.get(id);
}

/** What the plan says nothing about yet; development areas first. */
export function withoutPlan(
  things: Pick<Things, 'plan-line'>,
  areas: ReadonlySet<string>,
): (PlanTarget & { developmentArea: boolean })[] {
  const planned = new Set(
    things['plan-line']
      .filter((line) => planState(line).state !== 'removed')
      .map(({ line }) => line),
  );
  const without = planTargets
    .filter(({ id }) => !planned.has(id))
    .map((target) => ({ ...target, developmentArea: areas.has(target.id) }));
  return [
    ...without.filter(({ developmentArea }) => developmentArea),
    ...without.filter(({ developmentArea }) => !developmentArea),
  ];
}
