// What cards and the tab both say of a line of the action plan.
import { fullDate, shortDate } from './dates.ts';
import type { PlanLevel, PlanLine, PlanState, PlanStep } from './plan.ts';

export const levelNames: Readonly<Record<PlanLevel, string>> = {
  bronze: 'Bronze',
  silver: 'Silver',
  gold: 'Gold',
  'regular-review': 'Regular review',
};

export const stateNames: Readonly<Record<PlanState, string>> = {
  open: 'Open',
  'in-progress': 'In progress',
  done: 'Done',
};

/** "To be done by 30 September.", "Its date, 2 May, has gone by." */
export function targetWords({ target, passed, state }: PlanLine, today: string): string {
  const day = fullDate(target);
  if (state === 'done') return `Done. It was to be done by ${day}.`;
  return passed ? `Its date, ${shortDate(target, today)}, has gone by.` : `To be done by ${day}.`;
}

/** Where the network's part stands. */
export function involvementWords({ involvement }: PlanLine, today: string): string {
  if (involvement === undefined) return 'No network has been named yet.';
  const { networkName, state, on } = involvement;
  switch (state) {
    case 'agreed':
      return `The ${networkName} has confirmed its part.`;
    case 'waiting':
      return `Waiting for the ${networkName} to confirm, since ${shortDate(on, today)}.`;
    case 'questioned':
      return `The ${networkName} would like to talk first.`;
  }
}

const steps: Readonly<Record<PlanStep, string>> = {
  planned: 'Put on the plan',
  edited: 'Changed',
  begun: 'Begun',
  progress: 'Progress noted',
  involved: 'Network named',
  agreed: 'Confirmed for the network',
  questioned: 'The network would like to talk first',
  done: 'Done',
  reopened: 'Reopened',
};

/** "Begun by Priya Nair" */
export function stepWords({ step, by, networkName }: PlanLine['history'][number]): string {
  const what = networkName === undefined ? steps[step] : `${steps[step]}: ${networkName}`;
  return by === '' ? what : `${what}, by ${by}`;
}
