import { quarterName } from '../../contract/board-words.ts';
import { shortDate } from '../../contract/dates.ts';
import type { Reminders } from '../../contract/views.ts';
import { show, type Viewer } from '../card.ts';
import type { Block } from '../nudge.ts';
import words from './nudge-words.json' with { type: 'json' };

type Reminder = Reminders['reminders'][number];

/** A quarter's reminder among others: what it is about, why it came, what comes next. */
export function quarterPaperBlock(viewer: Viewer, reminder: Reminder, on: string): Block {
  const { quarterPaper: about, due } = reminder;
  const page = 'board';
  if (about === undefined) return { title: words.looked, page };
  const day = (date: string): string => shortDate(date, on);
  const name = quarterName(about);
  if (!due) return { title: words.lookedAfter.replace('#', name), text: words.seen, page };
  return {
    title: words.none,
    text: `${name}: ${boardText(about.board, day)}`,
    why: whyOf(about, day),
    open: { title: words.open, show: show(viewer, 'papers') },
    page,
    supporting: about.supporting,
  };
}

function boardText(
  board: NonNullable<Reminder['quarterPaper']>['board'],
  day: (date: string) => string,
): string {
  if (board === undefined) return words.noBoard;
  const { date, papersDue, met } = board;
  if (met) return words.met.replace('#', day(date));
  return words.next.replace('#', day(date)).replace('#', day(papersDue));
}

function whyOf(
  { supporting, next }: NonNullable<Reminder['quarterPaper']>,
  day: (date: string) => string,
): string {
  if (supporting) return words.asSponsor;
  const again = next === undefined ? words.last : words.oneMore.replace('#', day(next));
  return `${words.asLead} ${again}`;
}
