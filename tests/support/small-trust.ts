import type { MeetingId, NetworkId, OrganisationRef, PersonId } from '../../bot/domain/facts.ts';
import {
  instantFrom,
  type Instant,
  type PlainDate,
  type PlainTime,
} from '../../bot/domain/time.ts';
import type { Storage } from '../../bot/storage/open.ts';
import type { ImportedFact, ImportKind } from '../../bot/use-cases/ports.ts';

export const TENANT = '0f3c2a52-5a7e-4c58-9d2b-7a1f0e6b3c11';
export const ZPV: OrganisationRef = { tenant: TENANT, code: 'ZPV' };
export const RACE = 'race-equality-network' as NetworkId;
export const WELLBEING = 'disability-and-wellbeing-network' as NetworkId;
export const APRIL_8 = 'race-equality-network-2026-04-08-1200' as MeetingId;
export const JUNE_10 = 'race-equality-network-2026-06-10-1200' as MeetingId;
export const AUGUST_12 = 'race-equality-network-2026-08-12-1200' as MeetingId;

const date = (text: string) => text as PlainDate;

/** A clock that tests move. */
export function movableClock(start = '2026-04-09T08:30:00.000Z') {
  let now = Date.parse(start);
  return {
    now: (): Instant => instantFrom(now),
    moveTo(text: string): void {
      now = Date.parse(text);
    },
  };
}

let imports = 0;
/** Imports facts as a file of that kind would. */
export async function bring(
  storage: Storage,
  kind: ImportKind,
  facts: ImportedFact[],
  organisation: OrganisationRef = ZPV,
): Promise<void> {
  imports += 1;
  const file = { kind, asAt: date('2026-04-01'), sha256: `file ${imports}` };
  const opened = await storage.imports.open(organisation, file);
  if (opened.kind === 'already') throw new Error('imported before');
  await opened.staged.stage(facts);
  await opened.staged.commit('operator');
}

export function personFacts(
  person: PersonId,
  name: [string, string],
  on = date('2019-04-01'),
): ImportedFact[] {
  const [givenName, familyName] = name;
  const email = `${givenName}.${familyName}@pennine-vale.example`.toLowerCase();
  return [
    {
      kind: 'person',
      person,
      staffNumber: `1${person.slice(0, 7)}`,
      givenName,
      familyName,
      email,
      on,
    },
    {
      kind: 'assignment',
      person,
      fact: {
        on,
        assignment: `${person}-1`,
        title: 'Director',
        directorate: 'Trust Board',
        grade: 'ZZ|VSM|Very Senior Manager|',
        primary: true,
        away: false,
        start: on,
      },
    },
  ];
}

export type Cast = Record<
  | 'nurse'
  | 'operating'
  | 'interim'
  | 'chair'
  | 'deputy'
  | 'edi'
  | 'sponsor'
  | 'assistant'
  | 'boardChair',
  PersonId
>;

/** Pennine Vale with nine of its people, two networks and their meetings, through the import port. */
export async function smallTrust(
  storage: Storage,
  organisation: OrganisationRef = ZPV,
): Promise<Cast> {
  await storage.organisations.add(organisation, {
    name: 'Pennine Vale NHS Foundation Trust',
    yearStartMonth: 4,
    attendanceTarget: 4,
    gradeMap: { VSM: 'VSM' },
  });
  const names: Record<keyof Cast, [string, string]> = {
    nurse: ['Aoife', 'Okafor'],
    operating: ['Gareth', 'Hargreaves'],
    interim: ['Ngozi', 'Mensah'],
    chair: ['Leila', 'Kaur'],
    deputy: ['Oluwaseun', 'Moyo'],
    edi: ['Zainab', 'Khan'],
    sponsor: ['Claire', 'Schofield'],
    assistant: ['Shabnam', 'Naylor'],
    boardChair: ['Rosalind', 'Yilmaz'],
  };
  const cast = Object.fromEntries(
    Object.keys(names).map((who) => [who, storage.imports.newPersonId()]),
  ) as Cast;
  await bring(
    storage,
    'roster',
    Object.entries(names).flatMap(([who, name]) => personFacts(cast[who as keyof Cast], name)),
    organisation,
  );
  await bring(
    storage,
    'networks',
    [
      {
        kind: 'network',
        fact: { id: RACE, name: 'Race Equality Network', countsForSilver: true },
      },
      {
        kind: 'network',
        fact: { id: WELLBEING, name: 'Disability and Wellbeing Network', countsForSilver: false },
      },
    ],
    organisation,
  );
  const from = date('2025-04-01');
  const roles: Extract<ImportedFact, { kind: 'role' }>['fact'][] = [
    { role: 'executive-director', person: cast.nurse, on: from },
    { role: 'executive-director', person: cast.operating, on: from, to: date('2026-08-31') },
    { role: 'executive-director', person: cast.interim, on: date('2026-09-01') },
    { role: 'executive-director', person: cast.sponsor, on: from },
    { role: 'network-chair', person: cast.chair, network: RACE, on: from },
    { role: 'network-deputy', person: cast.deputy, network: RACE, on: from },
    { role: 'edi-lead', person: cast.edi, on: from },
    { role: 'edi-sponsor', person: cast.sponsor, on: from },
    { role: 'board-chair', person: cast.boardChair, on: from },
    { role: 'executive-assistant', person: cast.assistant, for: cast.nurse, on: from },
  ];
  await bring(
    storage,
    'roles',
    roles.map((fact) => ({ kind: 'role', fact })),
    organisation,
  );
  const meeting = (network: NetworkId, day: string, openToExecutives = true): ImportedFact => ({
    kind: 'meeting',
    fact: {
      id: `${network}-${day}-1200` as MeetingId,
      network,
      title: 'Network meeting',
      on: date(day),
      date: date(day),
      start: '12:00' as PlainTime,
      end: '13:00' as PlainTime,
      timeZone: 'Europe/London',
      openToExecutives,
    },
  });
  await bring(
    storage,
    'meetings',
    [
      meeting(RACE, '2026-04-08'),
      meeting(RACE, '2026-06-10'),
      meeting(RACE, '2026-08-12', false),
      meeting(RACE, '2026-10-14'),
      meeting(RACE, '2026-12-09'),
      meeting(RACE, '2027-02-10'),
      meeting(WELLBEING, '2026-04-07'),
    ],
    organisation,
  );
  return cast;
}
