import { appraisalYear, isAgreed, movesUpTo } from '../goals/goal.ts';
import { goalsMet } from '../goals/reporting.ts';
import { addDays, type PlainDate } from '../time.ts';
import { all, tally, type Counted, type Figure, type Known } from './figure.ts';
import { goalEligibility } from './who-counts.ts';

/** The percentage that was reported of a year, by a day. */
export interface Reported {
  /** The appraisal year by its first day. */
  readonly year: PlainDate;
  readonly on: PlainDate;
  readonly n: number;
  readonly of: number;
}

export interface GoalsFigure extends Figure {
  /** Last year's percentage, once it was reported. */
  readonly reported?: Reported;
}

/**
 * S2: "All leaders at Band 8A and above must have a personal development plan goal agreed around
 * equality, diversity and inclusion, and a process to report annually the percentage of these goals
 * that have been met." Leaders with an agreed goal of the appraisal year, of those eligible on D;
 * and last year's percentage was reported.
 */
export function goalsAgreedFigure(known: Known): GoalsFigure {
  const { people, frame, on } = known;
  const year = appraisalYear(frame.settings, on);
  const eligible = leadersAsked(known);
  const n = eligible.filter(({ isIn }) => isIn).length;
  const last = appraisalYear(frame.settings, addDays(year.start, -1));
  const reported = reportOf(last.start, known);
  return {
    n,
    of: eligible.length,
    ready: all(n, eligible.length) && reported !== undefined,
    rule: 'S2/1',
    ours: false,
    excluded: tally(
      people.map((person) => {
        const standing = goalEligibility(person, frame.settings, on).kind;
        return standing === 'eligible' || standing === 'not-a-leader' ? undefined : standing;
      }),
    ),
    ...(reported === undefined ? {} : { reported }),
  };
}

/** S2's N one by one, and who of them is in n. */
export function leadersAsked({ people, frame, on }: Known): Counted[] {
  const year = appraisalYear(frame.settings, on);
  return people
    .filter((person) => goalEligibility(person, frame.settings, on).kind === 'eligible')
    .map((person) => ({
      person,
      isIn: person.goals.some((goal) => goal.year === year.start && isAgreed(movesUpTo(goal, on))),
    }));
}

export interface GoalsMetFigure extends GoalsFigure {
  readonly year: PlainDate;
}

/**
 * S2.met: goals confirmed achieved, of agreed goals that fell due; partly is not met, unconfirmed
 * stays in N, paused by its leader's absence is outside. Of the appraisal year of D; of the one before while none of this year's fell due
 * [ours]. The framework has no threshold: ready once the percentage of that year was reported.
 */
export function goalsMetFigure(known: Known): GoalsMetFigure {
  const { people, frame, on } = known;
  const current = appraisalYear(frame.settings, on).start;
  const before = appraisalYear(frame.settings, addDays(current, -1)).start;
  const now = goalsMet(people, current, on);
  const [year, { n, of, paused }] =
    now.of > 0 ? [current, now] : ([before, goalsMet(people, before, on)] as const);
  const reported = reportOf(year, known);
  return {
    n,
    of,
    year,
    ready: of > 0 && reported !== undefined,
    rule: 'S2.met/2',
    ours: true,
    excluded: paused > 0 ? { paused } : {},
    ...(reported === undefined ? {} : { reported }),
  };
}

export function reportOf(year: PlainDate, { things, on }: Known): Reported | undefined {
  const report = things['goal-report'].find((each) => each.year === year);
  const last = report?.moves.findLast((move) => move.on <= on);
  if (last === undefined || last.to !== 'reported') return undefined;
  return { year, on: last.on, n: last.n, of: last.of };
}
