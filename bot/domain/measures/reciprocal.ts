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
  const days = reciprocalAttendances(things, frame).filter(
    (attended) => start <= attended.on && attended.on <= on,
  );
  return { n: days.length, of: 1, ready: days.length >= 1, rule: 'S4.a/1', ours: true };
}
