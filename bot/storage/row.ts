import { createHash, randomBytes } from 'node:crypto';
import type { Row } from './table.ts';

/** A fact's row: what it says, and a hash that the ledger holds it to. */
export interface SealedRow {
  readonly key: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly hash: string;
}

/**
 * Seals properties under a new random 128-bit salt: SHA-256 over salt, key and the properties in
 * order of name. With the row's salt erased, the hash that the ledger keeps says nothing of it.
 */
export function seal(key: string, properties: Readonly<Record<string, string>>): SealedRow {
  const salted = { ...properties, salt: randomBytes(16).toString('base64url') };
  const hash = hashOf(key, salted);
  return { key, properties: { ...salted, hash }, hash };
}

/** The hash that a live row should have. */
export function hashOf(key: string, properties: Readonly<Record<string, string>>): string {
  const { salt, hash: _kept, ...said } = properties;
  const canonical = JSON.stringify([salt ?? '', key, Object.entries(said).toSorted(byName)]);
  return createHash('sha256').update(canonical).digest('base64url');
}

function byName([a]: [string, string], [b]: [string, string]): number {
  return a < b ? -1 : 1;
}

/** True where the row says what it was sealed with. */
export function isIntact(row: Row): boolean {
  return row.properties['hash'] === hashOf(row.key, row.properties);
}
