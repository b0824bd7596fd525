import { createHash } from 'node:crypto';
import type { OrganisationRef, PersonId } from '../domain/facts.ts';
import type { Caller, Directory, Feeds, Files, RestoreVerdict } from '../use-cases/ports.ts';
import {
  BackupAltered,
  KEPT_TABLES,
  unpackLines,
  type BackupHeader,
  type BackupLine,
  type KeptTable,
} from './backup-text.ts';
import type { AddressBook } from './directory.ts';
import { bodies, factOfRow } from './fact.ts';
import { HEAD, keys, partitionOf } from './keys.ts';
import { MOST_ROWS, type Change, type Table } from './table.ts';

/** There while an organisation is being restored, with the backup's own hash; gone at its end. */
const RESTORING = 'restoring';
/** Characters in one transaction: Azure takes 4 MiB, and a character may be two bytes and more. */
const MOST_CHARACTERS_TOGETHER = 500_000;

interface Places {
  readonly tables: Readonly<Record<KeptTable, Table>>;
  readonly files: Files;
  readonly feeds: Feeds;
  readonly directory: AddressBook & {
    relink(caller: Caller, account: Account): Promise<void>;
    addOrganisation(organisation: OrganisationRef): Promise<void>;
  };
}
type Account = Parameters<Directory['link']>[1];

/**
 * Puts an organisation back as a backup has it. It is read twice: once to see that it is
 * whole, before anything is written. What opens the organisation, its settings, its head and its
 * place in the directory, is written last; killed before that, the same again goes on.
 */
export async function restoreBackup(
  places: Places,
  asked: { code: string; tenant?: string },
  bytes: () => AsyncIterable<Uint8Array>,
  { apply, progress }: { apply: boolean; progress?: (lines: number) => void },
): Promise<RestoreVerdict> {
  const checked = await check(asked, bytes);
  if (checked.kind === 'refused') return checked;
  const { header, lines, fingerprint } = checked;
  const organisation = { tenant: header.tenant, code: header.code };
  const partition = partitionOf(organisation);
  const { records } = places.tables;
  const begun = await records.get(partition, RESTORING);
  if (begun === undefined && (await holdsAnything(places.tables, partition))) {
    return refused('there is data of this organisation here already');
  }
  if (begun !== undefined && begun.properties['backup'] !== fingerprint) {
    return refused('another backup of it is being restored here');
  }
  const restored = { organisation, takenAt: header.takenAt, head: header.head, lines };
  if (!apply) return { kind: 'would-restore', ...restored };

  await records.write(partition, [
    { kind: 'put', key: RESTORING, properties: { backup: fingerprint } },
  ]);
  const last = await writeLines(places, organisation, unpackLines(bytes()), progress);
  await places.directory.addOrganisation(organisation);
  await records.write(partition, [...last, { kind: 'delete', key: RESTORING }]);
  return { kind: 'restored', ...restored };
}

async function check(
  { tenant, code }: { code: string; tenant?: string },
  bytes: () => AsyncIterable<Uint8Array>,
): Promise<
  | { kind: 'whole'; header: BackupHeader; lines: number; fingerprint: string }
  | { kind: 'refused'; because: string }
> {
  const hash = createHash('sha256');
  let header: BackupHeader | undefined;
  let lines = 0;
  try {
    for await (const line of unpackLines(bytes())) {
      lines += 1;
      hash.update(JSON.stringify(line));
      if ('format' in line) header ??= line;
      if (header === undefined) return refused('it is no backup of an organisation');
      if (header.code !== code || (tenant ?? header.tenant) !== header.tenant) {
        return refused(`it is a backup of ${header.code} in the tenant ${header.tenant}`);
      }
    }
  } catch (error) {
    if (error instanceof BackupAltered || error instanceof SyntaxError) {
      return refused(error instanceof BackupAltered ? error.message : 'it is no backup');
    }
    throw error;
  }
  if (header === undefined) return refused('it is empty');
  return { kind: 'whole', header, lines, fingerprint: hash.digest('base64url') };
}

