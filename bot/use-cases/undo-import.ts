import type { OrganisationRef } from '../domain/facts.ts';
import {
  judgeUndoImport,
  type ImportRecord,
  type UndoImportVerdict,
} from '../domain/undo-import.ts';
import { closedBy, type ImportPorts, type OrganisationIsClosed } from './import-file.ts';

type Undoing =
  | OrganisationIsClosed
  | Exclude<UndoImportVerdict, { kind: 'may' }>
  | { kind: 'undone' | 'would-undo'; record: ImportRecord };

/**
 * From now on nothing counts that the file brought; what was known before its undoing was known
 * then. One transaction: there is nothing to resume.
 */
export async function undoImport(
  ports: Pick<ImportPorts, 'imports' | 'records' | 'clock'>,
  organisation: OrganisationRef,
  id: string,
  apply: boolean,
): Promise<Undoing> {
  const { imports } = ports;
  const closed = await closedBy(ports, organisation);
  if (closed !== undefined) return closed;
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
