import type {
  Frame,
  Intention,
  IntentionAnswer,
  IntentionMove,
  Meeting,
  MeetingId,
  Network,
} from './facts.ts';
import {
  addDays,
  addMonths,
  instantAt,
  londonDate,
  yearOf,
  type Instant,
  type PlainDate,
  type PlainTime,
} from './time.ts';

/** A meeting's id is its network, and the day and start that it first had; it stays when it moves. */
export function meetingIdAt(network: string, date: PlainDate, start: PlainTime): MeetingId {
  return `${network}-${date}-${start.replace(':', '')}` as MeetingId;
}

type Times = Pick<Meeting, 'date' | 'start' | 'end' | 'timeZone'>;

export function startOf(meeting: Times): Instant {
  return timesOf(meeting).start;
}

export function endOf(meeting: Times): Instant {
  return timesOf(meeting).end;
}

/** Asked again and again of the same meetings; a time zone costs more than all else on a page. */
const times = new WeakMap<Times, { start: Instant; end: Instant }>();

function timesOf(meeting: Times): { start: Instant; end: Instant } {
  const known = times.get(meeting);
  if (known !== undefined) return known;
  const { date, start, end, timeZone } = meeting;
  const found = { start: instantAt(date, start, timeZone), end: instantAt(date, end, timeZone) };
  times.set(meeting, found);
  return found;
}

/** Held: it ended, and nobody cancelled it. */
export function isHeld(meeting: Meeting, now: Instant): boolean {
  return meeting.cancelled !== true && endOf(meeting) <= now;
}

export type StandingAnswer = IntentionMove & { readonly answer: IntentionAnswer };

/** The last answer that was not taken back, whether its meeting has moved since or not. */
export function lastAnswer(intention: Intention | undefined): StandingAnswer | undefined {
  const standing: StandingAnswer[] = [];
  for (const move of intention?.answers ?? []) {
    const { answer } = move;
    if (answer === 'taken-back') standing.pop();
    else standing.push({ ...move, answer });
  }
  return standing.at(-1);
}

/**
 * The answer that an executive's "I will come" or "I can't" comes to now. It was for a day and a
 * time: where the meeting has moved since, nobody has answered yet [ours].
 */
export function standingAnswer(
  intention: Intention | undefined,
  meeting: Meeting,
): IntentionAnswer | undefined {
  const last = lastAnswer(intention);
  if (last === undefined) return undefined;
  const then = meeting.wasAt?.find(({ until }) => until > last.at) ?? meeting;
  return then.date === meeting.date && then.start === meeting.start ? last.answer : undefined;
}

/** Open to executives, and not called off. */
export function isOpen(meeting: Meeting): boolean {
  return meeting.openToExecutives && meeting.cancelled !== true;
}

export function networkOf(frame: Frame, meeting: Meeting): Network | undefined {
  return frame.networks.find(({ id }) => id === meeting.network);
}

/** Does it move the Silver figure? */
export function counts(frame: Frame, meeting: Meeting): boolean {
  return networkOf(frame, meeting)?.countsForSilver === true;
}

/** This year's meetings can be claimed; last year's until the end of this year's first month. */
export function isYearOpen(meeting: Meeting, now: Instant, yearStartMonth: number): boolean {
  const today = londonDate(now);
  const thisYear = yearOf(today, yearStartMonth);
  if (meeting.date >= thisYear.start) return true;
  const lastYear = yearOf(addDays(thisYear.start, -1), yearStartMonth);
  return meeting.date >= lastYear.start && today < addMonths(thisYear.start, 1);
}
