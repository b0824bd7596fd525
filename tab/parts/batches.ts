import { mostAtOnce } from '../../bot/contract/parts.ts';

/** As many acts as the ids need: one names so many at most. */
export function batches(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / mostAtOnce) }, (_, at) =>
    ids.slice(at * mostAtOnce, (at + 1) * mostAtOnce),
  );
}
