import type { OrganisationRef } from '../domain/facts.ts';
import {
  judgeUndoImport,
  type ImportRecord,
  type UndoImportVerdict,
} from '../domain/undo-import.ts';
import type { Imports } from './ports.ts';

type Undoing =
  | Exclude<UndoImportVerdict, { kind: 'may' }>
  | { kind: 'undone' | 'would-undo'; record: ImportRecord };

/**
 * From now on nothing counts that the file brought; what was known before its undoing was known
 * then. One transaction: there is nothing to resume.
 */
export async function undoImport(
  imports: Imports,
  organisation: OrganisationRef,
  id: string,
  apply: boolean,
): Promise<Undoing> {
  const [all, resting] = await Promise.all([
    imports.all(organisation),
    imports.restingOn(organisation, id),
  ]);
  const verdict = judgeUndoImport(id, all, resting);
  if (verdict.kind !== 'may') return verdict;
  if (!apply) return { kind: 'would-undo', record: verdict.record };
  return imports.undo(organisation, id, 'operator', (now) => {
    const again = judgeUndoImport(id, now, resting);
    return again.kind === 'may' ? { kind: 'undone', record: again.record } : again;
  });
}
