import type { MeetingId } from '../facts.ts';
import { londonDate, type Instant } from '../time.ts';
import { workingDaysBetween } from '../working-days.ts';
import type { OrganisationFacts } from './nudge.ts';

/** [ours] Who was away or had heard enough that long isn't told of a change any more. */
const NEWS_DAYS = 10;

export function isNews(at: Instant, { now, isBankHoliday }: OrganisationFacts): boolean {
  return workingDaysBetween(londonDate(at), londonDate(now), isBankHoliday) <= NEWS_DAYS;
}

/** One change of a meeting: each is told, however soon after another. */
export function changeId(meeting: MeetingId, at: Instant): string {
  return `${meeting}.${at.replaceAll(/\D/g, '')}`;
}

/** The meeting that a change is of. */
export function meetingOfChange(about: string): string {
  return about.slice(0, about.lastIndexOf('.'));
}
