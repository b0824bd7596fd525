import type { ActContext } from '../domain/act-context.ts';
import type { Calendar, Followed, KeptMeeting } from '../contract/calendar.ts';
import type { Claim, Meeting, Network } from '../domain/facts.ts';
import {
  judgeCancelMeeting,
  judgeOpenMeeting,
  judgeRestoreMeeting,
  standingClaims,
} from '../domain/judge-calendar.ts';
import { BY_NOW, frameAsKnown } from '../domain/known.ts';
import { isHeld, isYearOpen } from '../domain/meeting.ts';
import { may } from '../domain/permissions.ts';
import { londonDate, yearOf } from '../domain/time.ts';
import { contextOf, type House } from './context.ts';
import { mayFollow } from './follow-calendar.ts';
import { everExecutives } from './keep-calendar.ts';
import type { Caller } from './ports.ts';

/** The calendars of the networks that I look after, and those that I may follow. */
export async function calendar(house: House, caller: Caller): Promise<Calendar> {
  const now = house.clock.now();
  const recorded = await house.records.frame(caller.organisation);
  const on = londonDate(now);
  const frame = frameAsKnown(recorded, BY_NOW, on);
  const context = contextOf(house, caller, { now, frame });
  const who = { person: caller.person, roles: frame.roles, on };
  const kept = frame.networks.filter(({ id }) => may('keep-calendar', who, { network: id }));
  const reads = kept.length === 0 ? [] : everExecutives(recorded);
  const { people } = await house.records.some(caller.organisation, [caller.person, ...reads]);
  const claims = people.flatMap((person) => person.claims);
  const feeds = people.find(({ id }) => id === caller.person)?.feeds ?? [];

  const follows: Followed[] = [
    ...(mayFollow('own', context) ? [{ of: 'own', name: 'Network meetings' }] : []),
    ...kept.map(({ id, name }) => ({ of: id, name })),
  ].map((followed) => {
    const feed = feeds.find(({ of, hash }) => of === followed.of && hash !== undefined);
    return feed === undefined ? followed : { ...followed, since: feed.at };
  });
  return {
    on,
    year: yearOf(on, frame.settings.yearStartMonth),
    networks: kept.map((network) => ({
      id: network.id,
      name: network.name,
      meetings: meetingsOf(network, claims, context),
    })),
    follows,
  };
}

/** What is in this year and still to come, and last year's while it can be changed. */
function meetingsOf(
  network: Network,
  claims: readonly Claim[],
  context: ActContext,
): KeptMeeting[] {
  const { frame, now } = context;
  return frame.meetings
    .filter((meeting) => meeting.network === network.id)
    .filter((meeting) => isYearOpen(meeting, now, frame.settings.yearStartMonth))
    .toSorted((a, b) => (a.date + a.start < b.date + b.start ? -1 : 1))
    .map((meeting) => {
      const made = claims.filter((claim) => claim.meeting === meeting.id);
      return asKept(meeting, made, context);
    });
}

function asKept(meeting: Meeting, claims: readonly Claim[], context: ActContext): KeptMeeting {
  const { id, title, date, start, end, location, openToExecutives } = meeting;
  const moved = meeting.wasAt?.at(-1);
  const held = isHeld(meeting, context.now);
  return {
    ...{ id, title, date, start, end, openToExecutives },
    ...(location === undefined ? {} : { location }),
    state: meeting.cancelled === true ? 'cancelled' : held ? 'held' : 'scheduled',
    ...(moved === undefined ? {} : { movedFrom: { date: moved.date, start: moved.start } }),
    claims: standingClaims(claims).length,
    may: mayDo(meeting, claims, held, context),
  };
}

/** What the verdicts would allow: so that no button offers what would be refused. */
function mayDo(
  meeting: Meeting,
  claims: readonly Claim[],
  held: boolean,
  context: ActContext,
): KeptMeeting['may'] {
  const allowed: KeptMeeting['may'] = [];
  if (meeting.cancelled !== true && !held) allowed.push('move');
  // Whether it may be at all: the reason is asked for when it is.
  if (judgeCancelMeeting(meeting, 'any', claims, context).kind === 'done') {
    allowed.push('cancel');
  }
  if (judgeRestoreMeeting(meeting, context).kind === 'done') allowed.push('restore');
  for (const open of [true, false]) {
    if (judgeOpenMeeting(meeting, open, claims, context).kind === 'done') {
      allowed.push(open ? 'open' : 'close');
    }
  }
  return allowed;
}
