import { claimState, lastMove } from '../claim.ts';
import type { Claim, Network, PersonId } from '../facts.ts';
import { isNetworksToDecide, rightToDecide, standInFor } from '../judge-claim.ts';
import { holdersOf } from '../roles.ts';
import { addDays, londonDate, type PlainDate } from '../time.ts';
import { workingDayAfter, workingDayFrom, type IsBankHoliday } from '../working-days.ts';
import type { Nudge, NudgeRule, OrganisationFacts } from './nudge.ts';

/** Claims that wait at a network for one person, as their reminders need them. */
interface Queue {
  readonly to: PersonId;
  readonly since: PlainDate;
  readonly count: number;
}

/**
 * Claims that wait: the chair and the deputy hear the working day after the first one and a week
 * later. A week after that, or at once where neither can decide, the EDI lead hears, to lend a hand.
 */
export const claimsWaiting: NudgeRule = {
  kind: 'claims-waiting',
  needs: 'waiting-claims',
  due: (facts) => facts.frame.networks.flatMap((network) => ofNetwork(network, facts)),
};

/** The days of its reminders, from the day of the oldest claim that waits. */
export function waitingDays(since: PlainDate, isBankHoliday: IsBankHoliday) {
  const first = workingDayAfter(since, isBankHoliday);
  const second = workingDayFrom(addDays(first, 7), isBankHoliday);
  return { first, second, support: workingDayFrom(addDays(second, 7), isBankHoliday) };
}

function ofNetwork(network: Network, facts: OrganisationFacts): Nudge[] {
  const today = londonDate(facts.now);
  const { decided, undecided } = queuesOf(network, facts);
  const nudges = decided.flatMap((queue) => {
    const { first, second } = waitingDays(queue.since, facts.isBankHoliday);
    if (today >= second) return [nudge(network, queue, '2', second)];
    return today >= first ? [nudge(network, queue, '1', first)] : [];
  });
  const supported = undecided.flatMap((queue) => {
    const days = waitingDays(queue.since, facts.isBankHoliday);
    const from = queue.hasDecider ? days.support : days.first;
    return today >= from ? [nudge(network, queue, 'support', from)] : [];
  });
  return [...nudges, ...supported];
}

function nudge(network: Network, queue: Queue, step: string, from: PlainDate): Nudge {
  const about = `${network.id}~${queue.since}`;
  return { kind: 'claims-waiting', to: queue.to, about, step, from };
}

/** What waits at a network, but for their own. */
export function queueOf(
  network: Network,
  to: PersonId,
  facts: OrganisationFacts,
): Queue | undefined {
  return queueFor(to, waitingAt(network, facts));
}

/** Why somebody decides in place of a network's chair. */
export type Instead = 'nobody-else' | 'not-answered';

/** Of what waits at a network, the part that this person decides today in place of its chair. */
export function queueInstead(
  network: Network,
  to: PersonId,
  facts: OrganisationFacts,
): (Queue & { instead: Instead }) | undefined {
  const { frame, now } = facts;
  const theirs = claimsAt(network, facts).filter(
    ({ claim, meeting }) =>
      rightToDecide(meeting, claim, { ...facts, actor: to }).kind === 'instead',
  );
  const queue = queueFor(to, theirs.map(asWaiting));
  if (queue === undefined) return undefined;
  const answerable = theirs.some(({ claim, meeting }) =>
    isNetworksToDecide(meeting, claim, frame, londonDate(now)),
  );
  return { ...queue, instead: answerable ? 'not-answered' : 'nobody-else' };
}

/** Who waits on whom: chair and deputy for all but their own, and whoever supports them. */
function queuesOf(
  network: Network,
  facts: OrganisationFacts,
): { decided: Queue[]; undecided: (Queue & { hasDecider: boolean })[] } {
  const { frame } = facts;
  const today = londonDate(facts.now);
  const waiting = waitingAt(network, facts);
  if (waiting.length === 0) return { decided: [], undecided: [] };

  const of = { network: network.id };
  const deciders = [
    ...new Set([
      ...holdersOf(frame.roles, 'network-chair', today, of),
      ...holdersOf(frame.roles, 'network-deputy', today, of),
    ]),
  ];
  const decided = deciders.flatMap((to) => queueFor(to, waiting) ?? []);
  const supporters = new Map<PersonId, Waiting[]>();
  for (const claim of waiting) {
    const role = standInFor(claim, frame, today);
    for (const to of holdersOf(frame.roles, role, today)) {
      if (deciders.includes(to)) continue;
      supporters.set(to, [...(supporters.get(to) ?? []), claim]);
    }
  }
  const undecided = [...supporters].flatMap(([to, claims]) => {
    const queue = queueFor(to, claims);
    if (queue === undefined) return [];
    const oldest = claims.filter(({ since }) => since === queue.since);
    const hasDecider = oldest.every(({ claimant }) => deciders.some((by) => by !== claimant));
    return [{ ...queue, hasDecider }];
  });
  return { decided, undecided };
}

interface Waiting {
  readonly claimant: PersonId;
  readonly since: PlainDate;
}

function waitingAt(network: Network, facts: OrganisationFacts): Waiting[] {
  return claimsAt(network, facts).map(asWaiting);
}

function claimsAt(network: Network, { frame, people }: OrganisationFacts) {
  const meetings = new Map(
    frame.meetings.filter((one) => one.network === network.id).map((one) => [one.id, one]),
  );
  return people
    .flatMap(({ claims }) => claims)
    .flatMap((claim) => {
      const meeting = meetings.get(claim.meeting);
      return meeting === undefined || claimState(claim) !== 'claimed' ? [] : [{ claim, meeting }];
    });
}

function asWaiting({ claim }: { claim: Claim }): Waiting {
  return { claimant: claim.claimant, since: londonDate(lastMove(claim).at) };
}

function queueFor(to: PersonId, waiting: readonly Waiting[]): Queue | undefined {
  const theirs = waiting.filter(({ claimant }) => claimant !== to);
  const [since] = theirs.map((claim) => claim.since).toSorted();
  return since === undefined ? undefined : { to, since, count: theirs.length };
}
