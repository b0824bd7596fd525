import * as z from 'zod';
import type { StorageCall } from './storage-recorder.ts';

const stepSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('point'), table: z.string(), partition: z.string(), row: z.string() }),
  z.object({ kind: z.literal('range'), table: z.string(), filter: z.string() }),
  /** Rows written together, each of so many characters. */
  z.object({ kind: z.literal('write'), sizes: z.array(z.number()) }),
]);
export type Step = z.infer<typeof stepSchema>;

/** What a turn asks of storage: calls at once in a group, the groups one after another. */
export const planSchema = z.object({
  beforeAnswer: z.array(z.array(stepSchema)),
  afterAnswer: z.array(z.array(stepSchema)),
});
export type Plan = z.infer<typeof planSchema>;

/** The plan of a recorded turn, which was answered at `answeredAt`. */
export function planOf(calls: readonly StorageCall[], answeredAt: number): Plan {
  const before = calls.filter(({ endedAt }) => endedAt <= answeredAt);
  const after = calls.filter(({ endedAt }) => endedAt > answeredAt);
  return { beforeAnswer: groupsOf(before), afterAnswer: groupsOf(after) };
}

/** "1 point, 2 ranges, 5 + 1 rows written": the same for turns that ask the same. */
export function inWords({ beforeAnswer, afterAnswer }: Plan): string {
  const steps = [...beforeAnswer, ...afterAnswer].flat();
  const many = (kind: Step['kind']): number => steps.filter((step) => step.kind === kind).length;
  const rows = steps.flatMap((step) => (step.kind === 'write' ? step.sizes.length : []));
  const written = rows.toSorted((a, b) => b - a).join(' + ');
  return `${many('point')} point reads, ${many('range')} range reads, ${written} rows written`;
}

function groupsOf(calls: readonly StorageCall[]): Step[][] {
  const groups: { steps: Step[]; endedAt: number }[] = [];
  for (const call of calls.toSorted((a, b) => a.startedAt - b.startedAt)) {
    const last = groups.at(-1);
    if (last === undefined || call.startedAt >= last.endedAt) {
      groups.push({ steps: [stepOf(call)], endedAt: call.endedAt });
    } else {
      last.steps.push(stepOf(call));
      last.endedAt = Math.max(last.endedAt, call.endedAt);
    }
  }
  return groups.map(({ steps }) => steps);
}

function stepOf({ method, path, body }: StorageCall): Step {
  const url = new URL(path, 'http://storage');
  const address = decodeURIComponent(url.pathname);
  if (method !== 'GET') return { kind: 'write', sizes: sizesIn(address, body) };
  const point = /\/(\w+)\(PartitionKey='(.*)',RowKey='(.*)'\)$/.exec(address);
  if (point !== null) {
    const [, table = '', partition = '', row = ''] = point;
    return { kind: 'point', table, partition, row };
  }
  const table = /\/(\w+)\(\)$/.exec(address)?.[1];
  const filter = url.searchParams.get('$filter');
  if (table === undefined || filter === null) throw new Error(`an unknown call: ${path}`);
  return { kind: 'range', table, filter };
}

/** A transaction is several HTTP requests in one; each row that it writes is a JSON body. */
function sizesIn(address: string, body: string): number[] {
  if (!address.endsWith('/$batch')) return [body.length];
  return [...body.matchAll(/^(?:PUT|POST|PATCH|MERGE|DELETE) \S+ HTTP\/1\.1$/gm)].map(
    ({ index }) =>
      /^\{.*\}/m.exec(body.slice(index).split('--changeset')[0] ?? '')?.[0].length ?? 0,
  );
}
