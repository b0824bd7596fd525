import * as z from 'zod/mini';
import { day, id, organisation, tap } from './parts.ts';

export const correctionReasonSchema = z.enum([
  'wrong-on-the-list',
  'not-yet-on-the-list',
  'told-by-hr',
]);
export type CorrectionReason = z.infer<typeof correctionReasonSchema>;
export const correctedThingSchema = z.enum(['grade', 'supervisor', 'away', 'start', 'end']);
export type CorrectedThing = z.infer<typeof correctedThingSchema>;
/** What a grade can mean. */
export const gradeMeaningSchema = z.enum([
  ...(['1', '2', '3', '4', '5', '6', '7', '8a', '8b', '8c', '8d', '9', 'VSM'] as const),
  ...(['medical', 'non-executive'] as const),
]);
export type GradeMeaning = z.infer<typeof gradeMeaningSchema>;
/** Why nothing is changed. */
export const leaveReasonSchema = z.enum(['still-here', 'right-as-it-is', 'mended-in-the-list']);
export type LeaveReason = z.infer<typeof leaveReasonSchema>;

const item = z.object({ organisation, tap, item: id });

/** What can be done, through every door; and why it may be refused. */
export const settleActs = [
  z.object({
    verb: z.literal('correct-listing'),
    data: z.object({
      organisation,
      tap,
      person: id,
      /** Left out: the main assignment; for an end, all of them. */
      assignment: z.optional(id),
      what: correctedThingSchema,
      from: day,
      band: z.optional(gradeMeaningSchema),
      supervisor: z.optional(id),
      because: correctionReasonSchema,
      /** The question that this settles. */
      item: z.optional(id),
    }),
  }),
  z.object({
    verb: z.literal('take-back-correction'),
    data: z.object({ organisation, tap, correction: id }),
  }),
  z.object({
    verb: z.literal('settle-grade'),
    data: z.object({ organisation, tap, item: id, band: gradeMeaningSchema }),
  }),
  z.object({ verb: z.literal('unlink-account'), data: item }),
  z.object({
    verb: z.literal('leave-item'),
    data: z.object({ organisation, tap, item: id, because: leaveReasonSchema }),
  }),
  z.object({ verb: z.literal('reopen-item'), data: item }),
] as const;
export type SettleVerb = z.infer<(typeof settleActs)[number]>['verb'];

export const settleRefusals = [
  'no-such-settle-item',
  'not-settled-that-way',
  'own-listing',
  'no-such-assignment',
  'before-it-began',
  'not-away',
  'band-needed',
  'supervisor-needed',
  'no-such-correction',
] as const;

/** What the reader may do about a question. */
export const settleWaySchema = z.enum([
  'grade',
  'grade-for-all',
  'supervisor',
  'left',
  'unlink',
  'leave',
]);
export type SettleWay = z.infer<typeof settleWaySchema>;

/** What imports left for the EDI lead to settle, and what was settled. */
export const settleListSchema = z.object({
  on: z.string(),
  items: z.array(
    z.object({
      id: z.string(),
      problem: z.string(),
      file: z.optional(z.string()),
      row: z.optional(z.number()),
      person: z.optional(z.string()),
      name: z.optional(z.string()),
      assignment: z.optional(z.string()),
      detail: z.string(),
      /** Who supervises them according to Microsoft 365, and instead of whom. */
      proposed: z.optional(
        z.object({ id: z.string(), name: z.string(), instead: z.optional(z.string()) }),
      ),
      ways: z.array(settleWaySchema),
    }),
  ),
  /** Questions answered without changing anything, newest first. */
  left: z.array(
    z.object({
      id: z.string(),
      problem: z.string(),
      name: z.optional(z.string()),
      detail: z.string(),
      because: leaveReasonSchema,
      on: z.string(),
    }),
  ),
  /** Corrections that stand, newest first. */
  corrections: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      what: correctedThingSchema,
      from: z.string(),
      /** The band, or the supervisor's name. */
      to: z.optional(z.string()),
      because: correctionReasonSchema,
      on: z.string(),
      mayTakeBack: z.boolean(),
    }),
  ),
});
export type SettleList = z.infer<typeof settleListSchema>;
