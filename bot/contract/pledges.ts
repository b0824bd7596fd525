import * as z from 'zod/mini';
import { day, id, organisation, tap } from './parts.ts';

/** The leader's own words, as they typed them. */
const ownWords = z.string().check(z.trim(), z.minLength(1), z.maxLength(1_000));
const reflection = z.string().check(z.trim(), z.minLength(1), z.maxLength(2_000));
/** The framework's zones, as it writes them. */
export const zoneSchema = z.enum(['FEAR', 'LEARNING', 'GROWTH']);
export type Zone = z.infer<typeof zoneSchema>;

const pledge = z.object({ organisation, tap, pledge: id });

/** What can be done, through every door; and why it may be refused. */
export const pledgeActs = [
  z.object({
    verb: z.literal('make-pledge'),
    data: z.object({ organisation, tap, text: ownWords, review: day }),
  }),
  z.object({
    verb: z.literal('review-pledge'),
    data: z.object({ organisation, tap, pledge: id, text: reflection }),
  }),
  z.object({
    verb: z.literal('extend-pledge'),
    data: z.object({ organisation, tap, pledge: id, review: day }),
  }),
  z.object({ verb: z.literal('share-pledge'), data: pledge }),
  z.object({ verb: z.literal('unshare-pledge'), data: pledge }),
  z.object({ verb: z.literal('withdraw-pledge'), data: pledge }),
  z.object({
    verb: z.literal('keep-note'),
    data: z.object({ organisation, tap, zone: zoneSchema, text: reflection }),
  }),
  z.object({
    verb: z.literal('forget-note'),
    data: z.object({ organisation, tap, zone: zoneSchema }),
  }),
] as const;
export const pledgeRefusals = [
  'no-such-pledge',
  'not-a-leader',
  'pledge-withdrawn',
  'too-many-pledges',
  'review-not-ahead',
  'review-too-far',
] as const;

/** What somebody wrote when they looked at their pledge again. */
const review = z.object({ on: z.string(), text: z.string() });

export const pledgeSchema = z.object({
  id: z.string(),
  text: z.string(),
  madeOn: z.string(),
  /** The day to look at it again; left out once that was done. */
  review: z.optional(z.string()),
  /** The review day is here, or has gone by. */
  due: z.boolean(),
  shared: z.boolean(),
  /** What changed, oldest first. */
  reviews: z.array(review),
});
export type Pledge = z.infer<typeof pledgeSchema>;

/** One's own alone: no other person's answer has any of it. */
export const pledgesSchema = z.object({
  on: z.string(),
  pledges: z.array(pledgeSchema),
  mayMake: z.boolean(),
  /** One for each zone of the framework, in its order; empty where nothing is noted. */
  notes: z.array(z.object({ zone: zoneSchema, text: z.string() })),
});
export type Pledges = z.infer<typeof pledgesSchema>;

/** What colleagues chose to share, newest first. */
export const sharedPledgesSchema = z.object({
  on: z.string(),
  pledges: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      text: z.string(),
      madeOn: z.string(),
      reviews: z.array(review),
    }),
  ),
  /** How many more are shared than are shown. */
  more: z.number(),
});
export type SharedPledges = z.infer<typeof sharedPledgesSchema>;
