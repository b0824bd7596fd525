import type { PersonId } from '../facts.ts';
import type { Instant, PlainDate } from '../time.ts';
import { lastFourQuarters, type Quarter } from './quarters.ts';

export const paperKinds = [
  'wres',
  'workforce-by-ethnic-group',
  'staff-survey',
  'quarterly-review',
] as const;
export type PaperKind = (typeof paperKinds)[number];

/** S5 asks for both of these; a staff survey or a review alone covers no quarter. [ours] */
export const dataKinds = [
  'wres',
  'workforce-by-ethnic-group',
] as const satisfies readonly PaperKind[];

export interface PaperMove {
  readonly to: 'planned' | 'presented' | 'withdrawn';
  readonly at: Instant;
  readonly by: PersonId;
  /** The day on which the board saw it. */
  readonly on?: PlainDate;
  /** Where the minute is to be found. */
  readonly minute?: string;
  /**
   * Once presented, of a staff survey: network members had a part in reading it. Of a quarterly
   * review: the networks saw it too.
   */
  readonly networks?: boolean;
  readonly tap?: string;
}

/** A paper with workforce race data for the board. A committee is not the board. */
export interface Paper {
  readonly id: string;
  readonly kind: PaperKind;
  /** The first day of the quarter that its data are of: not the one in which it is presented. */
  readonly quarter: PlainDate;
  /** The board meeting that it is planned for, by its id in the calendar of board meetings. */
  readonly meeting?: string;
  readonly moves: readonly [PaperMove, ...PaperMove[]];
}

export function lastPaperMove(paper: Paper): PaperMove {
  return paper.moves.at(-1) ?? paper.moves[0];
}

/** The day on which the board saw it, unless that was taken back. */
export function presentedOn(paper: Paper): PlainDate | undefined {
  const last = lastPaperMove(paper);
  return last.to === 'presented' ? last.on : undefined;
}

/** Whether the networks had their part in it: see `PaperMove.networks`. */
export function withNetworks(paper: Paper): boolean {
  return lastPaperMove(paper).networks === true;
}

/** The last paper of a kind that the board saw in (from, D]; from the beginning where not given. */
export function lastPresented(
  papers: readonly Paper[],
  kind: PaperKind,
  on: PlainDate,
  from = '' as PlainDate,
): Paper | undefined {
  return papers
    .filter((paper) => paper.kind === kind)
    .filter((paper) => isWithin(presentedOn(paper), from, on))
    .toSorted((a, b) => ((presentedOn(a) ?? '') < (presentedOn(b) ?? '') ? -1 : 1))
    .at(-1);
}

/**
 * Of the four quarters up to D's own, those in which the board saw WRES or workforce data: by the
 * quarter in which it was presented, whatever quarter the data are of.
 */
export function quartersCovered(
  papers: readonly Paper[],
  on: PlainDate,
  yearStartMonth = 4,
): { n: number; of: 4; quarters: readonly (Quarter & { papers: readonly Paper[] })[] } {
  const seen = papers.filter(isData).filter((paper) => isWithin(presentedOn(paper), '', on));
  const quarters = lastFourQuarters(on, yearStartMonth).map((quarter) => ({
    ...quarter,
    papers: seen.filter((paper) => {
      const day = presentedOn(paper) ?? '';
      return day >= quarter.start && day <= quarter.end;
    }),
  }));
  return { n: quarters.filter((quarter) => quarter.papers.length > 0).length, of: 4, quarters };
}

export function isData({ kind }: Paper): boolean {
  return dataKinds.some((data) => data === kind);
}

function isWithin(day: PlainDate | undefined, after: string, to: PlainDate): boolean {
  return day !== undefined && day > after && day <= to;
}
