import type { Paper, Papers } from '../../contract/board.ts';
import { missingWords, paperNames, quarterName } from '../../contract/board-words.ts';
import { fullDate, shortDate } from '../../contract/dates.ts';
import { tabLink, type Viewer } from '../card.ts';
import { compile, render, type Card, type CardObject } from '../render.ts';
import template from './papers.json' with { type: 'json' };

const fill = compile(template);

/** What the next board still needs; and where a tap led here, what became of that paper. */
export function papersCard(viewer: Viewer, view: Papers, about?: string): Card {
  const { on, next, missing, covered, papers, keep } = view;
  const day = (date: string | undefined): string =>
    date === undefined ? 'another day' : shortDate(date, on);
  const planned = papers.filter(({ state }) => state === 'planned');
  const toPresent = planned.filter(({ may }) => may.includes('present'));
  const told = papers.find(({ id }) => id === about);
  const data = {
    title: next === undefined ? 'No board to come is in the calendar.' : nextWords(next.date, on),
    closes: next === undefined ? '' : day(next.papersDue),
    closed: next !== undefined && next.papersDue < on,
    missing: missingWords(missing).map((words) => ({ words })),
    nothing: next !== undefined && missing.length === 0,
    planned: planned.map(({ kind, date, may }) => ({
      name: paperNames[kind],
      date: day(date),
      gone: may.includes('present'),
    })),
    n: covered.n,
    of: covered.of,
    mayPlan: keep !== undefined && keep.boards.length > 0,
    kinds: Object.entries(paperNames).map(([value, title]) => ({ title, value })),
    first: missing[0]?.kind ?? '',
    board: next?.id ?? '',
    boards: (keep?.boards ?? []).map(({ id, date }) => ({ title: fullDate(date), value: id })),
    // The newest one that has ended: most papers are of that.
    quarter: keep?.quarters[1]?.start ?? '',
    quarters: (keep?.quarters ?? []).map((each) => ({
      title: quarterName(each),
      value: each.start,
    })),
    toPresent: toPresent.map(({ id, kind, date }) => ({
      title: `${paperNames[kind]}, ${day(date)}`,
      value: id,
    })),
    presentFirst: toPresent.length === 1 ? (toPresent[0]?.id ?? '') : '',
    askNetworks: toPresent.some(({ kind }) => asksNetworks.has(kind)),
    met: (keep?.met ?? []).slice(0, 12).map((date) => ({ title: fullDate(date), value: date })),
    metFirst: keep?.met[0] ?? '',
    act: { organisation: viewer.organisation },
    ...doneOf(viewer, told, about, on),
    link: tabLink(viewer, 'board'),
  };
  const params = about === undefined ? {} : { about };
  return render(fill, data, viewer, { view: 'papers', params });
}

const asksNetworks = new Set(['staff-survey', 'quarterly-review']);

function nextWords(date: string, on: string): string {
  return `The next board is on ${shortDate(date, on)}.`;
}

/** What became of the paper that was tapped, and the way back. */
function doneOf(
  { organisation }: Viewer,
  told: Paper | undefined,
  about: string | undefined,
  on: string,
): CardObject {
  if (about === undefined) return { done: '', undoVerb: '', undo: {} };
  if (told === undefined) return { done: 'Taken off the record.', undoVerb: '', undo: {} };
  const { id, kind, state, date, may } = told;
  const day = date === undefined ? '' : ` ${shortDate(date, on)}`;
  return {
    done:
      state === 'planned'
        ? `Planned: ${paperNames[kind]}${date === undefined ? '' : ` for${day}`}.`
        : `On record: the board saw ${paperNames[kind]} on${day}.`,
    undoVerb:
      state === 'presented' && may.includes('reopen')
        ? 'reopen-paper'
        : may.includes('withdraw')
          ? 'withdraw-paper'
          : '',
    undo: { organisation, paper: id },
  };
}
