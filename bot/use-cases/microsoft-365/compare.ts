import type {
  Difference,
  Microsoft365,
  Microsoft365Refusal,
} from '../../contract/microsoft-365.ts';
import type { Frame, Person, PersonId } from '../../domain/facts.ts';
import { isEmployed } from '../../domain/goals/managed.ts';
import { judgePropose, type Comparison } from '../../domain/judge-entra.ts';
import { BY_NOW, personAsKnown } from '../../domain/known.ts';
import { supervisorOn } from '../../domain/standing.ts';
import { londonDate } from '../../domain/time.ts';
import { contextOf, type House } from '../context.ts';
import { nameOf } from '../names.ts';
import type { Caller, EntraSays } from '../ports.ts';

export type Microsoft365Look =
  | { kind: 'shown'; view: Microsoft365 }
  | { kind: 'refused'; because: Microsoft365Refusal; cause?: unknown };

/** What the staff list says and what Entra says, each thing beside the other. */
export interface Compared extends Comparison {
  readonly listed?: string;
  readonly entra?: string;
  /** Entra's manager, where the staff list has them too. */
  readonly proposed?: PersonId;
}

type Read =
  | { kind: 'read'; says: EntraSays }
  | { kind: 'consent'; authorize: string }
  | { kind: 'refused'; because: Microsoft365Refusal; cause?: unknown };

/** Asks Entra in the caller's own name; what it says is kept nowhere. */
export async function readEntra(
  { entra }: House,
  { organisation: { tenant } }: Caller,
  token: string | undefined,
): Promise<Read> {
  if (entra === undefined) return { kind: 'refused', because: 'microsoft-365-off' };
  // A card's button comes without the tab's token: it is for the tab alone.
  if (token === undefined) return { kind: 'refused', because: 'microsoft-365-sign-in' };
  const answer = await entra.about({ tenant, token });
  switch (answer.kind) {
    case 'read':
      return answer;
    case 'consent':
      return { kind: 'consent', authorize: entra.consentAddress(tenant) };
    case 'away':
      return { kind: 'refused', because: 'microsoft-365-away', cause: answer.cause };
    default:
      return { kind: 'refused', because: `microsoft-365-${answer.kind}` };
  }
}

/** The caller's own entries side by side, with what they may propose. */
export async function compareWithEntra(
  house: House,
  caller: Caller,
  token: string | undefined,
): Promise<Microsoft365Look> {
  const read = await readEntra(house, caller, token);
  if (read.kind === 'consent') return { kind: 'shown', view: read };
  if (read.kind === 'refused') return read;
  const [found, { settlement: settlements }] = await Promise.all([
    house.records.person(caller.organisation, caller.person),
    house.records.things(caller.organisation, ['settlement']),
  ]);
  if (found === undefined) throw new Error('who is signed in is on no record');
  const { person, frame } = found;
  const compared = await compare(house, caller, { person, frame }, read.says);
  const context = contextOf(house, caller, { now: house.clock.now(), frame });
  const line = (what: Difference) => {
    const { item, differs, listed, entra } = compared[what];
    const before = settlements.find(({ id }) => id === item);
    const verdict = judgePropose({ item, differs }, caller.person, before, context);
    return {
      ...(listed === undefined ? {} : { listed }),
      ...(entra === undefined ? {} : { entra }),
      differs,
      mayPropose: verdict.kind === 'done',
    };
  };
  const view = { kind: 'compared', manager: line('manager'), address: line('address') } as const;
  return { kind: 'shown', view };
}

export async function compare(
  house: House,
  caller: Caller,
  recorded: { person: Person; frame: Frame },
  says: EntraSays,
): Promise<Record<Difference, Compared>> {
  const person = personAsKnown(recorded.person, BY_NOW);
  const { addresses, manager } = says;
  const supervision = supervisorOn(person, londonDate(house.clock.now()));
  const listed = supervision.kind === 'named' ? supervision.supervisor : undefined;
  const theirs = manager && (await listedAs(house, caller, manager));
  const ids = [listed, theirs].filter((id) => id !== undefined);
  const { people } = await house.records.some(caller.organisation, ids);
  const name = (id: PersonId | undefined) => {
    const one = people.find((each) => each.id === id);
    return one && nameOf(one);
  };
  const [address] = addresses;
  const managerNamed = name(theirs) ?? manager?.addresses[0];
  const listedName = name(listed);
  return {
    manager: {
      item: `entra-manager-${person.id}-${theirs ?? 'not-listed'}`,
      differs: manager !== undefined && (theirs === undefined || theirs !== listed),
      ...(listedName === undefined ? {} : { listed: listedName }),
      ...(managerNamed === undefined ? {} : { entra: managerNamed }),
      ...(theirs === undefined ? {} : { proposed: theirs }),
    },
    address: {
      item: `entra-address-${person.id}`,
      differs: address !== undefined && !addresses.includes(person.email),
      listed: person.email,
      ...(address === undefined ? {} : { entra: address }),
    },
  };
}

/** Whom the staff list has for an account of this tenant; nobody where that isn't one of ours. */
async function listedAs(
  house: House,
  { organisation }: Caller,
  { account, addresses }: NonNullable<EntraSays['manager']>,
): Promise<PersonId | undefined> {
  const { tenant, code } = organisation;
  const here = (found: readonly Caller[]) => [
    ...new Set(found.filter((one) => one.organisation.code === code).map(({ person }) => person)),
  ];
  const linked = here(await house.directory.linked(tenant, account));
  const byAddress = async () =>
    here(
      (await Promise.all(addresses.map((each) => house.directory.byAddress(tenant, each)))).flat(),
    );
  const [only, ...more] = linked.length > 0 ? linked : await byAddress();
  if (only === undefined || more.length > 0) return undefined;
  const { people } = await house.records.some(organisation, [only]);
  const [one] = people.map((each) => personAsKnown(each, BY_NOW));
  return one && isEmployed(one, londonDate(house.clock.now())) ? only : undefined;
}
