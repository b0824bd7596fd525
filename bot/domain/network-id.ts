import type { NetworkId } from './facts.ts';

/** `Race Equality Network` → `race-equality-network`; empty where the name has no letters. */
export function networkId(name: string): NetworkId {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '') as NetworkId;
}
