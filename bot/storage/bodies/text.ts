import * as z from 'zod';
import type { NetworkId, PersonId } from '../../domain/facts.ts';
import type { Instant, PlainDate } from '../../domain/time.ts';

/** Texts as rows hold them, each by what it is in the domain. */
export const text = z.string();
/** A text that only its type tells apart: a digest holds thousands, so each is read as a text is. */
export function standingFor<Text extends string>(): z.ZodType<Text, string> {
  return text as unknown as z.ZodType<Text, string>;
}

export const person = standingFor<PersonId>();
export const network = standingFor<NetworkId>();
export const date = standingFor<PlainDate>();
export const instant = standingFor<Instant>();

/** At least one: nothing is on record without the move that put it there. */
export function moves<Move extends z.ZodType>(move: Move) {
  return z.tuple([move], move);
}

/** What most moves carry. */
export const moved = { at: instant, by: person, tap: text.exactOptional() };
