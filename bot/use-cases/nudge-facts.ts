import type { Frame, OrganisationRef, Person, PersonId } from '../domain/facts.ts';
import { londonDate } from '../domain/time.ts';
import { BY_NOW, frameAsKnown, personAsKnown } from '../domain/known.ts';
import type { NudgeRule, OrganisationFacts } from '../domain/nudges/nudge.ts';
import { thingKinds, type Things } from '../domain/things.ts';
import type { House } from './context.ts';

/** What reading the facts of nudges stands on. */
export type NudgeHouse = Pick<House, 'records' | 'clock' | 'isBankHoliday'>;

/** Everybody's, to plan by. */
export async function factsOfAll(
  house: NudgeHouse,
  organisation: OrganisationRef,
): Promise<OrganisationFacts> {
  const { people, frame, things } = await house.records.everything(organisation);
  return factsFrom(house, frame, people, things);
}

/** As much as decides about one person's nudges, read afresh. */
export async function factsAbout(
  house: NudgeHouse,
  organisation: OrganisationRef,
  person: PersonId,
  needs: readonly NudgeRule['needs'][],
): Promise<OrganisationFacts> {
  if (needs.includes('everybody')) return factsOfAll(house, organisation);
  const ids = new Set([person]);
  if (needs.includes('executives')) {
    // Meetings of up to a year ago count, whoever has left since.
    const { roles } = await house.records.frame(organisation);
    for (const held of roles) if (held.role === 'executive-director') ids.add(held.person);
  }
  if (needs.includes('waiting-claims')) {
    const { networks } = frameAsKnown(await house.records.frame(organisation), BY_NOW);
    const queues = await Promise.all(
      networks.map(({ id }) => house.records.waiting(organisation, id)),
    );
    for (const { claimant } of queues.flat()) ids.add(claimant);
  }
  const [{ people, frame }, things] = await Promise.all([
    house.records.some(organisation, [...ids]),
    house.records.things(organisation, thingKinds),
  ]);
  return factsFrom(house, frame, people, things);
}

function factsFrom(
  { clock, isBankHoliday }: NudgeHouse,
  frame: Frame,
  people: readonly Person[],
  things: Things,
): OrganisationFacts {
  const now = clock.now();
  return {
    frame: frameAsKnown(frame, BY_NOW, londonDate(now)),
    people: people.map((person) => personAsKnown(person, BY_NOW)),
    things,
    now,
    isBankHoliday,
  };
}
