import type { Paper, Papers } from '../../contract/board.ts';
import { missingWords, paperNames, quarterName } from '../../contract/board-words.ts';
import { fullDate, shortDate } from '../../contract/dates.ts';
import { show, tabLink, type Viewer } from '../card.ts';
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
  const recording = about === RECORD && keep !== undefined;
  const data = {
    recording,
    title: recording
      ? 'Which paper did the board see?'
      : next === undefined
        ? 'No board to come is in the calendar'
        : `The next board is on ${shortDate(next.date, on)}`,
    closes: next === undefined ? '' : day(next.papersDue),
    closed: next !== undefined && next.papersDue < on,
    missing: recording ? [] : missingWords(missing).map((words) => ({ words })),
    nothing: !recording && next !== undefined && missing.length === 0,
    planned: (recording ? [] : planned).map(({ kind, date, may }) => ({
      name: paperNames[kind],
      date: day(date),
      gone: may.includes('present'),
    })),
    n: covered.n,
    of: covered.of,
    mayPlan: !recording && keep !== undefined && keep.boards.length > 0,
    mayRecord: !recording && keep !== undefined && keep.met.length > 0,
    kinds: Object.entries(paperNames).map(([value, title]) => ({ title, value })),
    boards: (keep?.boards ?? []).map(({ id, date }) => ({ title: fullDate(date), value: id })),
    quarters: (keep?.quarters ?? []).map((each) => ({
      title: quarterName(each),
      value: each.start,
    })),
    toPresent: (recording ? [] : toPresent).map(({ id, kind, date }) => ({
      title: `${paperNames[kind]}, ${day(date)}`,
      value: id,
    })),
    askNetworks: toPresent.some(({ kind }) => asksNetworks.has(kind)),
    met: (keep?.met ?? []).slice(0, 12).map((date) => ({ title: fullDate(date), value: date })),
    act: { organisation: viewer.organisation },
    showRecord: show(viewer, 'papers', { about: RECORD }),
    showPapers: show(viewer, 'papers'),
    ...doneOf(viewer, told, about === RECORD ? undefined : about, on),
    link: tabLink(viewer, 'board'),
  };
  const params = about === undefined ? {} : { about };
  return render(fill, data, viewer, { view: 'papers', params });
}

/** Instead of a paper's id: a form for one that nobody had planned. */
const RECORD = 'record';

const asksNetworks = new Set(['staff-survey', 'quarterly-review']);

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
