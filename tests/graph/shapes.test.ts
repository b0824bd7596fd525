import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { readDirectory } from '../../bot/graph/directory.ts';

/*
 * The answers of Microsoft's documentation, as they stand there:
 * microsoftgraph/microsoft-graph-docs-contrib, api-reference/v1.0/api/user-get.md and user-list-manager.md.
 */
const me = {
  businessPhones: ['+1 425 555 0109'],
  displayName: 'Adele Vance',
  givenName: 'Adele',
  jobTitle: 'Retail Manager',
  mail: 'AdeleV@contoso.com',
  mobilePhone: '+1 425 555 0109',
  officeLocation: '18/2111',
  preferredLanguage: 'en-US',
  surname: 'Vance',
  userPrincipalName: 'AdeleV@contoso.com',
  id: '87d349ed-44d7-43e1-9a83-5f2406dee5bd',
};
const manager = {
  id: '7d54cb02-aaa3-4016-9f9c-a4b49422dd9b',
  displayName: 'Sara Davis',
  jobTitle: 'Finance VP',
  mail: 'SaraD@contoso.onmicrosoft.com',
  userPrincipalName: 'SaraD@contoso.onmicrosoft.com',
};

let stop = (): void => undefined;
afterEach(() => stop());

/** Graph, where each path has its answer; what was asked of it. */
async function graphWith(answers: Record<string, { status: number; body?: unknown }>) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    const { status, body } = answers[(request.url ?? '').split('?')[0] ?? ''] ?? { status: 404 };
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stop = () => void server.close();
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, asked };
}

test('of both entries the id and the addresses are asked for, and nothing else is kept', async () => {
  const { url, asked } = await graphWith({
    '/v1.0/me': { status: 200, body: me },
    '/v1.0/me/manager': { status: 200, body: manager },
  });
  expect(await readDirectory(url, 'token')).toEqual({
    kind: 'read',
    says: {
      addresses: ['adelev@contoso.com'],
      manager: { account: manager.id, addresses: ['sarad@contoso.onmicrosoft.com'] },
    },
  });
  expect(asked.toSorted()).toEqual([
    'GET /v1.0/me/manager?$select=id,mail,userPrincipalName Bearer token',
    'GET /v1.0/me?$select=id,mail,userPrincipalName Bearer token',
  ]);
});

test('a manager of whom only the id may be read is still a manager', async () => {
  const { url } = await graphWith({
    '/v1.0/me': { status: 200, body: me },
    '/v1.0/me/manager': { status: 200, body: { id: manager.id, mail: null } },
  });
  expect(await readDirectory(url, 'token')).toMatchObject({
    says: { manager: { account: manager.id, addresses: [] } },
  });
});

test.each([
  ['no JSON', '<html>'],
  ['no id', { mail: 'a@b.example' }],
  ['an id that is none', { id: '../users' }],
  ['an address as long as a page', { id: me.id, mail: 'a'.repeat(400) }],
])('%s is told as unreadable', async (_, body) => {
  const { url } = await graphWith({ '/v1.0/me': { status: 200, body } });
  expect(await readDirectory(url, 'token')).toEqual({ kind: 'unreadable' });
});

test('where Graph can’t be reached it is away', async () => {
  const { url } = await graphWith({});
  stop();
  expect(await readDirectory(url.replace(/\d+$/, '1'), 'token')).toMatchObject({ kind: 'away' });
});
