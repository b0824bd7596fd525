import { setTimeout as pause } from 'node:timers/promises';
import {
  odata,
  RestError,
  type TableClient,
  type TableEntityQueryOptions,
  type TableEntityResult,
  type TransactionAction,
} from '@azure/data-tables';
import { checkChanges, StorageAway, type Change, type Row, type Table } from './table.ts';
import { awayFrom } from './trouble.ts';

/** A turn must answer within Teams' limit, so one call to storage may not take longer than this. */
const PATIENCE_MS = 2_500;
/** It is counted in so many pieces. */
const PIECES = 5;

type Entity = Record<string, unknown>;

/** The table contract on Azure Tables, or on Azurite, which speaks the same protocol. */
export function azureTable(client: TableClient, patienceMs = PATIENCE_MS): Table {
  const { asked, read } = patientFor(patienceMs);
  return {
    async get(partition, key) {
      return read(async (abortSignal) => {
        try {
          return toRow(await client.getEntity<Entity>(partition, key, { abortSignal }));
        } catch (error) {
          if (error instanceof RestError && error.statusCode === 404) return undefined;
          throw error;
        }
      });
    },

    async *range(partition, from, to) {
      for await (const page of pagesOf(client, read, rangeOf(partition, from, to))) {
        yield page.map(toRow);
      }
    },

    async *etags(partition, from, to) {
      const select = ['RowKey'];
      for await (const page of pagesOf(client, read, { ...rangeOf(partition, from, to), select })) {
        yield page.map(({ rowKey, etag }) => ({ key: rowKey ?? '', etag }));
      }
    },

    async write(partition, changes) {
      checkChanges(changes);
      return asked(async (abortSignal) => {
        try {
          const [only, ...others] = changes;
          const written =
            only !== undefined && others.length === 0
              ? await writeOne(client, partition, only, abortSignal)
              : await writeTogether(client, partition, changes, abortSignal);
          const etags = new Map<string, string>();
          for (const [index, change] of changes.entries()) {
            const etag = written[index]?.etag;
            if (etag !== undefined) etags.set(change.key, etag);
          }
          return { kind: 'written', etags };
        } catch (error) {
          if (isConflict(error)) return { kind: 'conflict' };
          throw error;
        }
      });
    },
  };
}

function rangeOf(partition: string, from: string, to: string): TableEntityQueryOptions {
  const filter = odata`PartitionKey eq ${partition} and RowKey ge ${from} and RowKey lt ${to}`;
  return { filter };
}

async function* pagesOf(
  client: TableClient,
  read: ReturnType<typeof patientFor>['read'],
  queryOptions: TableEntityQueryOptions,
): AsyncGenerator<TableEntityResult<Entity>[]> {
  const rows = client.listEntities<Entity>({ queryOptions });
  let continuationToken: string | undefined;
  do {
    const next = continuationToken === undefined ? {} : { continuationToken };
    const page = await read(() => rows.byPage({ maxPageSize: 1000, ...next }).next());
    if (page.done === true) return;
    yield page.value;
    ({ continuationToken } = page.value);
  } while (continuationToken !== undefined);
}

type Etags = readonly { readonly etag?: string }[];

async function writeTogether(
  client: TableClient,
  partition: string,
  changes: readonly Change[],
  abortSignal: AbortSignal,
): Promise<Etags> {
  const actions = changes.map((change) => toAction(partition, change));
  return (await client.submitTransaction(actions, { abortSignal })).subResponses;
}

/** A row alone needs no transaction, which costs more and which Azurite takes one at a time. */
async function writeOne(
  client: TableClient,
  partitionKey: string,
  change: Change,
  abortSignal: AbortSignal,
): Promise<Etags> {
  const rowKey = change.key;
  if (change.kind === 'delete') {
    await client.deleteEntity(partitionKey, rowKey, { abortSignal });
    return [];
  }
  const entity = { partitionKey, rowKey, ...change.properties };
  switch (change.kind) {
    case 'insert':
      return [await client.createEntity(entity, { abortSignal })];
    case 'put':
      return [await client.upsertEntity(entity, 'Replace', { abortSignal })];
    case 'replace':
      return [await client.updateEntity(entity, 'Replace', { etag: change.etag, abortSignal })];
  }
}

function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // Azurite lets two transactions collide with this message, where Azure answers 409.
  if (error.message.includes('Transaction Overlap')) return true;
  if (!(error instanceof RestError)) return false;
  return (
    error.statusCode === 409 ||
    error.statusCode === 412 ||
    (error.statusCode === 404 && error.code === 'ResourceNotFound')
  );
}

/** Of what only reads, where a kept connection turns out to be closed. */
const MORE_ASKS = 2;

type Ask<T> = (signal: AbortSignal) => Promise<T>;

function patientFor(patienceMs: number) {
  const asked = <T>(ask: Ask<T>): Promise<T> => within(patienceMs, ask);
  /**
   * What only reads is asked again where its connection was closed under it: storage closes idle
   * ones when it likes, several at once, and nobody's tap should fail for that.
   */
  const read = <T>(ask: Ask<T>): Promise<T> =>
    asked(async (signal) => {
      for (let left = MORE_ASKS; ; left -= 1) {
        try {
          return await ask(signal);
        } catch (error) {
          if (left === 0 || !(error instanceof RestError) || error.code !== 'ECONNRESET')
            throw error;
          // The others that were closed with it are noticed meanwhile.
          await pause(10);
        }
      }
    });
  return { asked, read };
}

/** Tells "storage is away" from our own faults. */
async function within<T>(patienceMs: number, ask: Ask<T>): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    const giveUp = (): void => {
      reject(new StorageAway('storage took too long', { trouble: 'slow' }));
      controller.abort();
    };
    // A moment in which this process itself stood still is one piece, however long: the answer may
    // have come meanwhile, and is read only after the timers.
    const wait = (pieces: number): void => {
      timer = setTimeout(() => {
        if (pieces > 1) wait(pieces - 1);
        else setImmediate(giveUp);
      }, patienceMs / PIECES);
    };
    wait(PIECES);
  });
  try {
    return await Promise.race([ask(controller.signal), tooLate]);
  } catch (error) {
    throw awayFrom(error) ?? error;
  } finally {
    clearTimeout(timer);
  }
}

function toRow(entity: TableEntityResult<Entity>): Row {
  const properties: Record<string, string> = {};
  for (const name of Object.keys(entity)) {
    const value = entity[name];
    if (typeof value !== 'string') continue;
    if (name === 'partitionKey' || name === 'rowKey' || name === 'etag' || name === 'timestamp')
      continue;
    if (name.startsWith('odata')) continue;
    properties[name] = value;
  }
  return { key: entity.rowKey ?? '', properties, etag: entity.etag };
}

function toAction(partitionKey: string, change: Change): TransactionAction {
  const rowKey = change.key;
  if (change.kind === 'delete') return ['delete', { partitionKey, rowKey }];
  const entity = { partitionKey, rowKey, ...change.properties };
  if (change.kind === 'insert') return ['create', entity];
  if (change.kind === 'put') return ['upsert', entity, 'Replace'];
  return ['update', entity, 'Replace', { etag: change.etag }];
}
