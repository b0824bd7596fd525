import type { ActContext } from '../domain/act-context.ts';
import type { Reminders } from '../contract/views.ts';
import { lastMove } from '../domain/claim.ts';
import type { Claim, Meeting, NudgeKind, Person } from '../domain/facts.ts';
import { counts, isOpen, lastAnswer, startOf } from '../domain/meeting.ts';
import { ownAttendance } from '../domain/measures/own-attendance.ts';
import { meetingOfChange } from '../domain/nudges/change.ts';
import type { OrganisationFacts } from '../domain/nudges/nudge.ts';
import { dueNudges } from '../domain/nudges/rules.ts';
import { isExecutiveOn } from '../domain/roles.ts';
import { asMyMeeting } from './my-progress.ts';

type Told = Pick<Reminders['reminders'][number], 'due' | 'meeting' | 'standing' | 'next'>;

/** A meeting that changed after they said they would come, as it is now. */
export function meetingChange(
  about: string,
  person: Person,
  facts: OrganisationFacts,
  context: ActContext,
): Told {
  const meeting = facts.frame.meetings.find(({ id }) => id === meetingOfChange(about));
  if (meeting === undefined) return { due: false };
  // A later change is told in this one's place: a card says what is so.
  const due = isDue(
    'meeting-changed',
    person,
    facts,
    (thing) => meetingOfChange(thing) === meeting.id,
  );
  return { due, meeting: asMyMeeting(meeting, person, facts.frame, context) };
}

/** An attendance that went with its meeting, where they stand now, and what they could come to. */
export function attendanceOff(
  about: string,
  person: Person,
  facts: OrganisationFacts,
  context: ActContext,
): Told {
  const { frame, now, isBankHoliday } = facts;
  const meeting = frame.meetings.find(({ id }) => id === about);
  const claim = person.claims.find((made) => made.meeting === about);
  if (meeting === undefined || claim === undefined) return { due: false };
  const next = nextAfter(claim, person, facts);
  const { year, done, target } = ownAttendance(person, frame, now, isBankHoliday);
  const isThisYears = year.start <= meeting.date && meeting.date <= year.end;
  return {
    due: isDue('attendance-taken-off', person, facts, (thing) => thing === about),
    meeting: asMyMeeting(meeting, person, frame, context),
    ...(isThisYears && counts(frame, meeting) ? { standing: { done, target } } : {}),
    ...(next === undefined ? {} : { next: asMyMeeting(next, person, frame, context) }),
  };
}

/** The next open one that counts. An answer given to this card stays on it, where it can be undone. */
function nextAfter(
  claim: Claim,
  person: Person,
  { frame, now }: OrganisationFacts,
): Meeting | undefined {
  const declinedBefore = (meeting: Meeting) => {
    const last = lastAnswer(person.intentions.find((made) => made.meeting === meeting.id));
    return last?.answer === 'cannot-come' && last.at < lastMove(claim).at;
  };
  const [next] = frame.meetings
    .filter((meeting) => isOpen(meeting) && counts(frame, meeting) && startOf(meeting) > now)
    .filter((meeting) => isExecutiveOn(frame.roles, person.id, meeting.date))
    .filter((meeting) => !declinedBefore(meeting))
    .toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
  return next;
}

function isDue(
  kind: NudgeKind,
  { id }: Person,
  facts: OrganisationFacts,
  isIt: (about: string) => boolean,
): boolean {
  return dueNudges(facts).some(
    (nudge) => nudge.kind === kind && nudge.to === id && isIt(nudge.about),
  );
}
