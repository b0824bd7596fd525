import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { OrganisationRef, PersonId } from '../domain/facts.ts';
import type { AccountLink, Caller, Directory } from '../use-cases/ports.ts';
import { bodies } from './fact.ts';
import { after, keys, partitionOf } from './keys.ts';
import type { Lanes } from './lane.ts';
import { collect, type Change, type Row, type Table } from './table.ts';

const placesSchema = z.array(
  z.object({ code: z.string(), person: z.string().transform((value) => value as PersonId) }),
);
type Places = z.output<typeof placesSchema>;

/** Codes of all tenants, so that an operator need not type a tenant. */
const CODES = 'codes';

/** Where addresses are noted as imports bring them. */
export interface AddressBook {
  note(
    organisation: OrganisationRef,
    people: readonly { person: PersonId; address: string }[],
  ): Promise<void>;
}

/**
 * Which account is which person. `directory` is an index: rows say where to look, and what they
 * say is held against the person's own facts in `records`.
 */
export function createDirectory(
  directory: Table,
  records: Table,
  lanes: Lanes,
): Directory &
  AddressBook & {
    addOrganisation(organisation: OrganisationRef): Promise<void>;
    removeOrganisation(organisation: OrganisationRef): Promise<void>;
    /** Lists again a link that the person's own facts have. */
    relink: (caller: Caller, account: Parameters<Directory['link']>[1]) => Promise<void>;
    /** Says no more where these addresses and this account lead to the person. */
    forget: (
      caller: Caller,
      known: { addresses: readonly string[]; accounts: readonly string[] },
    ) => Promise<void>;
  } {
  async function places(tenant: string, key: string): Promise<Places> {
    const row = await directory.get(tenant, key);
    return row === undefined ? [] : placesIn(row);
  }

  /** The first account to be linked by an address keeps it. */
  async function takeAddress(tenant: string, address: string, objectId: string): Promise<boolean> {
    const key = addressKey(address);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const row = await directory.get(tenant, key);
      if (row === undefined) return false;
      const linkedTo = row.properties['linkedTo'];
      if (linkedTo !== undefined) return linkedTo === objectId;
      const properties = { ...row.properties, linkedTo: objectId };
      const change = { kind: 'replace', key, properties, etag: row.etag } as const;
      if ((await directory.write(tenant, [change])).kind === 'written') return true;
    }
    return false;
  }

  /** As `change` leaves it; gone where it leaves nothing. */
  async function changeRow(
    tenant: string,
    key: string,
    change: (row: Row) => Readonly<Record<string, string>> | undefined,
  ): Promise<void> {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const row = await directory.get(tenant, key);
      if (row === undefined) return;
      const properties = change(row);
      const made: Change =
        properties === undefined
          ? { kind: 'delete', key }
          : { kind: 'replace', key, properties, etag: row.etag };
      if ((await directory.write(tenant, [made])).kind === 'written') return;
    }
    throw new Error('the directory kept changing');
  }

  async function addPlace(tenant: string, key: string, place: Places[number]): Promise<void> {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const row = await directory.get(tenant, key);
      const known = row === undefined ? [] : placesIn(row);
      if (known.some(({ code, person }) => code === place.code && person === place.person)) return;
      const properties = { ...row?.properties, people: JSON.stringify([...known, place]) };
      const change =
        row === undefined
          ? ({ kind: 'insert', key, properties } as const)
          : ({ kind: 'replace', key, properties, etag: row.etag } as const);
      if ((await directory.write(tenant, [change])).kind === 'written') return;
    }
    throw new Error('the directory kept changing');
  }

  return {
    async linked(tenant, objectId) {
      const row = await directory.get(tenant, `account|${objectId}`);
      if (row === undefined) return [];
      const chosen = row.properties['chosen'];
      const isLater = ({ code }: Places[number]): number => (code === chosen ? 0 : 1);
      const callers = placesIn(row).toSorted((a, b) => isLater(a) - isLater(b));
      return callers.map(asCaller(tenant));
    },

    async choose({ tenant, objectId }, code) {
      await changeRow(tenant, `account|${objectId}`, ({ properties }) => {
        return { ...properties, chosen: code };
      });
    },

    async byAddress(tenant, address) {
      return (await places(tenant, addressKey(address))).map(asCaller(tenant));
    },

    async link(caller, { tenant, objectId, address }) {
      if (!(await takeAddress(tenant, address, objectId))) return 'taken';
      const { organisation, person } = caller;
      const prefix = `${keys.person(person)}link|`;
      const partition = `${organisation.tenant}|${organisation.code}`;
      const links = (await collect(records.range(partition, prefix, after(prefix)))).map((row) =>
        bodies.link.parse(JSON.parse(row.properties['body'] ?? '')),
      );
      const live = links.filter(({ until }) => until === undefined);
      if (live.some((link) => link.objectId !== objectId)) return 'taken';
      if (live.length === 0) {
        const id = randomBytes(8).toString('hex');
        await lanes.commit(organisation, {
          people: [],
          decide({ workspace, enter, now }) {
            const body = { objectId, address: address.toLowerCase(), at: now };
            const fact = { kind: 'link', id, body } as const;
            const row = workspace.putFact(keys.personFact(person, 'link', id), person, fact);
            enter({ act: 'link', by: person, about: { person }, rows: [row] });
          },
        });
      }
      await addPlace(tenant, `account|${objectId}`, { code: organisation.code, person });
      return 'linked';
    },

    async relink({ organisation, person }, { tenant, objectId, address }) {
      await takeAddress(tenant, address, objectId);
      await addPlace(tenant, `account|${objectId}`, { code: organisation.code, person });
    },

    async forget(caller, { addresses, accounts }) {
      const of = [...addresses.map(addressKey), ...accounts.map((id) => `account|${id}`)];
      for (const key of of) await changeRow(caller.organisation.tenant, key, without(caller));
    },

    async account({ organisation, person }) {
      const prefix = `${keys.person(person)}link|`;
      const rows = await collect(records.range(partitionOf(organisation), prefix, after(prefix)));
      return rows.map(linkOf).find(({ until }) => until === undefined)?.objectId;
    },

    async links({ organisation, person }) {
      const prefix = `${keys.person(person)}link|`;
      const rows = await collect(records.range(partitionOf(organisation), prefix, after(prefix)));
      return rows.map(linkOf);
    },

    async holder(tenant, address) {
      return (await directory.get(tenant, addressKey(address)))?.properties['linkedTo'];
    },

    async release(caller, { objectId, address }) {
      const { tenant } = caller.organisation;
      await changeRow(tenant, `account|${objectId}`, without(caller));
      await changeRow(tenant, addressKey(address), ({ properties }) => {
        const { linkedTo, ...rest } = properties;
        return linkedTo === objectId ? rest : properties;
      });
    },

    async organisations(tenant) {
      const prefix = 'organisation|';
      const rows = await collect(directory.range(tenant, prefix, after(prefix)));
      return rows.map((row) => ({ tenant, code: row.key.slice(prefix.length) }));
    },

    async withCode(code) {
      const prefix = `${code}|`;
      const rows = await collect(directory.range(CODES, prefix, after(prefix)));
      return rows.map((row) => ({ tenant: row.key.slice(prefix.length), code }));
    },

    async all() {
      const rows = await collect(directory.range(CODES, '', after('')));
      return rows.map((row) => {
        const [code = '', tenant = ''] = row.key.split('|');
        return { tenant, code };
      });
    },

    async addOrganisation({ tenant, code }) {
      await directory.write(tenant, [{ kind: 'put', key: `organisation|${code}`, properties: {} }]);
      await directory.write(CODES, [{ kind: 'put', key: `${code}|${tenant}`, properties: {} }]);
    },

    async removeOrganisation({ tenant, code }) {
      // What the code is found by goes last: until then an operator can go on.
      for (const [partition, key] of [
        [tenant, `organisation|${code}`],
        [CODES, `${code}|${tenant}`],
      ] as const) {
        if ((await directory.get(partition, key)) === undefined) continue;
        await directory.write(partition, [{ kind: 'delete', key }]);
      }
    },

    async note({ tenant, code }, people) {
      const byKey = new Map(
        people.map(({ person, address }) => [addressKey(address), { code, person }]),
      );
      const all = [...byKey];
      for (let start = 0; start < all.length; start += 100) {
        const some = all.slice(start, start + 100);
        const inserts = some.map(([key, place]) => {
          return { kind: 'insert', key, properties: { people: JSON.stringify([place]) } } as const;
        });
        if ((await directory.write(tenant, inserts)).kind === 'written') continue;
        for (const [key, place] of some) await addPlace(tenant, key, place);
      }
    },
  };
}

function addressKey(address: string): string {
  const hash = createHash('sha256').update(address.trim().toLowerCase()).digest('hex');
  return `address|${hash}`;
}

function linkOf(row: Row): AccountLink {
  const id = row.key.split('|').at(-1) ?? '';
  return { id, ...bodies.link.parse(JSON.parse(row.properties['body'] ?? '')) };
}

function placesIn(row: Row): Places {
  return placesSchema.parse(JSON.parse(row.properties['people'] ?? '[]'));
}

/** What a row says but that it leads to this person; undefined where it then leads nowhere. */
function without({ organisation: { code }, person }: Caller) {
  return (row: Row): Row['properties'] | undefined => {
    const left = placesIn(row).filter((each) => each.code !== code || each.person !== person);
    return left.length === 0 ? undefined : { ...row.properties, people: JSON.stringify(left) };
  };
}

function asCaller(tenant: string): (place: Places[number]) => Caller {
  return ({ code, person }) => ({ organisation: { tenant, code }, person });
}
