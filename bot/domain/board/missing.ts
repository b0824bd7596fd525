import type { BoardMeeting, Frame } from '../facts.ts';
import { addMonths, londonDate, type Instant, type PlainDate } from '../time.ts';
import { hasMet, isBoard, plannedFor } from './judge-paper.ts';
import { lastPaperMove, lastPresented, paperKinds, presentedOn, type Paper } from './paper.ts';
import type { PaperKind } from './paper.ts';
import { quarterOf } from './quarters.ts';

/** The next board that is still to meet. */
export function nextBoard(frame: Frame, now: Instant): BoardMeeting | undefined {
  return boardsOf(frame).find((meeting) => !hasMet(meeting, now));
}

/** The board's own meetings, in their order. */
export function boardsOf(frame: Frame): BoardMeeting[] {
  return frame.boardMeetings
    .filter(isBoard)
    .toSorted((a, b) => (a.date + a.start < b.date + b.start ? -1 : 1));
}

/**
 * What the next board should see and nobody has planned for it: of each kind that it will not have
 * seen in the 12 months up to that day; of the quarterly review, in that day's quarter.
 */
export function missingBefore(
  papers: readonly Paper[],
  board: BoardMeeting,
  frame: Frame,
  now: Instant,
): { kind: PaperKind; last?: PlainDate }[] {
  const today = londonDate(now);
  const quarter = quarterOf(board.date, frame.settings.yearStartMonth);
  return paperKinds.flatMap((kind) => {
    const isPlanned = papers.some(
      (paper) =>
        paper.kind === kind &&
        lastPaperMove(paper).to === 'planned' &&
        plannedFor(paper, frame) === board.date,
    );
    const seen = lastPresented(papers, kind, today);
    const last = seen && presentedOn(seen);
    const isFresh =
      last !== undefined &&
      (kind === 'quarterly-review' ? last >= quarter.start : last > addMonths(board.date, -12));
    return isPlanned || isFresh ? [] : [{ kind, ...(last === undefined ? {} : { last }) }];
  });
}
