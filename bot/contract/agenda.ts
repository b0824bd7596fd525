import * as z from 'zod/mini';
import { day, document, id, organisation, tap } from './parts.ts';

/** Words of any length that a request can have: how long they may be is told kindly, later. */
const words = z.string().check(z.maxLength(100_000));
/** "These ten digits are no patient's number": as a tick box says it in the tab, or on a card. */
const confirmNumber = z.optional(z.union([z.boolean(), z.enum(['true', 'false'])]));
/** How many moves the item had when the button was drawn: somebody may have moved it since. */
const seen = z.optional(z.number());
const common = { organisation, tap, item: id, seen };

/** What can be done, through every door; and why it may be refused. */
export const agendaActs = [
  z.object({
    verb: z.literal('raise-item'),
    data: z.object({ organisation, tap, network: id, title: words, text: words, confirmNumber }),
  }),
  z.object({
    verb: z.literal('edit-item'),
    data: z.object({ ...common, title: words, text: words, confirmNumber }),
  }),
  z.object({ verb: z.literal('withdraw-item'), data: z.object(common) }),
  z.object({ verb: z.literal('triage-item'), data: z.object(common) }),
  z.object({ verb: z.literal('schedule-item'), data: z.object({ ...common, meeting: id }) }),
  z.object({ verb: z.literal('defer-item'), data: z.object({ ...common, until: day }) }),
  z.object({ verb: z.literal('refer-item'), data: z.object(common) }),
  z.object({
    verb: z.literal('decline-item'),
    data: z.object({ ...common, reason: words, confirmNumber }),
  }),
  z.object({ verb: z.literal('ask-review'), data: z.object(common) }),
  z.object({
    verb: z.literal('discuss-item'),
    data: z.object({
      ...common,
      meeting: id,
      minute: words,
      /** `nobody`, where nobody of the network was there. */
      attended: z.optional(id),
      confirmNumber,
    }),
  }),
  z.object({
    verb: z.literal('feed-back'),
    data: z.object({ ...common, text: words, confirmNumber }),
  }),
  z.object({ verb: z.literal('acknowledge-item'), data: z.object(common) }),
  z.object({ verb: z.literal('take-back-item'), data: z.object(common) }),
  z.object({
    verb: z.literal('record-contribution'),
    data: z.object({
      organisation,
      tap,
      network: id,
      /** What met: "Board of Directors", "People Committee". */
      body: document,
      date: day,
      minute: document,
      person: id,
    }),
  }),
  z.object({
    verb: z.literal('withdraw-contribution'),
    data: z.object({ organisation, tap, contribution: id }),
  }),
] as const;
export type AgendaVerb = (typeof agendaActs)[number]['shape']['verb']['def']['values'][number];

export const agendaRefusals = [
  'no-such-item',
  'title-missing',
  'title-too-long',
  'text-missing',
  'text-too-long',
  'words-too-long',
  'nhs-number',
  'not-triaged-yet',
  'triaged-already',
  'item-moved-on',
  'item-full',
  'no-such-board-meeting',
  'board-has-met',
  'papers-closed',
  'board-not-yet-met',
  'not-of-that-network',
  'day-not-ahead',
  'day-too-far-ahead',
  'day-not-past',
  'one-review-only',
  'no-such-contribution',
] as const;

export const itemStateSchema = z.enum([
  'raised',
  'withdrawn',
  'triaged',
  'scheduled',
  'deferred',
  'sent-for-decline',
  'declined',
  'review-asked',
  'discussed',
  'fed-back',
  'acknowledged',
]);
export type ItemState = z.infer<typeof itemStateSchema>;

export const boardMeetingSchema = z.object({
  id: z.string(),
  title: z.string(),
  date: z.string(),
  /** The last day on which its papers are taken. */
  papersDue: z.string(),
});

const named = z.object({ id: z.string(), name: z.string() });

/** One step of an item's way: who, when, and how many days it had waited for it. */
export const journeyStepSchema = z.object({
  step: itemStateSchema,
  on: z.string(),
  by: z.string(),
  days: z.number(),
  meeting: z.optional(boardMeetingSchema),
  until: z.optional(z.string()),
  /** A reason, the minute, or what was fed back. */
  text: z.optional(z.string()),
  /** Who of the network was at the board. */
  attended: z.optional(z.string()),
});
export type JourneyStep = z.infer<typeof journeyStepSchema>;

export const itemActs = [
  'edit',
  'withdraw',
  'triage',
  'schedule',
  'defer',
  'refer',
  'decline',
  'ask-review',
  'discuss',
  'feed-back',
  'acknowledge',
  'take-back',
] as const;

/** What a network wants the board to hear, as everyone involved sees it. */
export const itemSchema = z.object({
  id: z.string(),
  network: z.string(),
  networkName: z.string(),
  title: z.string(),
  text: z.string(),
  state: itemStateSchema,
  seen: z.number(),
  awaited: z.enum(['network', 'board-secretary', 'board-chair', 'board', 'nobody']),
  /** Whole days since its last step. */
  days: z.number(),
  meeting: z.optional(boardMeetingSchema),
  until: z.optional(z.string()),
  journey: z.array(journeyStepSchema),
  /** What this person may do with it now. */
  may: z.array(z.enum(itemActs)),
  /** Chair and deputy on the day of its meeting: who may have been there. */
  attendees: z.array(named),
});
export type Item = z.infer<typeof itemSchema>;

export const agendaSchema = z.object({
  on: z.string(),
  /** Networks for which this person raises. */
  raises: z.array(named),
  /** Board meetings to come that still take papers, the next one first. */
  meetings: z.array(boardMeetingSchema),
  /** Those that wait first, longest waiting first; then those that came to an end, newest first. */
  items: z.array(itemSchema),
  /** When a network's chair spoke at a board or committee without an item of their own. */
  contributions: z.array(
    z.object({
      id: z.string(),
      networkName: z.string(),
      name: z.string(),
      body: z.string(),
      date: z.string(),
      minute: z.string(),
      mayWithdraw: z.boolean(),
    }),
  ),
  /** Networks with those who may have spoken; empty for whoever doesn't record that. */
  records: z.array(z.object({ ...named.shape, people: z.array(named) })),
});
export type Agenda = z.infer<typeof agendaSchema>;
