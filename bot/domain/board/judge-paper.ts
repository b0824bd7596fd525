import { refused, type ActContext } from '../act-context.ts';
import type { BoardMeeting, Frame } from '../facts.ts';
import { may } from '../permissions.ts';
import { instantAt, londonDate, LONDON, type Instant, type PlainDate } from '../time.ts';
import { lastPaperMove, presentedOn, type Paper, type PaperKind, type PaperMove } from './paper.ts';
import { quarterOf } from './quarters.ts';

export type PaperRefusal =
  | 'not-allowed'
  | 'tap-used-before'
  | 'no-such-paper'
  | 'no-such-board-meeting'
  | 'not-the-board'
  | 'board-has-met'
  | 'board-to-meet'
  | 'quarter-to-come'
  | 'another-paper-that-day'
  | 'presented-already'
  | 'paper-withdrawn'
  | 'never-planned';

/** A move is done by adding it; `already` adds nothing. */
export type PaperVerdict =
  | { kind: 'done'; paper: Paper }
  | { kind: 'already'; paper: Paper }
  | { kind: 'refused'; because: PaperRefusal };

interface NewPaper {
  readonly id: string;
  readonly kind: PaperKind;
  /** A day of the quarter that its data are of. */
  readonly quarter: PlainDate;
}

export interface Presented {
  readonly minute: string;
  readonly networks?: boolean;
}

/** [ours] A board has met once its start has passed: its calendar knows no end. */
export function hasMet(meeting: BoardMeeting, now: Instant): boolean {
  return instantAt(meeting.date, meeting.start, LONDON) <= now;
}

/** [ours] The calendar may hold a committee's meetings too; a committee is not the board. */
export function isBoard({ title }: BoardMeeting): boolean {
  return !/\b(sub-?)?committee\b/i.test(title);
}

/** A paper for a board that is still to meet. The same again is the same paper. */
export function judgePlan(
  asked: NewPaper & { meeting: string },
  papers: readonly Paper[],
  context: ActContext,
): PaperVerdict {
  const before = beforeAnything('planned', papers, context);
  if (before !== undefined) return before;
  const { frame, now } = context;
  const meeting = frame.boardMeetings.find(({ id }) => id === asked.meeting);
  if (meeting === undefined) return refused('no-such-board-meeting');
  if (!isBoard(meeting)) return refused('not-the-board');
  if (hasMet(meeting, now)) return refused('board-has-met');
  const quarter = quarterOf(asked.quarter, frame.settings.yearStartMonth).start;
  if (quarter > londonDate(now)) return refused('quarter-to-come');
  const same = paperAt(asked.kind, meeting.date, papers, frame);
  if (same !== undefined) {
    return same.quarter === quarter
      ? { kind: 'already', paper: same }
      : refused('another-paper-that-day');
  }
  const { id, kind } = asked;
  const moves = [moveTo('planned', context)] as const;
  return { kind: 'done', paper: { id, kind, quarter, meeting: meeting.id, moves } };
}

/** A paper that the board has seen, planned or not: one planned for that day is that paper. */
export function judgeRecord(
  asked: NewPaper & { date: PlainDate } & Presented,
  papers: readonly Paper[],
  context: ActContext,
): PaperVerdict {
  const before = beforeAnything('presented', papers, context);
  if (before !== undefined) return before;
  const { frame } = context;
  const quarter = quarterOf(asked.quarter, frame.settings.yearStartMonth).start;
  const not = whyNotOn(asked.date, quarter, context);
  if (not !== undefined) return refused(not);
  const same = paperAt(asked.kind, asked.date, papers, frame);
  if (same !== undefined) {
    if (same.quarter !== quarter) return refused('another-paper-that-day');
    return present(same, asked.date, asked, context);
  }
  const { id, kind } = asked;
  const moves = [presentedMove(asked.date, asked, context)] as const;
  return { kind: 'done', paper: { id, kind, quarter, moves } };
}

/** A planned paper was seen by the board: on the day planned, or on the one that is given. */
export function judgePresent(
  paper: Paper | undefined,
  asked: Presented & { date?: PlainDate },
  papers: readonly Paper[],
  context: ActContext,
): PaperVerdict {
  const before = beforeMove('presented', paper, context);
  if (before !== undefined) return before;
  if (paper === undefined) return refused('no-such-paper');
  if (lastPaperMove(paper).to === 'withdrawn') return refused('paper-withdrawn');
  const date = asked.date ?? presentedOn(paper) ?? plannedFor(paper, context.frame);
  if (date === undefined) return refused('no-such-board-meeting');
  const not = whyNotOn(date, paper.quarter, context);
  if (not !== undefined) return refused(not);
  const others = papers.filter(({ id }) => id !== paper.id);
  if (paperAt(paper.kind, date, others, context.frame)) return refused('another-paper-that-day');
  return present(paper, date, asked, context);
}

