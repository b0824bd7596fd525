import type { NudgeKind, OrganisationRef, PersonId, RoleName } from '../domain/facts.ts';
import { gateFor, type Gate } from '../domain/nudges/gates.ts';
import type { Nudge, OrganisationFacts } from '../domain/nudges/nudge.ts';
import { dueNudges, wantedNudges } from '../domain/nudges/rules.ts';
import { inForce, rolesOf } from '../domain/roles.ts';
import { addDays, londonDate } from '../domain/time.ts';
import { mapAtMost } from './bounded.ts';
import { factsOfAll, type NudgeHouse } from './nudge-facts.ts';
import type { Nudges } from './nudge-ports.ts';

/** Of those in private nobody but the two and their programme lead may tell that they go to anybody. */
export type PreviewedKind = Exclude<NudgeKind, 'in-private'>;
const READS_AT_ONCE = 8;

type PlanHouse = NudgeHouse & { readonly nudges: Pick<Nudges, 'plan' | 'unplanned' | 'sentTo'> };

/** What is due becomes rows, once, however often and by however many it is planned. */
export async function planNudges(
  house: NudgeHouse & { readonly nudges: Pick<Nudges, 'plan'> },
  organisation: OrganisationRef,
): Promise<{ facts: OrganisationFacts; planned: Nudge[] }> {
  const facts = await factsOfAll(house, organisation);
  return { facts, planned: await house.nudges.plan(organisation, wantedNudges(facts), facts.now) };
}

/** A reminder that would be planned, and what would become of it at that moment. */
export interface PreviewedNudge {
  readonly nudge: Nudge & { readonly kind: PreviewedKind };
  /** What the person is, on that day. */
  readonly roles: readonly RoleName[];
  readonly gate: Gate;
}

/** What would be planned, as an operator may see it: ids, never words, and nothing of a pairing. */
export async function previewNudges(
  house: PlanHouse,
  organisation: OrganisationRef,
): Promise<{ name: string; wouldPlan: PreviewedNudge[]; plannedBefore: number }> {
  const facts = await factsOfAll(house, organisation);
  const { frame, now, isBankHoliday } = facts;
  const today = londonDate(now);
  const all = dueNudges(facts);
  const due = wantedNudges(facts).filter(isPreviewed);
  const unplanned = await house.nudges.unplanned(organisation, due);
  const people = new Map(facts.people.map((person) => [person.id, person]));
  const to = [...new Set(unplanned.map((nudge) => nudge.to))];
  const sent = new Map(
    await mapAtMost(READS_AT_ONCE, to, async (person) => {
      const days = await house.nudges.sentTo(organisation, person, addDays(today, -7));
      return [person, days] as const;
    }),
  );
  const wouldPlan = unplanned.map((nudge): PreviewedNudge => {
    const known = { person: people.get(nudge.to), sent: sent.get(nudge.to) ?? [], due: all };
    return {
      nudge,
      roles: heldBy(nudge.to),
      gate: gateFor(nudge, { ...known, now, isBankHoliday, ...hoursOf(frame) }),
    };
  });
  return {
    name: frame.settings.name,
    wouldPlan: wouldPlan.toSorted(byKindThenPerson),
    plannedBefore: due.length - unplanned.length,
  };

  function heldBy(person: PersonId): RoleName[] {
    const held = rolesOf(frame.roles, person).filter((role) => inForce(role, today));
    return [...new Set(held.map(({ role }) => role))];
  }
}

function isPreviewed(nudge: Nudge): nudge is PreviewedNudge['nudge'] {
  return nudge.kind !== 'in-private';
}

/** How many of them an operator may be told of. */
export function countable(nudges: readonly Nudge[]): number {
  return nudges.filter(isPreviewed).length;
}

/** When reminders may come, where the organisation says so itself. */
export function hoursOf({ settings: { reminderHours: hours } }: OrganisationFacts['frame']) {
  return hours === undefined ? {} : { hours };
}

function byKindThenPerson({ nudge: a }: PreviewedNudge, { nudge: b }: PreviewedNudge): number {
  const left = `${a.kind}|${a.to}`;
  const right = `${b.kind}|${b.to}`;
  return left < right ? -1 : left > right ? 1 : 0;
}
