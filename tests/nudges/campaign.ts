import type { OrganisationRef, PersonId } from '../../bot/domain/facts.ts';
import type { PlainDate } from '../../bot/domain/time.ts';
import { mapAtMost } from '../../bot/use-cases/bounded.ts';
import type { Storage } from '../../bot/storage/open.ts';
import { doorsOver } from '../support/house.ts';
import {
  bring,
  JUNE_10,
  type movableClock,
  personFacts,
  smallTrust,
} from '../support/small-trust.ts';

/** A trust with so many executives who all said that they will come on 10 June, each to be reached. */
export async function bookedExecutives(
  storage: Storage,
  clock: ReturnType<typeof movableClock>,
  organisation: OrganisationRef,
  given: { count: number; serviceUrl: string },
): Promise<PersonId[]> {
  await smallTrust(storage, organisation);
  // June is no month of its appraisal year in which anybody hears of goals.
  await storage.organisations.add(organisation, {
    name: 'Pennine Vale NHS Foundation Trust',
    yearStartMonth: 4,
    appraisalStartMonth: 1,
    attendanceTarget: 4,
    gradeMap: { VSM: 'VSM' },
  });
  const people = Array.from({ length: given.count }, () => storage.imports.newPersonId());
  await bring(
    storage,
    'roster',
    people.flatMap((person, n) => personFacts(person, ['Leader', `Number${n}`])),
    organisation,
  );
  const on = '2025-04-01' as PlainDate;
  await bring(
    storage,
    'roles',
    people.map((person) => ({
      kind: 'role',
      fact: { role: 'executive-director', person, on },
    })),
    organisation,
  );
  const { doors } = doorsOver(storage, clock);
  await mapAtMost(100, people, async (person) => {
    const caller = { organisation, person };
    await doors.perform(caller, {
      verb: 'intend',
      data: { meeting: JUNE_10, answer: 'will-come' },
    });
    await storage.conversations.remember(caller, {
      serviceUrl: given.serviceUrl,
      conversationId: person,
      botId: '28:bot',
      tenant: organisation.tenant,
      user: `29:${person}`,
    });
  });
  return people;
}
