import { holdersOf } from '../domain/roles.ts';
import { BY_NOW, frameAsKnown } from '../domain/known.ts';
import { isClosed } from '../domain/merger.ts';
import { employmentOn } from '../domain/standing.ts';
import type { Frame, OrganisationRef, PersonId } from '../domain/facts.ts';
import { epochMilliseconds, londonDate, type PlainDate } from '../domain/time.ts';
import type { House } from './context.ts';
import type { Identified } from './doors.ts';
import { nameOf } from './names.ts';
import type { Account, Caller, SettleItem } from './ports.ts';

/**
 * Which person an account is. Linked once, on first contact, by an exact match of the work address;
 * guests, doubles and an address linked to another account are refused and left to settle. Whoever
 * left by the staff list is refused from the day after, whatever role still names them.
 */
export async function identify(house: House, account: Account): Promise<Identified> {
  if (!house.tenants.includes(account.tenant)) {
    return { kind: 'unknown', because: 'tenant-not-allowed', ask: [] };
  }
  const isThere = account.asksAgain === true ? isStillHere : isHere;
  const linked = await standingsOf(house, await linksOf(house, account), isThere);
  if (linked.open.length > 0) return asKnown(linked);

  const [closed] = linked.closed;
  const who = await account.address();
  const ask = () => whomToAsk(house, account.tenant);
  const notListed = linked.left.length > 0 ? 'left' : 'not-on-the-staff-list';
  if (who === undefined) return { kind: 'unknown', because: notListed, ask: await ask() };
  const listed = await listedWith(house, account.tenant, who.address);
  const [first] = listed;
  // Their organisation went into another that doesn't list them yet: they can still read.
  if (first === undefined && closed !== undefined) return asKnown(linked);
  if (first === undefined) {
    const because = who.guest ? 'guest' : notListed;
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
  return asKnown({ ...linked, open: listed });
}

interface Standings {
  /** Organisations where they are, the one that they chose first. */
  readonly open: readonly Caller[];
  /** That they left. */
  readonly left: readonly Caller[];
  /** That went into another: whoever is listed in the successor is there. */
  readonly closed: readonly Caller[];
}

function asKnown({ open, left, closed }: Standings): Identified {
  const [first, ...rest] = [...open, ...closed];
  if (first === undefined) throw new Error('nobody is known here');
  const codes = left.map(({ organisation }) => organisation.code);
  const gone = codes.length === 0 ? {} : { left: codes };
  if (rest.length === 0) return { kind: 'known', caller: first, ...gone };
  const others = rest.map((caller) => ({ ...caller, several: true as const }));
  const caller = open.length > 1 ? { ...first, several: true as const } : first;
  return { kind: 'known', caller, others, ...gone };
}

/** Accounts of which it is remembered when they were looked at. */
const MOST_LOOKED = 20_000;

function keepLatest(map: Map<string, number>, key: string, at: number): void {
  map.delete(key);
  map.set(key, at);
  const [oldest] = map.keys();
  if (map.size > MOST_LOOKED && oldest !== undefined) map.delete(oldest);
}

/** How long an account isn't asked again whether another organisation lists it by now. */
const LOOKED_FOR_MS = 600_000;
const looked = new WeakMap<House, Map<string, number>>();

/** What an account is linked to; and what it can be linked to by now, where that costs little to ask. */
async function linksOf(house: House, account: Account): Promise<Caller[]> {
  const { tenant, objectId, atHand } = account;
  const linked = await house.directory.linked(tenant, objectId);
  if (linked.length === 0 || atHand !== true) return linked;
  const before = looked.get(house) ?? new Map<string, number>();
  looked.set(house, before);
  const now = epochMilliseconds(house.clock.now());
  const key = `${tenant}|${objectId}`;
  const age = now - (before.get(key) ?? -Infinity);
  if (age >= 0 && age < LOOKED_FOR_MS) return linked;
  keepLatest(before, key, now);
  const who = await account.address();
  if (who === undefined || who.guest) return linked;
  const here = new Set(linked.map(({ organisation }) => organisation.code));
  const listed = await listedWith(house, tenant, who.address);
  const elsewhere = listed.filter(({ organisation }) => !here.has(organisation.code));
  for (const caller of elsewhere) {
    const { code } = caller.organisation;
    if (elsewhere.filter(({ organisation }) => organisation.code === code).length > 1) {
      await settle(house, caller, 'listed-twice', who.address.toLowerCase());
      continue;
    }
    const link = await house.directory.link(caller, { tenant, objectId, address: who.address });
    if (link === 'taken') await settle(house, caller, 'address-taken', objectId);
  }
  return elsewhere.length === 0 ? linked : house.directory.linked(tenant, objectId);
}

/** An organisation ends with a day: for so long after it was seen open, it is not asked again. */
const OPEN_FOR_MS = 60_000;
const seenOpen = new WeakMap<House, Map<string, number>>();

async function standingsOf(
  house: House,
  callers: readonly Caller[],
  isThere: typeof isHere,
): Promise<Standings> {
  const each = await Promise.all(
    callers.map(async (caller) => {
      const { organisation } = caller;
      const [over, here] = await Promise.all([isOver(house, organisation), isThere(house, caller)]);
      return { caller, is: here ? (over ? 'closed' : 'open') : 'left' };
    }),
  );
  const those = (is: string) => each.flatMap((one) => (one.is === is ? [one.caller] : []));
  return { open: those('open'), left: those('left'), closed: those('closed') };
}

/** Their organisations where they are today; the one that they chose comes first. */
export async function whereTheyAre(
  house: House,
  account: { tenant: string; objectId: string },
): Promise<readonly Caller[]> {
  const linked = await house.directory.linked(account.tenant, account.objectId);
  return (await standingsOf(house, linked, isHere)).open;
}

/** Who was found there on a day, by the frame that it was read against. */
const foundHere = new WeakMap<Frame, Set<string>>();

/** Whether the staff list has them today. */
export async function isHere(house: House, caller: Caller): Promise<boolean> {
  const { organisation, person } = caller;
  const before = house.records.lastFrame(organisation);
  const today = londonDate(house.clock.now());
  const { people, frame } = await house.records.some(organisation, [person]);
  const [found] = people;
  if (found === undefined || employmentOn(found, today).kind !== 'employed') return false;
  // Who they are and the frame are read side by side: only where the frame stood still meanwhile do
  // the two belong together.
  if (frame === before) {
    const here = foundHere.get(frame) ?? new Set();
    foundHere.set(frame, here.add(keyOn(person, today)));
  }
  return true;
}

/**
 * The same without a read, as long as the organisation's frame is the one by which they were found:
 * a list and a corrected start or end make it another. Asked once more after a reading, which has
 * read the frame anew, it knows of whoever left by what another process took in.
 */
export async function isStillHere(house: House, caller: Caller): Promise<boolean> {
  const last = house.records.lastFrame(caller.organisation);
  const found = last === undefined ? undefined : foundHere.get(last);
  const key = keyOn(caller.person, londonDate(house.clock.now()));
  return found?.has(key) === true || isHere(house, caller);
}

function keyOn(person: PersonId, date: PlainDate): string {
  return `${person}|${date}`;
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

/** People whom a staff list has today under that very address, in organisations that are open. */
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
  const listed = checked.flat();
  const over = await Promise.all(listed.map(({ organisation }) => isOver(house, organisation)));
  const open = listed.filter((_, index) => over[index] === false);
  return open.toSorted((a, b) => (a.organisation.code < b.organisation.code ? -1 : 1));
}

/** The EDI leads, where the tenant has one organisation and so there is one answer. */
async function whomToAsk(house: House, tenant: string): Promise<string[]> {
  const organisations = await house.directory.organisations(tenant);
  const [only] = organisations;
  if (only === undefined || organisations.length > 1) return [];
  const now = house.clock.now();
  const { roles } = frameAsKnown(await house.records.frame(only), BY_NOW);
  const today = londonDate(now);
  const { people } = await house.records.some(only, holdersOf(roles, 'edi-lead', today));
  return people.filter((lead) => employmentOn(lead, today).kind === 'employed').map(nameOf);
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
