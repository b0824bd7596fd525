import * as z from 'zod/mini';
import { nudgeKindSchema, queryReasonSchema } from './acts.ts';
import { quarterPaperSchema } from './board.ts';
import { lineReviewSchema } from './assessment.ts';
import { reviewDueSchema } from './snapshot.ts';
import { commitmentParts } from './commitment.ts';
import { educationCommitmentSchema } from './education.ts';
import { goalCommitmentSchema, goalReminderSchema } from './goals.ts';
import { historyEntry, myHistorySchema } from './history.ts';
import { planReminderSchema } from './plan.ts';
import { mentoringCommitmentSchema, mentoringReminderSchema } from './mentoring.ts';

const date = z.string();

export const meetingStateSchema = z.enum([
  'members-only',
  'cancelled',
  'upcoming',
  'will-come',
  'cannot-come',
  'not-recorded',
  'not-there',
  'claimed',
  'confirmed',
  'queried',
  'withdrawn',
  'voided',
]);
export type MeetingState = z.infer<typeof meetingStateSchema>;

export const awaitedSchema = z.enum(['network-chair', 'edi-lead', 'edi-sponsor', 'board-chair']);
export const deciderSchema = z.enum([
  'network-chair',
  'network-deputy',
  'edi-lead',
  'edi-sponsor',
  'board-chair',
]);

/** One network meeting as one executive sees it. */
export const myMeetingSchema = z.object({
  id: z.string(),
  network: z.string(),
  networkName: z.string(),
  countsForSilver: z.boolean(),
  title: z.string(),
  date,
  start: z.string(),
  end: z.string(),
  location: z.optional(z.string()),
  joinLink: z.optional(z.string()),
  state: meetingStateSchema,
  /** Where it stood before its network moved it. */
  movedFrom: z.optional(z.object({ date, start: z.string() })),
  /** The network's words, where it cancelled it and gave some. */
  cancelledBecause: z.optional(z.string()),
  /** True where it was recorded, and its network cancelled it afterwards. */
  uncounted: z.optional(z.boolean()),
  /** A query's reason, where it is queried. */
  reason: z.optional(queryReasonSchema),
  /** And in which role somebody asked. */
  askedBy: z.optional(deciderSchema),
  /** The role whose answer a claim waits for; where it may be claimed, the one that it would go to. */
  awaits: z.optional(awaitedSchema),
  /** True where what was recorded was taken back before anybody had decided on it. */
  undone: z.optional(z.literal(true)),
  /** What the person may do about it now. */
  may: z.array(
    z.enum([
      'claim',
      'withdraw',
      'will-come',
      'cannot-come',
      'undo-intention',
      'not-there',
      'undo-not-there',
    ]),
  ),
  /** True where an assistant made the last move. */
  onBehalf: z.boolean(),
});
export type MyMeeting = z.infer<typeof myMeetingSchema>;

/** Whether "Were you able to join?" is open: not answered, or the answer was undone. */
export function isAsked({ state, undone, may }: MyMeeting): boolean {
  return (state === 'not-recorded' || undone === true) && may.includes('claim');
}

/**
 * An executive's own network meetings: each executive's own commitment, labelled as ours. Done are
 * the confirmed ones of networks that count; needed is target − done − waiting, never below 0.
 */
export const attendanceCommitmentSchema = z.object({
  code: z.literal('S4.own'),
  ...commitmentParts,
  /** This person's own target in the year. */
  target: z.number(),
  /** How many of those done verified history shows, and not the app; left out where none. */
  before: z.optional(z.number()),
  /** Claims that wait to be confirmed. */
  waiting: z.number(),
  /** Open meetings of networks that count, not yet ended. */
  left: z.number(),
  /** Open meetings that the calendar offered in their time in post this year. */
  offered: z.number(),
  /** The role awaited, where all that waits is with the same one. */
  awaits: z.optional(awaitedSchema),
  /** The first open meeting not ended and not declined. */
  next: z.optional(z.string()),
  /** Where out of reach: the first open meeting of next year, once one is known. */
  nextYearFirst: z.optional(date),
  meetings: z.array(myMeetingSchema),
});
export type AttendanceCommitment = z.infer<typeof attendanceCommitmentSchema>;

