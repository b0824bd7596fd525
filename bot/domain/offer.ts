import type { Frame, Meeting, Person, PersonId } from './facts.ts';
import { isMuted } from './judge-reminders.ts';
import { endOf, isHeld, isYearOpen } from './meeting.ts';
import { holdersOf } from './roles.ts';
import { presenceOn } from './standing.ts';
import { epochMilliseconds, londonDate, londonTime, type Instant, type PlainTime } from './time.ts';
import { isWorkingDay, type IsBankHoliday } from './working-days.ts';

/** [domain §5] The bot says nothing unprompted before or after. */
const OPENS = '09:00' as PlainTime;
const CLOSES = '17:00' as PlainTime;
/** [ours] A meeting that Teams never told the end of is let go so long after the calendar's end. */
const PATIENCE_HOURS = 3;

export type WatchVerdict =
  /** `over`: the calendar's end is past, so that it can be claimed. */
  | { kind: 'ask'; over: boolean; ends: Instant }
  | { kind: 'leave'; because: 'members-only' | 'cancelled' | 'out-of-hours' | 'lapsed' };

/**
 * Whether Teams is asked who of the executives is there. Where nothing could be offered afterwards,
 * there is nothing to ask for.
 */
export function judgeWatch(
  meeting: Meeting,
  now: Instant,
  isBankHoliday: IsBankHoliday,
): WatchVerdict {
  if (!meeting.openToExecutives) return { kind: 'leave', because: 'members-only' };
  if (meeting.cancelled === true) return { kind: 'leave', because: 'cancelled' };
  const ends = endOf(meeting);
  const patience = epochMilliseconds(ends) + PATIENCE_HOURS * 3_600_000;
  if (epochMilliseconds(now) > patience) return { kind: 'leave', because: 'lapsed' };
  const soonest = now > ends ? now : ends;
  if (!isOfferTime(soonest, isBankHoliday)) return { kind: 'leave', because: 'out-of-hours' };
  return { kind: 'ask', over: ends <= now, ends };
}

/** Who is asked about: executive directors of that day, deputies and assistants not. */
export function executivesOf(frame: Frame, meeting: Meeting): PersonId[] {
  return holdersOf(frame.roles, 'executive-director', meeting.date);
}

/** Nobody who is away that day is asked about, or offered anything. */
export function isAtWork(person: Pick<Person, 'assignments'>, meeting: Meeting): boolean {
  return presenceOn(person, meeting.date).kind === 'present';
}

/** Whoever stopped the question after a meeting is not asked it, whether they had booked or not. */
export function wantsQuestion({ mutes }: Pick<Person, 'mutes'>): boolean {
  return !isMuted(mutes.find(({ kind }) => kind === 'were-you-there'));
}

/** Whether somebody who was there is offered to record it, now: a gate each. */
export function mayOffer(
  frame: Frame,
  meeting: Meeting,
  person: Person,
  now: Instant,
  isBankHoliday: IsBankHoliday,
): boolean {
  if (!meeting.openToExecutives || !isHeld(meeting, now)) return false;
  if (!isYearOpen(meeting, now, frame.settings.yearStartMonth)) return false;
  if (!isOfferTime(now, isBankHoliday)) return false;
  if (!executivesOf(frame, meeting).includes(person.id)) return false;
  if (!isAtWork(person, meeting) || !wantsQuestion(person)) return false;
  return !person.claims.some((claim) => claim.meeting === meeting.id);
}

function isOfferTime(now: Instant, isBankHoliday: IsBankHoliday): boolean {
  const time = londonTime(now);
  return isWorkingDay(londonDate(now), isBankHoliday) && OPENS <= time && time <= CLOSES;
}
