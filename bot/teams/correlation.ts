import { AsyncLocalStorage } from 'node:async_hooks';

const current = new AsyncLocalStorage<string>();

/**
 * What is sent to Teams while `work` runs carries that id: a turn's own, or a reminder's trace. The
 * SDK between a turn and its requests has no place to hand it through.
 */
export function correlated<T>(id: string | undefined, work: () => T): T {
  return id === undefined ? work() : current.run(id, work);
}

/** The header by which a request's line in Teams' log, or a proxy's, is found again in ours. */
export function correlationHeader(): Record<string, string> {
  const id = current.getStore();
  return id === undefined ? {} : { 'x-correlation-id': id };
}