/** Each thing that a leader commits to, by the code of its line. */
export const commitmentSchema = z.discriminatedUnion('code', [
  attendanceCommitmentSchema,
  goalCommitmentSchema,
  educationCommitmentSchema,
  mentoringCommitmentSchema,
]);
export type Commitment = z.infer<typeof commitmentSchema>;

export const progressSchema = z.object({
  on: date,
  year: z.object({ start: date, end: date }),
  /** Whose progress this is: their assistant sees meetings only. */
  person: z.object({ id: z.string(), name: z.string(), self: z.boolean() }),
  commitments: z.array(commitmentSchema),
  /** What happened before the app, newest first; left out where nothing is on record. */
  history: z.optional(z.array(myHistorySchema)),
  /** Networks whose meetings may be entered from before; left out where nothing may be. */
  mayEnter: z.optional(
    z.object({ networks: z.array(z.object({ id: z.string(), name: z.string() })) }),
  ),
});
export type Progress = z.infer<typeof progressSchema>;

/** Of all that somebody commits to, the network meetings; nothing where they are no executive. */
export function attendanceOf(progress: Progress | undefined): AttendanceCommitment | undefined {
  return progress?.commitments.find((commitment) => commitment.code === 'S4.own');
}

export const pageSchema = z.enum([
  'commitments',
  'team',
  'network',
  'board',
  'organisation',
  'framework',
]);
export type Page = z.infer<typeof pageSchema>;

