import framework from '../framework.json' with { type: 'json' };
import type { NetworkId, PersonId } from '../facts.ts';
import type { PlanLine } from './plan-line.ts';
import { planState, type Involvement } from './plan-state.ts';
import { planTarget, planTargets, type PlanLevel } from './plan-targets.ts';

/** The action plan as a table: the framework's own columns, then ours. */
export interface PlanTable {
  /** The framework's headings, verbatim. */
  readonly columns: readonly string[];
  /** What stands beside them, and is ours. */
  readonly ours: readonly string[];
  /** A cell for each heading, in text; a date is `2026-09-30`. */
  readonly rows: readonly (readonly string[])[];
}

export const levelNames: Readonly<Record<PlanLevel, string>> = {
  bronze: 'Bronze',
  silver: 'Silver',
  gold: 'Gold',
  'regular-review': 'Regular review',
};

const stateNames = { open: 'Open', 'in-progress': 'In progress', done: 'Done', removed: '' };
const answers: Readonly<Record<Involvement['state'], string>> = {
  agreed: 'confirmed by the network',
  waiting: 'waits for the network to confirm it',
  questioned: 'the network would like to talk about it first',
};

/** All lines that stand, in the framework's order, for an export. */
export function planTable(
  lines: readonly PlanLine[],
  nameOf: { person: (id: PersonId) => string; network: (id: NetworkId) => string },
): PlanTable {
  return {
    columns: framework.actionPlanColumns,
    ours: ['Framework line', 'State', 'Network’s involvement'],
    rows: inOrder(lines).map((line) => {
      const { details, state, progress, involvement } = planState(line);
      const target = planTarget(line.line);
      return [
        target === undefined ? '' : levelNames[target.level],
        details.action,
        details.owner === undefined ? (details.team ?? '') : nameOf.person(details.owner),
        details.timescale ?? '',
        details.target,
        progress?.text ?? '',
        details.comments ?? '',
        line.line,
        stateNames[state],
        involvement === undefined
          ? ''
          : `${nameOf.network(involvement.network)}: ${involvement.text} (${answers[involvement.state]})`,
      ];
    }),
  };
}

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
