import { request } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { addressOf } from '../../bot/api/address.ts';
import { createGate, createLimits, createAllowance } from '../../bot/limits.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import { caller, errorSchema, startApi, type Api } from './support/api.ts';
import { objectId, tenant } from './support/issuer.ts';

const open: Api[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((api) => api.close()));
});

/** A house whose clock stands still until it is moved: no test waits. */
async function slowHouse(given: Parameters<typeof startApi>[0] = {}) {
  let now = 0;
  const limits = createLimits(() => now);
  const api = await startApi({
    limits,
    doors: {
      // Whoever asks is somebody of their own, by the account.
      identify: async (account) => ({
        kind: 'known',
        caller: { ...caller, person: account.objectId as PersonId },
      }),
      me: async ({ person }) => ({ person }) as never,
      ...given.doors,
    },
    ...given,
  });
  open.push(api);
  return { api, limits, later: (seconds: number) => (now += seconds * 1000) };
}

test('one person who asks without end is told when to come back, and nobody else is', async () => {
  const { api, later } = await slowHouse();
  const mine = await api.entra.token();
  for (let asked = 0; asked < 100; asked += 1) {
    expect((await api.get('/api/me', mine)).status).toBe(200);
  }
  const before = api.lines().length;
  for (let asked = 0; asked < 5; asked += 1) {
    const refused = await api.get('/api/me', mine);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    const { error } = errorSchema.parse(await refused.json());
    expect(error.code).toBe('too-many');
    expect(error.message).toContain('Please wait');
  }
  // A flood of requests is no flood of log lines.
  expect(api.lines().slice(before)).toMatchObject([{ because: 'too-many', status: 429 }]);

  const another = await api.entra.token({ oid: objectId.replace(/1$/, '2') });
  expect((await api.get('/api/me', another)).status).toBe(200);
  later(1);
  expect((await api.get('/api/me', mine)).status).toBe(200);
});

test('one address may fail to sign in only so often; a good token from there always passes', async () => {
  const { api, later } = await slowHouse();
  const statuses = new Set<number>();
  for (let asked = 0; asked < 200; asked += 1)
    statuses.add((await api.get('/api/me', null)).status);
  expect([...statuses]).toEqual([401]);
  for (const token of [null, 'no.real.token', await api.entra.strangersToken()]) {
    const refused = await api.get('/api/me', token);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
  }
  expect((await api.get('/api/me')).status).toBe(200);
  expect((await api.get('/healthz', null)).status).toBe(200);
  later(1);
  expect((await api.get('/api/me', null)).status).toBe(401);
});

test('behind proxies of ours, those who fail are told apart; what a caller wrote itself is not believed', async () => {
  const { api } = await slowHouse({ proxies: 1 });
  const ask = async (forwarded: string): Promise<number> =>
    (await fetch(`${api.url}/api/me`, { headers: { 'x-forwarded-for': forwarded } })).status;
  for (let asked = 0; asked < 200; asked += 1) await ask(`198.51.100.${asked}, 203.0.113.7:4711`);
  expect(await ask('198.51.100.250, 203.0.113.7:9')).toBe(429);
  expect(await ask('203.0.113.7, 203.0.113.8')).toBe(401);
});

test.each([
  ['without proxies the header says nothing', 0, '203.0.113.7', '192.0.2.1'],
  ['the last hop is the one that our proxy saw', 1, '10.0.0.1, 203.0.113.7', '203.0.113.7'],
  ['a port is left out', 1, '203.0.113.7:55555', '203.0.113.7'],
  [
    'of two proxies, the first of them saw the caller',
    2,
    '9.9.9.9, 203.0.113.7, 10.0.0.1',
    '203.0.113.7',
  ],
  ['fewer hops than proxies: the connection itself', 2, '203.0.113.7', '192.0.2.1'],
  ['no header: the connection itself', 1, undefined, '192.0.2.1'],
  ['an empty hop: the connection itself', 1, '203.0.113.7, ', '192.0.2.1'],
  ['one network of IPv6 is one address', 1, '[2001:db8:1:2:3:4:5:6]:443', '2001:db8:1:2'],
  ['and so is a short one', 1, '2001:db8::9', '2001:db8:0:0'],
])('%s', (_, proxies, header, address) => {
  const headers = header === undefined ? {} : { 'x-forwarded-for': header };
  const socket = { remoteAddress: '::ffff:192.0.2.1' };
  expect(addressOf({ headers, socket } as never, proxies)).toBe(address);
});

test('however often readiness is asked for, storage is asked ten times a second at most', async () => {
  let asked = 0;
  const health = { storage: async () => void (asked += 1) };
  const { api, later } = await slowHouse({ health });
  const ready = async () => (await fetch(`${api.url}/readyz`)).status;
  for (let times = 0; times < 60; times += 1) expect(await ready()).toBe(200);
  expect(asked).toBe(20);
  later(1);
  for (let times = 0; times < 60; times += 1) expect(await ready()).toBe(200);
  expect(asked).toBe(30);
});

test('an allowance forgets who asked longest ago, so that nobody fills the memory', () => {
  const allowance = createAllowance({ burst: 1, perSecond: 1, now: () => 0, most: 3 });
  for (const key of ['a', 'b', 'c', 'd']) expect(allowance.take(key).kind).toBe('taken');
  expect(['b', 'c', 'd'].map((key) => allowance.take(key).kind)).toEqual([
    'spent',
    'spent',
    'spent',
  ]);
  expect(allowance.take('a').kind).toBe('taken');
});

