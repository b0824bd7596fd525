import * as z from 'zod/mini';
import { nudgeKindSchema } from './acts.ts';

/** `sent` holds the `answered`; a reminder that is on its way is still `planned`. */
export const deliveryCountsSchema = z.object({
  planned: z.number(),
  sent: z.number(),
  answered: z.number(),
  undeliverable: z.number(),
  failed: z.number(),
  unknown: z.number(),
  withdrawn: z.number(),
});
export type DeliveryCounts = z.infer<typeof deliveryCountsSchema>;

const troubleSchema = z.enum(['undeliverable', 'failed', 'unknown']);
const whySchema = z.enum([
  ...['nowhere-to-reach', 'blocked', 'removed', 'refused'],
  ...['busy', 'ours', 'no-answer'],
  ...['no-longer-due', 'away', 'left', 'muted', 'other'],
] as const);
export type DeliveryWhy = z.infer<typeof whySchema>;

/** Why somebody can't be reached: they never opened the app, never wrote to the bot, or left it. */
export const unreachedWhySchema = z.enum(['not-linked', 'never-wrote', 'blocked', 'removed']);
export type UnreachedWhy = z.infer<typeof unreachedWhySchema>;

/**
 * What has become of the reminders of a period, each counted on the day on which it came to its
 * state. Reverse mentoring is in none of these figures.
 */
export const deliverySchema = z.object({
  on: z.string(),
  from: z.string(),
  to: z.string(),
  counts: deliveryCountsSchema,
  /** Several reminders may share one message. */
  messages: z.number(),
  /** From Monday to Sunday, oldest first; a week in which there was nothing has noughts. */
  weeks: z.array(z.object({ start: z.string(), counts: deliveryCountsSchema })),
  kinds: z.array(z.object({ kind: nudgeKindSchema, counts: deliveryCountsSchema })),
  whys: z.array(
    z.object({
      state: z.enum(['undeliverable', 'failed', 'unknown', 'withdrawn']),
      why: whySchema,
      count: z.number(),
    }),
  ),
  /** By name. States alone: neither the words nor what they were about. */
  people: z.array(
    z.object({
      person: z.string(),
      name: z.string(),
      counts: deliveryCountsSchema,
      troubles: z.array(
        z.object({
          state: troubleSchema,
          why: whySchema,
          on: z.string(),
          /** How its trace in the log begins: whoever runs the app finds it by this. */
          reference: z.string(),
        }),
      ),
    }),
  ),
  /** Whoever holds a role or leads, and is there: how many, and those whom no reminder reaches. */
  reach: z.object({
    of: z.number(),
    unreached: z.array(z.object({ person: z.string(), name: z.string(), why: unreachedWhySchema })),
  }),
  /** Lots of reminders that were put aside after many tries. At least so many. */
  aside: z.number(),
});
export type Delivery = z.infer<typeof deliverySchema>;
