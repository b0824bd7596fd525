import { objectIdFor, type Account } from '../../infra/local/accounts.ts';
import { practice } from '../../infra/local/practice-ids.ts';
import type { MeetingId, NetworkId, OrganisationRef, PersonId } from '../../bot/domain/facts.ts';
import { addDays, type PlainDate, type PlainTime } from '../../bot/domain/time.ts';
import type { Storage } from '../../bot/storage/open.ts';
import type { Caller, ImportedFact, ImportKind } from '../../bot/use-cases/ports.ts';

/** How large it is. `firstLeader` is the number of its first person: nobody is in two trusts. */
export interface Shape {
  readonly code: string;
  readonly firstLeader: number;
  readonly executives: number;
  readonly networks: number;
  readonly meetings: number;
  /** How many of the executives have an account; all where left out. */
  readonly linked?: number;
}

export interface Leader {
  readonly caller: Caller;
  readonly account: Account;
}

export interface GeneratedTrust {
  readonly organisation: OrganisationRef;
  readonly executives: readonly Leader[];
  readonly networks: readonly NetworkId[];
  /** Weekly from April's second Wednesday, the networks taking turns. */
  readonly meetings: readonly {
    readonly id: MeetingId;
    readonly network: NetworkId;
    readonly networkName: string;
    readonly date: PlainDate;
  }[];
}

const asAt = '2026-04-01' as PlainDate;
const firstMeeting = '2026-04-08' as PlainDate;
const since = '2019-04-01' as PlainDate;

/** A trust through the import port, each executive linked to an account; a chair and deputy a network. */
export async function generateTrust(storage: Storage, shape: Shape): Promise<GeneratedTrust> {
  const organisation = { tenant: practice.tenant, code: shape.code };
  await storage.organisations.add(organisation, {
    name: `Generated Trust ${shape.code}`,
    yearStartMonth: 4,
    attendanceTarget: 4,
    gradeMap: { VSM: 'VSM' },
  });
  const people = Array.from({ length: shape.executives + 2 * shape.networks }, (_, index) =>
    leader(storage.imports.newPersonId(), shape.firstLeader + index, organisation),
  );
  const executives = people.slice(0, shape.executives);
  const networks = Array.from(
    { length: shape.networks },
    (_, index) => `generated-network-${index + 1}` as NetworkId,
  );
  const meetings = Array.from({ length: shape.meetings }, (_, index) => {
    const network = networks[index % networks.length] ?? networks[0];
    if (network === undefined) throw new Error('meetings need a network');
    const date = addDays(firstMeeting, 7 * index);
    const id = `${network}-${date}-1200` as MeetingId;
    return { id, network, networkName: nameOf(network), date };
  });

  const bring = bringer(storage, organisation);
  await bring('roster', people.flatMap(personFacts));
  await bring('networks', networks.map(networkFact));
  await bring('roles', [
    ...executives.map((each) => roleFact('executive-director', each)),
    ...networks.flatMap((network, index) => {
      const [chair, deputy] = people.slice(shape.executives + 2 * index);
      if (chair === undefined || deputy === undefined) throw new Error('a network needs both');
      return [
        roleFact('network-chair', chair, network),
        roleFact('network-deputy', deputy, network),
      ];
    }),
  ]);
  await bring('meetings', meetings.map(meetingFact));
  for (const { caller, account } of executives.slice(0, shape.linked)) {
    const { tenant, id: objectId, email: address } = account;
    await storage.directory.link(caller, { tenant, objectId, address });
  }
  return { organisation, executives, networks, meetings };
}

export function leader(person: PersonId, number: number, organisation: OrganisationRef): Leader {
  const digits = String(number).padStart(5, '0');
  const email = `leader.${digits}@generated.example`;
  return {
    caller: { organisation, person },
    account: {
      id: objectIdFor(email),
      tenant: organisation.tenant,
      name: `Leader ${digits}`,
      email,
      guest: false,
    },
  };
}

function bringer(storage: Storage, organisation: OrganisationRef) {
  return async (kind: ImportKind, facts: ImportedFact[]): Promise<void> => {
    const file = { kind, asAt, sha256: `${organisation.code} ${kind}` };
    const opened = await storage.imports.open(organisation, file);
    if (opened.kind === 'already') throw new Error(`${kind} of ${organisation.code} twice`);
    await opened.staged.stage(facts);
    await opened.staged.commit('operator');
  };
}

export function personFacts({ caller: { person }, account }: Leader): ImportedFact[] {
  const [givenName = '', familyName = ''] = account.name.split(' ');
  const { email } = account;
  return [
    { kind: 'person', person, staffNumber: familyName, givenName, familyName, email, on: asAt },
    {
      kind: 'assignment',
      person,
      fact: {
        on: asAt,
        assignment: `${familyName}-1`,
        title: 'Director',
        directorate: 'Trust Board',
        grade: 'ZZ|VSM|Very Senior Manager|',
        primary: true,
        away: false,
        start: since,
      },
    },
  ];
}

function networkFact(id: NetworkId): ImportedFact {
  return { kind: 'network', fact: { id, name: nameOf(id), countsForSilver: true } };
}

/** As people would type the first two. */
const names: Readonly<Record<string, string>> = {
  'generated-network-1': 'Race Equality Network',
  'generated-network-2': 'Disability and Wellbeing Network',
};

const nameOf = (id: NetworkId): string => names[id] ?? `Network ${id}`;

function roleFact(
  role: 'executive-director' | 'network-chair' | 'network-deputy',
  { caller: { person } }: Leader,
  network?: NetworkId,
): ImportedFact {
  const of = network === undefined ? {} : { network };
  return { kind: 'role', fact: { role, person, on: since, ...of } };
}

function meetingFact({ id, network, date }: GeneratedTrust['meetings'][number]): ImportedFact {
  return {
    kind: 'meeting',
    fact: {
      ...{ id, network, date },
      title: 'Network meeting',
      on: asAt,
      start: '12:00' as PlainTime,
      end: '13:00' as PlainTime,
      timeZone: 'Europe/London',
      openToExecutives: true,
    },
  };
}
