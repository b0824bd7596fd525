import { awaits, type Awaited } from '../judge-claim.ts';
import { claimState } from '../claim.ts';
import type { Claim, Frame, Meeting, Person, PersonId, Role } from '../facts.ts';
import { attendedBefore, type AttendedBefore } from '../history.ts';
import { counts, endOf, isOpen, standingAnswer } from '../meeting.ts';
import { isExecutiveOn, isExecutiveThroughout } from '../roles.ts';
import { presenceOn } from '../standing.ts';
import { addDays, londonDate, quartersOf, yearOf, type Instant, type Year } from '../time.ts';
import type { IsBankHoliday } from '../working-days.ts';

export const OWN_ATTENDANCE_RULE = 'S4.own/2';

export type OwnStatus =
  'not-asked' | 'met' | 'paused' | 'waiting' | 'out-of-reach' | 'to-do' | 'on-track';

/**
 * S4.own, each executive's own commitment in the organisation's year [ours]: their own confirmed
 * meetings of networks that count, of their own target. Verified history of the year counts with
 * them, and is told apart.
 */
export interface OwnAttendance {
  readonly status: OwnStatus;
  readonly year: Year;
  readonly target: number;
  /** Confirmed meetings, and those that verified history shows. */
  readonly done: number;
  /** How many of those done only verified history shows. */
  readonly before: number;
  /** Claims that wait. */
  readonly waiting: number;
  /** target − done − waiting; may be below 0. */
  readonly needed: number;
  /** Open meetings not yet ended. */
  readonly left: number;
  /** Open meetings in their time in post this year. */
  readonly offered: number;
  /** The role that all waiting claims wait for; left out where they wait for several. */
  readonly awaits?: Awaited;
  /** The first open meeting not yet ended that they have not declined. */
  readonly next?: Meeting;
  /** Next year's first open meeting, once the calendar has one. */
  readonly nextYearFirst?: Meeting;
}

/** For the moment `at`, over a person and a frame as they were known at some moment. */
export function ownAttendance(
  person: Person,
  frame: Frame,
  at: Instant,
  isBankHoliday: IsBankHoliday,
): OwnAttendance {
  const on = londonDate(at);
  const year = yearOf(on, frame.settings.yearStartMonth);
  const open = frame.meetings
    .filter((meeting) => isOpen(meeting) && counts(frame, meeting))
    .filter((meeting) => isExecutiveOn(frame.roles, person.id, meeting.date))
    .toSorted((a, b) => (endOf(a) < endOf(b) ? -1 : 1));
  const offered = open.filter(({ date }) => year.start <= date && date <= year.end);
  const left = offered.filter((meeting) => endOf(meeting) > at);

  const claims = claimsWithin(person, frame, year);
  const inState = (state: string) =>
    claims.filter(({ claim, meeting }) => claimState(claim) === state && meeting.date <= on);
  const confirmed = inState('confirmed');
  const before = attendedWithin(person, frame, { start: year.start, end: on }).filter(
    (shown) => !confirmed.some(({ meeting }) => isSameDay(meeting, shown)),
  );
  const done = confirmed.length + before.length;
  const waiting = inState('claimed').filter(
    ({ meeting }) => !before.some((shown) => isSameDay(meeting, shown)),
  );
  const target = ownTarget(person, frame.roles, year, frame.settings.attendanceTarget);
  const needed = target - done - waiting.length;

  const answerTo = (meeting: Meeting) =>
    standingAnswer(
      person.intentions.find((intention) => intention.meeting === meeting.id),
      meeting,
    );
  const next = left.find((meeting) => answerTo(meeting) !== 'cannot-come');
  const booked = next !== undefined && answerTo(next) === 'will-come';
  const [awaited, ...others] = new Set(
    waiting.map(({ meeting, claim }) => awaits(meeting, claim, { frame, now: at, isBankHoliday })),
  );
  const nextYearFirst = open.find(({ date }) => date > year.end);

  const figures = { year, target, done, waiting: waiting.length, needed, left: left.length };
  return {
    status: statusOf({
      executive: isExecutiveOn(frame.roles, person.id, on),
      away: presenceOn(person, on).kind === 'away',
      booked,
      ...figures,
    }),
    ...figures,
    before: before.length,
    offered: offered.length,
    ...(awaited === undefined || others.length > 0 ? {} : { awaits: awaited }),
    ...(next === undefined ? {} : { next }),
    ...(nextYearFirst === undefined ? {} : { nextYearFirst }),
  };
}

/** The first that fits, in this order. */
function statusOf(given: {
  executive: boolean;
  away: boolean;
  booked: boolean;
  target: number;
  done: number;
  needed: number;
  left: number;
}): OwnStatus {
  if (!given.executive) return 'not-asked';
  if (given.done >= given.target) return 'met';
  if (given.away) return 'paused';
  if (given.needed <= 0) return 'waiting';
  if (given.left < given.needed) return 'out-of-reach';
  if (given.left - given.needed <= 1 && !given.booked) return 'to-do';
  return 'on-track';
}

/**
 * The year's target × full quarters in post ÷ 4, less whole quarters away, rounded up, at least 1
 * [ours]: somebody who starts on 1 September has 2 of 4.
 */
export function ownTarget(
  person: Person,
  roles: readonly Role[],
  year: Year,
  yearTarget: number,
): number {
  const full = quartersOf(year)
    .filter((quarter) => isExecutiveThroughout(roles, person.id, quarter))
    .filter((quarter) => !isAwayThroughout(person, quarter));
  return Math.max(1, Math.ceil((yearTarget * full.length) / 4));
}

function isAwayThroughout(person: Person, period: Year): boolean {
  // Status holds from a list's date to the next list's, so its change days are the lists' days.
  const changes = person.assignments
    .map(({ on }) => on)
    .filter((on) => period.start < on && on <= period.end);
  return [period.start, period.end, ...changes, ...changes.map((day) => addDays(day, -1))].every(
    (day) => presenceOn(person, day).kind === 'away',
  );
}

/** A person's claims on the year's meetings of networks that count, oldest meeting first. */
export function claimsWithin(
  person: { readonly claims: readonly Claim[]; readonly id: PersonId },
  frame: Frame,
  year: Year,
): { claim: Claim; meeting: Meeting }[] {
  return person.claims
    .flatMap((claim) => {
      const meeting = frame.meetings.find(({ id }) => id === claim.meeting);
      if (meeting === undefined || !counts(frame, meeting)) return [];
      if (meeting.date < year.start || meeting.date > year.end) return [];
      return [{ claim, meeting }];
    })
    .toSorted((a, b) => (a.meeting.date < b.meeting.date ? -1 : 1));
}

/** What verified history shows within a period, of networks that count. */
export function attendedWithin(person: Person, frame: Frame, period: Year): AttendedBefore[] {
  const counting = new Set(
    frame.networks.filter(({ countsForSilver }) => countsForSilver).map(({ id }) => id),
  );
  return attendedBefore(person, frame)
    .filter(({ network }) => counting.has(network))
    .filter(({ date }) => period.start <= date && date <= period.end);
}

function isSameDay(meeting: Meeting, shown: AttendedBefore): boolean {
  return meeting.network === shown.network && meeting.date === shown.date;
}
