import * as z from 'zod/mini';
import { agendaActs, agendaRefusals } from './agenda.ts';
import { assessmentActs, assessmentRefusals } from './assessment.ts';
import { boardActs, boardRefusals } from './board.ts';
import { educationActs, educationRefusals } from './education.ts';
import { goalActs, goalRefusals } from './goals.ts';
import { mentoringActs, mentoringRefusals } from './mentoring.ts';
import { day, document, forPerson, id, organisation, reason, several, tap } from './parts.ts';
import { planActs, planRefusals } from './plan.ts';
import { pledgeActs, pledgeRefusals } from './pledges.ts';
import { microsoft365Acts, microsoft365Refusals } from './microsoft-365.ts';
import { snapshotActs, snapshotRefusals } from './snapshot.ts';
import { settingsActs, settingsRefusals } from './settings.ts';
import { settleActs, settleRefusals } from './settle.ts';

/** The chat that a series of Teams meetings shares, by its id in Teams. */
const conversation = z.string().check(z.minLength(1), z.maxLength(300));

export const intentionSchema = z.enum(['will-come', 'cannot-come']);
export const historyKindSchema = z.enum(['attendance', 'mentoring-session', 'education']);
export type HistoryKind = z.infer<typeof historyKindSchema>;
export const queryReasonSchema = z.enum(['not-on-my-list', 'different-meeting', 'lets-talk']);

export const nudgeKindSchema = z.enum([
  'were-you-there',
  'claims-waiting',
  'attendance-taken-off',
  'meeting-changed',
  'pledge-review',
  'item-untriaged',
  'item-no-outcome',
  'item-answered',
  'in-private',
  'own-goal',
  'team-goals',
  'quarter-paper',
  'meeting-unbooked',
  'coverage-pace',
  'feedback-due',
  'yearly-review',
  'plan-line-due',
  'involvement-waiting',
  'line-review',
]);
/** A reminder: its kind, and what it is about. */
const nudge = z.string().check(z.maxLength(200), z.regex(/^[a-z-]+:[\w~.-]+$/));
/** Until the next working day, for a week, or until the first working day after a date. */
const snoozedSchema = z.union([z.enum(['tomorrow', 'next-week']), day]);
/** A day `2026-06-10` and a time `12:00`, as somebody typed them: whether they are real is judged later. */
const typed = z.string().check(z.trim(), z.maxLength(40));
const words = z.string().check(z.trim(), z.maxLength(500));
const times = { date: typed, start: typed, end: typed };

/**
 * What can be done through every door: a card's button, a typed sentence, the tab, `POST /api/acts`.
 * Linking a place in Teams is not among it: only a turn there may, since Teams signs where it is.
 */