/** Not presented after all: it is planned again. */
export function judgeReopenPaper(paper: Paper | undefined, context: ActContext): PaperVerdict {
  const before = beforeMove('planned', paper, context);
  if (before !== undefined) return before;
  if (paper === undefined) return refused('no-such-paper');
  const { to } = lastPaperMove(paper);
  if (to === 'planned') return { kind: 'already', paper };
  if (to === 'withdrawn') return refused('paper-withdrawn');
  if (paper.meeting === undefined) return refused('never-planned');
  return { kind: 'done', paper: withMove(paper, moveTo('planned', context)) };
}

/** Taken off the record, whether planned or presented. */
export function judgeWithdrawPaper(paper: Paper | undefined, context: ActContext): PaperVerdict {
  const before = beforeMove('withdrawn', paper, context);
  if (before !== undefined) return before;
  if (paper === undefined) return refused('no-such-paper');
  if (lastPaperMove(paper).to === 'withdrawn') return { kind: 'already', paper };
  return { kind: 'done', paper: withMove(paper, moveTo('withdrawn', context)) };
}

/** The day of the board that a paper is planned for. */
export function plannedFor(paper: Paper, frame: Frame): PlainDate | undefined {
  return frame.boardMeetings.find(({ id }) => id === paper.meeting)?.date;
}

function present(
  paper: Paper,
  date: PlainDate,
  asked: Presented,
  context: ActContext,
): PaperVerdict {
  const last = lastPaperMove(paper);
  if (last.to === 'presented') {
    const same = last.on === date && last.minute === asked.minute;
    return same && (last.networks ?? false) === (asked.networks ?? false)
      ? { kind: 'already', paper }
      : refused('presented-already');
  }
  return { kind: 'done', paper: withMove(paper, presentedMove(date, asked, context)) };
}

/** The paper of a kind that a board has seen, or is to see, on a day. */
function paperAt(
  kind: PaperKind,
  date: PlainDate,
  papers: readonly Paper[],
  frame: Frame,
): Paper | undefined {
  return papers
    .filter((paper) => paper.kind === kind && lastPaperMove(paper).to !== 'withdrawn')
    .find((paper) => (presentedOn(paper) ?? plannedFor(paper, frame)) === date);
}

function whyNotOn(
  date: PlainDate,
  quarter: PlainDate,
  { frame, now }: ActContext,
): PaperRefusal | undefined {
  const meetings = frame.boardMeetings.filter((meeting) => meeting.date === date);
  const boards = meetings.filter(isBoard);
  if (boards.length === 0) return meetings.length > 0 ? 'not-the-board' : 'no-such-board-meeting';
  if (!boards.some((meeting) => hasMet(meeting, now))) return 'board-to-meet';
  return quarter > date ? 'quarter-to-come' : undefined;
}

function beforeAnything(
  to: PaperMove['to'],
  papers: readonly Paper[],
  context: ActContext,
): PaperVerdict | undefined {
  const tapped = papers.find(({ moves }) => moves.some((move) => isTap(move, context.tap)));
  return beforeMove(to, tapped, context);
}

function beforeMove(
  to: PaperMove['to'],
  paper: Paper | undefined,
  context: ActContext,
): PaperVerdict | undefined {
  const { actor, frame, now, tap } = context;
  const who = { person: actor, roles: frame.roles, on: londonDate(now) };
  if (!may('keep-board-papers', who)) return refused('not-allowed');
  const seen = paper?.moves.find((move) => isTap(move, tap));
  if (paper === undefined || seen === undefined) return undefined;
  return seen.to === to ? { kind: 'already', paper } : refused('tap-used-before');
}

function isTap(move: PaperMove, tap: string | undefined): boolean {
  return tap !== undefined && move.tap === tap;
}

function presentedMove(
  on: PlainDate,
  { minute, networks }: Presented,
  context: ActContext,
): PaperMove {
  const move = { ...moveTo('presented', context), on, minute };
  return networks === true ? { ...move, networks } : move;
}

function moveTo(to: PaperMove['to'], { actor, now, tap }: ActContext): PaperMove {
  return { to, at: now, by: actor, ...(tap === undefined ? {} : { tap }) };
}

function withMove(paper: Paper, move: PaperMove): Paper {
  return { ...paper, moves: [...paper.moves, move] };
}
