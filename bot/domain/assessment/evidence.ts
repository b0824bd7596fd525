import { standing } from '../board/statement.ts';
import type { FileEvidence } from '../education/education.ts';
import type { PersonId } from '../facts.ts';
import type { Instant, PlainDate } from '../time.ts';

export const evidenceSteps = [
  'drafted',
  'ready',
  'approved',
  'returned',
  'withdrawn',
  'taken-back',
] as const;
export type EvidenceStep = (typeof evidenceSteps)[number];
export type EvidenceState = Exclude<EvidenceStep, 'taken-back'>;

export interface EvidenceMove {
  readonly to: EvidenceStep;
  readonly at: Instant;
  readonly by: PersonId;
  readonly on: PlainDate;
  /** Why it was returned. */
  readonly reason?: string;
  /** Which move is taken back, counted from 0: as if it had never been made. */
  readonly takes?: number;
  readonly tap?: string;
}

/** Something that shows where a line stands: a link or a file, and all that became of it. */
export interface Evidence {
  readonly id: string;
  /** The line of the framework that it is for. */
  readonly line: string;
  readonly title: string;
  /** The document's own day. */
  readonly on: PlainDate;
  readonly shows: { readonly kind: 'link'; readonly address: string } | FileEvidence;
  readonly moves: readonly [EvidenceMove, ...EvidenceMove[]];
}

/** The move that stands last on a day, with its number; undefined before it was drafted. */
export function lastEvidenceMove(
  { moves }: Evidence,
  on: PlainDate,
): (EvidenceMove & { readonly to: EvidenceState; readonly move: number }) | undefined {
  const last = standing(moves, on).at(-1);
  return last === undefined || last.to === 'taken-back' ? undefined : { ...last, to: last.to };
}

export function evidenceState(evidence: Evidence, on: PlainDate): EvidenceState | undefined {
  return lastEvidenceMove(evidence, on)?.to;
}

/** Whether it speaks for its line: whoever keeps it calls it ready, or it is approved [ours]. */
export function isReady(evidence: Evidence, on: PlainDate): boolean {
  const state = evidenceState(evidence, on);
  return state === 'ready' || state === 'approved';
}

/** Whether a line has evidence that speaks for it on a day. */
export function hasReadyEvidence(
  line: string,
  evidence: readonly Evidence[],
  on: PlainDate,
): boolean {
  return evidence.some((each) => each.line === line && isReady(each, on));
}

/** Who drafted it or called it ready: it is their own, and never theirs to approve. */
export function handsOn({ moves }: Evidence): ReadonlySet<PersonId> {
  return new Set(moves.filter(({ to }) => to === 'drafted' || to === 'ready').map(({ by }) => by));
}
