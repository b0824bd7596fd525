import type { Council } from '../../contract/board.ts';
import { stateNames } from '../../contract/board-words.ts';
import { lineNames } from '../../contract/silver-words.ts';
import { shortDate } from '../../contract/dates.ts';
import { tabLink, type Viewer } from '../card.ts';
import { compile, render, type Card, type CardObject } from '../render.ts';
import template from './council.json' with { type: 'json' };

const fill = compile(template);

/** The council and the lines; and where a tap led here, what was recorded. */
export function councilCard(viewer: Viewer, view: Council, about?: string): Card {
  const { on, terms, meetings, metLately, months, lines, mayKeep } = view;
  const [latest] = meetings;
  const data = {
    on,
    terms:
      terms === undefined
        ? 'Its terms of reference are not on record yet.'
        : `Terms of reference approved on ${shortDate(terms.date, on)}.`,
    met:
      latest === undefined
        ? 'No meeting is on record yet.'
        : `It last met on ${shortDate(latest.date, on)}${metLately ? '' : `, more than ${months} months ago`}.`,
    lines: lines.map(({ line, said }) => ({
      line,
      name: lineNames[line],
      state: stateNames[said?.state ?? 'not-said'],
    })),
    states: (['in-place', 'development-area'] as const).map((value) => ({
      title: stateNames[value],
      value,
    })),
    mayKeep,
    act: { organisation: viewer.organisation },
    ...doneOf(viewer, view, about),
    link: tabLink(viewer, 'organisation'),
  };
  const params = about === undefined ? {} : { about };
  return render(fill, data, viewer, { view: 'council', params });
}

/** What was just recorded, and the way back. */
function doneOf({ organisation }: Viewer, view: Council, about: string | undefined): CardObject {
  if (about === undefined) return { done: '', undoVerb: '', undo: {} };
  const { on, terms, meetings, lines, mayKeep } = view;
  const undo = { organisation, move: about };
  const line = lines.find(({ said }) => said?.move === about);
  if (line?.said !== undefined) {
    const done = `Noted. ${lineNames[line.line]}: ${stateNames[line.said.state]}.`;
    return { done, undoVerb: mayKeep ? 'take-back-line' : '', undo };
  }
  const undoVerb = mayKeep ? 'take-back-council' : '';
  if (terms?.move === about) {
    return { done: `On record: terms approved on ${shortDate(terms.date, on)}.`, undoVerb, undo };
  }
  const met = meetings.find(({ move }) => move === about);
  if (met !== undefined) {
    return { done: `On record: the council met on ${shortDate(met.date, on)}.`, undoVerb, undo };
  }
  return { done: 'Taken back.', undoVerb: '', undo: {} };
}
