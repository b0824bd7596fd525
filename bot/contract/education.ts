import * as z from 'zod/mini';
import { commitmentParts } from './commitment.ts';
import { day, document, id, organisation, several, tap } from './parts.ts';

export const returnReasonSchema = z.enum([
  'cannot-open',
  'another-course',
  'another-day',
  'lets-talk',
]);
export type ReturnReason = z.infer<typeof returnReasonSchema>;

/** What shows it: an address, or a file that was sent before. */
const evidence = z.union([
  z.string().check(z.trim(), z.minLength(1), z.maxLength(1_000)),
  z.object({ file: id }),
]);

/** What can be done, through every door; and why it may be refused. */
export const educationActs = [
  z.object({
    verb: z.literal('record-education'),
    /** `instead`: the returned record that this one mends. */
    data: z.object({
      organisation,
      tap,
      date: day,
      course: document,
      evidence,
      instead: z.optional(id),
    }),
  }),
  z.object({
    verb: z.literal('verify-education'),
    data: z.object({ organisation, tap, entries: several }),
  }),
  z.object({
    verb: z.literal('return-education'),
    data: z.object({ organisation, tap, entry: id, reason: returnReasonSchema }),
  }),
  z.object({
    verb: z.literal('reopen-education'),
    data: z.object({ organisation, tap, entries: several }),
  }),
  z.object({
    verb: z.literal('withdraw-education'),
    data: z.object({ organisation, tap, entry: id }),
  }),
] as const;
export type EducationVerb = z.infer<(typeof educationActs)[number]>['verb'];

export const educationRefusals = [
  'leaders-only',
  'course-needed',
  'day-to-come',
  'day-too-old',
  'evidence-not-a-link',
  'no-such-education',
  'no-such-file',
  'own-education',
  'already-verified',
  'already-returned',
  'education-withdrawn',
  'education-by-register',
  'file-empty',
  'file-too-large',
  'file-kind',
  'false-ending',
  'too-many-files',
] as const;

const date = z.string();
const verifier = z.enum(['programme-lead', 'edi-lead', 'edi-sponsor', 'board-chair']);

/** An executive director’s inclusive-leadership education. */
export const educationCommitmentSchema = z.object({
  code: z.literal('S3'),
  ...commitmentParts,
  /** The last day on which what is done counts. */
  until: z.optional(date),
  /** True in the last half year before that day. */
  lapsing: z.boolean(),
  /** Who verifies what waits, where something does. */
  awaits: z.optional(verifier),
});
export type EducationCommitment = z.infer<typeof educationCommitmentSchema>;

/** What shows it, without what only storage needs to know. */
export const evidenceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('link'), address: z.string() }),
  z.object({ kind: z.literal('file'), name: z.string(), size: z.number() }),
  z.object({ kind: z.literal('register'), name: z.string(), number: z.optional(z.string()) }),
]);
export type Evidence = z.infer<typeof evidenceSchema>;

const record = {
  id: z.string(),
  course: z.string(),
  date,
  evidence: z.optional(evidenceSchema),
};

export const myEducationSchema = z.object({
  on: date,
  /** True for executive directors: it is their commitment. */
  asked: z.boolean(),
  mayRecord: z.boolean(),
  /** The last day on which what is verified counts, history included; left out where nothing does. */
  until: z.optional(date),
  lapsing: z.boolean(),
  /** Newest first; what was withdrawn is left out. */
  records: z.array(
    z.object({
      ...record,
      state: z.enum(['recorded', 'verified', 'returned']),
      /** Where verified. */
      until: z.optional(date),
      /** Where it waits. */
      awaits: z.optional(verifier),
      /** Where it was returned. */
      reason: z.optional(returnReasonSchema),
      mayWithdraw: z.boolean(),
    }),
  ),
});
export type MyEducation = z.infer<typeof myEducationSchema>;
export type MyRecord = MyEducation['records'][number];

/** For whoever verifies it. Nobody's own is among it. */
export const educationToVerifySchema = z.object({
  on: date,
  waiting: z.array(z.object({ ...record, person: z.string(), name: z.string() })),
  answered: z.array(
    z.object({
      ...record,
      person: z.string(),
      name: z.string(),
      state: z.enum(['verified', 'returned']),
      reason: z.optional(returnReasonSchema),
      until: z.optional(date),
      answeredAt: z.string(),
      answeredBy: z.string(),
      /** By me, within 24 hours. */
      mayReopen: z.boolean(),
    }),
  ),
});
export type EducationToVerify = z.infer<typeof educationToVerifySchema>;

/** The answer to a file that was sent: the id by which `record-education` names it. */
export const sentFileSchema = z.object({ id: z.string(), name: z.string(), size: z.number() });
export type SentFile = z.infer<typeof sentFileSchema>;