export const actSchema = z.discriminatedUnion('verb', [
  z.object({
    verb: z.literal('claim'),
    data: z.object({ organisation, tap, meeting: id, for: forPerson }),
  }),
  z.object({
    verb: z.literal('withdraw'),
    data: z.object({ organisation, tap, meeting: id, for: forPerson }),
  }),
  z.object({
    verb: z.literal('intend'),
    data: z.object({ organisation, tap, meeting: id, answer: intentionSchema, for: forPerson }),
  }),
  z.object({
    verb: z.literal('undo-intention'),
    // The answer that it takes back: sent again, it doesn't take back the one before it too.
    data: z.object({ organisation, tap, meeting: id, answer: intentionSchema, for: forPerson }),
  }),
  z.object({
    verb: z.literal('not-there'),
    data: z.object({ organisation, tap, meeting: id, for: forPerson }),
  }),
  z.object({
    verb: z.literal('undo-not-there'),
    data: z.object({ organisation, tap, meeting: id, for: forPerson }),
  }),
  z.object({
    verb: z.literal('snooze'),
    data: z.object({ organisation, tap, nudge, until: snoozedSchema }),
  }),
  z.object({
    verb: z.literal('mute'),
    data: z.object({ organisation, tap, kind: nudgeKindSchema }),
  }),
  z.object({
    verb: z.literal('unmute'),
    data: z.object({ organisation, tap, kind: nudgeKindSchema }),
  }),
  z.object({
    verb: z.literal('confirm'),
    data: z.object({
      organisation,
      tap,
      claims: several,
      reason: z.optional(reason),
    }),
  }),
  z.object({
    verb: z.literal('query'),
    data: z.object({ organisation, tap, claim: id, reason: queryReasonSchema }),
  }),
  z.object({ verb: z.literal('reopen'), data: z.object({ organisation, tap, claim: id }) }),
  z.object({ verb: z.literal('void'), data: z.object({ organisation, tap, claim: id, reason }) }),
  z.object({
    verb: z.literal('enter-history'),
    data: z.object({
      organisation,
      tap,
      what: historyKindSchema,
      date: day,
      network: z.optional(id),
      course: z.optional(document),
      document,
      for: forPerson,
    }),
  }),
  z.object({
    verb: z.literal('verify-history'),
    data: z.object({ organisation, tap, entries: several }),
  }),
  z.object({
    verb: z.literal('reopen-history'),
    data: z.object({ organisation, tap, entries: several }),
  }),
  z.object({
    verb: z.literal('withdraw-history'),
    data: z.object({ organisation, tap, entry: id }),
  }),
  z.object({
    verb: z.literal('unlink-series'),
    data: z.object({ organisation, tap, conversation }),
  }),
  z.object({
    verb: z.literal('add-meeting'),
    data: z.object({
      organisation,
      tap,
      network: id,
      ...times,
      title: z.optional(words),
      location: z.optional(words),
      joinLink: z.optional(words),
      openToExecutives: z.boolean(),
    }),
  }),
  z.object({
    verb: z.literal('move-meeting'),
    data: z.object({ organisation, tap, meeting: id, ...times }),
  }),
  z.object({
    verb: z.literal('cancel-meeting'),
    data: z.object({ organisation, tap, meeting: id, reason: z.optional(words) }),
  }),
  z.object({
    verb: z.literal('restore-meeting'),
    data: z.object({ organisation, tap, meeting: id }),
  }),
  z.object({
    verb: z.literal('open-meeting'),
    data: z.object({ organisation, tap, meeting: id, openToExecutives: z.boolean() }),
  }),
  z.object({
    verb: z.literal('import-meetings'),
    data: z.object({
      organisation,
      tap,
      network: id,
      file: z.string().check(z.minLength(1), z.maxLength(100_000)),
    }),
  }),
  z.object({
    verb: z.literal('follow-calendar'),
    data: z.object({
      organisation,
      tap,
      calendar: id,
      /** 256 random bits that the caller makes and keeps: the same again is the same address. */
      secret: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
    }),
  }),
  z.object({
    verb: z.literal('unfollow-calendar'),
    data: z.object({ organisation, tap, calendar: id }),
  }),
  ...goalActs,
  ...mentoringActs,
  ...educationActs,
  ...agendaActs,
  ...boardActs,
  ...planActs,
  ...assessmentActs,
  ...pledgeActs,
  ...snapshotActs,
  ...settleActs,
  ...settingsActs,
  ...microsoft365Acts,
]);
export type Act = z.infer<typeof actSchema>;
export type Verb = Act['verb'];
/** A turn's own act: the conversation is the one that it is in. */
export interface LinkSeries {
  readonly verb: 'link-series';
  readonly data: {
    readonly organisation?: undefined;
    readonly tap?: undefined;
    readonly network: string;
    readonly conversation: string;
  };
}
/** What each verb comes with. */
export type ActData = { [One in Act as One['verb']]: One['data'] };

export const refusalSchema = z.enum([
  'no-such-meeting',
  'no-such-claim',
  'other-organisation',
  'organisation-closed',
  'no-longer-listed',
  'not-yet-held',
  'already-started',
  'cancelled',
  'not-recorded-here',
  'year-closed',
  'not-an-executive-that-day',
  'not-an-executive',
  'not-yours',
  'own-claim',
  'not-your-network',
  'already-confirmed',
  'already-voided',
  'already-withdrawn',
  'not-waiting',
  'too-late-to-undo',
  'reason-needed',
  'still-waiting',
  'tap-used-before',
  'newer-version',
  'not-allowed',
  'no-such-history',
  'no-such-person',
  'no-such-network',
  'network-needed',
  'not-in-the-past',
  'claim-instead',
  'own-history',
  'linked-elsewhere',
  'recorded-already',
  'no-such-reminder',
  'not-ahead',
  'reminder-too-far',
  'not-a-date',
  'not-a-time',
  'no-such-time',
  'ends-before-start',
  'too-far-ahead',
  'not-a-link',
  'doubled',
  'already-held',
  'has-passed',
  'chair-only',
  'cancelling-needs-a-reason',
  'put-it-back-first',
  'claims-were-voided',
  'meeting-recorded',
  'file-refused',
  ...goalRefusals,
  ...mentoringRefusals,
  ...educationRefusals,
  ...agendaRefusals,
  ...boardRefusals,
  ...planRefusals,
  ...assessmentRefusals,
  ...pledgeRefusals,
  ...snapshotRefusals,
  ...settleRefusals,
  ...settingsRefusals,
  ...microsoft365Refusals,
]);
export type Refusal = z.infer<typeof refusalSchema>;

/** What became of one thing that was asked: done now, done before, or refused and why. */
export const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done') }),
  z.object({ kind: z.literal('already') }),
  z.object({ kind: z.literal('refused'), because: refusalSchema }),
]);
export type Outcome = z.infer<typeof outcomeSchema>;

/** The answer to `POST /api/acts`: one outcome for each claim, in the order asked; one for everything else. */
export const actAnswerSchema = z.object({
  outcomes: z.array(z.object({ subject: z.string(), outcome: outcomeSchema, message: z.string() })),
});
export type ActAnswer = z.infer<typeof actAnswerSchema>;
