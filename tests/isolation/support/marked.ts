import type { NetworkId, OrganisationRef, PersonId, Role } from '../../../bot/domain/facts.ts';
import type { PlainDate, PlainTime } from '../../../bot/domain/time.ts';
import type { Storage } from '../../../bot/storage/open.ts';
import type { ImportedFact } from '../../../bot/use-cases/ports.ts';
import { objectIdFor, type Account } from '../../../infra/local/accounts.ts';
import { everybody, type Who } from '../../http/support/matrix-house.ts';
import { bring, personFacts, RACE, WELLBEING } from '../../support/small-trust.ts';

const from = '2025-04-01' as PlainDate;

/** Each role that there is, by who holds it; everybody else is a leader. */
const holders: Partial<Record<Who, readonly Role['role'][]>> = {
  nurse: ['executive-director'],
  operating: ['executive-director'],
  sponsor: ['executive-director', 'edi-sponsor'],
  chair: ['network-chair'],
  deputy: ['network-deputy'],
  edi: ['edi-lead'],
  boardChair: ['board-chair'],
  secretary: ['board-secretary'],
  lead: ['programme-lead'],
  director: ['non-executive-director'],
  wellbeing: ['network-chair'],
};

/** An organisation whose every name, address and word tells that it is its own. */
export interface Marked {
  readonly organisation: OrganisationRef;
  /** Stands in each of its words: `Zq1`, `Marker1`, `Leader 10001`. */
  readonly mark: string;
  readonly cast: Record<Who, PersonId>;
  readonly accounts: Record<Who, Account>;
}

export function accountsOf(tenant: string, mark: string): Record<Who, Account> {
  const all = everybody.map((who, index) => [who, accountNamed(tenant, numberOf(mark, index))]);
  return Object.fromEntries(all) as Record<Who, Account>;
}

export function accountNamed(tenant: string, number: string): Account {
  const email = `leader.${number}@pennine-vale.example`;
  const id = objectIdFor(`${tenant} ${email}`);
  return { id, tenant, name: `Leader ${number}`, email, guest: false };
}

/** The same ids of networks and meetings in each: whoever guesses one knows them all. */
export async function markedOrganisation(
  storage: Storage,
  organisation: OrganisationRef,
  mark: string,
  accounts: Record<Who, Account>,
): Promise<Marked> {
  await storage.organisations.add(organisation, {
    name: `Trust Marker${mark}`,
    yearStartMonth: 4,
    attendanceTarget: 4,
    gradeMap: { VSM: 'VSM', XR05: '5' },
  });
  const cast = Object.fromEntries(
    everybody.map((who) => [who, storage.imports.newPersonId()]),
  ) as Record<Who, PersonId>;
  const people = everybody.flatMap((who, index) => {
    const { email } = accounts[who];
    const facts = personFacts(cast[who], ['Leader', numberOf(mark, index)]).map((fact) => {
      return fact.kind === 'person' ? { ...fact, email } : fact;
    });
    return facts.map((fact): ImportedFact => {
      if (fact.kind !== 'assignment') return fact;
      const assignment = { ...fact.fact, directorate: `Directorate Marker${mark}` };
      if (who === 'leader') return { ...fact, fact: { ...assignment, supervisor: cast.manager } };
      const grade = 'NHS|XR05|Review Body Band 5|';
      return { ...fact, fact: who === 'nurseBand5' ? { ...assignment, grade } : assignment };
    });
  });
  await bring(storage, 'roster', people, organisation);
  const network = (id: NetworkId, countsForSilver: boolean): ImportedFact => ({
    kind: 'network',
    fact: { id, name: `Network Marker${mark}`, countsForSilver },
  });
  await bring(storage, 'networks', [network(RACE, true), network(WELLBEING, false)], organisation);
  const roles = Object.entries(holders).flatMap(([who, held]) =>
    held.map((role): ImportedFact => {
      const of = who === 'wellbeing' ? WELLBEING : RACE;
      const person = cast[who as Who];
      const isNetwork = role.startsWith('network-');
      return { kind: 'role', fact: { role, person, on: from, ...(isNetwork && { network: of }) } };
    }),
  );
  const assists = { role: 'executive-assistant', person: cast.assistant, for: cast.nurse } as const;
  roles.push({ kind: 'role', fact: { ...assists, on: from } });
  await bring(storage, 'roles', roles, organisation);
  const times = { start: '12:00' as PlainTime, end: '13:00' as PlainTime };
  const meetings = [...days].flatMap((day) => [RACE, WELLBEING].map((of) => [of, day] as const));
  await bring(
    storage,
    'meetings',
    meetings.map(([of, day]): ImportedFact => ({
      kind: 'meeting',
      fact: {
        ...{ id: meetingOf(of, day), network: of, title: `Meeting Marker${mark}` },
        ...{ on: day, date: day, ...times, timeZone: 'Europe/London', openToExecutives: true },
      },
    })),
    organisation,
  );
  await bring(
    storage,
    'board-meetings',
    ['2026-03-05', '2026-05-07', '2026-07-09'].map((text): ImportedFact => {
      const date = text as PlainDate;
      const title = `Board Marker${mark}`;
      const start = '09:30' as PlainTime;
      const fact = { id: `board-${date}`, title, on: date, date, start, papersDue: date };
      return { kind: 'board-meeting', fact };
    }),
    organisation,
  );
  return { organisation, mark, cast, accounts };
}

const days = ['2026-04-07', '2026-04-08', '2026-06-10', '2026-10-14'].map(
  (day) => day as PlainDate,
);

function meetingOf(network: NetworkId, day: PlainDate) {
  return `${network}-${day}-1200` as Extract<ImportedFact, { kind: 'meeting' }>['fact']['id'];
}

function numberOf(mark: string, index: number): string {
  return `${mark}${String(index + 1).padStart(4, '0')}`;
}
