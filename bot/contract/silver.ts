import * as z from 'zod/mini';

const date = z.string();

/** The lines of the framework's Silver level that the app measures or keeps statements of. */
export const silverCodes = [
  ...(['S1', 'S1.a', 'S1.b', 'S1.c', 'S2', 'S2.met', 'S3', 'S3.b'] as const),
  ...(['S4', 'S4.a', 'S5', 'S5.a', 'S5.b'] as const),
] as const;
export type SilverCode = (typeof silverCodes)[number];

export const exclusionSchema = z.enum(['grace', 'away', 'acting-up', 'unknown-grade', 'paused']);
export type Exclusion = z.infer<typeof exclusionSchema>;

/** 1 to 9 are never told. */
const fewOrMany = z.union([z.number(), z.literal('fewer than 10')]);

/** One line for a day, as known at a moment: n of N, and what stands beside it. */
export const silverLineSchema = z.object({
  code: z.enum(silverCodes),
  /** The key driver of the level's line that it belongs to. */
  title: z.string(),
  /** The framework's words, verbatim. */
  framework: z.string(),
  /** False for a supporting action: it is never called a deliverable. */
  deliverable: z.boolean(),
  ready: z.boolean(),
  n: z.number(),
  of: z.number(),
  /** Version of the rule that computed it, and whether the reading is the project's. */
  rule: z.string(),
  ours: z.boolean(),
  /** People whom the line might ask, or goals of theirs, outside N: to the EDI lead alone. */
  exclusions: z.optional(z.array(z.object({ why: exclusionSchema, count: z.number() }))),
  /** The same for everybody else, all reasons but the next together: 1 to 9 are not told apart. */
  excluded: z.optional(fewOrMany),
  /** To everybody else, never summed up with them: people whose grade no rule knows. */
  unsettled: z.optional(fewOrMany),
  /** S1 */
  council: z.optional(z.object({ terms: z.optional(date), lastMet: z.optional(date) })),
  /** S2 and S2.met: the percentage that was reported of a year, and when. */
  reported: z.optional(z.object({ year: date, on: date, n: z.number(), of: z.number() })),
  /** S2.met: the appraisal year that it is of, by its first day. */
  goalYear: z.optional(date),
  /** S3.b, to the EDI lead: in N by a supervisor who has left. */
  flagged: z.optional(z.number()),
  /** S4: the same count within the organisation's year. */
  thisYear: z.optional(z.number()),
  /** S4: how many of n verified history shows, and not the app. */
  before: z.optional(z.number()),
  /** S4: each network that counts; headlines come without. */
  networks: z.optional(
    z.array(
      z.object({
        network: z.string(),
        name: z.string(),
        n: z.number(),
        thisYear: z.number(),
        before: z.optional(z.number()),
      }),
    ),
  ),
  /** S4: the next open meeting of a network that counts. */
  nextMeeting: z.optional(date),
  /** S4: what it asks for by the year's end, of the network that needs most. */
  ahead: z.optional(
    z.object({
      by: date,
      /** Left out of headlines. */
      network: z.optional(z.string()),
      /** Distinct meetings still to be confirmed; so many of them wait for their chair alone. */
      more: z.number(),
      waiting: z.number(),
      /** Its open meetings still to come this year. */
      left: z.array(date),
    }),
  ),
  /** S5: the next meeting of the board. */
  nextBoard: z.optional(date),
  /** S5: when the board last saw each kind, and the last four quarters by presentation. */
  board: z.optional(
    z.object({
      kinds: z.array(
        z.object({ kind: z.enum(['wres', 'workforce-by-ethnic-group']), on: z.optional(date) }),
      ),
      quarters: z.array(z.object({ start: date, end: date, covered: z.boolean() })),
    }),
  ),
});
export type SilverLine = z.infer<typeof silverLineSchema>;

export const silverSchema = z.object({
  on: date,
  known: z.string(),
  lines: z.array(silverLineSchema),
});
export type Silver = z.infer<typeof silverSchema>;
