import type { OrganisationRef } from '../domain/facts.ts';
import { importFile } from './import-file.ts';
import type { FileToImport, ImportPorts, ImportVerdict } from './import-file.ts';
import type { RosterSummary } from './readers.ts';

/** A staff list in the shape of the Electronic Staff Record, as at its own date. */
export async function importRoster(
  ports: ImportPorts,
  organisation: OrganisationRef,
  file: FileToImport,
): Promise<ImportVerdict<RosterSummary>> {
  const { imports, records, readers, clock } = ports;
  return importFile(ports, organisation, file, {
    kind: 'roster',
    reader: readers.roster,
    gather: async (context, importId) => ({
      ...context,
      listed: await imports.listed(organisation, importId),
      gradeMap: (await records.frame(organisation)).settings.gradeMap,
      now: clock.now(),
      newPersonId: () => imports.newPersonId(),
    }),
  });
}
