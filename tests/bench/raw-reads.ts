import { TableClient } from '@azure/data-tables';
import type { OrganisationRef } from '../../bot/domain/facts.ts';
import { after, FRAME, partitionOf, THINGS } from '../../bot/storage/keys.ts';

/** All digests, what they are read against, and what is nobody's own: the rows that figures stand on. */
export function rawReads(
  connection: string,
  trust: OrganisationRef,
  leaders = 1,
): () => Promise<void> {
  const records = TableClient.fromConnectionString(connection, 'records', {
    allowInsecureConnection: true,
  });
  const partition = partitionOf(trust);
  const range = async (prefix: string): Promise<number> => {
    const filter = `PartitionKey eq '${partition}' and RowKey ge '${prefix}' and RowKey lt '${after(prefix)}'`;
    let rows = 0;
    const pages = records.listEntities({ queryOptions: { filter } }).byPage({ maxPageSize: 1000 });
    for await (const page of pages) rows += page.length;
    return rows;
  };
  return async () => {
    const [digests, frame] = await Promise.all([range('s|'), range(FRAME), range(THINGS)]);
    if (digests < leaders || frame === 0) throw new Error('the raw reads found too little');
  };
}
