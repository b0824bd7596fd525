import * as z from 'zod';
import type { Incoming } from './incoming.ts';
import { Refusal } from './refusal.ts';

/** A meeting in Teams began or ended. Whoever Teams names as its sender is left aside. */
export interface MeetingEvent {
  readonly kind: 'start' | 'end';
  /** The meeting's id in Teams. */
  readonly id: string;
  readonly joinLink: string;
}

/** No object: whoever sends an activity chooses its name, and objects have names of their own. */
const kinds: ReadonlyMap<string, MeetingEvent['kind']> = new Map([
  ['application/vnd.microsoft.meetingStart', 'start'],
  ['application/vnd.microsoft.meetingEnd', 'end'],
]);

const time = z.iso.datetime({ offset: true });
const meeting = {
  MeetingType: z.string().max(100),
  Title: z.string().max(1_000),
  Id: z.string().min(1).max(1_000),
  JoinUrl: z.url({ protocol: /^https$/ }).max(5_000),
};
const schemas = {
  start: z.object({ ...meeting, StartTime: time }),
  end: z.object({ ...meeting, EndTime: time }),
};

/** The event in an activity, or undefined where it is none of these; unreadable ones are refused. */
export function readMeetingEvent(incoming: Incoming): MeetingEvent | undefined {
  const kind = kinds.get(incoming.name ?? '');
  if (incoming.type !== 'event' || kind === undefined) return undefined;
  const read = schemas[kind].safeParse(incoming.value);
  if (!read.success) {
    const field = read.error.issues[0]?.path.map(String).join('.') || 'value';
    throw new Refusal(400, 'unreadable-event', field);
  }
  return { kind, id: read.data.Id, joinLink: read.data.JoinUrl };
}
