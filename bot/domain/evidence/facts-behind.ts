import { reciprocalAttendances } from '../agenda/reciprocal.ts';
import { presentedOn, withNetworks, type PaperKind } from '../board/paper.ts';
import { isReady } from '../assessment/evidence.ts';
import {
  councilOn,
  standingStatement,
  statementLines,
  type StatementLine,
} from '../board/statement.ts';
import { educationState } from '../education/education.ts';
import type { NetworkId } from '../facts.ts';
import { appraisalYear, isAgreed, movesUpTo, type GoalOutcome } from '../goals/goal.ts';
import { dueOutcomes } from '../goals/reporting.ts';
import { historyState } from '../history.ts';
import { BY_NOW } from '../known.ts';
import { directorStanding, hasLeft } from '../measures/directors.ts';
import type { Known } from '../measures/figure.ts';
import { goalEligibility, isOut } from '../measures/who-counts.ts';
import { countsOn, sessionDays } from '../mentoring/counting.ts';
import { isExecutiveOn } from '../roles.ts';
import { employmentOn } from '../standing.ts';
import { isSmall } from '../suppression.ts';
import { yearOf, type PlainDate } from '../time.ts';
import { meetingsBehind, type MeetingBehind } from './meetings-behind.ts';

/**
 * What a stranger needs to count each figure again, and no more: nobody's name, band or directorate.
 * Facts of people are in the order of what they say, so that the order tells nothing of whose they
 * are, and no two packs can be laid side by side.
 */
export interface FactsBehind {
  /** S1: the council's terms and meetings, never its members. */
  readonly council: readonly { what: 'terms' | 'met'; on: PlainDate; document: string }[];
  readonly statements: readonly {
    line: StatementLine;
    state: 'in-place' | 'development-area';
    on: PlainDate;
    evidence?: string;
  }[];
  /** S2: of each leader in N, whether a goal is agreed. */
  readonly agreed: readonly boolean[];
  /** S2.met: what each goal that fell due came to; few of a kind are not told apart. */
  readonly outcomes: readonly (GoalOutcome | 'unconfirmed' | 'not-met')[];
  readonly reports: readonly { year: PlainDate; on: PlainDate; n: number; of: number }[];
  /** S3: of each executive director in N, the day of their newest verified education. */
  readonly education: readonly (PlainDate | undefined)[];
  /** S3.b: of each person in N, whether they took part: yes or no, without a day. */
  readonly mentoring: readonly boolean[];
  /** S4: of each network that counts, its held meetings and how many executive directors came. */
  readonly meetings: readonly MeetingBehind[];
  /** S4.a: the days on which a network's chair was heard. */
  readonly heard: readonly { on: PlainDate; networks: readonly NetworkId[] }[];
  readonly papers: readonly {
    kind: PaperKind;
    on: PlainDate;
    quarter: PlainDate;
    minute?: string;
    networks: boolean;
  }[];
}

/** What speaks for a line on a day: a document named in words, and the items that are ready. */
export function evidenceFor(line: string, { things, on }: Pick<Known, 'things' | 'on'>): string[] {
  const said = standingStatement(
    things.statement.find(({ id }) => id === line),
    on,
  );
  const items = things.evidence.filter((each) => each.line === line && isReady(each, on));
  return [
    ...(said?.evidence === undefined ? [] : [said.evidence]),
    ...items.map(({ title }) => title),
  ];
}

