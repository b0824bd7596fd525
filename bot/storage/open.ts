import { setTimeout as pause } from 'node:timers/promises';
import { AzureCliCredential, ManagedIdentityCredential } from '@azure/identity';
import { TableClient, type TableServiceClientOptions } from '@azure/data-tables';
import { BlobServiceClient } from '@azure/storage-blob';
import { QueueServiceClient } from '@azure/storage-queue';
import type { Backups, Clock, Erasures, Files } from '../use-cases/ports.ts';
import { azureFiles } from './azure-files.ts';
import { readBackup } from './backup.ts';
import { azureQueue } from './azure-queue.ts';
import { azureTable } from './azure-table.ts';
import { createClockSkew } from './clock-skew.ts';
import { createCards } from './shown-cards.ts';
import { createConversations } from './conversations.ts';
import { createDirectory } from './directory.ts';
import { endingWithEmployment } from './ended-roles.ts';
import { createErasures } from './erase.ts';
import { eraseOrganisation, organisationKept } from './erase-organisation.ts';
import { createFeeds } from './feeds.ts';
import { createFrames } from './frames.ts';
import { createHoldings } from './holdings.ts';
import { createImports } from './imports.ts';
import { createLanes, type Conflicted } from './lane.ts';
import { createOffers } from './offers.ts';
import { createNudges, createPace } from './nudges.ts';
import { createOrganisations } from './organisations.ts';
import { createRecords } from './records.ts';
import { restoreBackup } from './restore.ts';
import { StorageAway, type Table } from './table.ts';
import { createTrials } from './trial.ts';
import { awayFrom } from './trouble.ts';
import { createAuditor } from './verify.ts';

export type StorageConfig =
  | {
      readonly kind: 'identity';
      readonly url: string;
      readonly queuesUrl: string;
      readonly blobsUrl: string;
      /** Client id of the user-assigned managed identity; without it, whoever is signed in to Azure's CLI. */
      readonly managedIdentity?: string;
    }
  | { readonly kind: 'connection'; readonly text: string };

const TABLES = ['records', 'directory', 'conversations', 'cards', 'nudges'] as const;
export type Tables = Readonly<Record<(typeof TABLES)[number], Table>>;

/** Everything that storage does for the house, over its tables and files. */
export function storageOver(
  tables: Tables,
  given: {
    clock: Clock;
    most?: number;
    files: Files;
    conflicted?: Conflicted;
    /** Throws while this process's clock is not storage's. */
    clockIsRight?: () => void;
  },
) {
  const { clock, files, most, conflicted, clockIsRight } = given;
  const frames = createFrames(tables.records);
  const lanes = createLanes(tables.records, frames, clock, most, conflicted, clockIsRight);
  const directory = createDirectory(tables.directory, tables.records, lanes);
  const feeds = createFeeds(tables.directory);
  const imports = createImports(tables.records, lanes, directory, given.clock);
  const nudges = createNudges(tables.nudges);
  const backups: Backups = {
    read: (organisation, takenAt) => readBackup(tables, files, organisation, takenAt),
    restore: (asked, bytes, how) =>
      restoreBackup({ tables, files, directory, feeds }, asked, bytes, how),
  };
  const conversations = createConversations(tables.conversations);
  const places = { tables, lanes, frames, files, feeds, directory };
  return {
    records: endingWithEmployment(createRecords(tables.records, frames, lanes)),
    directory,
    imports,
    organisations: createOrganisations(tables.records, lanes, directory),
    auditor: createAuditor(tables.records),
    conversations,
    reach: conversations,
    welcomes: conversations,
    cards: createCards(tables.cards),
    offers: createOffers(tables.conversations),
    nudges,
    pace: createPace(tables.nudges),
    feeds,
    files,
    backups,
    holdings: createHoldings(tables, { files, nudges, imports }),
    erasures: {
      ...createErasures(places),
      organisationKept: (organisation) => organisationKept(places, organisation),
      eraseOrganisation: (organisation, progress) =>
        eraseOrganisation(places, organisation, progress),
    } satisfies Erasures,
  };
}

