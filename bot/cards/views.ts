import * as z from 'zod';

/** What a card can show of someone's current facts, and show again when they change. */
export const viewSchema = z.enum([
  'welcome',
  'help',
  'lost',
  'attended',
  'claim',
  'meetings',
  'progress',
  'withdraw',
  'waiting',
  'decided',
  'whose',
  'offer',
  'nudge',
  'about',
]);
export type View = z.infer<typeof viewSchema>;

/** Which of its things a view shows. */
export const paramsSchema = z.strictObject({
  /** The executive for whom an assistant looks. */
  for: z.optional(z.string().min(1).max(120)),
  meeting: z.optional(z.string().min(1).max(120)),
  /** Claims that were just decided, separated by spaces. */
  claims: z.optional(z.string().max(12_500)),
  /** Reminders on one card, separated by spaces. */
  nudges: z.optional(z.string().max(2_000)),
  /** The meetings that were meant, separated by spaces; none: whichever wait for an answer. */
  meetings: z.optional(z.string().max(700)),
  /** Why nothing was done about what was typed. */
  why: z.optional(
    z.enum([
      ...(['asked', 'unsure', 'said-no', 'over', 'answer'] as const),
      ...(['nothing-said', 'question', 'too-long', 'somebody-else'] as const),
      ...(['reminders', 'keep-calendar'] as const),
    ]),
  ),
  /** The view to go on to once the executive is chosen. */
  then: z.optional(viewSchema),
});
export type Params = z.infer<typeof paramsSchema>;
