import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { limit } from '../../bot/api/sockets.ts';
import { startApi, type Api } from '../http/support/api.ts';

/**
 * Each of these ends by the server's own patience and nothing else: the test waits for the
 * connection to close, and they all wait at the same time.
 */
let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const MOST_MS = 60_000;

interface Heard {
  readonly answer: string;
  readonly ms: number;
}

/** Says `first`, then a character a second, until the server has had enough. */
function dribble(first: string, then: string): Promise<Heard> {
  const began = performance.now();
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(api.port, '127.0.0.1', () => socket.write(first));
    const more = setInterval(() => then && socket.writable && socket.write(then), 1_000);
    socket.on('data', (bytes) => (answer += bytes.toString()));
    // A reset is an end like any other.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(more);
      resolve({ answer, ms: performance.now() - began });
    });
  });
}

const isUp = async () => (await api.get('/healthz', null)).status;

test.concurrent(
  'whoever says nothing, or a header a byte a second, is told so and let go',
  { timeout: MOST_MS },
  async () => {
    const slow = [dribble('', ''), dribble('GET /healthz HTTP/1.1\r\nHost: a\r\nX-Slow: ', 'x')];
    expect(await isUp()).toBe(200);
    for (const { answer, ms } of await Promise.all(slow)) {
      expect(answer).toMatch(/^HTTP\/1\.1 408 /);
      expect(ms).toBeLessThan(20_000);
    }
  },
);

test.concurrent(
  'a body that comes a byte a second is let go, and never reaches anybody',
  { timeout: MOST_MS },
  async () => {
    const token = await api.entra.token();
    const head = (address: string) =>
      `POST ${address} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${token}\r\n` +
      'Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"verb":"';
    const slow = ['/api/acts', '/api/messages'].map((address) => dribble(head(address), 'x'));
    expect(await isUp()).toBe(200);
    for (const { answer, ms } of await Promise.all(slow)) {
      expect(answer).not.toMatch(/^HTTP\/1\.1 200 /);
      expect(ms).toBeLessThan(40_000);
    }
  },
);

test.concurrent(
  'whoever asks for much and takes none of it is let go',
  { timeout: MOST_MS },
  async () => {
    // Only the server's own end tells: to the client, what it never reads never ends.
    const server = createServer((_, response) => void response.end(Buffer.alloc(64 * 1024 * 1024)));
    limit(server);
    // The same rule, ten times as soon.
    server.timeout /= 10;
    const held = new Promise<Socket>((resolve) => server.once('connection', resolve));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const reader = connect(address.port, '127.0.0.1');
    reader.on('error', () => undefined);
    reader.pause();
    reader.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
    await once(await held, 'close');
    reader.destroy();
    await new Promise((resolve) => server.close(resolve));
  },
);

test.concurrent(
  'four thousand who say nothing keep nobody out, and none of them is kept',
  { timeout: 2 * MOST_MS },
  async () => {
    const idle: Promise<unknown>[] = [];
    for (let batch = 0; batch < 8; batch += 1) {
      const some = Array.from({ length: 500 }, () => connect(api.port, '127.0.0.1'));
      idle.push(...some.map((socket) => once(socket.resume(), 'close')));
      await Promise.all(some.map((socket) => once(socket, 'connect')));
    }
    expect(await isUp()).toBe(200);
    await Promise.all(idle);
    expect(await isUp()).toBe(200);
  },
);

test.concurrent(
  'strangers’ slow bodies take nobody’s place, however many they are',
  { timeout: MOST_MS },
  async () => {
    const refusing = await startApi({ channel: { refuse: async () => ({ status: 401 }) } });
    const head =
      'POST /api/messages HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer of.no.body\r\n' +
      'Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{';
    const strangers = Array.from({ length: 600 }, () => {
      const socket = connect(refusing.port, '127.0.0.1', () => socket.write(head));
      socket.on('error', () => undefined);
      return socket;
    });
    await Promise.all(
      strangers.map((socket) => new Promise((resolve) => socket.once('data', resolve))),
    );
    expect((await refusing.get('/api/acts')).status).toBe(405);
    expect((await refusing.post('/api/messages', {})).status).toBe(401);
    for (const socket of strangers) socket.destroy();
    await refusing.close();
  },
);
