import { hasReadyEvidence } from '../assessment/evidence.ts';
import { lastPresented, presentedOn, withNetworks, type PaperKind } from '../board/paper.ts';
import { standingStatement, type StatementLine } from '../board/statement.ts';
import { addMonths } from '../time.ts';
import { all, type Figure, type Known } from './figure.ts';

/**
 * S1.a to S1.c: supporting actions that the organisation assesses itself. In place where its owner
 * says so, with evidence.
 */
export function statementFigure(line: StatementLine, known: Known): Figure {
  const n = isInPlace(line, known) ? 1 : 0;
  return { n, of: 1, ready: all(n, 1), rule: `${line}/1`, ours: false };
}

/** What S5.a and S5.b ask of the board's papers in (D − 12 months, D]. */
const papersOf = { 'S5.a': 'staff-survey', 'S5.b': 'quarterly-review' } as const satisfies Partial<
  Record<StatementLine, PaperKind>
>;

/**
 * S5.a, S5.b: the owner says so, and the board saw a paper with the networks' part in it: members
 * involved in reading the staff survey, the review presented to the networks too [ours].
 */
export function paperStatementFigure(line: keyof typeof papersOf, known: Known): Figure {
  const { things, on } = known;
  const from = addMonths(on, -12);
  const papers = things.paper.filter(withNetworks);
  const paper = lastPresented(papers, papersOf[line], on, from);
  const seen = paper !== undefined && presentedOn(paper) !== undefined;
  const n = (seen ? 1 : 0) + (isInPlace(line, known) ? 1 : 0);
  return { n, of: 2, ready: all(n, 2), rule: `${line}/1`, ours: true };
}

/** Said to be in place, with evidence in words or among the items that are ready. */
export function isInPlace(line: string, { things, on }: Pick<Known, 'things' | 'on'>): boolean {
  const statement = standingStatement(
    things.statement.find(({ id }) => id === line),
    on,
  );
  if (statement?.state !== 'in-place') return false;
  return statement.evidence !== undefined || hasReadyEvidence(line, things.evidence, on);
}
