import { reciprocalAttendances } from '../agenda/reciprocal.ts';
import { yearOf } from '../time.ts';
import type { Figure, Known } from './figure.ts';

/**
 * S4.a: "A reciprocal arrangement with … staff network chair to attend and contribute to committee /
 * board meetings." Meetings of the organisation's year, up to D, that the chair of a counting network
 * attended with an item or a minuted contribution; one is needed [ours].
 */
export function reciprocalFigure({ things, frame, on }: Known): Figure {
  const { start } = yearOf(on, frame.settings.yearStartMonth);
  // Two chairs at one board are one meeting.
  const days = new Set(reciprocalAttendances(things, frame).map((attended) => attended.on));
  const n = [...days].filter((day) => start <= day && day <= on).length;
  return { n, of: 1, ready: n >= 1, rule: 'S4.a/1', ours: true };
}
