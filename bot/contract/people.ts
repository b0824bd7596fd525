import * as z from 'zod/mini';

/** Somebody to choose, by name; their title tells namesakes apart. */
export const listedPersonSchema = z.object({
  id: z.string(),
  name: z.string(),
  title: z.optional(z.string()),
  /** No longer on the staff list: what they did still counts, and nothing new can be theirs. */
  left: z.optional(z.literal(true)),
});
export type ListedPerson = z.infer<typeof listedPersonSchema>;

/** Leaders and directors, by family name. */
export const peopleSchema = z.object({ people: z.array(listedPersonSchema) });
export type People = z.infer<typeof peopleSchema>;