export const meSchema = z.object({
  person: z.object({ id: z.string(), name: z.string(), givenName: z.string() }),
  organisation: z.object({ code: z.string(), name: z.string() }),
  /** All that are theirs; more than one, and they may switch. */
  organisations: z.optional(
    z.array(z.object({ code: z.string(), name: z.string(), current: z.boolean() })),
  ),
  on: date,
  roles: z.array(
    z.object({
      role: z.string(),
      network: z.optional(z.object({ id: z.string(), name: z.string() })),
      for: z.optional(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
  /** True for a leader or director: what is asked of leaders is asked of them. */
  leads: z.optional(z.boolean()),
  /** They may record inclusive leadership education. */
  recordsEducation: z.optional(z.literal(true)),
  /** They are one of a mentoring pair. */
  mentoring: z.optional(z.literal(true)),
  /** A line of the action plan is theirs. */
  carries: z.optional(z.literal(true)),
  /** The programme of reverse mentoring is theirs to lead. */
  leadsMentoring: z.optional(z.literal(true)),
  /** They may check their own details against Microsoft 365. */
  microsoft365: z.optional(z.literal(true)),
  /** The pages that are theirs; no other is in the menu. */
  pages: z.array(pageSchema),
});
export type Me = z.infer<typeof meSchema>;

/** A claim that waits for somebody to decide. */
export const waitingClaimSchema = z.object({
  id: z.string(),
  name: z.string(),
  networkName: z.string(),
  meeting: z.string(),
  date,
  start: z.string(),
  end: z.string(),
  claimedAt: z.string(),
  onBehalf: z.boolean(),
  /** The EDI lead, the EDI sponsor or the board chair decides instead of a chair, and says why. */
  needsReason: z.boolean(),
});
export type WaitingClaim = z.infer<typeof waitingClaimSchema>;

/** A decision of the last day on a network of mine. */
export const decidedClaimSchema = z.object({
  id: z.string(),
  name: z.string(),
  networkName: z.string(),
  date,
  state: z.enum(['confirmed', 'queried']),
  /** Who decided, where it was somebody else. */
  by: z.optional(z.string()),
  mayReopen: z.boolean(),
});
export type DecidedClaim = z.infer<typeof decidedClaimSchema>;

export const waitingSchema = z.object({
  on: date,
  waiting: z.array(waitingClaimSchema),
  decided: z.array(decidedClaimSchema),
});
export type Waiting = z.infer<typeof waitingSchema>;

/** Who attended what: the EDI lead, the EDI sponsor and the board chair. */
export const attendanceSchema = z.object({
  on: date,
  known: z.string(),
  year: z.object({ start: date, end: date }),
  people: z.array(
    z.object({
      person: z.string(),
      name: z.string(),
      inPost: z.boolean(),
      from: date,
      to: z.optional(date),
      confirmed: z.number(),
      waiting: z.number(),
      /** Left out where only one network's meetings are shown. */
      target: z.optional(z.number()),
      meetings: z.array(
        z.object({
          meeting: z.string(),
          networkName: z.string(),
          countsForSilver: z.boolean(),
          date,
          /** What was taken off the record is shown to those who might do so. */
          state: z.enum(['claimed', 'confirmed', 'queried', 'voided']),
          /** What the reader may do about it now, naming `claim`. */
          may: z.optional(z.enum(['void', 'reopen'])),
          claim: z.optional(z.string()),
        }),
      ),
      /** What verified history adds to those confirmed; left out where nothing. */
      before: z.optional(z.number()),
      /** Attendances from before the app, apart; left out where none. */
      history: z.optional(z.array(z.object({ ...historyEntry, countsForSilver: z.boolean() }))),
    }),
  ),
});
export type Attendance = z.infer<typeof attendanceSchema>;

/** What the bot says to somebody unprompted, as it stands now: each reminder with its reason. */
export const remindersSchema = z.object({
  on: date,
  reminders: z.array(
    z.object({
      /** Its kind and what it is about, as `snooze` wants it. */
      nudge: z.string(),
      kind: nudgeKindSchema,
      /** False once it is answered, or no longer asked. */
      due: z.boolean(),
      muted: z.boolean(),
      /** Put off until then. */
      snoozedUntil: z.optional(date),
      /** True where it had been put off, and came again as they asked. */
      again: z.optional(z.boolean()),
      /** When it would next come if nothing changed, where that was asked for. */
      comesNext: z.optional(date),
      /** Where about a meeting. */
      meeting: z.optional(myMeetingSchema),
      /** Where about a mentoring pair. */
      mentoring: z.optional(mentoringReminderSchema),
      /** Where about claims that wait at a network. */
      queue: z.optional(
        z.object({
          networkName: z.string(),
          count: z.number(),
          since: date,
          /** True: the chair and deputy decide, and this person may lend a hand. */
          supporting: z.boolean(),
          /** This person decides in place of the chair, and why: there is nobody else, or no answer came. */
          instead: z.optional(z.enum(['nobody-else', 'not-answered'])),
          /** When it would come next, where it would. */
          next: z.optional(date),
        }),
      ),
      /** Where an attendance was taken off: confirmed meetings of their own target this year. */
      standing: z.optional(z.object({ done: z.number(), target: z.number() })),
      /** And the next open meeting that they could come to. */
      next: z.optional(myMeetingSchema),
      /** Where about a pledge of their own: its days, never its words. */
      pledge: z.optional(z.object({ id: z.string(), madeOn: date })),
      /** Where about an item that a network raised with the board. */
      item: z.optional(
        z.object({
          id: z.string(),
          network: z.string(),
          networkName: z.string(),
          title: z.string(),
          since: date,
          /** True: the board secretary answers, and this person may lend a hand. */
          supporting: z.boolean(),
          answer: z.optional(z.enum(['declined', 'fed-back'])),
          next: z.optional(date),
        }),
      ),
      /** Where about equality goals. */
      goals: z.optional(goalReminderSchema),
      /** Where about a meeting that no executive director has booked. */
      unbooked: z.optional(
        z.object({
          /** True: executive directors are asked, and this person may lend a hand. */
          supporting: z.boolean(),
          /** False once one will come, or nobody can any more. */
          open: z.boolean(),
        }),
      ),
      /** Where about a network with fewer meetings covered than quarters of the year have gone. */
      pace: z.optional(
        z.object({
          networkName: z.string(),
          covered: z.number(),
          gone: z.number(),
          supporting: z.boolean(),
          /** When it would come next, where it would. */
          next: z.optional(date),
        }),
      ),
      /** Where about a quarter in which the board should see race data. */
      quarterPaper: z.optional(quarterPaperSchema),
      /** Where about a review of the framework that is due again. */
      reviewDue: z.optional(reviewDueSchema),
      /** Where about a line of the framework that is to be looked at again. */
      lineReview: z.optional(lineReviewSchema),
      /** Where about a line of the action plan. */
      plan: z.optional(planReminderSchema),
    }),
  ),
  /** Kinds of reminder that this person has switched off. */
  muted: z.array(nudgeKindSchema),
  /** When reminders may come on a working day; left out: 9 to 5. */
  hours: z.optional(z.object({ opens: z.string(), closes: z.string() })),
});
export type Reminders = z.infer<typeof remindersSchema>;
