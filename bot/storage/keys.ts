import type { NetworkId, OrganisationRef, PersonId } from '../domain/facts.ts';
import type { ThingKind } from '../domain/things.ts';
import { RowRefused } from './table.ts';

/** Everything of one organisation in one tenant: isolation is by this key. */
export function partitionOf(organisation: OrganisationRef): string {
  const { tenant, code } = organisation;
  if (!/^[0-9a-f-]{36}$/.test(tenant) || !/^[A-Za-z0-9_-]{1,20}$/.test(code)) {
    throw new RowRefused(`not an organisation: ${tenant}|${code}`);
  }
  return `${tenant}|${code}`;
}

export const HEAD = 'h';
// Neighbours: one range has all that an organisation's reminders are planned by.
export const FRAME = 'r|';
export const DIGESTS = 's|';
export const THINGS = 't|';

export const keys = {
  /** All of a person's facts are one prefix. */
  person: (person: PersonId): string => `p|${person}|`,
  personFact: (person: PersonId, kind: string, id: string): string => `p|${person}|${kind}|${id}`,
  /** All things of a kind are one prefix. */
  things: (kind: ThingKind): string => `${THINGS}${kind}|`,
  organisationFact: (kind: string, id: string): string => `o|${kind}|${id}`,
  import: (id: string): string => `o|import|${id}`,
  settle: (id: string): string => `o|settle|${id}`,
  settings: `${FRAME}settings`,
  /** Says nothing: written where a start or an end is corrected, so that the frame is another. */
  employment: `${FRAME}employment`,
  entry: (sequence: number): string => `l|${String(sequence).padStart(12, '0')}`,
  work: (network: NetworkId, claim: string): string => `w|${network}|${claim}`,
  workOf: (network: NetworkId): string => `w|${network}|`,
};

/** Whether a row of the frame repeats facts. */
export function isFrameDigest(key: string): boolean {
  return key.startsWith(FRAME) && key !== keys.settings && key !== keys.employment;
}

/** The first key that is past every key with this prefix. */
export function after(prefix: string): string {
  return `${prefix}\uffff`;
}
