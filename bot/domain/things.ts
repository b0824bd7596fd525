import type { AgendaItem, Contribution } from './agenda/item.ts';
import type { Evidence } from './assessment/evidence.ts';
import type { Council, Statement } from './board/statement.ts';
import type { Paper } from './board/paper.ts';
import type { GoalReport } from './goals/report.ts';
import type { Pair } from './mentoring/pair.ts';

/** What is nobody's own: each kind of an organisation's is few, and is read as a whole. */
export interface ThingTypes {
  pair: Pair;
  'agenda-item': AgendaItem;
  contribution: Contribution;
  paper: Paper;
  statement: Statement;
  evidence: Evidence;
  council: Council;
  'goal-report': GoalReport;
}
export type ThingKind = keyof ThingTypes;

/** Of each kind all that there are. */
export type Things = { readonly [Kind in ThingKind]: readonly ThingTypes[Kind][] };

export const thingKinds = [
  'pair',
  'agenda-item',
  'contribution',
  'paper',
  'statement',
  'evidence',
  'council',
  'goal-report',
] as const satisfies readonly ThingKind[];
