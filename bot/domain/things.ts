import type { AgendaItem, Contribution } from './agenda/item.ts';
import type { Evidence } from './assessment/evidence.ts';
import type { Council, Statement } from './board/statement.ts';
import type { Paper } from './board/paper.ts';
import type { GoalReport } from './goals/report.ts';
import type { RegularReview } from './snapshots/regular-review.ts';
import type { Snapshot, SnapshotPart } from './snapshots/snapshot.ts';
import type { PlanLine } from './plan/plan-line.ts';
import type { Pair } from './mentoring/pair.ts';
import type { Settlement } from './settling.ts';

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
  snapshot: Snapshot;
  'snapshot-part': SnapshotPart;
  'regular-review': RegularReview;
  settlement: Settlement;
  'plan-line': PlanLine;
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
  'snapshot',
  'snapshot-part',
  'regular-review',
  'settlement',
  'plan-line',
] as const satisfies readonly ThingKind[];
