import { fullDate } from '../contract/dates.ts';
import type { SilverCode } from '../contract/silver.ts';
import { addDays, type PlainDate } from '../domain/time.ts';
import type { PackFigure } from '../use-cases/evidence/pack-facts.ts';
import { few } from './words.ts';

/** How a figure is counted, so that somebody else can. */
export function reasoning(figure: PackFigure, on: PlainDate): string[] {
  const { code, after, rule, ours } = figure;
  return [
    counted[code],
    ...(after === undefined
      ? []
      : [`It looks at ${fullDate(addDays(after, 1))} to ${fullDate(on)}.`]),
    ours
      ? `Rule ${rule}: the framework leaves part of it open, so the reading is the app’s own.`
      : `Rule ${rule} follows the framework’s words.`,
    ...outsideWords(figure),
  ];
}

export const counted: Record<SilverCode, string> = {
  S1: 'Approved terms of reference count as one, and a meeting in the last 6 months as one.',
  'S1.a': 'It is ready when the organisation says so, with evidence.',
  'S1.b': 'It is ready when the organisation says so, with evidence.',
  'S1.c': 'It is ready when the organisation says so, with evidence.',
  S2: 'Leaders with a goal that they and their manager agreed, of all leaders at Band 8a and above. It is ready when all have one and last year’s percentage was reported.',
  'S2.met':
    'Goals confirmed as achieved, of agreed goals that fell due. One that is partly achieved or not yet confirmed is not met. The framework sets no threshold: it is ready once the percentage was reported.',
  S3: 'Executive directors with verified education in the last three years, of all in post.',
  'S3.b':
    'Directors and their direct reports with a session that both sides confirmed, or that verified history shows. Three in four are needed.',
  S4: 'Different meetings with at least one confirmed executive director. The lowest network’s count is the organisation’s.',
  'S4.a':
    'Days on which the chair of a network was at the board or a committee, with an item or a minuted contribution.',
  S5: 'WRES data and workforce data by ethnic group count as one each, once the board has seen them. A committee is not the board.',
  'S5.a':
    'The organisation’s word counts as one, and a paper that the board saw, read with network members, as one.',
  'S5.b': 'The organisation’s word counts as one, and a review that board and networks saw as one.',
};

/** Whom a line leaves out, and why it would. */
function outsideWords({ code, outside }: PackFigure): string[] {
  if (outside === 'none') return [];
  if (code === 'S2.met') {
    return [`${few(outside, 'goal', 'goals')} outside the count: their leaders were away.`];
  }
  const why = code === 'S2' ? 'new, away, or acting up for less than three months' : 'away';
  return [`${few(outside, 'person', 'people')} outside the count: ${why}.`];
}
