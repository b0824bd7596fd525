import * as z from 'zod/mini';
import { lineCodeSchema } from './assessment.ts';
import { day, document, id, organisation, tap } from './parts.ts';

const date = z.string();

export const paperKindSchema = z.enum([
  'wres',
  'workforce-by-ethnic-group',
  'staff-survey',
  'quarterly-review',
]);
export type PaperKind = z.infer<typeof paperKindSchema>;

export const statementLineSchema = z.enum(['S1.a', 'S1.b', 'S1.c', 'S5.a', 'S5.b']);

const stateSchema = z.enum(['in-place', 'development-area']);
const yesOrNo = z.optional(z.enum(['yes', 'no']));
/** As the view and the act's answer name it. */
const move = z.string().check(z.regex(/^[\w.]{1,20}~\d{1,6}$/));
/** `networks`: the part that networks had in a staff survey or a quarterly review. */
const presented = { minute: document, networks: yesOrNo };
const paper = z.object({ organisation, tap, paper: id });
/** `sure`: whoever writes says that the text names nobody. */
const councilRecord = z.object({ organisation, tap, date: day, document, sure: yesOrNo });

const evidence = z.string().check(z.trim(), z.maxLength(200));

/** What can be done, through every door; and why it may be refused. */
export const boardActs = [
  z.object({
    verb: z.literal('plan-paper'),
    data: z.object({ organisation, tap, kind: paperKindSchema, quarter: day, meeting: id }),
  }),
  z.object({
    verb: z.literal('present-paper'),
    data: z.object({ organisation, tap, paper: id, date: z.optional(day), ...presented }),
  }),
  z.object({
    verb: z.literal('record-paper'),
    data: z.object({
      organisation,
      tap,
      kind: paperKindSchema,
      quarter: day,
      date: day,
      ...presented,
    }),
  }),
  z.object({ verb: z.literal('reopen-paper'), data: paper }),
  z.object({ verb: z.literal('withdraw-paper'), data: paper }),
  z.object({
    verb: z.literal('say-line'),
    data: z.object({
      organisation,
      tap,
      line: lineCodeSchema,
      state: stateSchema,
      evidence: z.optional(evidence),
      sure: yesOrNo,
    }),
  }),
  z.object({ verb: z.literal('take-back-line'), data: z.object({ organisation, tap, move }) }),
  z.object({ verb: z.literal('approve-terms'), data: councilRecord }),
  z.object({ verb: z.literal('record-council-meeting'), data: councilRecord }),
  z.object({ verb: z.literal('take-back-council'), data: z.object({ organisation, tap, move }) }),
] as const;
export type BoardVerb = (typeof boardActs)[number]['_zod']['output']['verb'];

export const boardRefusals = [
  'no-such-paper',
  'not-the-board',
  'board-has-met',
  'board-to-meet',
  'quarter-to-come',
  'another-paper-that-day',
  'presented-already',
  'paper-withdrawn',
  'never-planned',
  'evidence-needed',
  'may-name-people',
  'day-to-come',
  'nothing-to-take-back',
] as const;

const quarterSchema = z.object({ start: date, end: date });
export type Quarter = z.infer<typeof quarterSchema>;

/** A reminder that a quarter has no paper with race data yet. */
export const quarterPaperSchema = z.object({
  ...quarterSchema.shape,
  /** The quarter's last board, and when its papers close. */
  board: z.optional(z.object({ date, papersDue: date, met: z.boolean() })),
  /** Who keeps the papers is reminded too, and this person may lend a hand. */
  supporting: z.boolean(),
  /** When it would come next, where it would. */
  next: z.optional(date),
});

const boardMeetingSchema = z.object({ id: z.string(), title: z.string(), date, papersDue: date });
export type BoardMeeting = z.infer<typeof boardMeetingSchema>;

const paperSchema = z.object({
  id: z.string(),
  kind: paperKindSchema,
  /** The quarter that its data are of: not the one in which the board sees it. */
  quarter: quarterSchema,
  state: z.enum(['planned', 'presented']),
  /** The board's day: when it saw it, or is to. Left out where its calendar no longer has it. */
  date: z.optional(date),
  minute: z.optional(z.string()),
  /** Network members read the staff survey too, or the networks saw the review. */
  networks: z.boolean(),
  may: z.array(z.enum(['present', 'reopen', 'withdraw'])),
});
export type Paper = z.infer<typeof paperSchema>;

/** The board's race data: what it saw, what is planned, and what the next board still needs. */
export const papersSchema = z.object({
  on: date,
  /** The next board that is to meet, where the calendar has one. */
  next: z.optional(boardMeetingSchema),
  /** What that board should see and nobody has planned; the last day on which the board saw it. */
  missing: z.array(z.object({ kind: paperKindSchema, last: z.optional(date) })),
  /** Of the four quarters up to today's, those in which the board saw WRES or workforce data. */
  covered: z.object({
    n: z.number(),
    of: z.number(),
    quarters: z.array(
      z.object({
        ...quarterSchema.shape,
        seen: z.array(z.object({ kind: paperKindSchema, date })),
        /** Today is in it. */
        current: z.boolean(),
      }),
    ),
  }),
  /** Planned ones first, each by its board's day; then those presented, newest first. */
  papers: z.array(paperSchema),
  /** What a form offers; left out for whoever only looks. */
  keep: z.optional(
    z.object({
      boards: z.array(boardMeetingSchema),
      /** Days on which the board has met, newest first. */
      met: z.array(date),
      /** Newest first. */
      quarters: z.array(quarterSchema),
    }),
  ),
  why: z.object({ framework: z.string(), rule: z.string() }),
});
export type Papers = z.infer<typeof papersSchema>;

const recordSchema = z.object({
  /** What takes it back. */
  move: z.string(),
  date,
  document: z.string(),
});
export type CouncilRecord = z.infer<typeof recordSchema>;

const lineSchema = z.object({
  line: statementLineSchema,
  /** The framework's words, verbatim. */
  framework: z.string(),
  /** Left out where nothing is said of it yet. */
  said: z.optional(
    z.object({
      move: z.string(),
      state: stateSchema,
      date,
      evidence: z.optional(z.string()),
    }),
  ),
  /** The last paper that the board saw of what the line is about, and the networks' part in it. */
  paper: z.optional(z.object({ date, networks: z.boolean() })),
});
export type Line = z.infer<typeof lineSchema>;

/** The leadership council, never its members; and the lines that the organisation assesses itself. */
export const councilSchema = z.object({
  on: date,
  terms: z.optional(recordSchema),
  /** Newest first. */
  meetings: z.array(recordSchema),
  /** It met within the last so many months. */
  metLately: z.boolean(),
  months: z.number(),
  lines: z.array(lineSchema),
  mayKeep: z.boolean(),
  why: z.object({ framework: z.string(), rule: z.string() }),
});
export type Council = z.infer<typeof councilSchema>;
