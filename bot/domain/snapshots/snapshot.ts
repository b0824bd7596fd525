import type { PersonId } from '../facts.ts';
import { londonDate, type Instant, type PlainDate } from '../time.ts';

/**
 * The Silver figures for a day, as they were known at a moment. What it says is written once, in
 * parts of their own, and nothing changes it: its moves say only what became of it.
 */
export interface Snapshot {
  readonly id: string;
  /** D: the day that its figures are for. */
  readonly on: PlainDate;
  /** K: everything that was recorded by then is in it, and nothing later. */
  readonly known: Instant;
  /** Of its content, as `canonical` writes it: SHA-256, in hex. */
  readonly sha256: string;
  /** In how many parts its content is kept. */
  readonly parts: number;
  readonly moves: readonly [SnapshotMove, ...SnapshotMove[]];
}

export const snapshotSteps = [
  'drafted',
  'approved',
  'frozen',
  'submitted',
  'feedback',
  'withdrawn',
  'taken-back',
] as const;
export type SnapshotStep = (typeof snapshotSteps)[number];

export interface SnapshotMove {
  readonly to: SnapshotStep;
  readonly at: Instant;
  readonly by: PersonId;
  /** The day of the submission, or on which feedback came. */
  readonly on?: PlainDate;
  /** The part that holds the words of the feedback. */
  readonly words?: string;
  readonly tap?: string;
}

/** A piece of text that a snapshot is made of: written once, never again. */
export interface SnapshotPart {
  readonly id: string;
  readonly text: string;
  readonly moves: readonly [PartMove, ...PartMove[]];
}

export interface PartMove {
  readonly at: Instant;
  readonly by: PersonId;
  readonly tap?: string;
}

/** The moves that stand: taking one back makes it as if it had not been. */
export function standingMoves({ moves }: Snapshot): readonly [SnapshotMove, ...SnapshotMove[]] {
  const [first, ...later] = moves;
  const stand: SnapshotMove[] = [];
  for (const move of later) {
    if (move.to === 'taken-back') stand.pop();
    else stand.push(move);
  }
  return [first, ...stand];
}

export function lastSnapshotMove(snapshot: Snapshot): SnapshotMove {
  const moves = standingMoves(snapshot);
  return moves.at(-1) ?? moves[0];
}

export type SnapshotState = Exclude<SnapshotStep, 'taken-back'>;

export function snapshotState(snapshot: Snapshot): SnapshotState {
  const { to } = lastSnapshotMove(snapshot);
  // A move that takes back stands for no state of its own.
  return to === 'taken-back' ? 'drafted' : to;
}

/** When it came to a step, and by whom, where that stands. */
export function moveTo(snapshot: Snapshot, to: SnapshotState): SnapshotMove | undefined {
  return standingMoves(snapshot).findLast((move) => move.to === to);
}

export function isFrozen(snapshot: Snapshot): boolean {
  return moveTo(snapshot, 'frozen') !== undefined;
}

/** The day of a step: the one that it names, else that on which it was recorded. */
export function dayOfStep(snapshot: Snapshot, to: SnapshotState): PlainDate | undefined {
  const move = moveTo(snapshot, to);
  return move && (move.on ?? londonDate(move.at));
}

/** [ours] Well within what a row takes, also where every character needs a sign before it. */
const LONGEST_PART = 15_000;

/** A text in parts that rows can keep. */
export function inParts(text: string): string[] {
  const count = Math.max(1, Math.ceil(text.length / LONGEST_PART));
  return Array.from({ length: count }, (_, part) =>
    text.slice(part * LONGEST_PART, (part + 1) * LONGEST_PART),
  );
}

export function partId(snapshot: string, part: number): string {
  return `${snapshot}.${String(part).padStart(3, '0')}`;
}

/** JSON with its keys in order and nothing between them: the same content, the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries<unknown>({ ...value })
    .filter(([, held]) => held !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(',')}}`;
}
