import type { Reminders } from '../../contract/views.ts';
import { hasMet } from '../../domain/board/judge-paper.ts';
import { quarterOf } from '../../domain/board/quarters.ts';
import type { PersonId } from '../../domain/facts.ts';
import type { OrganisationFacts } from '../../domain/nudges/nudge.ts';
import { lastBoardIn, openQuarters, quarterPaperDays } from '../../domain/nudges/quarter-paper.ts';
import { may } from '../../domain/permissions.ts';
import { londonDate, parsePlainDate } from '../../domain/time.ts';

type Reminder = Reminders['reminders'][number];

/** A quarter's reminder as it stands now. */
export function quarterPaperReminder(
  about: string,
  person: PersonId,
  facts: OrganisationFacts,
): Pick<Reminder, 'due' | 'quarterPaper'> {
  const { frame, now } = facts;
  const on = londonDate(now);
  const day = parsePlainDate(about);
  if (day === undefined) return { due: false };
  const who = { person, roles: frame.roles, on };
  if (!may('see-board-papers', who)) return { due: false };
  const quarter = quarterOf(day, frame.settings.yearStartMonth);
  const supporting = !may('keep-board-papers', who);
  const board = lastBoardIn(quarter, facts);
  const { second } = quarterPaperDays(quarter, facts);
  return {
    due: openQuarters(facts).some(({ start }) => start === quarter.start),
    quarterPaper: {
      start: quarter.start,
      end: quarter.end,
      supporting,
      ...(board === undefined
        ? {}
        : { board: { date: board.date, papersDue: board.papersDue, met: hasMet(board, now) } }),
      ...(!supporting && second > on ? { next: second } : {}),
    },
  };
}
