import type { ActContext } from '../domain/act-context.ts';
import type { DecidedClaim, Waiting, WaitingClaim } from '../contract/views.ts';
import { claimState, decidingMove, lastMove } from '../domain/claim.ts';
import type { Claim, Meeting, Person, PersonId } from '../domain/facts.ts';
import { judgeReopen, rightToDecide } from '../domain/judge-claim.ts';
import { isOfLastDay } from '../domain/take-back.ts';
import { networkOf } from '../domain/meeting.ts';
import { BY_NOW, frameAsKnown, personAsKnown } from '../domain/known.ts';
import { may } from '../domain/permissions.ts';
import { londonDate } from '../domain/time.ts';
import { contextOf, type House } from './context.ts';
import { claimId } from './doors.ts';
import { nameOf } from './names.ts';
import type { Caller } from './ports.ts';

/** The claims that wait for this person to decide, and what was decided in the last day. */
export async function waitingClaims(house: House, caller: Caller): Promise<Waiting> {
  const now = house.clock.now();
  const on = londonDate(now);
  const frame = frameAsKnown(await house.records.frame(caller.organisation), BY_NOW, on);
  const context = contextOf(house, caller, { now, frame });
  if (!mayDecideAnything(context)) return { on, waiting: [], decided: [] };

  const queues = await Promise.all(
    frame.networks.map(({ id }) => house.records.waiting(caller.organisation, id)),
  );
  const executives = frame.roles
    .filter(({ role }) => role === 'executive-director')
    .map(({ person }) => person);
  const claimants = new Set([...queues.flat().map(({ claimant }) => claimant), ...executives]);
  const { people } = await house.records.some(caller.organisation, [...claimants]);

  const deciders = people.flatMap(({ claims }) => claims.map((claim) => decidingMove(claim).by));
  const others = await house.records.some(caller.organisation, [...new Set(deciders)]);
  const names = new Map(others.people.map((person) => [person.id, nameOf(person)]));

  const waiting: WaitingClaim[] = [];
  const decided: DecidedClaim[] = [];
  for (const person of people.map((known) => personAsKnown(known, BY_NOW))) {
    for (const claim of person.claims) {
      const meeting = frame.meetings.find(({ id }) => id === claim.meeting);
      if (meeting === undefined) continue;
      const right = rightToDecide(meeting, claim, context);
      if (claimState(claim) === 'claimed' && right.kind !== 'refused') {
        waiting.push(asWaiting(person, claim, meeting, context, right.kind === 'instead'));
      }
      decided.push(...asDecided(person, claim, meeting, names, context));
    }
  }
  waiting.sort((a, b) => (a.date + a.name < b.date + b.name ? -1 : 1));
  decided.sort((a, b) => (a.date + a.name < b.date + b.name ? -1 : 1));
  return { on, waiting, decided };
}

/** Chairs and deputies, and those who stand in for them. Nobody else need be asked further. */
function mayDecideAnything({ frame, actor, now }: ActContext): boolean {
  const who = { person: actor, roles: frame.roles, on: londonDate(now) };
  return (
    may('confirm-instead', who) ||
    frame.networks.some(({ id }) => may('confirm', who, { network: id }))
  );
}

function asWaiting(
  person: Person,
  claim: Claim,
  meeting: Meeting,
  { frame }: ActContext,
  needsReason: boolean,
): WaitingClaim {
  const last = lastMove(claim);
  return {
    id: claimId(claim.claimant, claim.meeting),
    name: nameOf(person),
    networkName: networkOf(frame, meeting)?.name ?? meeting.network,
    meeting: meeting.id,
    date: meeting.date,
    start: meeting.start,
    end: meeting.end,
    claimedAt: last.at,
    onBehalf: last.onBehalf === true,
    needsReason,
  };
}

function asDecided(
  person: Person,
  claim: Claim,
  meeting: Meeting,
  names: ReadonlyMap<PersonId, string>,
  context: ActContext,
): DecidedClaim[] {
  const last = decidingMove(claim);
  if (last.to !== 'confirmed' && last.to !== 'queried') return [];
  if (!isOfLastDay(last.at, context.now)) return [];
  const mine = last.by === context.actor;
  if (!mine && rightToDecide(meeting, claim, context).kind !== 'as-chair') return [];
  return [
    {
      id: claimId(claim.claimant, claim.meeting),
      name: nameOf(person),
      networkName: networkOf(context.frame, meeting)?.name ?? meeting.network,
      date: meeting.date,
      state: last.to,
      ...(mine ? {} : { by: names.get(last.by) ?? '' }),
      mayReopen: mine && judgeReopen(meeting, claim, context).kind === 'done',
    },
  ];
}
