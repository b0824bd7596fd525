import * as z from 'zod/mini';
import { day, document, id, organisation, reason, several, tap } from './parts.ts';

const date = z.string();

/** A direct deliverable or a supporting action of the framework: `B1`, `S1.a`. */
export const lineCodeSchema = z.string().check(z.regex(/^[BSGR][1-9](\.[a-z])?$/));
const yesOrNo = z.optional(z.enum(['yes', 'no']));
/** As the view and the act's answer name it. */
const move = z.string().check(z.regex(/^[\w-]{1,40}~\d{1,6}$/));
/** What shows it: an address, or a file that was sent before. */
const shows = z.union([
  z.string().check(z.trim(), z.minLength(1), z.maxLength(1_000)),
  z.object({ file: id }),
]);
/** Nothing, to take it away. */
const none = z.literal('');

/** What can be done beside `say-line` and `take-back-line`; and why it may be refused. */
export const assessmentActs = [
  z.object({
    verb: z.literal('keep-line'),
    /** What is left out stays as it is. */
    data: z.object({
      organisation,
      tap,
      line: lineCodeSchema,
      owner: z.optional(z.union([id, none])),
      review: z.optional(z.union([day, none])),
      note: z.optional(z.string().check(z.trim(), z.maxLength(500))),
      sure: yesOrNo,
    }),
  }),
  z.object({
    verb: z.literal('draft-evidence'),
    data: z.object({
      ...{ organisation, tap, line: lineCodeSchema, title: document, date: day },
      evidence: shows,
      sure: yesOrNo,
    }),
  }),
  z.object({
    verb: z.literal('ready-evidence'),
    data: z.object({ organisation, tap, entries: several }),
  }),
  z.object({
    verb: z.literal('approve-evidence'),
    data: z.object({ organisation, tap, entries: several }),
  }),
  z.object({
    verb: z.literal('return-evidence'),
    data: z.object({ organisation, tap, entry: id, reason }),
  }),
  z.object({
    verb: z.literal('withdraw-evidence'),
    data: z.object({ organisation, tap, entry: id }),
  }),
  z.object({ verb: z.literal('take-back-evidence'), data: z.object({ organisation, tap, move }) }),
] as const;
export type AssessmentVerb = (typeof assessmentActs)[number]['_zod']['output']['verb'];

export const assessmentRefusals = [
  'no-such-line',
  'figure-stands',
  'title-needed',
  'no-such-evidence',
  'own-evidence',
  'evidence-not-ready',
  'evidence-approved',
  'evidence-withdrawn',
] as const;

export const levelSchema = z.enum(['bronze', 'silver', 'gold', 'regular-review']);
export type Level = z.infer<typeof levelSchema>;
const lineStateSchema = z.enum(['in-place', 'development-area', 'not-looked-at']);

const person = z.object({ id: z.string(), name: z.string() });

const evidenceSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** The document's own day. */
  date,
  shows: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('link'), address: z.string() }),
    z.object({ kind: z.literal('file'), name: z.string(), size: z.number() }),
  ]),
  state: z.enum(['drafted', 'ready', 'approved', 'returned']),
  /** The day of the last move, and by whom. */
  since: date,
  by: z.string(),
  /** Where it was returned. */
  reason: z.optional(z.string()),
  /** Who approves it, where it is not approved. */
  awaits: z.optional(z.enum(['edi-lead', 'edi-sponsor', 'board-chair'])),
  may: z.array(z.enum(['ready', 'approve', 'return', 'withdraw'])),
  /** My own last move, where I may take it back. */
  takeBack: z.optional(z.string()),
});
export type AssessedEvidence = z.infer<typeof evidenceSchema>;

/** One step of a line's way, or of a piece of its evidence. */
const stepSchema = z.object({
  at: z.string(),
  by: z.string(),
  what: z.enum([
    ...(['in-place', 'development-area', 'kept', 'line-taken-back'] as const),
    ...(['drafted', 'ready', 'approved', 'returned', 'withdrawn', 'taken-back'] as const),
  ]),
  /** The evidence that it is of. */
  title: z.optional(z.string()),
});
export type AssessedStep = z.infer<typeof stepSchema>;

const assessedSchema = z.object({
  line: z.string(),
  /** False for a supporting action: it is never called a deliverable. */
  deliverable: z.boolean(),
  keyDriver: z.string(),
  /** The framework's words, verbatim; and its checklist's, where they differ. */
  framework: z.string(),
  checklist: z.optional(z.string()),
  state: lineStateSchema,
  /** Where the app measures it: n of N for the day, by which rule. */
  figure: z.optional(
    z.object({ n: z.number(), of: z.number(), ready: z.boolean(), rule: z.string() }),
  ),
  /** What was said of it, where it is not measured. */
  said: z.optional(
    z.object({
      move: z.string(),
      state: z.enum(['in-place', 'development-area']),
      date,
      evidence: z.optional(z.string()),
    }),
  ),
  owner: z.optional(person),
  review: z.optional(date),
  note: z.optional(z.string()),
  /** Newest first; what was withdrawn is left out. */
  evidence: z.array(evidenceSchema),
  /** Newest first. */
  history: z.array(stepSchema),
  /** It is measured: the figure stands, and nobody says otherwise. */
  measured: z.boolean(),
});
export type AssessedLine = z.infer<typeof assessedSchema>;

/** Every line of the framework as the organisation assesses it, for a day, as known at a moment. */
export const assessmentSchema = z.object({
  on: date,
  known: z.string(),
  levels: z.array(
    z.object({
      level: levelSchema,
      /** Direct deliverables in place, of all. */
      n: z.number(),
      of: z.number(),
      lines: z.array(assessedSchema),
    }),
  ),
  mayAssess: z.boolean(),
  mayDraft: z.boolean(),
});
export type Assessment = z.infer<typeof assessmentSchema>;

/** A reminder that a line of the framework is to be looked at again. */
export const lineReviewSchema = z.object({
  line: z.string(),
  /** The framework's words, verbatim. */
  framework: z.string(),
  review: date,
  /** Its day has gone by. */
  passed: z.boolean(),
  /** This person looks after it. */
  owner: z.boolean(),
  /** They have the Framework page. */
  seesAll: z.boolean(),
  /** Whoever looks after it is reminded too, and this person may lend a hand. */
  supporting: z.boolean(),
  /** When it would come next, where it would. */
  next: z.optional(date),
});
