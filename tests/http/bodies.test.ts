import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { errorSchema, startApi, type Api } from './support/api.ts';

let api: Api;
interface Received {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: object;
  readonly correlationId: string;
}
const received: Received[] = [];
let reply: () => Promise<{ status: number; body?: unknown }> = async () => ({ status: 200 });

beforeAll(async () => {
  api = await startApi({
    channel: {
      receive: async (inbound) => {
        received.push(inbound);
        return reply();
      },
    },
  });
});
afterAll(() => api.close());

const ofSize = (bytes: number) => `{"text":"${'x'.repeat(bytes - 11)}"}`;
const limit = 256 * 1024;

/** 1 MB; whoever unpacks it has 1 GB of spaces. */
const bomb = Buffer.concat(Array<Buffer>(64).fill(gzipSync(Buffer.alloc(16 * 1024 * 1024, ' '))));

const bad: [string, number, string, Buffer | string, Record<string, string>][] = [
  ['text', 415, 'not-json-type', 'hello', { 'content-type': 'text/plain' }],
  ['a form', 415, 'not-json-type', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['a compressed body', 415, 'encoded', gzipSync('{}'), { 'content-encoding': 'gzip' }],
  ['a broken compressed body', 415, 'encoded', 'hello', { 'content-encoding': 'gzip' }],
  ['a small body that unfolds to a gigabyte', 415, 'encoded', bomb, { 'content-encoding': 'gzip' }],
  ['the same, said to be JSON', 413, 'too-large', bomb, {}],
  ['something that is not JSON', 400, 'not-json', '{"type":', {}],
  ['nothing at all', 400, 'not-json', '', {}],
  ['a list', 400, 'not-an-object', '[{"type":"message"}]', {}],
  ['a text', 400, 'not-an-object', '"message"', {}],
  ['null', 400, 'not-an-object', 'null', {}],
  ['ten thousand brackets', 400, 'not-json', '['.repeat(10_000), {}],
  ['bytes that are no UTF-8', 400, 'not-utf-8', Buffer.from('{"text":"\xff"}', 'latin1'), {}],
  ['a byte over 256 kB', 413, 'too-large', ofSize(limit + 1), {}],
  ['eight megabytes', 413, 'too-large', ofSize(8 * 1024 * 1024), {}],
];

test.each(bad)(
  '%s is answered %i and never reaches the bot',
  async (_, status, code, body, headers) => {
    received.length = 0;
    const before = api.lines().length;
    const response = await api.post('/api/messages', body, headers);
    expect(response.status).toBe(status);
    const { error } = errorSchema.parse(await response.json());
    expect(error.code).toBe(code);
    expect(api.lines().slice(before)).toMatchObject([
      { level: 'warn', because: code, correlationId: error.correlationId },
    ]);
    expect(received).toEqual([]);
  },
);

test('256 kB to the byte are taken', async () => {
  received.length = 0;
  const response = await api.post('/api/messages', ofSize(limit));
  expect(response.status).toBe(200);
  expect(received).toHaveLength(1);
});

test('whoever asks first whether to go on with a body is told, and their request is like any other', async () => {
  received.length = 0;
  const body = ofSize(1_000);
  const answer = await api.raw(
    `POST /api/messages HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nExpect: 100-continue\r\n` +
      `Content-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK/);
  expect(received).toHaveLength(1);
  const another = await api.raw(
    'GET /healthz HTTP/1.1\r\nHost: a\r\nExpect: 299-cake\r\nConnection: close\r\n\r\n',
  );
  expect(another).toMatch(/^HTTP\/1\.1 200 /);
  expect(another).toContain('X-Correlation-Id');
});

test('a body that grows without saying how far is cut off', async () => {
  received.length = 0;
  const sent = request(`${api.url}/api/messages`, {
    method: 'POST',
    headers: {
      authorization: 'Bearer from-teams',
      'content-type': 'application/json',
      'transfer-encoding': 'chunked',
    },
  });
  let bytes = 0;
  const more = () => {
    while (!sent.destroyed && sent.write(Buffer.alloc(65_536, ' '))) bytes += 65_536;
  };
  sent.on('drain', more);
  more();
  // The answer may come, or the connection end before the client has read it: it ends either way.
  const outcome = await new Promise((resolve) => {
    sent.on('response', (response) => resolve(response.statusCode));
    sent.on('error', () => resolve(413));
  });
  sent.destroy();
  expect(outcome).toBe(413);
  expect(bytes).toBeLessThan(64 * 1024 * 1024);
  expect(received).toEqual([]);
  expect(api.lines().at(-1)).toMatchObject({ because: 'too-large' });
});

test('an activity reaches the bot with its headers and its correlation id', async () => {
  received.length = 0;
  reply = async () => ({ status: 200, body: { statusCode: 200, type: 'text', value: 'ok' } });
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
  const response = await api.post(
    '/api/messages',
    { type: 'invoke' },
    {
      'content-type': 'application/json; charset=utf-8',
      authorization: 'Bearer from-teams',
      traceparent: `00-${trace}-00f067aa0ba902b7-01`,
    },
  );
  expect(await response.json()).toEqual({ statusCode: 200, type: 'text', value: 'ok' });
  expect(response.headers.get('x-correlation-id')).toBe(trace);
  expect(received).toMatchObject([
    {
      body: { type: 'invoke' },
      headers: { authorization: 'Bearer from-teams' },
      correlationId: trace,
    },
  ]);
  expect(api.lines().at(-1)).toMatchObject({ level: 'info', correlationId: trace });
});

test('what the bot refuses has the shape of every refusal; its line is the bot’s to write', async () => {
  const before = api.lines().length;
  reply = async () => ({ status: 401 });
  const response = await api.post('/api/messages', { type: 'message' });
  expect(response.status).toBe(401);
  expect(errorSchema.parse(await response.json()).error.code).toBe('not-verified');
  expect(api.lines()).toHaveLength(before);
});

test('a bot that falls over is a 500 with one line', async () => {
  const before = api.lines().length;
  reply = async () => {
    throw new TypeError('Cannot read properties of undefined');
  };
  const response = await api.post('/api/messages', { type: 'message' });
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('undefined');
  expect(api.lines().slice(before)).toMatchObject([{ level: 'error', because: 'unexpected' }]);
});