/** Azure Tables, or Azurite. `prepare` makes the tables; `ping` answers while storage does. */
export function openStorage(
  config: StorageConfig,
  given: {
    clock: Clock;
    most?: number;
    conflicted?: Conflicted;
    /** How long one call may take; unless told, what leaves a turn within Teams' limit. */
    patienceMs?: number | undefined;
  },
) {
  // Our own bounded tries decide what a lost answer means; the SDK's would hide it.
  const options: TableServiceClientOptions = { retryOptions: { maxRetries: 0 } };
  const client = (name: string): TableClient =>
    config.kind === 'connection'
      ? TableClient.fromConnectionString(config.text, name, {
          ...options,
          allowInsecureConnection: /http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(config.text),
        })
      : new TableClient(config.url, name, credentialFor(config.managedIdentity), options);
  // A file put twice is the same file, and a wave the same wave: here the SDK's second try is welcome.
  const retryOptions = { maxTries: 2, retryDelayInMs: 100 };
  const queues =
    config.kind === 'connection'
      ? QueueServiceClient.fromConnectionString(config.text, { retryOptions })
      : new QueueServiceClient(config.queuesUrl, credentialFor(config.managedIdentity), {
          retryOptions,
        });
  const blobs =
    config.kind === 'connection'
      ? BlobServiceClient.fromConnectionString(config.text, { retryOptions })
      : new BlobServiceClient(config.blobsUrl, credentialFor(config.managedIdentity), {
          retryOptions,
        });
  const evidence = blobs.getContainerClient('evidence');
  const queue = queues.getQueueClient('nudges');
  const aside = queues.getQueueClient('nudges-aside');
  const clients = Object.fromEntries(TABLES.map((name) => [name, client(name)])) as Record<
    (typeof TABLES)[number],
    TableClient
  >;
  const clockSkew = createClockSkew();
  // Nobody collects its traces, and each call would pay for taking its address apart.
  for (const { pipeline } of Object.values(clients)) {
    pipeline.removePolicy({ name: 'tracingPolicy' });
    // Innermost: refusals carry a date too.
    pipeline.addPolicy(clockSkew.policy, { afterPhase: 'Sign' });
  }
  const tables: Tables = {
    records: azureTable(clients.records, given.patienceMs),
    directory: azureTable(clients.directory, given.patienceMs),
    conversations: azureTable(clients.conversations, given.patienceMs),
    cards: azureTable(clients.cards, given.patienceMs),
    nudges: azureTable(clients.nudges, given.patienceMs),
  };
  const made = { tables: false, rest: false };

  async function prepare(): Promise<void> {
    if (!made.tables) {
      await within(Promise.all(TABLES.map((name) => clients[name].createTable())));
      made.tables = true;
    }
    if (made.rest) return;
    // Without reminders and files people can still do most of what they came for: readiness says so.
    const rest = [queue, aside, evidence].map((each) => within(each.createIfNotExists()));
    const outcomes = await Promise.allSettled(rest);
    made.rest = outcomes.every(({ status }) => status === 'fulfilled');
  }

  /** What each part answers to the smallest question: readiness asks so, and says which does not. */
  const parts = {
    async tables(): Promise<void> {
      await prepare();
      await tables.directory.get('ping', 'ping');
    },
    queues: async () => void (await within(queue.getProperties())),
    files: async () => void (await within(evidence.getProperties())),
  };

  return {
    ...storageOver(tables, {
      ...given,
      files: azureFiles(evidence),
      clockIsRight: () => clockSkew.check(),
    }),
    tables,
    queue: azureQueue(queue, aside, given.patienceMs),
    prepare,
    ping: parts.tables,
    parts,
    clock: async () => clockSkew.check(),
    trials: createTrials({
      tables: Object.values(clients),
      queues: [queue, aside],
      files: evidence,
    }),
  };
}

/** An identity or a service that never answers must not keep the process from saying so. */
const PATIENCE_MS = 5_000;

async function within<T>(asked: Promise<T>): Promise<T> {
  const timer = new AbortController();
  const late = pause(PATIENCE_MS, undefined, { signal: timer.signal, ref: false }).then(() => {
    throw new StorageAway('storage took too long', { trouble: 'slow' });
  });
  try {
    return await Promise.race([asked, late]);
  } catch (error) {
    throw awayFrom(error) ?? new StorageAway('storage is away', { cause: error });
  } finally {
    late.catch(() => undefined);
    timer.abort();
  }
}

function credentialFor(managedIdentity: string | undefined) {
  return managedIdentity === undefined
    ? new AzureCliCredential()
    : new ManagedIdentityCredential({ clientId: managedIdentity });
}

export type Storage = ReturnType<typeof storageOver>;
