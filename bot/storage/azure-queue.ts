import { RestError, type QueueClient } from '@azure/storage-queue';
import type { NudgeQueue, TakenWave, Wave } from '../use-cases/nudge-ports.ts';
import { awayFrom } from './trouble.ts';
import { decodeWave, encodeWave } from './wave.ts';

/** A worker that died gives its wave back after so long; one at work says that it still is. */
const HIDDEN_SECONDS = 30;
const PATIENCE_MS = 2_500;
/** The service's own limit. */
const MOST_PEEKED = 32;

/** Waves of nudges on Azure Storage Queues; `aside` keeps those that led nowhere. */
export function azureQueue(
  queue: QueueClient,
  aside: QueueClient,
  patienceMs = PATIENCE_MS,
): NudgeQueue {
  const asked = <T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T> =>
    within(patienceMs, ask);

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
        const { messageId, messageText, dequeueCount } = message;
        let { popReceipt } = message;
        const done = (): Promise<void> =>
          unlessTaken(() =>
            asked((abortSignal) => queue.deleteMessage(messageId, popReceipt, { abortSignal })),
          );
        const keep = (): Promise<void> =>
          unlessTaken(async () => {
            const kept = await asked((abortSignal) =>
              queue.updateMessage(messageId, popReceipt, messageText, HIDDEN_SECONDS, {
                abortSignal,
              }),
            );
            popReceipt = kept.popReceipt ?? popReceipt;
          });
        const putAside = async (): Promise<void> => {
          await asked((abortSignal) => aside.sendMessage(messageText, { abortSignal }));
          await done();
        };
        return { wave: decodeWave(messageText), taken: dequeueCount, done, keep, putAside };
      });
    },
    async age() {
      const { date, peekedMessageItems } = await asked((abortSignal) =>
        queue.peekMessages({ numberOfMessages: MOST_PEEKED, abortSignal }),
      );
      // Both by the service's clock, whatever ours says.
      const now = (date ?? new Date()).getTime();
      const put = peekedMessageItems.map(({ insertedOn }) => insertedOn.getTime());
      return Math.max(0, now - Math.min(now, ...put)) / 1000;
    },
    async aside() {
      const properties = await asked((abortSignal) => aside.getProperties({ abortSignal }));
      return properties.approximateMessagesCount ?? 0;
    },
  };
}

/** Somebody else may have it by now: they find nothing left to do. */
async function unlessTaken(change: () => Promise<unknown>): Promise<void> {
  try {
    await change();
  } catch (error) {
    if (!(error instanceof RestError) || ![400, 404].includes(error.statusCode ?? 0)) throw error;
  }
}

async function within<T>(patienceMs: number, ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  try {
    return await ask(AbortSignal.timeout(patienceMs));
  } catch (error) {
    throw awayFrom(error) ?? error;
  }
}
