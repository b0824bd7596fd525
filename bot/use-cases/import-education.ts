import type { OrganisationRef } from '../domain/facts.ts';
import { importFile } from './import-file.ts';
import type { FileToImport, ImportPorts, ImportVerdict } from './import-file.ts';
import type { RowsSummary } from './readers.ts';

/** Education that a learning system's list shows; nobody has verified it yet. */
export async function importEducation(
  ports: ImportPorts,
  organisation: OrganisationRef,
  file: FileToImport,
): Promise<ImportVerdict<RowsSummary>> {
  const { imports, records, readers } = ports;
  return importFile(ports, organisation, file, {
    kind: 'education',
    reader: readers.education,
    gather: async (context, importId) => ({
      ...context,
      listed: await imports.listed(organisation, importId),
      gradeMap: (await records.frame(organisation)).settings.gradeMap,
    }),
  });
}
