import type { OrganisationRef } from '../domain/facts.ts';
import { importFile } from './import-file.ts';
import type { FileToImport, ImportPorts, ImportVerdict } from './import-file.ts';
import type { RowsSummary } from './readers.ts';

/** Who holds which role, for which network or which executive, from when to when. */
export async function importRoles(
  { imports, records, readers }: ImportPorts,
  organisation: OrganisationRef,
  file: FileToImport,
): Promise<ImportVerdict<RowsSummary>> {
  return importFile(imports, organisation, file, {
    kind: 'roles',
    reader: readers.roles,
    gather: async (context, importId) => ({
      ...context,
      listed: await imports.listed(organisation, importId),
      networks: (await records.frame(organisation)).networks,
    }),
  });
}
