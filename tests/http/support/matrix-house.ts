import type { Act } from '../../../bot/contract/acts.ts';
import type { OrganisationRef, PersonId, Role } from '../../../bot/domain/facts.ts';
import type { PlainDate, PlainTime } from '../../../bot/domain/time.ts';
import type { ActOutcome, Doors } from '../../../bot/use-cases/doors.ts';
import type { Caller, ImportedFact } from '../../../bot/use-cases/ports.ts';
import { houseInMemory } from '../../support/house.ts';
import { bring, personFacts, RACE, TENANT, WELLBEING } from '../../support/small-trust.ts';
import { startApi, type Api } from './api.ts';

const from = '2025-04-01' as PlainDate;

/** Everybody of the small trust, and one more for each capacity that it lacks. */
const more = {
  secretary: ['board-secretary'],
  lead: ['programme-lead'],
  director: ['non-executive-director'],
  wellbeing: ['network-chair', WELLBEING],
  /** Chaired the network and led on equality until the end of March. */
  formerly: [],
  leader: [],
  manager: [],
  /** The leader shows them the goal. */
  colleague: [],
  mentor: [],
  /** Band 5: leads nobody. */
  nurseBand5: [],
  /** Holds every role there is, in another organisation of the same tenant. */
  stranger: [],
} as const;

const own = ['nurse', 'operating', 'interim', 'chair', 'deputy', 'edi', 'sponsor'] as const;
const others = ['assistant', 'boardChair'] as const;
export const everybody = [
  ...own,
  ...others,
  ...(Object.keys(more) as (keyof typeof more)[]).filter((who) => who !== 'stranger'),
] as const;
export type Who = (typeof everybody)[number] | 'stranger';
export const OTHER: OrganisationRef = { tenant: TENANT, code: 'ZQX' };

export async function matrixHouse() {
  const house = await houseInMemory();
  const { storage } = house;
  await storage.organisations.add(house.as(house.cast.edi).organisation, {
    name: 'Pennine Vale NHS Foundation Trust',
    yearStartMonth: 4,
    attendanceTarget: 4,
    gradeMap: { VSM: 'VSM', XR05: '5' },
  });
  await storage.organisations.add(OTHER, {
    name: 'Another trust',
    yearStartMonth: 4,
    attendanceTarget: 4,
    gradeMap: { VSM: 'VSM' },
  });
  const ids = Object.fromEntries(
    Object.keys(more).map((who) => [who, storage.imports.newPersonId()]),
  ) as Record<keyof typeof more, PersonId>;
  const cast: Record<Who, PersonId> = { ...house.cast, ...ids };

  const listed = Object.keys(more).flatMap((who, index) => {
    const name: [string, string] = ['Leader', String(index + 1).padStart(5, '0')];
    const person = ids[who as keyof typeof more];
    return personFacts(person, name).map((fact): ImportedFact => {
      if (fact.kind !== 'assignment') return fact;
      if (who === 'leader') return { ...fact, fact: { ...fact.fact, supervisor: ids.manager } };
      const grade = 'NHS|XR05|Review Body Band 5|';
      return who === 'nurseBand5' ? { ...fact, fact: { ...fact.fact, grade } } : fact;
    });
  });
  const of = (organisation: 'here' | 'there') =>
    listed.filter((fact) => {
      const person = fact.kind === 'assignment' || fact.kind === 'person' ? fact.person : undefined;
      return (person === ids.stranger) === (organisation === 'there');
    });
  await bring(storage, 'roster', of('here'));
  await bring(storage, 'roster', of('there'), OTHER);
  type Dated = Omit<Role, 'recordedAt'>;
  const roles: Dated[] = Object.entries(more).flatMap(([who, [role, network]]) =>
    role === undefined
      ? []
      : [{ role, person: ids[who as keyof typeof more], on: from, ...(network && { network }) }],
  );
  const to = '2026-03-31' as PlainDate;
  roles.push(
    { role: 'network-chair', person: ids.formerly, network: RACE, on: from, to },
    { role: 'edi-lead', person: ids.formerly, on: from, to },
    { role: 'board-secretary', person: ids.formerly, on: from, to },
  );
  await bring(
    storage,
    'roles',
    roles.map((fact) => ({ kind: 'role', fact })),
  );
  const everyRole = ['edi-lead', 'edi-sponsor', 'board-chair', 'board-secretary'] as const;
  const elsewhere: Dated[] = [...everyRole, 'programme-lead' as const].map((role) => ({
    role,
    person: ids.stranger,
    on: from,
  }));
  await bring(
    storage,
    'roles',
    elsewhere.map((fact) => ({ kind: 'role', fact })),
    OTHER,
  );
  await bring(
    storage,
    'board-meetings',
    ['2026-03-05', '2026-05-07', '2026-07-09'].map((date) => ({
      kind: 'board-meeting',
      fact: {
        id: `board-${date}`,
        title: 'Board of Directors (public)',
        on: date as PlainDate,
        date: date as PlainDate,
        start: '09:30' as PlainTime,
        papersDue: date as PlainDate,
      },
    })),
  );

  const callerOf = (who: Who): Caller =>
    who === 'stranger' ? { organisation: OTHER, person: cast.stranger } : house.as(cast[who]);
  /** Done at once: what a row of the matrix stands on. */
  async function does(who: Who, act: Act): Promise<string> {
    const [answer] = await house.doors.perform(callerOf(who), act);
    if (answer?.outcome.kind !== 'done') throw new Error(`${act.verb}: ${JSON.stringify(answer)}`);
    return answer.subject;
  }
  /** All rows that say what is so. */
  async function rows(): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const { code } of [callerOf('edi').organisation, OTHER]) {
      for await (const page of house.tables.records.range(`${TENANT}|${code}`, '!', '~')) {
        for (const { key, properties } of page)
          found.set(`${code} ${key}`, JSON.stringify(properties));
      }
    }
    return found;
  }
  /** What the ledger of the trust has, an entry a move. */
  const entries = async (): Promise<string[]> =>
    [...(await rows())].flatMap(([key, entry]) => (key.startsWith('ZPV l|') ? [entry] : []));
  return { ...house, cast, callerOf, does, rows, entries };
}
export type MatrixHouse = Awaited<ReturnType<typeof matrixHouse>>;
/** What a row of the matrix stands on. */
export type Stage = Pick<MatrixHouse, 'does' | 'cast' | 'clock'>;

