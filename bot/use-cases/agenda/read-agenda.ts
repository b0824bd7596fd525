import type { ActContext } from '../../domain/act-context.ts';
import type { Agenda, Item, JourneyStep } from '../../contract/agenda.ts';
import { isRecorded, judgeWithdrawContribution } from '../../domain/agenda/contribution.ts';
import type { AgendaItem } from '../../domain/agenda/item.ts';
import {
  awaitedOf,
  itemState,
  lastItemMove,
  standingMoves,
  takesPapers,
} from '../../domain/agenda/item-state.ts';
import type { BoardMeeting, NetworkId, PersonId } from '../../domain/facts.ts';
import { may } from '../../domain/permissions.ts';
import { holdersOf } from '../../domain/roles.ts';
import { daysBetween, londonDate, type PlainDate } from '../../domain/time.ts';
import type { Things } from '../../domain/things.ts';
import { contextOf, type House } from '../context.ts';
import type { Shown } from '../doors.ts';
import { nameOf } from '../names.ts';
import type { Caller } from '../ports.ts';
import { mayDoWith } from './may-do-with.ts';

/** What the networks that somebody chairs or deputises for have raised with the board. */
export function myAgenda(house: House, caller: Caller): Promise<Agenda> {
  return read(house, caller, (network, context) => mayRaise(network, context));
}

/** What all networks have raised: for those who bring it to the board. */
export async function boardAgenda(house: House, caller: Caller): Promise<Shown<Agenda>> {
  let allowed = false;
  const view = await read(house, caller, (_, context) => {
    allowed = may('see-item', whoOf(context));
    return allowed;
  });
  return allowed
    ? { kind: 'shown', view }
    : {
        kind: 'refused',
        because: 'not-yours',
        belongsTo: ['board-secretary', 'board-chair', 'edi-lead'],
      };
}

async function read(
  house: House,
  caller: Caller,
  sees: (network: NetworkId, context: ActContext) => boolean,
): Promise<Agenda> {
  const { organisation } = caller;
  const [frame, things] = await Promise.all([
    house.records.frame(organisation),
    house.records.things(organisation, ['agenda-item', 'contribution']),
  ]);
  const context = contextOf(house, caller, { now: house.clock.now(), frame });
  const networks = context.frame.networks.filter(({ id }) => sees(id, context));
  const seen = new Set(networks.map(({ id }) => id));
  const theirs = {
    items: things['agenda-item'].filter(({ network }) => seen.has(network)),
    contributions: things.contribution.filter(({ network }) => seen.has(network)),
  };
  const records = may('record-contribution', whoOf(context))
    ? networks.map(({ id, name }) => ({ id, name, people: peopleOf(id, undefined, context) }))
    : [];
  const names = await namesOf(house, caller, theirs, records, context);
  return {
    on: londonDate(context.now),
    raises: networks
      .filter(({ id }) => mayRaise(id, context))
      .map(({ id, name }) => ({ id, name })),
    meetings: openMeetings(context).map(meetingView),
    items: theirs.items
      .map((item) => itemView(item, names, context))
      .filter(({ state, may: acts }) => state !== 'withdrawn' || acts.includes('take-back'))
      .toSorted(byUrgency),
    contributions: theirs.contributions
      .filter(isRecorded)
      .map((made) => ({
        id: made.id,
        networkName: nameOfNetwork(made.network, context),
        name: names.get(made.person) ?? '',
        body: made.body,
        date: made.on,
        minute: made.minute,
        mayWithdraw: judgeWithdrawContribution(made, context).kind === 'done',
      }))
      .toSorted((a, b) => b.date.localeCompare(a.date)),
    records: records.map(({ id, name, people }) => ({ id, name, people: named(people, names) })),
  };
}

