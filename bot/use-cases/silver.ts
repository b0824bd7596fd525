import type { Silver, SilverLine } from '../contract/silver.ts';
import { BY_NOW, personAsKnown, thingsAsKnown } from '../domain/known.ts';
import { attendanceFigure, ATTENDANCE_RULE } from '../domain/measures/attendance.ts';
import { boardDataFigure } from '../domain/measures/board-data.ts';
import { attendanceAhead } from '../domain/measures/attendance-ahead.ts';
import { councilFigure } from '../domain/measures/council.ts';
import { educationFigure } from '../domain/measures/education.ts';
import { exclusionReasons, type Figure, type Known } from '../domain/measures/figure.ts';
import { goalsAgreedFigure, goalsMetFigure } from '../domain/measures/goals.ts';
import { mentoringFigure } from '../domain/measures/mentoring.ts';
import { reciprocalFigure } from '../domain/measures/reciprocal.ts';
import { paperStatementFigure, statementFigure } from '../domain/measures/statements.ts';
import { counts, isOpen } from '../domain/meeting.ts';
import { may } from '../domain/permissions.ts';
import { fewOrMany } from '../domain/suppression.ts';
import { thingKinds } from '../domain/things.ts';
import { readAsAt } from './as-at.ts';
import type { House } from './context.ts';
import type { AsAt, Shown } from './doors.ts';
import { frameworkLine, supportingAction } from './framework.ts';
import type { Caller } from './ports.ts';

/**
 * Every Silver line for a day, as known at a moment. Executives and network chairs see headlines:
 * the five lines that are deliverables, without what lies behind them.
 */
export async function silver(house: House, caller: Caller, asAt: AsAt): Promise<Shown<Silver>> {
  // All at once, so that the frame is read once; whoever may not see it is shown nothing of it.
  const [read, { people }, things] = await Promise.all([
    readAsAt(house, caller, asAt, ['see-silver-figures', 'see-silver-headlines']),
    house.records.people(caller.organisation),
    house.records.things(caller.organisation, thingKinds),
  ]);
  if (read.kind === 'refused') return read;
  const { on, asked, known, frame, by, who } = read;
  const lines = silverLines(
    {
      people: known === BY_NOW ? people : people.map((person) => personAsKnown(person, known)),
      frame,
      things: thingsAsKnown(things, known),
      on,
    },
    { spellsOut: may('see-exclusions', who) },
  );
  const told =
    by === 'see-silver-figures'
      ? lines
      : lines.filter(({ deliverable }) => deliverable).map((line) => headline(line));
  return { kind: 'shown', view: { on, known: asked, lines: told } };
}

/** Every line of the framework's Silver level that is measured, in its order. */
export function silverLines(known: Known, reader: { spellsOut: boolean }): SilverLine[] {
  const line = (code: SilverLine['code'], figure: Figure): SilverLine => {
    const deliverable = !code.includes('.');
    const { keyDriver, directDeliverable } = frameworkLine(code.slice(0, 2));
    const { n, of, ready, rule, ours } = figure;
    return {
      code,
      title: keyDriver,
      // S2's second figure is of the same words.
      framework: deliverable || code === 'S2.met' ? directDeliverable : supportingAction(code),
      deliverable,
      ready,
      n,
      of,
      rule,
      ours,
      ...outsideOf(figure, reader),
    };
  };
  const agreed = goalsAgreedFigure(known);
  const met = goalsMetFigure(known);
  const mentoring = mentoringFigure(known);
  const council = councilFigure(known);
  const data = boardDataFigure(known);
  const { terms, lastMet } = council;
  const [nextBoard] = known.frame.boardMeetings
    .map(({ date }) => date)
    .filter((date) => date > known.on)
    .toSorted();
  return [
    {
      ...line('S1', council),
      council: {
        ...(terms === undefined ? {} : { terms }),
        ...(lastMet === undefined ? {} : { lastMet }),
      },
    },
    ...(['S1.a', 'S1.b', 'S1.c'] as const).map((code) => line(code, statementFigure(code, known))),
    { ...line('S2', agreed), ...(agreed.reported ? { reported: agreed.reported } : {}) },
    {
      ...line('S2.met', met),
      goalYear: met.year,
      ...(met.reported ? { reported: met.reported } : {}),
    },
    line('S3', educationFigure(known)),
    {
      ...line('S3.b', mentoring),
      ...(reader.spellsOut && mentoring.flagged > 0 ? { flagged: mentoring.flagged } : {}),
    },
    attendanceLine(line, known),
    line('S4.a', reciprocalFigure(known)),
    {
      ...line('S5', data),
      ...(nextBoard === undefined ? {} : { nextBoard }),
      board: { kinds: data.kinds.map((kind) => ({ ...kind })), quarters: [...data.quarters] },
    },
    ...(['S5.a', 'S5.b'] as const).map((code) => line(code, paperStatementFigure(code, known))),
  ];
}

function attendanceLine(
  line: (code: 'S4', figure: Figure) => SilverLine,
  { people, frame, on }: Known,
): SilverLine {
  const figure = attendanceFigure(people, frame, on);
  const [next] = frame.meetings
    .filter((meeting) => meeting.date > on && isOpen(meeting) && counts(frame, meeting))
    .map(({ date }) => date)
    .toSorted();
  const ahead = attendanceAhead(people, frame, on, figure);
  return {
    ...(ahead === undefined
      ? {}
      : { ahead: { ...ahead, network: ahead.network.name, left: [...ahead.left] } }),
    ...line('S4', { ...figure, rule: ATTENDANCE_RULE, ours: true }),
    thisYear: figure.thisYear,
    before: figure.before,
    networks: figure.networks.map(({ network, n, thisYear, before }) => {
      return { network: network.id, name: network.name, n, thisYear, before };
    }),
    ...(next === undefined ? {} : { nextMeeting: next }),
  };
}

/**
 * Who is outside N: each reason to the EDI lead, to others their number where it names nobody. Grades
 * to settle stand for themselves, as in the evidence pack: a sum here would tell few by subtraction.
 */
function outsideOf(
  { excluded }: Figure,
  { spellsOut }: { spellsOut: boolean },
): Pick<SilverLine, 'exclusions' | 'excluded' | 'unsettled'> {
  if (excluded === undefined) return {};
  const reasons = exclusionReasons.flatMap((why) => {
    const count = excluded[why];
    return count === undefined ? [] : [{ why, count }];
  });
  if (spellsOut) return { exclusions: reasons };
  const unsettled = fewOrMany(excluded['unknown-grade'] ?? 0);
  const others = fewOrMany(
    reasons.reduce((sum, { why, count }) => (why === 'unknown-grade' ? sum : sum + count), 0),
  );
  return {
    ...(others === 'none' ? {} : { excluded: others }),
    ...(unsettled === 'none' ? {} : { unsettled }),
  };
}

function headline(line: SilverLine): SilverLine {
  const { networks: _, exclusions: __, excluded: ___, unsettled: ____, ahead, ...rest } = line;
  if (ahead === undefined) return rest;
  const { network: _____, ...unnamed } = ahead;
  return { ...rest, ahead: unnamed };
}
