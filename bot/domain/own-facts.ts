import type { Correction } from './corrections.ts';
import type { Education } from './education/education.ts';
import type { Goal } from './goals/goal.ts';
import type { Pledge } from './pledges/pledge.ts';
import type { PersonId } from './facts.ts';
import type { Instant, PlainDate } from './time.ts';

/** What a person holds beside attendance, by its kind. */
export interface OwnFacts {
  goal: Goal;
  education: Education;
  pledge: Pledge;
  'named-manager': NamedManager;
  words: Words;
  correction: Correction;
}
export type OwnKind = keyof OwnFacts;

/**
 * Free text of one person's, by the id of what it belongs to (`goal.2026-04-01.2`). It is read with
 * the person alone: no digest has it, so that no page of many people carries it.
 */
export interface Words {
  readonly id: string;
  readonly text: string;
  readonly at: Instant;
}

/** Whom the EDI lead names as somebody's manager instead of the staff list; the last one stands. */
export interface NamedManager {
  readonly id: 'manager';
  readonly moves: readonly [NamedManagerMove, ...NamedManagerMove[]];
}

export interface NamedManagerMove {
  /** Nobody: the staff list's again. */
  readonly manager?: PersonId;
  readonly from: PlainDate;
  readonly at: Instant;
  readonly by: PersonId;
  readonly tap?: string;
}
