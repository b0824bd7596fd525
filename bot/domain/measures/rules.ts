import { attendanceFigure, ATTENDANCE_RULE } from './attendance.ts';
import { boardDataFigure } from './board-data.ts';
import { councilFigure } from './council.ts';
import { educationFigure } from './education.ts';
import type { Figure, Known } from './figure.ts';
import { goalsAgreedFigure, goalsMetFigure } from './goals.ts';
import { mentoringFigure } from './mentoring.ts';
import { reciprocalFigure } from './reciprocal.ts';
import { paperStatementFigure, statementFigure } from './statements.ts';
import { attendanceByRule1, goalsMetByRule1 } from './superseded.ts';

/** A line's n of N by one version of its rule. */
export type Counted = Pick<Figure, 'n' | 'of' | 'ready' | 'rule'>;
type Rule = (known: Known) => Counted;

/** Today's rule of each line that is measured. */
const standing: Readonly<Record<string, Rule>> = {
  S1: councilFigure,
  'S1.a': (known) => statementFigure('S1.a', known),
  'S1.b': (known) => statementFigure('S1.b', known),
  'S1.c': (known) => statementFigure('S1.c', known),
  S2: goalsAgreedFigure,
  'S2.met': goalsMetFigure,
  S3: educationFigure,
  'S3.b': mentoringFigure,
  S4: ({ people, frame, on }) => ({
    ...attendanceFigure(people, frame, on),
    rule: ATTENDANCE_RULE,
  }),
  'S4.a': reciprocalFigure,
  S5: boardDataFigure,
  'S5.a': (known) => paperStatementFigure('S5.a', known),
  'S5.b': (known) => paperStatementFigure('S5.b', known),
};

/** What another version has taken the place of: kept, so that a figure of then can be had again. */
const superseded: Readonly<Record<string, Rule>> = {
  'S2.met/1': goalsMetByRule1,
  'S4/1': attendanceByRule1,
};

/** The figure by a version of its rule, such as `S4/1`; undefined for one that there never was. */
export function figureBy(rule: string, known: Known): Counted | undefined {
  const before = superseded[rule];
  if (before !== undefined) return before(known);
  const today = standing[rule.split('/')[0] ?? '']?.(known);
  return today?.rule === rule ? today : undefined;
}

/** The figure of a line by the rule that stands today. */
export function figureToday(code: string, known: Known): Counted | undefined {
  return standing[code]?.(known);
}
