import type { OrganisationRef } from '../domain/facts.ts';
import { judgeMerge, type MergeVerdict } from '../domain/merger.ts';
import type { PlainDate } from '../domain/time.ts';
import type { Organisations, Records } from './ports.ts';

/**
 * The successor is told of first: stopped in between, the same again goes on, and the predecessor
 * is never closed without anybody knowing where it went.
 */
export async function mergeOrganisation(
  ports: { organisations: Organisations; records: Pick<Records, 'frame'> },
  from: OrganisationRef,
  into: OrganisationRef,
  how: { lastDay: PlainDate; apply: boolean },
): Promise<MergeVerdict> {
  const [old, next] = await Promise.all([ports.records.frame(from), ports.records.frame(into)]);
  const verdict = judgeMerge(
    { code: from.code, settings: old.settings },
    { code: into.code, settings: next.settings },
    how.lastDay,
  );
  if (verdict.kind !== 'merge' || !how.apply) return verdict;
  await ports.organisations.add(into, verdict.into);
  await ports.organisations.add(from, verdict.from);
  return verdict;
}
