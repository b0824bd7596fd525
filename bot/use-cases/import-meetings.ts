import type { OrganisationRef } from '../domain/facts.ts';
import { importFile } from './import-file.ts';
import type { FileToImport, ImportPorts, ImportVerdict } from './import-file.ts';
import type { RowsSummary } from './readers.ts';

/** The networks' meetings. */
export async function importMeetings(
  { imports, records, readers }: ImportPorts,
  organisation: OrganisationRef,
  file: FileToImport,
): Promise<ImportVerdict<RowsSummary>> {
  return importFile(imports, organisation, file, {
    kind: 'meetings',
    reader: readers.meetings,
    gather: async (context) => {
      const { networks, meetings } = await records.frame(organisation);
      return { ...context, networks, meetings };
    },
  });
}
