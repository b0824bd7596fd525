import { boardsOf } from '../board/missing.ts';
import { hasMet, plannedFor } from '../board/judge-paper.ts';
import { isData, lastPaperMove, quartersCovered } from '../board/paper.ts';
import { quarterOf, type Quarter } from '../board/quarters.ts';
import type { BoardMeeting, PersonId, RoleName } from '../facts.ts';
import { holdersOf } from '../roles.ts';
import { addDays, addMonths, londonDate, type PlainDate } from '../time.ts';
import { workingDayFrom } from '../working-days.ts';
import type { Nudge, NudgeRule, OrganisationFacts } from './nudge.ts';

/** [ours] So many days before papers close for a quarter's last board, at the latest. */
const DAYS_BEFORE_PAPERS_CLOSE = 14;
/** [ours] A paper that the board saw is asked about for so long after its quarter. */
const DAYS_AFTER_QUARTER = 28;

/**
 * A quarter in which the board has seen no WRES or workforce data, and for which none is planned:
 * the EDI lead hears from its last month, or in time for its last board's papers where that is
 * earlier, and a week later. A week after that the EDI sponsor hears.
 */
export const quarterPaper: NudgeRule = {
  kind: 'quarter-paper',
  needs: 'the-person',
  due: (facts) =>
    openQuarters(facts).flatMap((quarter) => {
      const today = londonDate(facts.now);
      const { first, second, support } = quarterPaperDays(quarter, facts);
      if (today < first) return [];
      const lead: [string, PlainDate] = today >= second ? ['2', second] : ['1', first];
      return [
        ...holders('edi-lead', facts).map((to) => nudge(to, quarter, ...lead)),
        ...(today < support
          ? []
          : holders('edi-sponsor', facts).map((to) => nudge(to, quarter, 'support', support))),
      ];
    }),
};

/** Quarters that still want a paper: this one, and one just gone whose board may have seen it. */
export function openQuarters(facts: OrganisationFacts): Quarter[] {
  const today = londonDate(facts.now);
  const { yearStartMonth } = facts.frame.settings;
  const quarters = [
    quarterOf(addDays(today, -DAYS_AFTER_QUARTER), yearStartMonth),
    quarterOf(today, yearStartMonth),
  ];
  const { quarters: seen } = quartersCovered(facts.things.paper, today, yearStartMonth);
  const covered = new Set(
    seen.filter(({ papers }) => papers.length > 0).map((quarter) => quarter.start),
  );
  return quarters
    .filter(
      (quarter, index) => quarters.findIndex(({ start }) => start === quarter.start) === index,
    )
    .filter((quarter) => !covered.has(quarter.start) && lastBoardIn(quarter, facts) !== undefined)
    .filter((quarter) => !isPlannedIn(quarter, facts));
}

/** The days of its reminders. */
export function quarterPaperDays(quarter: Quarter, facts: OrganisationFacts) {
  const { isBankHoliday } = facts;
  const lastMonth = addMonths(quarter.start, 2);
  const board = lastBoardIn(quarter, facts);
  const inTime =
    board === undefined ? lastMonth : addDays(board.papersDue, -DAYS_BEFORE_PAPERS_CLOSE);
  const first = workingDayFrom(inTime < lastMonth ? inTime : lastMonth, isBankHoliday);
  const second = workingDayFrom(addDays(first, 7), isBankHoliday);
  return { first, second, support: workingDayFrom(addDays(second, 7), isBankHoliday) };
}

/** The quarter's last board; without one in its calendar nobody could present anything. */
export function lastBoardIn(
  quarter: Quarter,
  { frame }: OrganisationFacts,
): BoardMeeting | undefined {
  return boardsOf(frame).findLast(({ date }) => quarter.start <= date && date <= quarter.end);
}

/** Planned for a board of that quarter that is still to meet. */
function isPlannedIn(quarter: Quarter, { frame, things, now }: OrganisationFacts): boolean {
  const toCome = new Set(
    boardsOf(frame)
      .filter((board) => !hasMet(board, now))
      .map(({ date }) => date),
  );
  return things.paper
    .filter((paper) => isData(paper) && lastPaperMove(paper).to === 'planned')
    .map((paper) => plannedFor(paper, frame))
    .some(
      (day) => day !== undefined && toCome.has(day) && day >= quarter.start && day <= quarter.end,
    );
}

function holders(role: RoleName, { frame, now }: OrganisationFacts): PersonId[] {
  return holdersOf(frame.roles, role, londonDate(now));
}

function nudge(to: PersonId, { start }: Quarter, step: string, from: PlainDate): Nudge {
  return { kind: 'quarter-paper', to, about: start, step, from };
}
