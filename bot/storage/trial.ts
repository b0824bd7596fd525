import { randomUUID } from 'node:crypto';
import type { TableClient } from '@azure/data-tables';
import type { ContainerClient } from '@azure/storage-blob';
import type { QueueClient } from '@azure/storage-queue';
import { awayFrom } from './trouble.ts';

/** Rows of a trial stand in no tenant's partition, and are gone when it ends. */
const PARTITION = 'trial';
/** Hidden for nearly as long as it lives: no worker ever sees it. */
const trialMessage = { visibilityTimeout: 50, messageTimeToLive: 60 };

/** Writes, reads and removes something in each part, as the bot will need to. */
export function createTrials(clients: {
  tables: readonly TableClient[];
  queues: readonly QueueClient[];
  files: ContainerClient;
}) {
  return {
    tables: () =>
      tried(async () => {
        for (const table of clients.tables) {
          const row = { partitionKey: PARTITION, rowKey: randomUUID() };
          await table.createTable();
          await table.upsertEntity(row, 'Replace');
          await table.getEntity(row.partitionKey, row.rowKey);
          await table.deleteEntity(row.partitionKey, row.rowKey);
        }
      }),
    queues: () =>
      tried(async () => {
        for (const queue of clients.queues) {
          await queue.createIfNotExists();
          const { messageId, popReceipt } = await queue.sendMessage('trial', trialMessage);
          await queue.getProperties();
          await queue.deleteMessage(messageId, popReceipt);
        }
      }),
    files: () =>
      tried(async () => {
        await clients.files.createIfNotExists();
        const blob = clients.files.getBlockBlobClient(`${PARTITION}/${randomUUID()}`);
        await blob.upload('trial', 5);
        await blob.downloadToBuffer();
        await blob.delete();
      }),
  };
}

async function tried(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw awayFrom(error) ?? error;
  }
}
