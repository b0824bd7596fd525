import * as z from 'zod/mini';

const date = z.string();
export const breakdownLineSchema = z.enum(['S2', 'S3.b']);
export const breakdownCutSchema = z.enum(['band', 'directorate']);

/** A figure by group. Groups from which a count of 1 to 9 could be had are hidden whole. */
export const breakdownSchema = z.object({
  line: breakdownLineSchema,
  by: breakdownCutSchema,
  /** The day that it is told of, as known when that day was over. */
  on: date,
  /** The next day that it will be told of. */
  next: date,
  n: z.number(),
  of: z.number(),
  groups: z.array(
    z.union([
      z.object({ name: z.string(), n: z.number(), of: z.number() }),
      z.object({ name: z.string(), hidden: z.literal(true) }),
    ]),
  ),
});
export type Breakdown = z.infer<typeof breakdownSchema>;
