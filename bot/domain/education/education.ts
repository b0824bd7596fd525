import type { PersonId } from '../facts.ts';
import type { Instant, PlainDate } from '../time.ts';
import type { FileType } from './file-kind.ts';

export const educationSteps = ['recorded', 'verified', 'returned', 'withdrawn'] as const;
export type EducationStep = (typeof educationSteps)[number];

/** The short neutral list from which a record is returned. */
export const returnReasons = ['cannot-open', 'another-course', 'another-day', 'lets-talk'] as const;
export type ReturnReason = (typeof returnReasons)[number];

export interface EducationMove {
  /** `recorded` once more: a verification or a return was taken back, and it waits again. */
  readonly to: EducationStep;
  readonly at: Instant;
  /** Nobody where an import brought it. */
  readonly by?: PersonId;
  readonly reason?: ReturnReason;
  readonly tap?: string;
}

/** A file of evidence, as its record keeps it: the bytes are in blob storage under `id`. */
export interface FileEvidence {
  readonly kind: 'file';
  readonly id: string;
  readonly name: string;
  readonly type: FileType;
  readonly size: number;
  readonly sha256: string;
}

/** What shows that it was done. */
export type Evidence =
  | { readonly kind: 'link'; readonly address: string }
  | FileEvidence
  /** Said by a learning system's list, whose name this is, and where the list gives one its number. */
  | { readonly kind: 'register'; readonly name: string; readonly number?: string };

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

/** What has become of a record by now. */
export function educationState(education: Education): EducationStep {
  return lastEducationMove(education).to;
}

export function lastEducationMove({ moves }: Education): EducationMove {
  return moves.at(-1) ?? moves[0];
}

type Told = Pick<Education, 'person' | 'course' | 'on'>;

/** The same course on the same day, whatever shows it. */
export function isSameEducation(a: Told, b: Told): boolean {
  return (
    a.person === b.person && a.on === b.on && a.course.toLowerCase() === b.course.toLowerCase()
  );
}
