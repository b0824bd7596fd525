import type { OrganisationRef, PersonId } from '../domain/facts.ts';
import type { Instant } from '../domain/time.ts';
import { ORGANISATION_OWNS, type Files } from '../use-cases/ports.ts';
import { assembleFrame } from './assemble.ts';
import {
  headerOf,
  KEPT_TABLES,
  packLines,
  type BackupLine,
  type KeptTable,
} from './backup-text.ts';
import { bodies, factOfRow } from './fact.ts';
import { readFrameRows } from './frames.ts';
import { HEAD, keys, partitionOf } from './keys.ts';
import { readHead } from './ledger.ts';
import { type Row, type Table } from './table.ts';

/** An act was recorded while the organisation was read. */
export class OrganisationMoved extends Error {
  readonly code = 'organisation-moved';
  override readonly name = 'OrganisationMoved';
}

/** An organisation as a backup. Rows come a page at a time, so memory stays flat. */
export function readBackup(
  tables: Readonly<Record<KeptTable, Table>>,
  files: Files,
  organisation: OrganisationRef,
  takenAt: Instant,
): AsyncIterable<Uint8Array> {
  return packLines(linesOf(tables, files, organisation, takenAt));
}

async function* linesOf(
  tables: Readonly<Record<KeptTable, Table>>,
  files: Files,
  organisation: OrganisationRef,
  takenAt: Instant,
): AsyncGenerator<BackupLine> {
  const partition = partitionOf(organisation);
  const headNow = async (): Promise<string> =>
    readHead(await tables.records.get(partition, HEAD)).hash;
  const frameRows = await readFrameRows(tables.records, partition);
  const { name } = assembleFrame(frameRows).frame.settings;
  const head = await headNow();
  yield headerOf({ ...organisation, name, takenAt, head });

  const named: { person: PersonId; id: string }[] = [];
  for (const table of KEPT_TABLES) {
    for await (const page of tables[table].range(partition, ' ', '\uffff')) {
      for (const row of page) {
        if (table === 'records') named.push(...filesNamedBy(row));
        yield { table, key: row.key, properties: row.properties };
      }
    }
  }
  for (const { person, id } of named) {
    const owner = { organisation, person };
    const [file, bytes] = await Promise.all([files.find(owner, id), files.read(owner, id)]);
    if (file === undefined || bytes === undefined) continue;
    yield { person, file, base64: Buffer.from(bytes).toString('base64') };
  }
  if ((await headNow()) !== head) {
    throw new OrganisationMoved('something was recorded while it was read');
  }
}

/** Files that a record names; one that none names is let go anyway. */
function filesNamedBy(row: Row): { person: PersonId; id: string }[] {
  if (row.key.startsWith(keys.things('evidence'))) {
    const { shows } = bodies.evidence.parse(factOfRow(row).body);
    return shows.kind === 'file' ? [{ person: ORGANISATION_OWNS, id: shows.id }] : [];
  }
  if (!row.key.startsWith('p|') || row.key.split('|')[2] !== 'education') return [];
  const { person, evidence } = bodies.education.parse(factOfRow(row).body);
  return evidence?.kind === 'file' ? [{ person, id: evidence.id }] : [];
}
