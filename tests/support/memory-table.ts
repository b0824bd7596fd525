import { checkChanges, type Change, type Row, type Table } from '../../bot/storage/table.ts';

/** The table contract in memory: for rules tested in milliseconds. */
export function memoryTable(): Table {
  const partitions = new Map<string, Map<string, Row>>();
  let version = 0;
  const partitionOf = (name: string): Map<string, Row> => {
    const partition = partitions.get(name) ?? new Map<string, Row>();
    partitions.set(name, partition);
    return partition;
  };
  const holds = (partition: Map<string, Row>, change: Change): boolean => {
    const row = partition.get(change.key);
    if (change.kind === 'insert') return row === undefined;
    if (change.kind === 'put') return true;
    return row !== undefined && (change.kind === 'delete' || row.etag === change.etag);
  };

  const table: Table = {
    async get(partition, key) {
      return partitionOf(partition).get(key);
    },
    async *range(partition, from, to) {
      const rows = [...partitionOf(partition).values()]
        .filter((row) => row.key >= from && row.key < to)
        .toSorted((a, b) => (a.key < b.key ? -1 : 1));
      for (let start = 0; start < rows.length; start += 1000) yield rows.slice(start, start + 1000);
    },
    // A page of versions is a page of rows of which less is looked at.
    etags: (partition, from, to) => table.range(partition, from, to),
    async write(partitionName, changes) {
      checkChanges(changes);
      const partition = partitionOf(partitionName);
      if (!changes.every((change) => holds(partition, change))) return { kind: 'conflict' };
      const etags = new Map<string, string>();
      for (const change of changes) {
        if (change.kind === 'delete') partition.delete(change.key);
        else {
          version += 1;
          const row = {
            key: change.key,
            properties: { ...change.properties },
            etag: `W/"${version}"`,
          };
          partition.set(change.key, row);
          etags.set(change.key, row.etag);
        }
      }
      return { kind: 'written', etags };
    },
  };
  return table;
}
