import type { Frame, Meeting, Network } from './facts.ts';
import { addDays, addMonths, instantAt, londonDate, yearOf, type Instant } from './time.ts';

export function startOf(meeting: Meeting): Instant {
  return timesOf(meeting).start;
}

export function endOf(meeting: Meeting): Instant {
  return timesOf(meeting).end;
}

/** Asked again and again of the same meetings; a time zone costs more than all else on a page. */
const times = new WeakMap<Meeting, { start: Instant; end: Instant }>();

function timesOf(meeting: Meeting): { start: Instant; end: Instant } {
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
