import { councilOn } from '../board/statement.ts';
import type { PlainDate } from '../time.ts';
import { all, type Figure, type Known } from './figure.ts';

export interface CouncilFigure extends Figure {
  readonly terms?: PlainDate;
  readonly lastMet?: PlainDate;
}

/**
 * S1: "Set up a local … leadership council within your organisation." Its terms of reference are
 * approved, and it met in the last 6 months [ours]. A staff network is no council.
 */
export function councilFigure({ things, on }: Known): CouncilFigure {
  const { terms, meetings, metLately } = councilOn(things.council[0], on);
  const n = (terms === undefined ? 0 : 1) + (metLately ? 1 : 0);
  const [last] = meetings;
  return {
    n,
    of: 2,
    ready: all(n, 2),
    rule: 'S1/1',
    ours: true,
    ...(terms === undefined ? {} : { terms: terms.on }),
    ...(last === undefined ? {} : { lastMet: last.on }),
  };
}
