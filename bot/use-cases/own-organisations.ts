import { BY_NOW, frameAsKnown } from '../domain/known.ts';
import type { House } from './context.ts';
import type { Identified, OwnOrganisation } from './doors.ts';
import { whereTheyAre } from './identify.ts';
import type { Caller } from './ports.ts';

/**
 * Who somebody is in the organisation that is named: a card's, a link's, or the tab's. What is named
 * is never believed, only looked for among the account's own links.
 */
export function actingIn(
  who: Identified & { kind: 'known' },
  code: string | undefined,
): Caller | undefined {
  if (code === undefined || code === '') return who.caller;
  return everyoneOf(who).find(({ organisation }) => organisation.code === code);
}

/** Whether an organisation that is named is one that they left. */
export function hasLeft({ left = [] }: Identified & { kind: 'known' }, code?: string): boolean {
  return code !== undefined && left.includes(code);
}

/** One account in each of its organisations. */
export function everyoneOf({ caller, others = [] }: Identified & { kind: 'known' }): Caller[] {
  return [caller, ...others];
}

/** Their organisations by name, the one that they chose first. */
export async function organisationsOf(house: House, caller: Caller): Promise<OwnOrganisation[]> {
  const callers = await allOf(house, caller);
  return Promise.all(
    callers.map(async ({ organisation }) => {
      const { settings } = frameAsKnown(await house.records.frame(organisation), BY_NOW);
      return { code: organisation.code, name: settings.name };
    }),
  );
}

/** Who looks from an organisation that closed sees it, too: its record is still theirs to read. */
async function allOf(house: House, caller: Caller): Promise<readonly Caller[]> {
  const objectId = await house.directory.account(caller);
  const { tenant, code } = caller.organisation;
  const there = objectId === undefined ? [] : await whereTheyAre(house, { tenant, objectId });
  const isThere = there.some(({ organisation }) => organisation.code === code);
  return isThere ? there : [...there, caller];
}

/**
 * From now on they are in this one, unless a card, a link or the tab says otherwise. No move of any
 * organisation's record: so nothing is written there, and no ledger entry.
 */
export async function chooseOrganisation(house: House, caller: Caller): Promise<void> {
  const objectId = await house.directory.account(caller);
  if (objectId === undefined) return;
  const { tenant, code } = caller.organisation;
  await house.directory.choose({ tenant, objectId }, code);
}
