import type { OrganisationRef } from '../domain/facts.ts';
import { importFile } from './import-file.ts';
import type { FileToImport, ImportPorts, ImportVerdict } from './import-file.ts';
import type { RowsSummary } from './readers.ts';

/** The public board meetings, and when their papers close. */
export async function importBoardMeetings(
  ports: ImportPorts,
  organisation: OrganisationRef,
  file: FileToImport,
): Promise<ImportVerdict<RowsSummary>> {
  const { records, readers } = ports;
  return importFile(ports, organisation, file, {
    kind: 'board-meetings',
    reader: readers.boardMeetings,
    gather: async (context) => {
      const { boardMeetings } = await records.frame(organisation);
      return { ...context, boardMeetings };
    },
  });
}
