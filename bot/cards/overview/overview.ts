import type { Agenda } from '../../contract/agenda.ts';
import type { Papers } from '../../contract/board.ts';
import { missingWords } from '../../contract/board-words.ts';
import { shortDate } from '../../contract/dates.ts';
import { isForMe } from '../../contract/item-turn.ts';
import type { Programme } from '../../contract/mentoring.ts';
import type { Silver, SilverLine } from '../../contract/silver.ts';
import { lineNames } from '../../contract/silver-words.ts';
import type { Page } from '../../contract/views.ts';
import { show, tabLink, type Viewer } from '../card.ts';
import { compile, render, type Card } from '../render.ts';
import type { View } from '../views.ts';
import template from './overview.json' with { type: 'json' };
import words from './words.json' with { type: 'json' };

const fill = compile(template);

interface Said {
  readonly heading: string;
  readonly lead: string;
  readonly lines?: readonly { name: string; state: string; good: boolean }[];
  readonly note?: string;
  readonly buttons?: readonly (readonly [title: string, view: View])[];
  readonly page?: Page;
}

/** The five lines, each with its figure and whether its evidence is ready. */
export function silverCard(viewer: Viewer, { lines }: Silver): Card {
  const five = lines.filter(({ deliverable }) => deliverable);
  const ready = five.filter((line) => line.ready).length;
  return drawn(viewer, 'silver', {
    heading: words.silver,
    lead: `${ready} of the ${five.length} lines ${ready === 1 ? 'has its' : 'have their'} evidence ready.`,
    lines: five.map((line) => ({
      name: lineNames[line.code],
      state: `${figureOf(line)}${line.ready ? `, ${words.ready}` : ''}`,
      good: line.ready,
    })),
    page: 'organisation',
  });
}

/** S4 may be more than is needed. */
function figureOf({ code, n, of }: SilverLine): string {
  return code === 'S4' ? `${n} in 12 months, ${of} needed` : `${n} of ${of}`;
}

/** What waits of the networks' items, and what the next board still needs. */
export function boardCard(viewer: Viewer, agenda: Agenda, papers: Papers | undefined): Card {
  const next = papers?.next;
  const missing = papers === undefined ? [] : missingWords(papers.missing);
  return drawn(viewer, 'board', {
    heading: words.board,
    lead: waitingWords(agenda),
    note: [
      next === undefined ? '' : `It meets next on ${shortDate(next.date, agenda.on)}.`,
      ...missing,
    ]
      .join(' ')
      .trim(),
    buttons: [['Items', 'agenda'], ...(papers ? [['Papers', 'papers'] as const] : [])],
    page: 'board',
  });
}

function waitingWords({ items }: Pick<Agenda, 'items'>): string {
  const count = items.filter(isForMe).length;
  if (count === 0) return 'No item waits for you.';
  return count === 1 ? 'One item waits for you.' : `${count} items wait for you.`;
}

/** How many pairs stand where: nobody is named, so that a screen may be seen. */
export function pairsCard(viewer: Viewer, { pairs }: Programme): Card {
  const count = (...states: Programme['pairs'][number]['state'][]) =>
    pairs.filter(({ state }) => states.includes(state)).length;
  const asked = count('mentor-asked', 'director-asked');
  const under = count('matched', 'active');
  const quiet = pairs.filter((pair) => pair.quiet).length;
  const rest = [
    asked === 0 ? '' : `${asked} ${asked === 1 ? 'waits' : 'wait'} for an answer.`,
    quiet === 0 ? '' : `${quiet} ${quiet === 1 ? 'has' : 'have'} been quiet.`,
  ];
  return drawn(viewer, 'pairs', {
    heading: words.pairs,
    lead: underWay(under),
    note: rest.join(' ').trim(),
    page: 'organisation',
  });
}

function underWay(count: number): string {
  if (count === 0) return 'No pair is under way yet.';
  return count === 1 ? 'One pair is under way.' : `${count} pairs are under way.`;
}

/** Whose the figures are. */
export function noSilverCard(viewer: Viewer): Card {
  return drawn(viewer, undefined, words.notTheirs);
}

/** How something comes to the board, for whoever has no part in it. */
export function noBoardCard(viewer: Viewer): Card {
  return drawn(viewer, undefined, words.noBoard);
}

function drawn(viewer: Viewer, view: View | undefined, said: Said): Card {
  const { heading, lead, lines = [], note = '', buttons = [], page } = said;
  const data = {
    heading,
    lead,
    note,
    lines: lines.map(({ name, state, good }) => ({ name, state, good })),
    buttons: buttons.map(([title, to]) => ({ title, show: show(viewer, to) })),
    page: page === undefined ? '' : words.pages[page],
    link: page === undefined ? '' : tabLink(viewer, page),
  };
  return render(fill, data, viewer, view && { view, params: {} });
}
