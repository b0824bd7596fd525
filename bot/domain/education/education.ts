import type { PersonId } from '../facts.ts';
import type { Instant, PlainDate } from '../time.ts';

export const educationSteps = ['recorded', 'verified', 'returned', 'withdrawn'] as const;
export type EducationStep = (typeof educationSteps)[number];

export interface EducationMove {
  readonly to: EducationStep;
  readonly at: Instant;
  /** Nobody where an import brought it. */
  readonly by?: PersonId;
  readonly tap?: string;
}

/** What shows that it was done. */
export type Evidence =
  | { readonly kind: 'link'; readonly address: string }
  /** Kept in blob storage under `id`. */
  | { readonly kind: 'file'; readonly id: string; readonly name: string; readonly size: number }
  /** Said by a learning system's list, whose name this is. */
  | { readonly kind: 'register'; readonly name: string };

/** Inclusive-leadership education that one person has done, and all that became of its record. */
export interface Education {
  readonly id: string;
  readonly person: PersonId;
  readonly course: string;
  /** The day on which it was completed. */
  readonly on: PlainDate;
  readonly evidence?: Evidence;
  readonly moves: readonly [EducationMove, ...EducationMove[]];
}
