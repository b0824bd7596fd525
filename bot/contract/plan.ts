import * as z from 'zod/mini';
import { day, id, organisation, tap } from './parts.ts';

const date = z.string();
const words = (most: number) => z.string().check(z.trim(), z.maxLength(most));
const said = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));

/** What a line says, in the framework's own columns. Who carries it is a person or a team. */
const details = {
  action: said(500),
  owner: z.optional(id),
  team: z.optional(words(120)),
  timescale: z.optional(words(120)),
  target: day,
  comments: z.optional(words(1_000)),
};
/** A line of the plan, by its own id. */
const one = { organisation, tap, plan: id };
/** How many moves it had when the button was drawn: somebody may have moved it since. */
const seen = z.number();
/** Which involvement is answered: another may have been named since. */
const answer = z.object({ ...one, asked: z.number() });

/** What can be done, through every door; and why it may be refused. */
export const planActs = [
  z.object({
    verb: z.literal('add-plan-line'),
    data: z.object({ organisation, tap, line: id, ...details }),
  }),
  z.object({
    verb: z.literal('edit-plan-line'),
    data: z.object({ ...one, ...details, seen }),
  }),
  z.object({ verb: z.literal('begin-plan-line'), data: z.object(one) }),
  z.object({
    verb: z.literal('note-plan-progress'),
    data: z.object({ ...one, text: said(1_000) }),
  }),
  z.object({
    verb: z.literal('name-involvement'),
    data: z.object({ ...one, network: id, text: said(500) }),
  }),
  z.object({ verb: z.literal('confirm-involvement'), data: answer }),
  z.object({ verb: z.literal('question-involvement'), data: answer }),
  z.object({ verb: z.literal('close-plan-line'), data: z.object(one) }),
  z.object({ verb: z.literal('reopen-plan-line'), data: z.object(one) }),
  z.object({ verb: z.literal('remove-plan-line'), data: z.object(one) }),
  z.object({ verb: z.literal('take-back-plan-move'), data: z.object({ ...one, seen }) }),
] as const;
export type PlanVerb = (typeof planActs)[number]['_zod']['output']['verb'];

export const planRefusals = [
  'no-such-plan-line',
  'no-such-framework-line',
  'owner-needed',
  'owner-without-role',
  'target-passed',
  'target-too-far',
  'plan-full',
  'plan-line-full',
  'plan-line-closed',
  'plan-moved-on',
  'involvement-needed',
  'involvement-unconfirmed',
  'own-involvement',
] as const;

export const planLevelSchema = z.enum(['bronze', 'silver', 'gold', 'regular-review']);
export type PlanLevel = z.infer<typeof planLevelSchema>;
export const planStateSchema = z.enum(['open', 'in-progress', 'done']);
export type PlanState = z.infer<typeof planStateSchema>;

const stepSchema = z.enum([
  'planned',
  'edited',
  'begun',
  'progress',
  'involved',
  'agreed',
  'questioned',
  'done',
  'reopened',
]);
export type PlanStep = z.infer<typeof stepSchema>;

const involvementSchema = z.object({
  network: z.string(),
  networkName: z.string(),
  /** What the network did. */
  text: z.string(),
  state: z.enum(['waiting', 'agreed', 'questioned']),
  /** Since when it waits, or when it was named. */
  on: date,
  /** What a yes answers. */
  asked: z.number(),
});

const frameworkSchema = z.object({
  /** The framework's line or supporting action: `S4`, `S5.b`. */
  id: z.string(),
  level: planLevelSchema,
  /** Its words, verbatim. */
  text: z.string(),
});

const lineSchema = z.object({
  id: z.string(),
  framework: frameworkSchema,
  action: z.string(),
  /** Who carries it: a person's name, or a team. `id` where it is a person. */
  owner: z.object({ id: z.optional(z.string()), name: z.string() }),
  timescale: z.optional(z.string()),
  target: date,
  /** The target date has gone by, and the line is not done. */
  passed: z.boolean(),
  progress: z.optional(z.object({ text: z.string(), on: date })),
  comments: z.optional(z.string()),
  state: planStateSchema,
  involvement: z.optional(involvementSchema),
  /** Oldest first, without what was taken back. */
  history: z.array(
    z.object({
      step: stepSchema,
      on: date,
      by: z.string(),
      text: z.optional(z.string()),
      networkName: z.optional(z.string()),
    }),
  ),
  seen: z.number(),
  /** What whoever asks may do with it now. */
  may: z.array(
    z.enum([
      'edit',
      'begin',
      'progress',
      'involve',
      'confirm',
      'question',
      'close',
      'reopen',
      'remove',
      'take-back',
    ]),
  ),
});
export type PlanLine = z.infer<typeof lineSchema>;

const networkSchema = z.object({ id: z.string(), name: z.string() });

/** The whole action plan. */
export const planSchema = z.object({
  on: date,
  /** The framework's own headings. */
  columns: z.array(z.string()),
  /** In the framework's order, what is not done first by its target date. */
  lines: z.array(lineSchema),
  networks: z.array(networkSchema),
  /** Lines of the framework that no line of the plan is for; left out for whoever only looks. */
  without: z.optional(
    z.array(z.object({ ...frameworkSchema.shape, developmentArea: z.boolean() })),
  ),
});
export type Plan = z.infer<typeof planSchema>;

/** Somebody's own part in the plan. */
export const ownPlanSchema = z.object({
  on: date,
  /** Lines that they carry, what comes first first. */
  lines: z.array(lineSchema),
  /** Lines that name a network of theirs, waiting ones first. */
  involvements: z.array(lineSchema),
  networks: z.array(networkSchema),
});
export type OwnPlan = z.infer<typeof ownPlanSchema>;

/** A reminder about a line of the plan. */
export const planReminderSchema = z.object({
  id: z.string(),
  action: z.string(),
  target: date,
  passed: z.boolean(),
  /** Where a network is asked whether it took part. */
  networkName: z.optional(z.string()),
  since: z.optional(date),
  /** True: somebody else answers, and this person may lend a hand. */
  supporting: z.boolean(),
  /** When it would come next, where it would. */
  next: z.optional(date),
});