export interface Answered {
  readonly status: number;
  readonly text: string;
  /** What became of it: an outcome's kind, or why it was refused. */
  readonly said: string;
  readonly outcomes: readonly ActOutcome[];
}

/** The real routes over whichever house is put behind them; each person with a token of their own. */
export async function matrixApi() {
  let house = await matrixHouse();
  const doors = Object.fromEntries(
    Object.keys(house.doors).map((name) => [
      name,
      (...given: unknown[]) => {
        const door: unknown = Reflect.get(house.doors, name);
        if (typeof door !== 'function') throw new Error(`${name} is no door`);
        return Reflect.apply(door, house.doors, given) as unknown;
      },
    ]),
  ) as unknown as Doors;
  const all: readonly Who[] = [...everybody, 'stranger'];
  const accountOf = (who: Who): string =>
    `cccccccc-0000-4000-8000-0000000001${String(all.indexOf(who)).padStart(2, '0')}`;
  const api: Api = await startApi({
    doors: {
      ...doors,
      identify: async ({ objectId }) => {
        const who = all.find((each) => accountOf(each) === objectId);
        return who === undefined
          ? { kind: 'unknown', because: 'not-on-the-staff-list', ask: [] }
          : { kind: 'known', caller: house.callerOf(who) };
      },
    },
  });
  const tokens = new Map<Who, string>();
  for (const who of all) tokens.set(who, await api.entra.token({ oid: accountOf(who) }));

  return {
    lines: () => api.lines(),
    close: () => api.close(),
    /** A house as nobody has touched it. */
    async afresh(): Promise<MatrixHouse> {
      house = await matrixHouse();
      return house;
    },
    async read(who: Who, path: string): Promise<{ status: number; text: string }> {
      const response = await api.get(path, tokens.get(who) ?? null);
      return { status: response.status, text: steady(await response.text()) };
    },
    async act(who: Who, act: { verb: string; data: object }): Promise<Answered> {
      const response = await api.post('/api/acts', act, {
        authorization: `Bearer ${tokens.get(who)}`,
      });
      const text = await response.text();
      const body = JSON.parse(text) as { outcomes?: ActOutcome[]; error?: { code: string } };
      const outcomes = body.outcomes ?? [];
      const [first] = outcomes;
      const said =
        first === undefined
          ? (body.error?.code ?? 'nothing')
          : first.outcome.kind === 'refused'
            ? first.outcome.because
            : first.outcome.kind;
      return { status: response.status, text: steady(text), said, outcomes };
    },
  };
}

/** Without what every answer has anew. */
function steady(text: string): string {
  return text.replaceAll(/"correlationId":"[^"]+"/g, '');
}
