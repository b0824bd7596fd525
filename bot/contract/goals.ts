import * as z from 'zod/mini';
import { commitmentParts } from './commitment.ts';
import { day, document, id, organisation, several, tap } from './parts.ts';

/** Longest text of a goal, and of a note. */
export const goalTextLength = 1_000;
const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(goalTextLength));
export const goalOutcomeSchema = z.enum(['achieved', 'partly', 'not-achieved']);
export type GoalOutcome = z.infer<typeof goalOutcomeSchema>;
/** Somebody by their id, or by their work address. */
const somebody = id;

/** What can be done, through every door; and why it may be refused. */
export const goalActs = [
  z.object({
    verb: z.literal('draft-goal'),
    data: z.object({
      organisation,
      tap,
      text,
      /** First day of the appraisal year; left out: this one. */
      year: z.optional(day),
      due: z.optional(day),
      /** The version that was being edited. */
      was: z.optional(z.number()),
      /** The leader agrees it with the same tap. */
      agree: z.optional(z.boolean()),
    }),
  }),
  /** Each text by its goal and version: `person~2026-04-01~3`. */
  z.object({
    verb: z.literal('agree-goal'),
    data: z.object({ organisation, tap, texts: several }),
  }),
  z.object({
    verb: z.literal('note-goal'),
    data: z.object({ organisation, tap, goal: id, text }),
  }),
  z.object({
    verb: z.literal('propose-goal'),
    data: z.object({ organisation, tap, goal: id, outcome: goalOutcomeSchema }),
  }),
  /** Each by its goal and what the leader said: `person~2026-04-01~achieved`. */
  z.object({
    verb: z.literal('confirm-goal'),
    data: z.object({ organisation, tap, proposals: several }),
  }),
  z.object({
    verb: z.literal('answer-goal'),
    data: z.object({ organisation, tap, goal: id, outcome: goalOutcomeSchema }),
  }),
  z.object({
    verb: z.literal('comment-goal'),
    data: z.object({ organisation, tap, goal: id, text }),
  }),
  z.object({ verb: z.literal('pause-goal'), data: z.object({ organisation, tap, goal: id }) }),
  z.object({ verb: z.literal('resume-goal'), data: z.object({ organisation, tap, goal: id }) }),
  z.object({
    verb: z.literal('share-goal'),
    data: z.object({ organisation, tap, goal: id, with: somebody }),
  }),
  z.object({
    verb: z.literal('unshare-goal'),
    data: z.object({ organisation, tap, goal: id, with: somebody }),
  }),
  z.object({ verb: z.literal('undo-goal'), data: z.object({ organisation, tap, goal: id }) }),
  z.object({
    verb: z.literal('name-manager'),
    /** Without a manager: the staff list's again. */
    data: z.object({ organisation, tap, for: id, manager: z.optional(somebody) }),
  }),
  z.object({
    verb: z.literal('report-goals'),
    data: z.object({ organisation, tap, year: day, date: day, document }),
  }),
] as const;

export type GoalVerb = z.infer<(typeof goalActs)[number]>['verb'];

export const goalRefusals = [
  'no-such-goal',
  'own-goal',
  'not-their-manager',
  'goal-not-asked',
  'goal-year',
  'goal-due',
  'goal-changed',
  'goal-not-agreed',
  'goal-paused',
  'goal-concluded',
  'goal-closed',
  'goal-not-proposed',
  'nothing-to-undo',
  'not-with-oneself',
  'own-manager',
] as const;

export const goalStandingSchema = z.enum([
  'none',
  'draft',
  'with-manager',
  'with-leader',
  'agreed',
  'paused',
  'proposed',
  'answered',
  'concluded',
  'closed',
]);
export type GoalStanding = z.infer<typeof goalStandingSchema>;

/** Their equality goal of this appraisal year; its words are read apart. */
export const goalCommitmentSchema = z.object({
  code: z.literal('S2'),
  ...commitmentParts,
  standing: goalStandingSchema,
  /** The role awaited, where something waits. */
  awaits: z.optional(z.enum(['manager', 'edi-lead'])),
  /** A joiner's last day of grace. */
  graceUntil: z.optional(z.string()),
  due: z.string(),
});
export type GoalCommitment = z.infer<typeof goalCommitmentSchema>;

