import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConnectorClient } from 'botframework-connector';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { correlated } from '../../bot/teams/correlation.ts';
import { createHttpClient } from '../../bot/teams/http-client.ts';

const heard: (string | string[] | undefined)[] = [];
const server = createServer((request, response) => {
  heard.push(request.headers['x-correlation-id']);
  response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

test('what is sent to Teams carries the id of the turn or reminder that it belongs to, and no other’s', async () => {
  const { port } = server.address() as AddressInfo;
  const signer = { signRequest: async <Outgoing>(outgoing: Outgoing) => outgoing };
  const client = new ConnectorClient(signer, {
    baseUri: `http://127.0.0.1:${port}/`,
    httpClient: createHttpClient({ timeoutMs: 5_000 }),
  });
  const send = () => client.conversations.sendToConversation('chat', { type: 'message' });
  await correlated('feedfacefeedface', send);
  await Promise.all([correlated('c0ffee00-0001', send), correlated('c0ffee00-0002', send)]);
  await correlated(undefined, send);
  expect([heard[0], new Set(heard.slice(1, 3)), heard[3]]).toEqual([
    'feedfacefeedface',
    new Set(['c0ffee00-0001', 'c0ffee00-0002']),
    undefined,
  ]);
});
