import { createHash } from 'node:crypto';
import type { OrganisationRef } from '../domain/facts.ts';
import { nudgeKey, type Nudge } from '../domain/nudges/nudge.ts';

/**
 * One reminder's own reference, the same in every process and on the EDI lead's page: short enough
 * to read out, and nobody can tell from it whom or what the reminder is about.
 */
export function nudgeReference({ tenant, code }: OrganisationRef, nudge: Nudge): string {
  const hash = createHash('sha256')
    .update(`${tenant}|${code}|${nudgeKey(nudge)}`)
    .digest('hex');
  return `${hash.slice(0, 4)}-${hash.slice(4, 8)}`;
}