const date = z.string();
const named = z.object({ id: z.string(), name: z.string() });
const noteSchema = z.object({
  kind: z.enum(['note', 'comment']),
  by: z.string(),
  on: date,
  text: z.string(),
});

/** A goal with its words: its leader's, their manager's, and whom the leader shares it with. */
export const goalSchema = z.object({
  id: z.string(),
  leader: named,
  year: z.object({ start: date, end: date }),
  due: date,
  standing: goalStandingSchema,
  version: z.number(),
  /** Names this text, for agreeing it. */
  textId: z.string(),
  text: z.string(),
  /** The day on which each agreed this text. */
  agreedByLeader: z.optional(date),
  agreedByManager: z.optional(date),
  proposed: z.optional(goalOutcomeSchema),
  /** The manager's answer. */
  answer: z.optional(goalOutcomeSchema),
  notes: z.array(noteSchema),
  /** Since when it waits for the manager. */
  waitingSince: z.optional(date),
  /** With whom it is shared: for the leader alone. */
  sharedWith: z.array(named),
  /** What this reader may do about it now. */
  may: z.array(
    z.enum([
      'draft',
      'agree',
      'note',
      'propose',
      'confirm',
      'answer',
      'comment',
      'pause',
      'resume',
      'share',
      'undo',
    ]),
  ),
});
export type Goal = z.infer<typeof goalSchema>;

/** One's own goal of an appraisal year, and what helps to write it. */
export const myGoalSchema = z.object({
  on: date,
  year: z.object({ start: date, end: date }),
  goal: z.optional(goalSchema),
  manager: z.optional(z.string()),
  mayDraft: z.boolean(),
  /** The framework's words, verbatim: what the goal is asked for, and where to begin. */
  framework: z.object({
    line: z.string(),
    starts: z.array(z.object({ line: z.string(), text: z.string() })),
  }),
});
export type MyGoal = z.infer<typeof myGoalSchema>;

/** Goals that others show to this person. */
export const sharedGoalsSchema = z.object({ goals: z.array(goalSchema) });
export type SharedGoals = z.infer<typeof sharedGoalsSchema>;

/** A manager's leaders: who has what, and what waits. */
export const teamSchema = z.object({
  on: date,
  year: z.object({ start: date, end: date }),
  people: z.array(
    z.object({
      person: z.string(),
      name: z.string(),
      standing: goalStandingSchema,
      /** False: nothing is asked of them just now. */
      asked: z.boolean(),
      waits: z.optional(z.enum(['agree', 'confirm'])),
      goal: z.optional(goalSchema),
      /** Last year's, until it is concluded. */
      before: z.optional(goalSchema),
    }),
  ),
});
export type Team = z.infer<typeof teamSchema>;
export type TeamMember = Team['people'][number];

/** Each leader's state by name, never the words: the EDI lead. */
export const goalStatesSchema = z.object({
  on: date,
  year: z.object({ start: date, end: date }),
  people: z.array(
    z.object({
      person: z.string(),
      name: z.string(),
      directorate: z.string(),
      standing: goalStandingSchema,
      /** Why it is not asked of them just now; never why they are away. */
      outside: z.optional(z.enum(['grace', 'away', 'acting-up', 'unknown-grade'])),
      /** Nobody: the EDI lead names one. */
      manager: z.optional(named),
      managerBy: z.optional(z.enum(['edi-lead', 'staff-list', 'board-chair'])),
    }),
  ),
  /** Last year's percentage: as it stands, and as it was last reported. */
  lastYear: z.object({
    year: z.object({ start: date, end: date }),
    n: z.number(),
    of: z.number(),
    reported: z.optional(
      z.object({ on: date, n: z.number(), of: z.number(), document: z.string() }),
    ),
  }),
});
export type GoalStates = z.infer<typeof goalStatesSchema>;

/** What a reminder about goals is about: one's own, a manager's, or in support the EDI lead's. */
export const goalReminderSchema = z.object({
  what: z.enum(['needed', 'midyear', 'conclude', 'waiting']),
  whose: z.enum(['own', 'team', 'everybody']),
  count: z.number(),
  since: date,
});
export type GoalReminder = z.infer<typeof goalReminderSchema>;
