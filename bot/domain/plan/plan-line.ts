import type { NetworkId, PersonId } from '../facts.ts';
import type { Instant, PlainDate } from '../time.ts';

export const planSteps = [
  'planned',
  'edited',
  'begun',
  'progress',
  'involved',
  'agreed',
  'questioned',
  'done',
  'reopened',
  'removed',
  'taken-back',
] as const;
export type PlanStep = (typeof planSteps)[number];

/** What a line of the action plan says: the framework's own columns, but for level and progress. */
export interface PlanDetails {
  readonly action: string;
  /** Who carries it: a person, or a team in words. */
  readonly owner?: PersonId;
  readonly team?: string;
  readonly timescale?: string;
  readonly target: PlainDate;
  readonly comments?: string;
}

export interface PlanMove extends Partial<PlanDetails> {
  readonly to: PlanStep;
  readonly at: Instant;
  readonly by: PersonId;
  /** How it goes, or what the network did. */
  readonly text?: string;
  /** The network that was involved. */
  readonly network?: NetworkId;
  readonly tap?: string;
}

/** Something that the organisation will do about a line of the framework, and how it goes. */
export interface PlanLine {
  readonly id: string;
  /** The framework's line or supporting action: `S4`, `S5.b`. */
  readonly line: string;
  readonly moves: readonly [PlanMove, ...PlanMove[]];
}
