import * as z from 'zod/mini';
import { day, id, organisation, reason, tap } from './parts.ts';
import { gradeMeaningSchema } from './settle.ts';

const month = z.int().check(z.minimum(1), z.maximum(12));
const meetings = z.int().check(z.minimum(1), z.maximum(99));
const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(120));
const words = z.string().check(z.trim(), z.maxLength(200));
const common = { organisation, tap, because: reason };
const described = { name, countsForSilver: z.boolean(), termsUsed: words };

/** What an organisation may set for itself; each with its reason. */
export const settingsActs = [
  z.object({
    verb: z.literal('set-year'),
    data: z.object({ yearStartMonth: month, appraisalStartMonth: month, from: day, ...common }),
  }),
  z.object({
    verb: z.literal('set-target'),
    data: z.object({ attendanceTarget: meetings, from: day, ...common }),
  }),
  z.object({
    verb: z.literal('set-reading'),
    data: z.object({ assistantsCount: z.boolean(), from: day, ...common }),
  }),
  z.object({
    verb: z.literal('set-grade'),
    data: z.object({ code: id, meaning: gradeMeaningSchema, from: day, ...common }),
  }),
  z.object({
    verb: z.literal('set-hours'),
    data: z.object({ opens: time, closes: time, ...common }),
  }),
  z.object({
    verb: z.literal('set-words'),
    data: z.object({
      name,
      /** Empty: none. */
      speakUpLink: z.string().check(z.trim(), z.maxLength(500)),
      ...common,
    }),
  }),
  z.object({ verb: z.literal('add-network'), data: z.object({ ...described, ...common }) }),
  z.object({
    verb: z.literal('change-network'),
    data: z.object({ network: id, ...described, ...common }),
  }),
  z.object({
    verb: z.literal('end-network'),
    data: z.object({ network: id, lastDay: day, ...common }),
  }),
] as const;
export const settingsActSchema = z.discriminatedUnion('verb', [...settingsActs]);
export type SettingsAct = z.infer<typeof settingsActSchema>;
export type SettingsVerb = SettingsAct['verb'];

export const settingsRefusals = [
  'below-the-framework',
  'too-many-meetings',
  'closed-year',
  'year-under-way',
  'not-the-first-of-the-year',
  'hours-too-wide',
  'closes-before-it-opens',
  'no-such-grade',
  'not-an-https-link',
  'setting-too-far-ahead',
  'too-many-changes',
  'network-name-taken',
  'network-name-needed',
  'network-ended',
  'meetings-after-its-end',
] as const;

export const settingNameSchema = z.enum(['year', 'target', 'reading', 'grade', 'hours', 'words']);

/** Everything that an organisation's figures are counted by, and who set it. */
export const settingsSchema = z.object({
  on: z.string(),
  mayChange: z.boolean(),
  /** The first day that a change may hold from. */
  firstDay: z.string(),
  yearStartMonth: z.number(),
  appraisalStartMonth: z.number(),
  attendanceTarget: z.number(),
  assistantsCount: z.boolean(),
  opens: z.string(),
  closes: z.string(),
  name: z.string(),
  speakUpLink: z.optional(z.string()),
  /** Those that nobody has said anything of come first. */
  grades: z.array(
    z.object({ code: z.string(), meaning: z.optional(gradeMeaningSchema), listed: z.boolean() }),
  ),
  networks: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      countsForSilver: z.boolean(),
      termsUsed: z.optional(z.string()),
      endsOn: z.optional(z.string()),
    }),
  ),
  /** What was set here, newest first. */
  changes: z.array(
    z.object({
      id: z.string(),
      what: settingNameSchema,
      /** Which grade. */
      code: z.optional(z.string()),
      from: z.string(),
      on: z.string(),
      by: z.string(),
      because: z.string(),
      /** It holds from a day to come. */
      ahead: z.boolean(),
    }),
  ),
});
export type SettingsView = z.infer<typeof settingsSchema>;

const figure = z.object({ n: z.number(), of: z.number(), ready: z.boolean() });

/** What an act would change if it were done now; nothing is written. */
export const settingsPreviewSchema = z.object({
  on: z.string(),
  lines: z.array(z.object({ code: z.string(), title: z.string(), before: figure, after: figure })),
});
export type SettingsPreview = z.infer<typeof settingsPreviewSchema>;
