import * as z from 'zod';
import { correctedThings, correctionReasons } from '../../domain/corrections.ts';
import { educationSteps, returnReasons } from '../../domain/education/education.ts';
import type { Education } from '../../domain/education/education.ts';
import { goalOutcomes, goalSteps } from '../../domain/goals/goal.ts';
import type { OwnFacts } from '../../domain/own-facts.ts';
import { fileShows, linkShows } from './shows.ts';
import { date, instant, moved, moves, person, text } from './text.ts';

const evidence = z.discriminatedUnion('kind', [
  linkShows,
  fileShows,
  z.object({ kind: z.literal('register'), name: text, number: text.exactOptional() }),
]);

/** What a person holds beside attendance, as its rows say it. */
export const ownBodies = {
  goal: z.object({
    id: text,
    person,
    year: date,
    due: date,
    moves: moves(
      z.object({
        ...moved,
        to: z.enum(goalSteps),
        version: z.number().exactOptional(),
        outcome: z.enum(goalOutcomes).exactOptional(),
        with: person.exactOptional(),
      }),
    ),
  }),
  /** As an import brought it, without moves; or as the last act left it, with them all. */
  education: z.object({
    id: text,
    person,
    course: text,
    on: date,
    evidence: evidence.exactOptional(),
    moves: z.array(
      z.object({
        to: z.enum(educationSteps),
        at: instant,
        by: person.exactOptional(),
        reason: z.enum(returnReasons).exactOptional(),
        tap: text.exactOptional(),
      }),
    ),
  }),
  pledge: z.object({
    id: text,
    moves: moves(
      z.object({
        to: z.enum(['made', 'reviewed', 'extended', 'shared', 'kept-private', 'withdrawn']),
        at: instant,
        review: date.exactOptional(),
        tap: text.exactOptional(),
      }),
    ),
  }),
  'named-manager': z.object({
    id: z.literal('manager'),
    moves: moves(z.object({ ...moved, manager: person.exactOptional(), from: date })),
  }),
  words: z.object({ id: text, text, at: instant }),
  correction: z.object({
    id: text,
    assignment: text,
    what: z.enum(correctedThings),
    from: date,
    grade: text.exactOptional(),
    supervisor: person.exactOptional(),
    because: z.enum(correctionReasons),
    settles: text.exactOptional(),
    moves: moves(z.object({ ...moved, to: z.enum(['made', 'taken-back']) })),
  }),
} satisfies { [Kind in Exclude<keyof OwnFacts, 'education'>]: z.ZodType<OwnFacts[Kind]> } & {
  education: z.ZodType<Omit<Education, 'moves'>>;
};
