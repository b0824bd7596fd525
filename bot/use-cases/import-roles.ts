import type { OrganisationRef } from '../domain/facts.ts';
import { importFile } from './import-file.ts';
import type { FileToImport, ImportPorts, ImportVerdict } from './import-file.ts';
import type { RowsSummary } from './readers.ts';

/** Who holds which role, for which network or which executive, from when to when. */
export async function importRoles(
  ports: ImportPorts,
  organisation: OrganisationRef,
  file: FileToImport,
): Promise<ImportVerdict<RowsSummary>> {
  const { imports, records, readers } = ports;
  return importFile(ports, organisation, file, {
    kind: 'roles',
    reader: readers.roles,
    gather: async (context, importId) => ({
      ...context,
      listed: await imports.listed(organisation, importId),
      networks: (await records.frame(organisation)).networks,
    }),
  });
}