/** The facts that the figures of a day stand on; `goalYear` is the year that S2.met is of. */
export function factsBehind(known: Known, goalYear: PlainDate): FactsBehind {
  const { things, on } = known;
  const council = councilOn(things.council[0], on);
  return {
    council: [
      ...(council.terms === undefined ? [] : [{ what: 'terms' as const, ...told(council.terms) }]),
      ...council.meetings.map((met) => ({ what: 'met' as const, ...told(met) })),
    ],
    statements: statementLines.flatMap((line) => {
      const statement = things.statement.find(({ id }) => id === line);
      const stands = standingStatement(statement, on);
      if (stands === undefined) return [];
      const evidence = evidenceFor(line, known);
      const shown = evidence.length === 0 ? {} : { evidence: evidence.join('; ') };
      return [{ line, state: stands.state, on: stands.on, ...shown }];
    }),
    agreed: agreedGoals(known).toSorted(yesFirst),
    outcomes: toldOutcomes(known, goalYear),
    reports: things['goal-report']
      .flatMap(({ year, moves }) => {
        const last = moves.findLast((move) => move.on <= on);
        if (last?.to !== 'reported') return [];
        return [{ year, on: last.on, n: last.n, of: last.of }];
      })
      .toSorted((a, b) => (a.year < b.year ? -1 : 1)),
    education: educated(known).toSorted((a, b) => ((a ?? '9999') < (b ?? '9999') ? -1 : 1)),
    mentoring: mentored(known).toSorted(yesFirst),
    meetings: meetingsBehind(known),
    heard: daysHeard(known),
    papers: things.paper
      .flatMap((paper) => {
        const day = presentedOn(paper);
        if (day === undefined || day > on) return [];
        const minute = paper.moves.at(-1)?.minute;
        const { kind, quarter } = paper;
        const shown = minute === undefined ? {} : { minute };
        return [{ kind, on: day, quarter, networks: withNetworks(paper), ...shown }];
      })
      .toSorted((a, b) => (`${a.on}${a.kind}` < `${b.on}${b.kind}` ? -1 : 1)),
  };
}

function agreedGoals({ people, frame, on }: Known): boolean[] {
  const year = appraisalYear(frame.settings, on).start;
  return people
    .filter((person) => goalEligibility(person, frame.settings, on).kind === 'eligible')
    .map(({ goals }) => goals.some((goal) => goal.year === year && isAgreed(movesUpTo(goal, on))));
}

/** Achieved or not is the figure itself; how else goals came out is told where no kind has few. */
function toldOutcomes({ people, on }: Known, goalYear: PlainDate): FactsBehind['outcomes'] {
  const outcomes = dueOutcomes(people, goalYear, on).filter((outcome) => outcome !== 'paused');
  const kinds = Map.groupBy(outcomes, (outcome) => outcome);
  const few = [...kinds].some(([kind, each]) => kind !== 'achieved' && isSmall(each.length));
  return outcomes
    .map((outcome) => (few && outcome !== 'achieved' ? ('not-met' as const) : outcome))
    .toSorted();
}

function educated({ people, frame, on }: Known): (PlainDate | undefined)[] {
  const year = yearOf(on, frame.settings.yearStartMonth);
  return people
    .filter(({ id }) => isExecutiveOn(frame.roles, id, on))
    .filter((person) => !hasLeft(person, on) && !isOut(person, year, on))
    .map(({ education, history }) =>
      [
        ...education.filter((done) => educationState(done) === 'verified'),
        ...history.filter(
          (entry) => entry.what === 'education' && historyState(entry) === 'verified',
        ),
      ]
        .map((done) => done.on)
        .filter((day) => day <= on)
        .toSorted()
        .at(-1),
    );
}

function mentored({ people, frame, things, on }: Known): boolean[] {
  const year = yearOf(on, frame.settings.yearStartMonth);
  const listed = new Map(people.map((person) => [person.id, person]));
  return people
    .filter((person) => {
      const standing = directorStanding(person, frame, on, (id) => {
        const supervisor = listed.get(id);
        return supervisor && employmentOn(supervisor, on);
      });
      return standing !== 'neither' && !isOut(person, year, on);
    })
    .map((person) =>
      // Things are as known already.
      sessionDays(person, things.pair, BY_NOW).some((day) => countsOn(day, on)),
    );
}

function daysHeard({ things, frame, on }: Known): FactsBehind['heard'] {
  const heard = reciprocalAttendances(things, frame).filter((each) => each.on <= on);
  return [...Map.groupBy(heard, (each) => each.on)].map(([day, each]) => ({
    on: day,
    networks: [...new Set(each.map(({ network }) => network))].toSorted(),
  }));
}

function told({ on, document }: { on: PlainDate; document: string }) {
  return { on, document };
}

function yesFirst(a: boolean, b: boolean): number {
  return Number(b) - Number(a);
}
