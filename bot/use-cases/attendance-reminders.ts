import type { ActContext } from '../domain/act-context.ts';
import type { Reminders } from '../contract/views.ts';
import type { Frame, Meeting, NetworkId, Person } from '../domain/facts.ts';
import { isOpen, standingAnswer, startOf } from '../domain/meeting.ts';
import { behindPace, paceDays, pacesOf } from '../domain/nudges/coverage-pace.ts';
import { isUnbooked, unbookedId } from '../domain/nudges/meeting-unbooked.ts';
import type { OrganisationFacts } from '../domain/nudges/nudge.ts';
import { may } from '../domain/permissions.ts';
import { holdersOf, isExecutiveOn } from '../domain/roles.ts';
import { addMonths, londonDate } from '../domain/time.ts';
import { quarterOf } from '../domain/board/quarters.ts';
import { asMyMeeting } from './my-progress.ts';

type Reminder = Reminders['reminders'][number];

/** A meeting that no executive has booked, as it stands now. */
export function unbookedReminder(
  about: string,
  person: Person,
  facts: OrganisationFacts,
  context: ActContext,
): Pick<Reminder, 'due' | 'meeting' | 'unbooked'> {
  const { frame, now } = facts;
  const on = londonDate(now);
  const meeting = frame.meetings.find(({ id }) => id === about.split('~')[0]);
  const isExecutive = isExecutiveOn(frame.roles, person.id, on);
  const supporting = !isExecutive && holdersOf(frame.roles, 'edi-lead', on).includes(person.id);
  if (meeting === undefined || (!isExecutive && !supporting)) return { due: false };
  const open = isUnbooked(meeting, facts);
  const answer = answerOf(person, meeting);
  return {
    due: open && about === unbookedId(meeting) && (supporting || answer === undefined),
    meeting: asMyMeeting(meeting, person, frame, context),
    unbooked: { supporting, open },
  };
}

/** A network whose meetings were covered less often than quarters have gone, as it stands now. */
export function paceReminder(
  about: string,
  person: Person,
  facts: OrganisationFacts,
  context: ActContext,
): Pick<Reminder, 'due' | 'pace' | 'next'> {
  const { frame, now } = facts;
  const who = { person: person.id, roles: frame.roles, on: londonDate(now) };
  const isSponsor = holdersOf(frame.roles, 'edi-sponsor', who.on).includes(person.id);
  const isLead = holdersOf(frame.roles, 'edi-lead', who.on).includes(person.id);
  if (!may('see-silver-figures', who) || (!isSponsor && !isLead)) return { due: false };
  const [id, start] = about.split('~');
  const pace = pacesOf(facts).find(
    ({ network, quarter }) => network.id === id && quarter.start === start,
  );
  if (pace === undefined) return { due: false };
  const { network, quarter, gone, covered } = pace;
  const next = nextOpen(network.id, frame, context);
  const following = quarterOf(addMonths(quarter.start, 3), frame.settings.yearStartMonth);
  const isLast = gone === 3;
  return {
    due: behindPace(facts).some((behind) => behind.network.id === network.id),
    pace: {
      networkName: network.name,
      covered,
      gone,
      supporting: !isSponsor,
      ...(isSponsor && !isLast ? { next: paceDays(following, facts).first } : {}),
    },
    ...(next === undefined ? {} : { next: asMyMeeting(next, person, frame, context) }),
  };
}

/** The network's next open meeting: a sponsor who is an executive director may come themselves. */
function nextOpen(
  network: NetworkId,
  { meetings }: Frame,
  { now }: ActContext,
): Meeting | undefined {
  return meetings
    .filter((meeting) => meeting.network === network && isOpen(meeting) && startOf(meeting) > now)
    .toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1))
    .at(0);
}

function answerOf(person: Person, meeting: Meeting) {
  const intention = person.intentions.find((made) => made.meeting === meeting.id);
  return standingAnswer(intention, meeting);
}
