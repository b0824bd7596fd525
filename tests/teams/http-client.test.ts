import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { createServer as createSocketServer, type AddressInfo, type Server } from 'node:net';
import { ConnectorClient } from 'botframework-connector';
import { expect, onTestFinished, test } from 'vitest';
import { createHttpClient, SendError } from '../../bot/teams/http-client.ts';
import { goneBy } from '../../bot/teams/renewal.ts';
import { ownCertificate } from '../support/own-certificate.ts';

const signer = { signRequest: async <Outgoing>(outgoing: Outgoing) => outgoing };

/** A connector that answers as told; how often it was asked, and a client that sends to it. */
async function against(answer: RequestListener, timeoutMs = 5_000, freshMs?: number) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close().closeAllConnections();
  });
  const baseUri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const httpClient = createHttpClient({
    timeoutMs,
    ...(freshMs === undefined ? {} : { freshMs }),
  });
  const client = new ConnectorClient(signer, { baseUri, httpClient });
  const send = () => client.conversations.sendToConversation('a:1', { type: 'message', text: 'x' });
  const put = () =>
    client.conversations.updateActivity('a:1', 'said-1', { type: 'message', text: 'x' });
  return { asked, send, put, server };
}

async function endingOf(send: () => Promise<unknown>): Promise<SendError> {
  const error = await send().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof SendError)) throw new Error(`not a SendError: ${String(error)}`);
  return error;
}

test.each([
  [403, 'undeliverable'],
  [404, 'undeliverable'],
  [401, 'later'],
  [412, 'later'],
  [429, 'later'],
  [502, 'later'],
  [503, 'later'],
  [504, 'unknown'],
  [500, 'unknown'],
])('a %i of Teams’ is %s, and asked for once', async (status, ending) => {
  const { asked, send } = await against((_, response) => {
    response.writeHead(status, { 'retry-after': '3', 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: { code: 'BotNotInConversationRoster' } }));
  });
  const error = await endingOf(send);
  expect(error).toMatchObject({
    ending,
    status,
    retryAfterMs: 3000,
    code: 'BotNotInConversationRoster',
  });
  expect(asked).toEqual(['POST /v3/conversations/a%3A1/activities']);
});

test('a wait until a moment is counted by the clock of whoever names it', async () => {
  const { send } = await against((_, response) => {
    response.writeHead(429, {
      date: 'Wed, 10 Jun 2026 09:00:00 GMT',
      'retry-after': 'Wed, 10 Jun 2026 09:00:30 GMT',
    });
    response.end();
  });
  expect(await endingOf(send)).toMatchObject({ ending: 'later', retryAfterMs: 30_000 });
});

test('what breaks off after it was asked may have arrived, and is not sent again', async () => {
  const { asked, send } = await against((request) => request.socket.destroy());
  expect((await endingOf(send)).ending).toBe('unknown');
  expect(asked).toHaveLength(1);
});

test('no answer in time may have arrived', async () => {
  const { asked, send } = await against(() => {}, 100);
  expect((await endingOf(send)).ending).toBe('unknown');
  expect(asked).toHaveLength(1);
});

test('nobody there never arrived: later', async () => {
  const { send, server } = await against(() => {});
  await new Promise((resolve) => server.close(resolve));
  expect((await endingOf(send)).ending).toBe('later');
});

/** Sends over TLS to whoever is there. */
async function sendSecurelyTo(server: Server): Promise<SendError> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const baseUri = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const client = new ConnectorClient(signer, {
    baseUri,
    httpClient: createHttpClient({ timeoutMs: 5_000 }),
  });
  return endingOf(() =>
    client.conversations.sendToConversation('a:1', { type: 'message', text: 'x' }),
  );
}

test('a connection that breaks before it is secured carried nothing: later', async () => {
  const broken = createSocketServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', () => socket.destroy());
  });
  expect((await sendSecurelyTo(broken)).ending).toBe('later');
});

test('whoever can’t be trusted is told nothing: later', async () => {
  const asked: unknown[] = [];
  const unknown = createSecureServer(ownCertificate(), (request) => asked.push(request.url));
  expect((await sendSecurelyTo(unknown)).ending).toBe('later');
  expect(asked).toEqual([]);
});

test('a 201 with a broken body has arrived, though its id is unknown', async () => {
  const { send } = await against((_, response) => {
    response.writeHead(201, { 'content-type': 'application/json' });
    response.end('{"id": "12');
  });
  expect((await send()).id).toBeUndefined();
});

test('a 201 that is cut off in its body has arrived', async () => {
  const { send } = await against((_, response) => {
    response.writeHead(201, { 'content-type': 'application/json', 'content-length': '60' });
    response.write('{"id": "12', () => response.destroy());
  });
  expect((await send()).id).toBeUndefined();
});

test.each(['reset', 'stalled'])(
  'what a first line says holds, though the rest of the answer is %s',
  async (how) => {
    for (const status of [201, 403, 429]) {
      const { send } = await against((request, response) => {
        response.writeHead(status, { 'content-length': '60', 'retry-after': '3' });
        response.write('{"id": "12', () => how === 'reset' && request.socket.resetAndDestroy());
      }, 300);
      if (status === 201) expect((await send()).id).toBeUndefined();
      else expect(await endingOf(send)).toMatchObject({ status });
    }
  },
);

test('that somebody blocked the bot may stand within a message’s text', async () => {
  const { send } = await against((_, response) => {
    response.writeHead(403, { 'content-type': 'application/json' });
    const message = JSON.stringify({ subCode: 'MessageWritesBlocked' });
    response.end(JSON.stringify({ errorCode: 209, message }));
  });
  const error = await endingOf(send);
  expect(error.code).toBe('MessageWritesBlocked');
  expect(goneBy(error)).toBe('blocked');
});

test('a 503 that is cut off in its body has not arrived', async () => {
  const { send } = await against((_, response) => {
    response.writeHead(503, { 'content-length': '60' });
    response.write('<html>', () => response.destroy());
  });
  expect(await endingOf(send)).toMatchObject({ ending: 'later', status: 503 });
});

/** Teams at the moment at which it lets an idle connection go: the next request on it is cut. */
function onceAConnection(): RequestListener {
  const used = new WeakSet<object>();
  return ({ socket }, response) => {
    if (used.has(socket)) return void socket.destroy();
    used.add(socket);
    response.writeHead(201, { 'content-type': 'application/json' }).end('{"id": "12"}');
  };
}

test('a connection that was idle for too long is not trusted with a message', async () => {
  const { asked, send } = await against(onceAConnection(), 5_000, 0);
  for (let turn = 0; turn < 3; turn += 1) expect((await send()).id).toBe('12');
  expect(asked).toHaveLength(3);
});

test('one that was in use a moment ago is', async () => {
  const { send } = await against(onceAConnection(), 5_000, 60_000);
  await send();
  expect((await endingOf(send)).ending).toBe('unknown');
});

test('a 504 to what is put where it stands may be sent again: it is there once either way', async () => {
  const { put } = await against((_, response) => response.writeHead(504).end());
  expect((await endingOf(put)).ending).toBe('later');
});
