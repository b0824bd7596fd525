import type { NetworkId } from './facts.ts';

/** With a person's id and a meeting's day and start it is still the id of a claim. */
const LONGEST = 64;

/** `Race Equality Network` → `race-equality-network`; empty where the name has no letters. */
export function networkId(name: string): NetworkId {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, LONGEST)
    .replace(/-$/, '') as NetworkId;
}
