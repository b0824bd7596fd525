import type { NetworkId } from './facts.ts';

/** With a person's id and a meeting's day and start it is still the id of a claim. */
const LONGEST = 64;
/** How much of a longer name is kept, before a dash and eight letters of the whole name's hash. */
const KEPT = 55;

/** `Race Equality Network` → `race-equality-network`; empty where the name has no letters. */
export function networkId(name: string): NetworkId {
  const slug = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return (slug.length <= LONGEST ? slug : cut(slug)) as NetworkId;
}

/** Two long names that begin alike stay two networks. */
function cut(slug: string): string {
  return `${slug.slice(0, KEPT).replace(/-$/, '')}-${hashOf(slug)}`;
}

/** FNV-1a, of 32 bits: it need only tell apart the few long names of one organisation. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
