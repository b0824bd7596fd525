import type { OrganisationRef } from '../domain/facts.ts';
import { importFile } from './import-file.ts';
import type { FileToImport, ImportPorts, ImportVerdict } from './import-file.ts';
import type { RowsSummary } from './readers.ts';

/** The networks' meetings. */
export async function importMeetings(
  ports: ImportPorts,
  organisation: OrganisationRef,
  file: FileToImport,
): Promise<ImportVerdict<RowsSummary>> {
  const { records, readers } = ports;
  return importFile(ports, organisation, file, {
    kind: 'meetings',
    reader: readers.meetings,
    gather: async (context) => {
      const { networks, meetings } = await records.frame(organisation);
      return { ...context, networks, meetings };
    },
  });
}
