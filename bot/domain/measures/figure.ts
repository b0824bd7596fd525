import type { Frame, Person } from '../facts.ts';
import type { Things } from '../things.ts';
import type { PlainDate } from '../time.ts';

/** What a figure is computed from: people, frame and things as they were known at K, for a day D. */
export interface Known {
  readonly people: readonly Person[];
  readonly frame: Frame;
  readonly things: Things;
  readonly on: PlainDate;
}

/** Why somebody whom a line might ask, or a goal of theirs, is outside its N. */
export const exclusionReasons = ['grace', 'away', 'acting-up', 'unknown-grade', 'paused'] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

/** n of N for a day, and whether that is what the line asks for. N = 0 is never ready. */
export interface Figure {
  readonly n: number;
  readonly of: number;
  readonly ready: boolean;
  /** The rule's version: another reading of the line is another version. */
  readonly rule: string;
  /** True where the framework is silent or ambiguous, and this reading is the project's. */
  readonly ours: boolean;
  readonly excluded?: Readonly<Partial<Record<ExclusionReason, number>>>;
}

/** Somebody in a figure's N, and whether they are in its n. */
export interface Counted {
  readonly person: Person;
  readonly isIn: boolean;
}

/** Ready where all are: a line of no one asks for more than nothing. */
export function all(n: number, of: number): boolean {
  return of > 0 && n === of;
}

export function tally(
  reasons: readonly (ExclusionReason | undefined)[],
): Readonly<Partial<Record<ExclusionReason, number>>> {
  const counts: Partial<Record<ExclusionReason, number>> = {};
  for (const reason of reasons) {
    if (reason !== undefined) counts[reason] = (counts[reason] ?? 0) + 1;
  }
  return counts;
}
