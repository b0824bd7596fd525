import * as z from 'zod/mini';

const date = z.string();

/** One meeting as its network's chair keeps it. */
export const keptMeetingSchema = z.object({
  id: z.string(),
  title: z.string(),
  date,
  start: z.string(),
  end: z.string(),
  location: z.optional(z.string()),
  openToExecutives: z.boolean(),
  state: z.enum(['scheduled', 'held', 'cancelled']),
  movedFrom: z.optional(z.object({ date, start: z.string() })),
  /** Claims that cancelling it would take off the record. */
  claims: z.number(),
  may: z.array(z.enum(['move', 'cancel', 'restore', 'open', 'close'])),
});
export type KeptMeeting = z.infer<typeof keptMeetingSchema>;

/** A calendar that can be downloaded, and followed by a secret address. */
export const followedSchema = z.object({
  /** `own`, or the network's id. */
  of: z.string(),
  name: z.string(),
  /** When the address that works now was made. */
  since: z.optional(z.string()),
});
export type Followed = z.infer<typeof followedSchema>;

/** The calendars that somebody keeps, and those that they may follow. */
export const calendarSchema = z.object({
  on: date,
  year: z.object({ start: date, end: date }),
  networks: z.array(
    z.object({ id: z.string(), name: z.string(), meetings: z.array(keptMeetingSchema) }),
  ),
  follows: z.array(followedSchema),
});
export type Calendar = z.infer<typeof calendarSchema>;

/** What a file of meetings would do, before it does it. */
export const meetingsPreviewSchema = z.object({
  /** Why none of it can be read, where that is so. */
  refused: z.optional(z.string()),
  added: z.array(z.object({ date, start: z.string(), end: z.string(), title: z.string() })),
  changed: z.array(z.object({ date, start: z.string(), end: z.string(), title: z.string() })),
  unchanged: z.number(),
  /** Rows that are left out, and questions that the file raises. */
  problems: z.array(z.object({ row: z.optional(z.number()), detail: z.string() })),
});
export type MeetingsPreview = z.infer<typeof meetingsPreviewSchema>;