async function holdsAnything(
  tables: Readonly<Record<KeptTable, Table>>,
  partition: string,
): Promise<boolean> {
  for (const table of KEPT_TABLES) {
    for await (const page of tables[table].range(partition, ' ', '\uffff')) {
      if (page.length > 0) return true;
    }
  }
  return false;
}

/** Writes all but what opens the organisation, which it gives back. */
async function writeLines(
  { tables, files, directory, feeds }: Places,
  organisation: OrganisationRef,
  lines: AsyncIterable<BackupLine>,
  progress: (lines: number) => void = () => undefined,
): Promise<Change[]> {
  const last: Change[] = [];
  const batch = createBatch(tables, partitionOf(organisation));
  const index = createIndex(directory, feeds, organisation);
  let done = 0;
  for await (const line of lines) {
    done += 1;
    progress(done);
    if ('table' in line) {
      const { table, key, properties } = line;
      const change = { kind: 'put', key, properties } as const;
      if (table === 'records' && (key === HEAD || key === keys.settings)) last.push(change);
      else await batch.add(table, change);
      if (table === 'records') await index.note(key, properties);
    } else if ('file' in line) {
      const owner = { organisation, person: line.person };
      await files.put(owner, line.file, Buffer.from(line.base64, 'base64'));
    }
  }
  await batch.flush();
  await index.flush();
  return last;
}

/** Rows of one table go together, as many as a transaction takes. */
function createBatch(tables: Readonly<Record<KeptTable, Table>>, partition: string) {
  let waiting: Change[] = [];
  let characters = 0;
  let into: KeptTable = 'records';
  async function flush(): Promise<void> {
    if (waiting.length === 0) return;
    const written = await tables[into].write(partition, waiting);
    if (written.kind === 'conflict') throw new Error('rows were changed while they were restored');
    waiting = [];
    characters = 0;
  }
  return {
    flush,
    async add(table: KeptTable, change: Extract<Change, { kind: 'put' }>): Promise<void> {
      const size = JSON.stringify(change.properties).length;
      const isFull = waiting.length === MOST_ROWS || characters + size > MOST_CHARACTERS_TOGETHER;
      if (table !== into || isFull) await flush();
      into = table;
      waiting.push(change);
      characters += size;
    },
  };
}

/** The directory and the index of calendars say again what the organisation's facts say. */
function createIndex(directory: Places['directory'], feeds: Feeds, organisation: OrganisationRef) {
  const people = new Map<PersonId, string>();
  const links: (() => Promise<void>)[] = [];
  async function flush(): Promise<void> {
    await directory.note(
      organisation,
      [...people].map(([person, address]) => ({ person, address })),
    );
    people.clear();
    // An account takes an address that is noted by then.
    for (const link of links.splice(0)) await link();
  }
  return {
    flush,
    async note(key: string, properties: Readonly<Record<string, string>>): Promise<void> {
      const [kept, owner, kind] = key.split('|');
      if (kept !== 'p') return;
      const person = owner as PersonId;
      const caller = { organisation, person };
      const { body } = factOfRow({ key, properties, etag: '' });
      if (kind === 'person') people.set(person, bodies.person.parse(body).email);
      if (kind === 'link') {
        const { until, ...link } = bodies.link.parse(body);
        const account = { tenant: organisation.tenant, ...link };
        if (until === undefined) links.push(() => directory.relink(caller, account));
      }
      if (kind === 'feed') {
        const { hash, of } = bodies.feed.parse(body);
        if (hash !== undefined) await feeds.remember(hash, caller, of);
      }
      if (people.size === MOST_ROWS) await flush();
    },
  };
}

function refused(because: string): { kind: 'refused'; because: string } {
  return { kind: 'refused', because };
}
