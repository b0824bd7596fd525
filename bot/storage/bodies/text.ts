import * as z from 'zod';
import type { NetworkId, PersonId } from '../../domain/facts.ts';
import type { Instant, PlainDate } from '../../domain/time.ts';

/** Texts as rows hold them, each by what it is in the domain. */
export const text = z.string();
export const person = text.transform((value) => value as PersonId);
export const network = text.transform((value) => value as NetworkId);
export const date = text.transform((value) => value as PlainDate);
export const instant = text.transform((value) => value as Instant);

/** At least one: nothing is on record without the move that put it there. */
export function moves<Move extends z.ZodType>(move: Move) {
  return z.tuple([move], move);
}

/** What most moves carry. */
export const moved = { at: instant, by: person, tap: text.exactOptional() };
