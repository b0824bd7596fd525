import { createServer } from 'node:http';
import { TableClient } from '@azure/data-tables';
import { expect, onTestFinished, test } from 'vitest';
import { azureTable } from '../../bot/storage/azure-table.ts';
import { StorageAway } from '../../bot/storage/table.ts';

/** A table service that answers at once, or never. */
async function tableThat(how: 'answers' | 'is silent') {
  const server = createServer((_, response) => {
    if (how === 'is silent') return;
    response.writeHead(200, { 'content-type': 'application/json', etag: 'W/"one"' });
    response.end(JSON.stringify({ PartitionKey: 'one', RowKey: 'one', body: 'kept' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const connection = [
    'DefaultEndpointsProtocol=http;AccountName=practice;AccountKey=cHJhY3RpY2U=',
    `TableEndpoint=http://127.0.0.1:${port}/practice`,
  ].join(';');
  const options = { allowInsecureConnection: true, retryOptions: { maxRetries: 0 } };
  return azureTable(TableClient.fromConnectionString(connection, 'records', options));
}

test('a moment in which the process itself stood still is not held against storage', async () => {
  const table = await tableThat('answers');
  const asked = table.get('one', 'one');
  const until = performance.now() + 3_000;
  while (performance.now() < until);
  expect((await asked)?.properties['body']).toBe('kept');
}, 30_000);

test('storage that never answers is away', async () => {
  const table = await tableThat('is silent');
  await expect(table.get('one', 'one')).rejects.toThrow(StorageAway);
}, 30_000);
