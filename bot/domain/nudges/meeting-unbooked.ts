import { claimState } from '../claim.ts';
import type { Frame, Meeting, Person, PersonId } from '../facts.ts';
import { attendedBefore } from '../history.ts';
import { isMuted } from '../judge-reminders.ts';
import { counts, isOpen, standingAnswer, startOf } from '../meeting.ts';
import { holdersOf, isExecutiveOn } from '../roles.ts';
import { presenceOn } from '../standing.ts';
import { londonDate, yearOf, type PlainDate } from '../time.ts';
import { workingDaysBefore } from '../working-days.ts';
import type { Nudge, NudgeRule, OrganisationFacts } from './nudge.ts';

const FIRST = 10;
const OTHERS = 3;
/** [ours] Late enough for the executives to have answered, early enough to have a word with one. */
const SUPPORT = 2;

/**
 * An open meeting that no executive has booked: the one with the fewest attendances hears 10 working
 * days before it, the others 3; each once. 2 working days before it, or as soon as nobody is left to
 * ask, the EDI lead hears, to lend a hand. Who can't come, is away or wants none of these is passed
 * over. It stops when one will come, and when the meeting begins.
 */
export const meetingUnbooked: NudgeRule = {
  kind: 'meeting-unbooked',
  needs: 'executives',
  due: (facts) =>
    facts.frame.meetings
      .filter((meeting) => isUnbooked(meeting, facts))
      .flatMap((meeting) => nudgesOf(meeting, facts)),
};

export function unbookedDays({ date }: Meeting, { isBankHoliday }: OrganisationFacts) {
  const before = (days: number) => workingDaysBefore(date, days, isBankHoliday);
  return { first: before(FIRST), others: before(OTHERS), support: before(SUPPORT) };
}

/** What is asked is whether somebody can come that day: moved to another day, it is another question. */
export function unbookedId({ id, date, wasAt }: Meeting): string {
  const first = wasAt?.[0]?.date ?? date;
  return first === date ? id : `${id}~${date}`;
}

/** Still to come, open to executives, and none has said that they will be there. */
export function isUnbooked(meeting: Meeting, { frame, people, now }: OrganisationFacts): boolean {
  if (!isOpen(meeting) || startOf(meeting) <= now) return false;
  return !people.some(
    (person) =>
      isExecutiveOn(frame.roles, person.id, meeting.date) &&
      answerOf(person, meeting) === 'will-come' &&
      presenceOn(person, londonDate(now)).kind !== 'not-employed',
  );
}

function nudgesOf(meeting: Meeting, facts: OrganisationFacts): Nudge[] {
  const today = londonDate(facts.now);
  const days = unbookedDays(meeting, facts);
  if (today < days.first) return [];
  const nudge = (to: PersonId, step: string, from: PlainDate): Nudge => ({
    ...{ kind: 'meeting-unbooked', to, about: unbookedId(meeting) },
    ...{ step, from },
  });
  const asked = facts.people.filter((person) => mayBeAsked(person, meeting, facts));
  const first = fewest(asked, meeting, facts.frame);
  const others = today < days.others ? [] : asked.filter((person) => person !== first);
  const supportFrom = first === undefined ? days.first : days.support;
  return [
    ...(first === undefined ? [] : [nudge(first.id, '1', days.first)]),
    ...others.map(({ id }) => nudge(id, '1', days.others)),
    ...(today < supportFrom
      ? []
      : supporters(facts).map((to) => nudge(to, 'support', supportFrom))),
  ];
}

/** Who looks after it all, and is no executive themselves. */
function supporters({ frame, now }: OrganisationFacts): PersonId[] {
  const today = londonDate(now);
  const leads = new Set(holdersOf(frame.roles, 'edi-lead', today));
  return [...leads].filter((to) => !isExecutiveOn(frame.roles, to, today));
}

function mayBeAsked(person: Person, meeting: Meeting, { frame, now }: OrganisationFacts): boolean {
  const { roles } = frame;
  const today = londonDate(now);
  return (
    isExecutiveOn(roles, person.id, today) &&
    isExecutiveOn(roles, person.id, meeting.date) &&
    presenceOn(person, today).kind === 'present' &&
    answerOf(person, meeting) === undefined &&
    !isMuted(person.mutes.find(({ kind }) => kind === 'meeting-unbooked'))
  );
}

function answerOf(person: Person, meeting: Meeting) {
  const intention = person.intentions.find((made) => made.meeting === meeting.id);
  return standingAnswer(intention, meeting);
}

/** Whoever has been to fewest in the meeting's year; of several, whoever was there longest ago. */
function fewest(people: readonly Person[], meeting: Meeting, frame: Frame): Person | undefined {
  const year = yearOf(meeting.date, frame.settings.yearStartMonth);
  const known = people.map((person) => {
    const days = daysAttended(person, meeting, frame);
    const thisYear = days.filter((day) => year.start <= day && day <= year.end).length;
    return { person, thisYear, last: days.at(-1) ?? '' };
  });
  return known.toSorted(
    (a, b) =>
      a.thisYear - b.thisYear || compare(a.last, b.last) || compare(a.person.id, b.person.id),
  )[0]?.person;
}

/**
 * The days on which somebody was at a network like this one: one that counts for Silver, or one that
 * does not. What waits for a chair counts too [ours]: they were there.
 */
function daysAttended(person: Person, { network }: Meeting, frame: Frame): PlainDate[] {
  const isCounting = (id: string): boolean =>
    frame.networks.find((known) => known.id === id)?.countsForSilver === true;
  const here = isCounting(network);
  const byId = new Map(frame.meetings.map((meeting) => [meeting.id, meeting]));
  const claimed = person.claims.flatMap((claim) => {
    const meeting = byId.get(claim.meeting);
    const stands = ['claimed', 'confirmed'].includes(claimState(claim));
    return meeting !== undefined && stands && counts(frame, meeting) === here
      ? [{ network: meeting.network, date: meeting.date }]
      : [];
  });
  const before = attendedBefore(person, frame).filter(
    (shown) => isCounting(shown.network) === here,
  );
  const each = new Map(
    [...claimed, ...before].map((seen) => [`${seen.network}|${seen.date}`, seen.date]),
  );
  return [...each.values()].toSorted();
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
