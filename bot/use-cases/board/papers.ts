import type { BoardMeeting, Paper as PaperView, Papers } from '../../contract/board.ts';
import { hasMet, plannedFor } from '../../domain/board/judge-paper.ts';
import { boardsOf, missingBefore, nextBoard } from '../../domain/board/missing.ts';
import {
  lastPaperMove,
  presentedOn,
  quartersCovered,
  withNetworks,
  type Paper,
} from '../../domain/board/paper.ts';
import { lastFourQuarters, quarterOf } from '../../domain/board/quarters.ts';
import type { Frame } from '../../domain/facts.ts';
import { BY_NOW, thingsAsKnown } from '../../domain/known.ts';
import { may } from '../../domain/permissions.ts';
import { addDays, type Instant, type PlainDate } from '../../domain/time.ts';
import { readAsAt } from '../as-at.ts';
import type { House } from '../context.ts';
import type { Shown } from '../doors.ts';
import { frameworkLine } from '../framework.ts';
import type { Caller } from '../ports.ts';

/** Changes where the way of counting quarters does. */
const PAPERS_RULE = 'S5.quarters/1';

/** What the board saw of the organisation's race data, what is planned, and what it still needs. */
export async function papers(house: House, caller: Caller): Promise<Shown<Papers>> {
  const read = await readAsAt(house, caller, {}, ['see-board-papers']);
  if (read.kind === 'refused') return read;
  const { frame, on, who } = read;
  const now = house.clock.now();
  const things = await house.records.things(caller.organisation, ['paper']);
  const known = thingsAsKnown(things, BY_NOW).paper;
  const next = nextBoard(frame, now);
  const covered = quartersCovered(known, on, frame.settings.yearStartMonth);
  const keeps = may('keep-board-papers', who);
  return {
    kind: 'shown',
    view: {
      on,
      ...(next === undefined ? {} : { next: asBoard(next) }),
      missing: next === undefined ? [] : missingBefore(known, next, frame, now),
      covered: {
        n: covered.n,
        of: covered.of,
        quarters: covered.quarters.map(({ start, end, papers: seen }) => ({
          start,
          end,
          seen: seen.flatMap((paper) => {
            const date = presentedOn(paper);
            return date === undefined ? [] : [{ kind: paper.kind, date }];
          }),
          current: start <= on && on <= end,
        })),
      },
      papers: inOrder(known).map((paper) => asPaper(paper, frame, now, keeps)),
      ...(keeps ? { keep: offers(frame, on, now) } : {}),
      why: { framework: frameworkLine('S5').directDeliverable, rule: PAPERS_RULE },
    },
  };

  function inOrder(all: readonly Paper[]): Paper[] {
    const day = (paper: Paper): string => presentedOn(paper) ?? plannedFor(paper, frame) ?? '';
    const of = (to: 'planned' | 'presented'): Paper[] =>
      all.filter((paper) => lastPaperMove(paper).to === to);
    return [
      ...of('planned').toSorted((a, b) => (day(a) < day(b) ? -1 : 1)),
      ...of('presented').toSorted((a, b) => (day(a) > day(b) ? -1 : 1)),
    ];
  }
}

function asPaper(paper: Paper, frame: Frame, now: Instant, keeps: boolean): PaperView {
  const on = presentedOn(paper);
  const date = on ?? plannedFor(paper, frame);
  const { minute } = lastPaperMove(paper);
  const { start, end } = quarterOf(paper.quarter, frame.settings.yearStartMonth);
  // Planned for a board that has met, or for one that its calendar lost.
  const met = boardsOf(frame).filter((meeting) => hasMet(meeting, now) && meeting.date >= start);
  const mayPresent =
    on === undefined && met.some((meeting) => date === undefined || meeting.date === date);
  const mayReopen = on !== undefined && paper.meeting !== undefined;
  return {
    id: paper.id,
    kind: paper.kind,
    quarter: { start, end },
    state: on === undefined ? 'planned' : 'presented',
    ...(date === undefined ? {} : { date }),
    ...(on === undefined || minute === undefined ? {} : { minute }),
    networks: on !== undefined && withNetworks(paper),
    may: [
      ...(keeps && mayPresent ? (['present'] as const) : []),
      ...(keeps && mayReopen ? (['reopen'] as const) : []),
      ...(keeps ? (['withdraw'] as const) : []),
    ],
  };
}

/** Boards to plan for, days on which one met, and quarters that have begun. */
function offers(frame: Frame, on: PlainDate, now: Instant): NonNullable<Papers['keep']> {
  const boards = boardsOf(frame);
  const met = boards.filter((meeting) => hasMet(meeting, now)).map(({ date }) => date);
  const { yearStartMonth } = frame.settings;
  const latest = lastFourQuarters(on, yearStartMonth);
  const dayBefore = addDays(latest[0]?.start ?? on, -1);
  return {
    boards: boards.filter((meeting) => !hasMet(meeting, now)).map(asBoard),
    met: [...new Set(met)].reverse(),
    quarters: [...lastFourQuarters(dayBefore, yearStartMonth), ...latest]
      .map(({ start, end }) => ({ start, end }))
      .reverse(),
  };
}

function asBoard({ id, title, date, papersDue }: BoardMeeting): BoardMeeting {
  return { id, title, date, papersDue };
}
