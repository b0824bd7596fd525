import type { SilverLine } from '../../contract/silver.ts';
import type { FactsBehind } from '../../domain/evidence/facts-behind.ts';
import type { FewOrMany } from '../../domain/suppression.ts';
import type { Instant, PlainDate } from '../../domain/time.ts';
import type { LedgerHead } from '../ports.ts';
import type { AssessedLevel } from './self-assessment.ts';

/** All that a pack says: made from the facts of a day, as they were known at a moment. */
export interface PackFacts {
  readonly organisation: { readonly name: string; readonly code: string };
  readonly on: PlainDate;
  readonly known: Instant;
  /** The last ledger entry by then. */
  readonly ledger: LedgerHead;
  /** Every line of the framework, Silver first. */
  readonly levels: readonly AssessedLevel[];
  readonly figures: readonly PackFigure[];
  /** People whose grade no rule knows: outside N until somebody settles it. */
  readonly unsettled: FewOrMany;
  readonly facts: FactsBehind;
  readonly networks: readonly PackNetwork[];
}

/** A figure with what a stranger must know to count it again. */
export type PackFigure = Omit<
  SilverLine,
  'exclusions' | 'excluded' | 'unsettled' | 'flagged' | 'networks'
> & {
  /** What it looks at: the days after `after`, up to D; none: what stands on D. */
  readonly after?: PlainDate;
  /** S2, S2.met: the appraisal year whose reported percentage the line asks for. */
  readonly reportYear?: PlainDate;
  /** People whom the line might ask, and who are outside N for another reason than their grade. */
  readonly outside: FewOrMany;
};

export interface PackNetwork {
  readonly id: string;
  readonly name: string;
  readonly countsForSilver: boolean;
  /** S4's count of the last 12 months; none where the network moves no figure. */
  readonly n?: number;
  readonly asks: readonly NetworkAsk[];
}

/** What a network asked of the board, and what became of it by D. */
export interface NetworkAsk {
  readonly title: string;
  readonly raisedOn: PlainDate;
  readonly state: string;
  /** The day of the last move. */
  readonly movedOn: PlainDate;
  /** The board meeting that it goes to, or was at; or the day to which it is put off. */
  readonly day?: PlainDate;
  /** Where the minute is to be found. */
  readonly minute?: string;
  /** What the board let the network know. */
  readonly answer?: string;
}

/** Makes packs, and holds one against its own hashes. */
export interface Packs {
  make(facts: PackFacts): Promise<Uint8Array>;
  verify(bytes: Uint8Array): Promise<PackVerdict>;
}

export type PackVerdict =
  | { kind: 'unaltered'; seal: string; files: number; about: string; head: string }
  | { kind: 'altered'; faults: readonly string[] }
  | { kind: 'no-pack' };