/** An item as everyone involved sees it; what it offers is this person's own. */
export function itemView(
  item: AgendaItem,
  names: ReadonlyMap<PersonId, string>,
  context: ActContext,
): Item {
  const { id, network, title, text, moves } = item;
  const { frame, now } = context;
  const last = lastItemMove(item);
  const meeting = frame.boardMeetings.find((known) => known.id === last.meeting);
  return {
    id,
    network,
    networkName: nameOfNetwork(network, context),
    ...{ title, text },
    state: itemState(item),
    seen: moves.length,
    awaited: awaitedOf(item, frame, now),
    days: daysBetween(londonDate(last.at), londonDate(now)),
    ...(meeting === undefined ? {} : { meeting: meetingView(meeting) }),
    ...(last.until === undefined ? {} : { until: last.until }),
    journey: journeyOf(item, names, context),
    may: mayDoWith(item, openMeetings(context), context),
    attendees: meeting === undefined ? [] : named(peopleOf(network, meeting.date, context), names),
  };
}

function journeyOf(
  item: AgendaItem,
  names: ReadonlyMap<PersonId, string>,
  { frame }: ActContext,
): JourneyStep[] {
  let before = londonDate(item.moves[0].at);
  return standingMoves(item).map(({ to, at, by, meeting: at_, until, text, attended }) => {
    const on = londonDate(at);
    const days = daysBetween(before, on);
    before = on;
    const meeting = frame.boardMeetings.find(({ id }) => id === at_);
    return {
      step: to,
      on,
      by: names.get(by) ?? '',
      days,
      ...(meeting === undefined ? {} : { meeting: meetingView(meeting) }),
      ...(until === undefined ? {} : { until }),
      ...(text === undefined ? {} : { text }),
      ...(attended === undefined ? {} : { attended: names.get(attended) ?? '' }),
    };
  });
}

async function namesOf(
  house: House,
  { organisation }: Caller,
  { items, contributions }: { items: readonly AgendaItem[]; contributions: Things['contribution'] },
  records: readonly { people: readonly PersonId[] }[],
  context: ActContext,
): Promise<ReadonlyMap<PersonId, string>> {
  const ids = new Set([
    ...items.flatMap((item) => item.moves.flatMap(({ by, attended }) => [by, attended ?? by])),
    ...items.flatMap((item) => {
      const { meeting } = lastItemMove(item);
      const date = context.frame.boardMeetings.find(({ id }) => id === meeting)?.date;
      return peopleOf(item.network, date, context);
    }),
    ...contributions.map(({ person }) => person),
    ...records.flatMap(({ people }) => people),
  ]);
  const { people } = await house.records.some(organisation, [...ids]);
  return new Map(people.map((person) => [person.id, nameOf(person)]));
}

/** Who chairs a network, and who deputises: on a day, or at any time for what is long past. */
function peopleOf(
  network: NetworkId,
  on: PlainDate | undefined,
  { frame }: ActContext,
): PersonId[] {
  const roles = ['network-chair', 'network-deputy'] as const;
  const held = roles.flatMap((role) =>
    on === undefined
      ? frame.roles.flatMap((each) =>
          each.role === role && each.network === network ? [each.person] : [],
        )
      : holdersOf(frame.roles, role, on, { network }),
  );
  return [...new Set(held)];
}

function openMeetings({ frame, now }: ActContext): BoardMeeting[] {
  return frame.boardMeetings
    .filter((meeting) => takesPapers(meeting, now, londonDate(now)))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

function meetingView({ id, title, date, papersDue }: BoardMeeting): Agenda['meetings'][number] {
  return { id, title, date, papersDue };
}

function named(
  people: readonly PersonId[],
  names: ReadonlyMap<PersonId, string>,
): { id: string; name: string }[] {
  return people.flatMap((id) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ id, name }];
  });
}

function mayRaise(network: NetworkId, context: ActContext): boolean {
  return may('raise-item', whoOf(context), { network });
}

function whoOf({ actor, frame, now }: ActContext) {
  return { person: actor, roles: frame.roles, on: londonDate(now) };
}

function nameOfNetwork(network: NetworkId, { frame }: ActContext): string {
  return frame.networks.find(({ id }) => id === network)?.name ?? network;
}

/** Those that wait first, longest waiting first; ended ones after them, newest first. */
function byUrgency(a: Item, b: Item): number {
  const [ended, other] = [isEnded(a), isEnded(b)];
  if (ended !== other) return ended ? 1 : -1;
  return ended ? a.days - b.days : b.days - a.days;
}

function isEnded({ state }: Item): boolean {
  return state === 'acknowledged' || state === 'declined' || state === 'withdrawn';
}