test('looking uses nothing up', () => {
  const allowance = createAllowance({ burst: 1, perSecond: 1, now: () => 0 });
  expect(
    [allowance.look('a'), allowance.look('a'), allowance.take('a')].map(({ kind }) => kind),
  ).toEqual([...['taken', 'taken', 'taken']]);
  expect(allowance.look('a')).toEqual({ kind: 'spent', seconds: 1, tell: false });
});

test('a gate takes so many of one and so many of all, and whoever leaves twice leaves once', () => {
  const gate = createGate({ all: 3, each: 2 });
  const first = gate.enter('a');
  expect(gate.enter('a')).toBeDefined();
  expect(gate.enter('a')).toBeUndefined();
  expect(gate.enter('b')).toBeDefined();
  expect(gate.enter('b')).toBeUndefined();
  first?.();
  first?.();
  expect(gate.enter('b')).toBeDefined();
  expect(gate.enter('a')).toBeUndefined();
});

test('more of one person under way than one person needs is refused, and done as soon as there is room', async () => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const { api, limits } = await slowHouse({
    doors: {
      me: async () => {
        await held;
        return {} as never;
      },
    },
  });
  const account = `${tenant} ${objectId}`;
  const leave = Array.from({ length: 24 }, () => limits.underWay.enter(account));
  expect((await api.get('/api/me')).status).toBe(429);
  leave[0]?.();
  const waiting = api.get('/api/me');
  release();
  expect((await waiting).status).toBe(200);
});

test('a full process says so at once and still answers its probes', async () => {
  const { api, limits } = await slowHouse();
  const leave = Array.from({ length: 500 }, () => limits.all.enter(''));
  const refused = await api.get('/api/me');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
  expect(errorSchema.parse(await refused.json()).error.code).toBe('busy');
  expect((await api.get('/healthz', null)).status).toBe(200);
  leave[0]?.();
  expect((await api.get('/api/me')).status).toBe(200);
});

test('one evidence pack a person at a time, held until its last byte is gone', async () => {
  const bytes = new Uint8Array(8 * 1024 * 1024);
  const { api } = await slowHouse({
    doors: { evidencePack: async () => ({ kind: 'made', name: 'pack.zip', bytes }) as never },
  });
  const address = '/api/organisation/evidence?on=2026-04-09';
  const authorization = `Bearer ${await api.entra.token()}`;
  // Somebody who begins to read and then doesn't.
  const slow = request(api.url + address, { headers: { authorization } });
  slow.end();
  const begun = await new Promise<{ destroy(): void }>((resolve) => slow.on('response', resolve));
  const refused = await api.get(address);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '10']);
  begun.destroy();
  await expect.poll(async () => (await api.get(address)).status).toBe(200);
});

test('an address that guesses calendars is no longer looked up', async () => {
  let looked = 0;
  const { api } = await slowHouse({
    doors: {
      followedFeed: async () => {
        looked += 1;
        return undefined;
      },
    },
  });
  const guess = `/calendar/${'a'.repeat(43)}.ics`;
  for (let asked = 0; asked < 200; asked += 1) await api.get(guess, null);
  expect((await api.get(guess, null)).status).toBe(429);
  expect(looked).toBe(200);
});

test('an endless body of somebody who has not signed in is not read to any end', async () => {
  const { api } = await slowHouse();
  const sent = request(`${api.url}/api/acts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
  });
  const more = () => {
    while (!sent.destroyed && sent.write(Buffer.alloc(65_536, ' ')));
  };
  sent.on('drain', more);
  const ended = new Promise((resolve) => {
    sent.on('error', () => resolve('ended'));
    sent.on('close', () => resolve('ended'));
  });
  more();
  expect(await ended).toBe('ended');
  expect(api.lines().at(-1)).toMatchObject({ because: 'not-signed-in' });
});

test('whoever shows no token to the bot is refused before a byte is read', async () => {
  const { api } = await slowHouse({
    channel: {
      refuse: async ({ headers }) => {
        expect(headers.authorization).toBeUndefined();
        return { status: 401 };
      },
    },
  });
  const send = () =>
    fetch(`${api.url}/api/messages`, { method: 'POST', body: '{"type":"message","text":"hello"}' });
  for (let asked = 0; asked < 200; asked += 1) expect((await send()).status).toBe(401);
  expect((await send()).status).toBe(429);
});

test('three hundred requests in one breath are answered in their order, within the same limits', async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  let inside = 0;
  let most = 0;
  const { api } = await slowHouse({
    limits: createLimits(),
    doors: {
      me: async () => {
        inside += 1;
        most = Math.max(most, inside);
        await held;
        inside -= 1;
        return {} as never;
      },
    },
  });
  const token = await api.entra.token();
  const idOf = (at: number): string => at.toString(16).padStart(32, '0');
  const ask = (at: number): string =>
    `GET /api/me HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${token}\r\n` +
    `X-Correlation-Id: ${idOf(at)}\r\n` +
    `${at === 299 ? 'Connection: close\r\n' : ''}\r\n`;
  const answers = api.raw(Array.from({ length: 300 }, (_, at) => ask(at)).join(''));
  await expect.poll(() => api.lines().length, { timeout: 20_000 }).toBeGreaterThan(0);
  release();
  const text = await answers;
  const order = [...text.matchAll(/X-Correlation-Id: ([0-9a-f]+)/g)].map(([, id]) => id);
  expect(order).toEqual(Array.from({ length: 300 }, (_, at) => idOf(at)));
  expect(most).toBeLessThanOrEqual(24);
  expect(text.match(/HTTP\/1\.1 429/g)?.length).toBeGreaterThan(0);
});
