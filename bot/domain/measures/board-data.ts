import { dataKinds, lastPresented, presentedOn, quartersCovered } from '../board/paper.ts';
import type { Quarter } from '../board/quarters.ts';
import { addMonths, type PlainDate } from '../time.ts';
import { all, type Figure, type Known } from './figure.ts';

export interface BoardDataFigure extends Figure {
  /** Each kind, and the day on which the board last saw it in the 12 months. */
  readonly kinds: readonly { kind: (typeof dataKinds)[number]; on?: PlainDate }[];
  /** The last four quarters, by the quarter of the presentation. */
  readonly quarters: readonly (Quarter & { covered: boolean })[];
}

/**
 * S5: "WRES data and workforce data disaggregated by ethnic groups to be presented at board meetings
 * …" Each of the two presented to the board in (D − 12 months, D]; a committee is not the board.
 */
export function boardDataFigure({ things, frame, on }: Known): BoardDataFigure {
  const from = addMonths(on, -12);
  const kinds = dataKinds.map((kind) => {
    const paper = lastPresented(things.paper, kind, on, from);
    const day = paper && presentedOn(paper);
    return { kind, ...(day === undefined ? {} : { on: day }) };
  });
  const n = kinds.filter((kind) => kind.on !== undefined).length;
  const { quarters } = quartersCovered(things.paper, on, frame.settings.yearStartMonth);
  return {
    n,
    of: kinds.length,
    ready: all(n, kinds.length),
    rule: 'S5/1',
    ours: false,
    kinds,
    quarters: quarters.map(({ start, end, papers }) => ({
      start,
      end,
      covered: papers.length > 0,
    })),
  };
}
