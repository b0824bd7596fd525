import * as z from 'zod/mini';
import { day, document, id, organisation, tap } from './parts.ts';
import { silverLineSchema } from './silver.ts';

const date = z.string();

export const reviewLineSchema = z.enum(['R1', 'R2']);
export type ReviewLine = z.infer<typeof reviewLineSchema>;

/** The lines that feedback may speak of one by one. */
export const feedbackLines = ['S1', 'S2', 'S3', 'S4', 'S5'] as const;
const ofOneLine = z.object({
  line: z.enum(feedbackLines),
  words: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
});
const feedback = {
  words: z.string().check(z.trim(), z.minLength(1), z.maxLength(2000)),
  lines: z.optional(z.array(ofOneLine).check(z.maxLength(feedbackLines.length))),
};
export const feedbackSchema = z.object(feedback);
const snapshot = z.object({ organisation, tap, snapshot: id });

/** What can be done, through every door; and why it may be refused. */
export const snapshotActs = [
  z.object({ verb: z.literal('draft-snapshot'), data: z.object({ organisation, tap, on: day }) }),
  z.object({ verb: z.literal('approve-snapshot'), data: snapshot }),
  z.object({ verb: z.literal('freeze-snapshot'), data: snapshot }),
  z.object({
    verb: z.literal('submit-snapshot'),
    data: z.object({ organisation, tap, snapshot: id, date: day }),
  }),
  z.object({
    verb: z.literal('record-feedback'),
    data: z.object({ organisation, tap, snapshot: id, date: day, ...feedback }),
  }),
  z.object({ verb: z.literal('withdraw-snapshot'), data: snapshot }),
  z.object({ verb: z.literal('take-back-snapshot'), data: snapshot }),
  z.object({
    verb: z.literal('record-review'),
    data: z.object({ organisation, tap, line: reviewLineSchema, date: day, document }),
  }),
  z.object({
    verb: z.literal('take-back-review'),
    data: z.object({
      organisation,
      tap,
      /** As the view and the act's answer name it. */
      move: z.string().check(z.regex(/^R[12]~\d{1,6}$/)),
    }),
  }),
] as const;
export type SnapshotVerb = (typeof snapshotActs)[number]['_zod']['output']['verb'];

export const snapshotRefusals = [
  'no-such-snapshot',
  'own-snapshot',
  'another-decides',
  'not-approved',
  'not-frozen',
  'not-submitted',
  'frozen-already',
  'snapshot-withdrawn',
  'before-first-day',
  'before-that-step',
] as const;

/** What a snapshot says: written once, and what its hash is over. */
export const snapshotContentSchema = z.object({
  /** Of this shape. */
  version: z.literal(1),
  organisation: z.object({ code: z.string(), name: z.string() }),
  on: date,
  known: z.string(),
  /** Every Silver line, each with the version of its rule; who is outside N as the board sees it. */
  lines: z.array(silverLineSchema),
  /** The self-assessment of the framework's lines, where there was one. */
  assessment: z.optional(
    z.array(
      z.object({
        line: z.string(),
        state: z.enum(['in-place', 'development-area', 'not-looked-at']),
        evidence: z.optional(z.array(z.string())),
      }),
    ),
  ),
});
export type SnapshotContent = z.infer<typeof snapshotContentSchema>;

export const snapshotStates = ['drafted', 'approved', 'frozen', 'submitted', 'feedback'] as const;
const snapshotStateSchema = z.enum(snapshotStates);
export type SnapshotState = z.infer<typeof snapshotStateSchema>;

const snapshotMoveSchema = z.enum([
  'approve',
  'freeze',
  'submit',
  'record-feedback',
  'withdraw',
  'take-back',
]);
export type SnapshotMove = z.infer<typeof snapshotMoveSchema>;

const inBriefSchema = z.object({
  id: z.string(),
  on: date,
  known: z.string(),
  state: snapshotStateSchema,
  /** SHA-256 over its content, in hex. */
  sha256: z.string(),
  /** The day of each step that it has come to. */
  steps: z.array(z.object({ state: snapshotStateSchema, on: date })),
  /** Whose turn it is, where anybody's. */
  next: z.optional(
    z.object({
      move: z.enum(['approve', 'freeze', 'submit', 'record-feedback']),
      whose: z.enum(['edi-lead', 'edi-sponsor', 'board-chair', 'nobody']),
      yours: z.boolean(),
    }),
  ),
  feedback: z.optional(feedbackSchema),
  may: z.array(snapshotMoveSchema),
});
export type SnapshotInBrief = z.infer<typeof inBriefSchema>;

const reviewSchema = z.object({
  line: reviewLineSchema,
  /** The framework's words, verbatim. */
  framework: z.string(),
  last: z.optional(
    z.object({
      on: date,
      document: z.optional(z.string()),
      /** What takes it back. */
      move: z.optional(z.string()),
    }),
  ),
  due: date,
  /** Sent to the Assembly, and its feedback is awaited. */
  applied: z.optional(date),
});
export type Review = z.infer<typeof reviewSchema>;

/** An organisation's snapshots, newest first, and its regular reviews. */
export const snapshotsSchema = z.object({
  on: date,
  snapshots: z.array(inBriefSchema),
  reviews: z.array(reviewSchema),
  /** The first day that one can be drafted for, where this person may. */
  draftFrom: z.optional(date),
  mayRecord: z.boolean(),
});
export type Snapshots = z.infer<typeof snapshotsSchema>;

const countedSchema = z.object({
  rule: z.string(),
  n: z.number(),
  of: z.number(),
  ready: z.boolean(),
});

/** One snapshot as it was written, and what stands beside it today. */
export const snapshotSchema = z.object({
  ...inBriefSchema.shape,
  content: snapshotContentSchema,
  /** True where the content is what its hash is over. */
  intact: z.boolean(),
  /** Lines whose rule has changed since: by the rule of then and by today's, for the same D and K. */
  otherRules: z.array(z.object({ code: z.string(), then: countedSchema, now: countedSchema })),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/** A reminder that a regular review is near. */
export const reviewDueSchema = z.object({
  line: reviewLineSchema,
  due: date,
  last: z.optional(date),
  /** Who looks after it is reminded too, and this person may lend a hand. */
  supporting: z.boolean(),
  /** When it would come next, where it would. */
  next: z.optional(date),
});
