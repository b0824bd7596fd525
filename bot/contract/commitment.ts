import * as z from 'zod/mini';

export const commitmentStatusSchema = z.enum([
  'not-asked',
  'met',
  'paused',
  'waiting',
  'out-of-reach',
  'to-do',
  'on-track',
]);
export type CommitmentStatus = z.infer<typeof commitmentStatusSchema>;

/** What every commitment says of itself, whatever it is of. */
export const commitmentParts = {
  title: z.string(),
  status: commitmentStatusSchema,
  /** What is done, and what is still needed. */
  done: z.number(),
  needed: z.number(),
  why: z.object({
    line: z.string(),
    /** The framework's words, verbatim. */
    framework: z.string(),
    /** Version of the rule that computed this. */
    rule: z.string(),
    /** True: the framework is silent here, and this reading is the project's. */
    ours: z.boolean(),
  }),
};
