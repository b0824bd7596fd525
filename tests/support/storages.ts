import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAzurite } from '../../infra/local/azurite.ts';
import { openStorage, type Tables } from '../../bot/storage/open.ts';
import type { Clock } from '../../bot/use-cases/ports.ts';
import { memoryTables } from './house.ts';

export interface Place {
  readonly name: string;
  /** Opens the same place again: as another process would. */
  tables(clock: Clock): Promise<Tables>;
  /** Where the place has one: for a bot of its own. */
  readonly connection?: string;
  close(): Promise<void>;
}

/** Memory, for rules in milliseconds. */
export async function inMemory(): Promise<Place> {
  const tables = memoryTables();
  return { name: 'memory', tables: async () => tables, close: async () => undefined };
}

/**
 * Azurite as its own process; or, where STORAGE_CONTRACT_CONNECTION names a real account, that one,
 * so that the contract is held by what production runs on.
 */
export async function onAzureProtocol(): Promise<Place> {
  const real = process.env['STORAGE_CONTRACT_CONNECTION'];
  if (real !== undefined) return placeAt(real, async () => undefined);
  const folder = await mkdtemp(join(tmpdir(), 'silver-storage-'));
  // Nobody opens it again once it has ended: it need not write all that it holds every few seconds.
  const azurite = await startAzurite({ folder, forgets: true });
  return placeAt(azurite.connection, async () => {
    await azurite.stop();
    await rm(folder, { recursive: true, force: true });
  });
}

function placeAt(connection: string, close: () => Promise<void>): Place {
  return {
    name: 'Azure Tables protocol',
    connection,
    close,
    async tables(clock) {
      const storage = openStorage({ kind: 'connection', text: connection }, { clock });
      await storage.prepare();
      return storage.tables;
    },
  };
}
