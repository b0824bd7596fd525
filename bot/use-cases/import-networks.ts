import type { Network, OrganisationRef } from '../domain/facts.ts';
import { importFile } from './import-file.ts';
import type { FileToImport, ImportPorts, ImportVerdict } from './import-file.ts';
import type { RowsSummary } from './readers.ts';

/** Staff networks, and which of them count for Silver. */
export async function importNetworks(
  ports: ImportPorts,
  organisation: OrganisationRef,
  file: FileToImport,
): Promise<ImportVerdict<RowsSummary>> {
  const { records, readers } = ports;
  return importFile(ports, organisation, file, {
    kind: 'networks',
    reader: readers.networks,
    gather: async (context) => {
      const { networks } = await records.frame(organisation);
      return { ...context, networks: networks.map(asFilesSay) };
    },
  });
}

/** Who changed one here is no file's to say. */
function asFilesSay(network: Network): Network {
  const { changed: _, ...said } = network;
  return said;
}
