import { RestError, type QueueClient } from '@azure/storage-queue';
import type { NudgeQueue, TakenWave, Wave } from '../use-cases/nudge-ports.ts';
import { StorageAway } from './table.ts';
import { decodeWave, encodeWave } from './wave.ts';

/** Longer than any wave takes; a worker that died gives its wave back after so long. */
const HIDDEN_SECONDS = 60;
const PATIENCE_MS = 2_500;
/** The service's own limit. */
const MOST_PEEKED = 32;

/** Waves of nudges on Azure Storage Queues; `aside` keeps those that led nowhere. */
export function azureQueue(queue: QueueClient, aside: QueueClient): NudgeQueue {
  async function send(wave: Wave, delayMs = 0): Promise<void> {
    const visibilityTimeout = Math.ceil(delayMs / 1000);
    await asked((abortSignal) =>
      queue.sendMessage(encodeWave(wave), {
        abortSignal,
        ...(visibilityTimeout > 0 ? { visibilityTimeout } : {}),
      }),
    );
  }

  return {
    async put(waves, delayMs) {
      for (const wave of waves) await send(wave, delayMs);
    },
    async length() {
      const { approximateMessagesCount = 0 } = await asked((abortSignal) =>
        queue.getProperties({ abortSignal }),
      );
      return approximateMessagesCount;
    },
    async asideNow() {
      const { peekedMessageItems } = await asked((abortSignal) =>
        aside.peekMessages({ numberOfMessages: MOST_PEEKED, abortSignal }),
      );
      return peekedMessageItems.map(({ messageText }) => decodeWave(messageText));
    },
    async take(most) {
      const { receivedMessageItems } = await asked((abortSignal) =>
        queue.receiveMessages({
          numberOfMessages: most,
          visibilityTimeout: HIDDEN_SECONDS,
          abortSignal,
        }),
      );
      return receivedMessageItems.map((message): TakenWave => {
        const { messageId, popReceipt, messageText, dequeueCount } = message;
        const done = async (): Promise<void> => {
          try {
            await asked((abortSignal) =>
              queue.deleteMessage(messageId, popReceipt, { abortSignal }),
            );
          } catch (error) {
            // Somebody else has it by now: they find nothing left to do.
            if (!(error instanceof RestError) || ![400, 404].includes(error.statusCode ?? 0)) {
              throw error;
            }
          }
        };
        const putAside = async (): Promise<void> => {
          await asked((abortSignal) => aside.sendMessage(messageText, { abortSignal }));
          await done();
        };
        return { wave: decodeWave(messageText), taken: dequeueCount, done, putAside };
      });
    },
  };
}

async function asked<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  try {
    return await ask(AbortSignal.timeout(PATIENCE_MS));
  } catch (error) {
    const status = error instanceof RestError ? error.statusCode : undefined;
    if (status !== undefined && status < 500 && status !== 408 && status !== 429) throw error;
    throw new StorageAway('the queue is away', { cause: error });
  }
}
