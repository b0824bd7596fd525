import type { OrganisationRef } from '../domain/facts.ts';
import { importFile } from './import-file.ts';
import type { FileToImport, ImportPorts, ImportVerdict } from './import-file.ts';
import type { RowsSummary } from './readers.ts';

/** What happened before the app, each with the document that shows it; nobody has verified it yet. */
export async function importHistory(
  ports: ImportPorts,
  organisation: OrganisationRef,
  file: FileToImport,
): Promise<ImportVerdict<RowsSummary>> {
  const { imports, records, readers } = ports;
  return importFile(ports, organisation, file, {
    kind: 'history',
    reader: readers.history,
    gather: async (context, importId) => ({
      ...context,
      listed: await imports.listed(organisation, importId),
      networks: (await records.frame(organisation)).networks,
    }),
  });
}
