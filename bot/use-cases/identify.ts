import { holdersOf } from '../domain/roles.ts';
import { BY_NOW, frameAsKnown } from '../domain/known.ts';
import { isClosed } from '../domain/merger.ts';
import { employmentOn } from '../domain/standing.ts';
import type { OrganisationRef } from '../domain/facts.ts';
import { epochMilliseconds, londonDate } from '../domain/time.ts';
import type { House } from './context.ts';
import type { Identified } from './doors.ts';
import { nameOf } from './names.ts';
import type { Account, Caller, SettleItem } from './ports.ts';

/**
 * Which person an account is. Linked once, on first contact, by an exact match of the work address;
 * guests, doubles and an address linked to another account are refused and left to settle.
 */
export async function identify(house: House, account: Account): Promise<Identified> {
  if (!house.tenants.includes(account.tenant)) {
    return { kind: 'unknown', because: 'tenant-not-allowed', ask: [] };
  }
  const linked = await stillOpen(
    house,
    await house.directory.linked(account.tenant, account.objectId),
  );
  const [before] = linked.open;
  if (before !== undefined) return { kind: 'known', caller: before };

  const [closed] = linked.closed;
  const who = await account.address();
  const ask = () => whomToAsk(house, account.tenant);
  if (who === undefined) {
    return { kind: 'unknown', because: 'not-on-the-staff-list', ask: await ask() };
  }
  const { open: listed } = await stillOpen(
    house,
    await listedWith(house, account.tenant, who.address),
  );
  const [first] = listed;
  // Their organisation went into another that doesn't list them yet: they can still read.
  if (first === undefined && closed !== undefined) return { kind: 'known', caller: closed };
  if (first === undefined) {
    const because = who.guest ? 'guest' : 'not-on-the-staff-list';
    return { kind: 'unknown', because, ask: await ask() };
  }
  if (who.guest) {
    await settle(house, first, 'guest-account', account.objectId);
    return { kind: 'unknown', because: 'guest', ask: await ask() };
  }
  const codes = new Set(listed.map(({ organisation }) => organisation.code));
  if (codes.size < listed.length) {
    await settle(house, first, 'listed-twice', who.address.toLowerCase());
    return { kind: 'unknown', because: 'listed-twice', ask: await ask() };
  }
  for (const caller of listed) {
    const { tenant, objectId } = account;
    const link = await house.directory.link(caller, { tenant, objectId, address: who.address });
    if (link === 'taken') {
      await settle(house, caller, 'address-taken', objectId);
      return { kind: 'unknown', because: 'address-taken', ask: await ask() };
    }
  }
  return { kind: 'known', caller: first };
}

/** An organisation ends with a day: for so long after it was seen open, it is not asked again. */
const OPEN_FOR_MS = 60_000;
const seenOpen = new WeakMap<House, Map<string, number>>();

/** Organisations that went into another come last: whoever is listed in the successor is there. */
async function stillOpen(
  house: House,
  callers: readonly Caller[],
): Promise<{ open: Caller[]; closed: Caller[] }> {
  const over = await Promise.all(callers.map(({ organisation }) => isOver(house, organisation)));
  return {
    open: callers.filter((_, index) => over[index] === false),
    closed: callers.filter((_, index) => over[index] === true),
  };
}

/** Every act asks again, of the frame that it reads anyway. */
async function isOver(house: House, organisation: OrganisationRef): Promise<boolean> {
  const now = house.clock.now();
  const known = seenOpen.get(house) ?? new Map<string, number>();
  seenOpen.set(house, known);
  const name = `${organisation.tenant}|${organisation.code}`;
  const age = epochMilliseconds(now) - (known.get(name) ?? -Infinity);
  if (age >= 0 && age < OPEN_FOR_MS) return false;
  const { settings } = await house.records.frame(organisation);
  if (isClosed(settings, now)) return true;
  known.set(name, epochMilliseconds(now));
  return false;
}

/** People whom a staff list has today under that very address. */
async function listedWith(house: House, tenant: string, address: string): Promise<Caller[]> {
  const today = londonDate(house.clock.now());
  const found = await house.directory.byAddress(tenant, address);
  const checked = await Promise.all(
    found.map(async (caller) => {
      const { people } = await house.records.some(caller.organisation, [caller.person]);
      const person = people[0];
      if (person === undefined || person.email !== address.trim().toLowerCase()) return [];
      return employmentOn(person, today).kind === 'employed' ? [caller] : [];
    }),
  );
  return checked.flat().toSorted((a, b) => (a.organisation.code < b.organisation.code ? -1 : 1));
}

/** The EDI leads, where the tenant has one organisation and so there is one answer. */
async function whomToAsk(house: House, tenant: string): Promise<string[]> {
  const organisations = await house.directory.organisations(tenant);
  const [only] = organisations;
  if (only === undefined || organisations.length > 1) return [];
  const now = house.clock.now();
  const { roles } = frameAsKnown(await house.records.frame(only), BY_NOW);
  const { people } = await house.records.some(only, holdersOf(roles, 'edi-lead', londonDate(now)));
  return people.map(nameOf);
}

function settle(
  house: House,
  caller: Caller,
  problem: SettleItem['problem'],
  detail: string,
): Promise<void> {
  const id = `${problem}-${caller.person}`;
  return house.records.noteToSettle(caller.organisation, {
    id,
    problem,
    person: caller.person,
    detail,
  });
}
