import * as z from 'zod/mini';
import { commitmentParts } from './commitment.ts';
import { day, id, organisation, tap } from './parts.ts';

const pair = z.object({ organisation, tap, pair: id });
const session = z.object({ organisation, tap, pair: id, date: day });

const time = z.string().check(z.trim(), z.minLength(1), z.maxLength(100));

/** What can be done, through every door; and why it may be refused. */
export const mentoringActs = [
  z.object({
    verb: z.literal('propose-pair'),
    data: z.object({
      organisation,
      tap,
      mentor: id,
      director: id,
      supporter: id,
      /** The time agreed for it, such as "an hour a month, in work time". */
      time: z.optional(time),
    }),
  }),
  z.object({ verb: z.literal('accept-pair'), data: pair }),
  z.object({ verb: z.literal('decline-pair'), data: pair }),
  z.object({ verb: z.literal('met'), data: session }),
  z.object({ verb: z.literal('not-met'), data: session }),
  z.object({ verb: z.literal('pause-pair'), data: pair }),
  z.object({ verb: z.literal('resume-pair'), data: pair }),
  z.object({ verb: z.literal('end-pair'), data: pair }),
  z.object({ verb: z.literal('complete-pair'), data: pair }),
] as const;
export type MentoringVerb = (typeof mentoringActs)[number]['_zod']['output']['verb'];

/** A list of its own: what is made from the schemas would bring them all into the tab. */
export const mentoringVerbs = [
  ...(['propose-pair', 'accept-pair', 'decline-pair', 'met', 'not-met'] as const),
  ...(['pause-pair', 'resume-pair', 'end-pair', 'complete-pair'] as const),
] as const satisfies readonly MentoringVerb[];

export const mentoringRefusals = [
  'no-such-pair',
  'three-people',
  'not-a-director',
  'not-open-any-more',
  'meet-first',
  'paused-by-the-other',
  'not-met-yet',
  'before-you-were-paired',
] as const;

/** Reverse mentoring: when their last session was, and until when it counts. */
export const mentoringCommitmentSchema = z.object({
  code: z.literal('S3.b'),
  ...commitmentParts,
  /** The last session, whichever side they were on, and the last day on which it counts. */
  last: z.optional(z.object({ date: z.string(), until: z.string() })),
  /** It counts, and stops within three months. */
  lapsing: z.boolean(),
});
export type MentoringCommitment = z.infer<typeof mentoringCommitmentSchema>;

const standing = z.enum([
  /** This person is asked. */
  'asked',
  /** They said yes; the other is asked. */
  'waiting',
  /** One of the two said no. */
  'not-going-ahead',
  'matched',
  'active',
  'paused',
  'ended',
  'completed',
]);

/** One's own pairs, as each of the two sees them. */
export const myMentoringSchema = z.object({
  on: z.string(),
  /** A director's last session, whichever side they were on, and the last day on which it counts. */
  last: z.optional(
    z.object({ date: z.string(), until: z.string(), counts: z.boolean(), lapsing: z.boolean() }),
  ),
  /** Whether the programme is theirs to lead. */
  leads: z.boolean(),
  /** Whom to ask about it. */
  ask: z.array(z.string()),
  /** The organisation's Freedom to Speak Up guardian. */
  speakUp: z.optional(z.string()),
  pairs: z.array(
    z.object({
      id: z.string(),
      side: z.enum(['mentor', 'director']),
      with: z.string(),
      state: standing,
      time: z.optional(z.string()),
      /** Whom the mentor may turn to; the director isn't told. */
      supporter: z.optional(z.string()),
      /** The first day on which they can have met, and the last. */
      days: z.optional(z.object({ from: z.string(), to: z.string() })),
      sessions: z.array(
        z.object({
          date: z.string(),
          /** Who says so. Only what both say counts. */
          said: z.enum(['both', 'me', 'other']),
        }),
      ),
      may: z.array(z.enum(['accept', 'decline', 'met', 'pause', 'resume', 'end', 'complete'])),
    }),
  ),
});
export type MyMentoring = z.infer<typeof myMentoringSchema>;
export type MyPair = MyMentoring['pairs'][number];

/** The programme, for whoever leads it. */
export const programmeSchema = z.object({
  on: z.string(),
  pairs: z.array(
    z.object({
      id: z.string(),
      mentor: z.string(),
      director: z.string(),
      supporter: z.string(),
      state: z.enum([
        'mentor-asked',
        'mentor-declined',
        'director-asked',
        'director-declined',
        'matched',
        'active',
        'paused',
        'ended',
        'completed',
      ]),
      since: z.string(),
      sessions: z.number(),
      last: z.optional(z.string()),
      quiet: z.boolean(),
      may: z.array(z.enum(['end', 'resume'])),
    }),
  ),
  /** Whom a pair may be made of. */
  people: z.array(z.object({ id: z.string(), name: z.string(), director: z.boolean() })),
});
export type Programme = z.infer<typeof programmeSchema>;

/** What a reminder is about: shown as one of the two, or as whoever supports them. */
export const mentoringReminderSchema = z.object({
  pair: z.string(),
  role: z.enum(['mentor', 'director', 'lead']),
  stage: z.enum(['asked', 'matched', 'confirm', 'quiet']),
  /** When it would come next, where it would. */
  next: z.optional(z.string()),
});
export type MentoringReminder = z.infer<typeof mentoringReminderSchema>;
