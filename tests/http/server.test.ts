import { once } from 'node:events';
import { connect } from 'node:net';
import { utimesSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildTab, errorSchema, startApi, type Api } from './support/api.ts';

let api: Api;
let storage: () => Promise<unknown> = async () => undefined;
let aside: () => Promise<number> = async () => 0;

beforeAll(async () => {
  api = await startApi({
    health: { storage: () => storage() },
    waiting: { nudgesAside: () => aside() },
  });
});
afterAll(() => api.close());

test('the process says that it is up', async () => {
  const response = await api.get('/healthz', null);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ up: true });
});

test('readiness turns false while storage is away or silent, and true again', async () => {
  expect(await (await api.get('/readyz', null)).json()).toEqual({ ready: true });
  const roleMissing = Object.assign(new Error('403'), { trouble: 'role-missing' });
  const troubles = [
    [() => Promise.reject(new Error('secret detail')), 'away'],
    [() => new Promise(() => {}), 'slow'],
    [() => Promise.reject(roleMissing), 'role-missing'],
  ] as const;
  for (const [away, why] of troubles) {
    storage = away;
    // Asked twice, told once.
    await api.get('/readyz', null);
    const response = await api.get('/readyz', null);
    expect(response.status).toBe(503);
    const body: unknown = await response.json();
    const because = { storage: why };
    expect(body).toMatchObject({ ready: false, away: ['storage'], because });
    expect(JSON.stringify(body)).not.toContain('secret');
    expect(errorSchema.parse(body).error.code).toBe('not-ready');
    expect(api.changes().at(-1)).toMatchObject({ level: 'error', ready: false, because });
  }
  storage = async () => undefined;
  expect((await api.get('/readyz', null)).status).toBe(200);
  expect(api.changes().at(-1)).toMatchObject({ level: 'info', ready: true, because: {} });
  expect(api.changes()).toHaveLength(4);
  expect(api.lines()).toEqual([]);
});

test('what people can do without is told by readiness, and takes nobody out of service', async () => {
  let role = false;
  const queues = async () => {
    if (!role) throw Object.assign(new Error('403'), { trouble: 'role-missing' });
  };
  const limping = await startApi({ wanted: { queues } });
  const response = await limping.get('/readyz', null);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    ready: true,
    away: ['queues'],
    because: { queues: 'role-missing' },
  });
  role = true;
  expect(await (await limping.get('/readyz', null)).json()).toEqual({ ready: true });
  expect(limping.changes()).toMatchObject([
    { level: 'warn', because: { queues: 'role-missing' } },
    { level: 'info', because: {} },
  ]);
  await limping.close();
});

test('readiness tells how many waves were put aside, and is no less ready for it', async () => {
  expect(await (await api.get('/readyz', null)).json()).toEqual({ ready: true });
  for (const [count, told] of [
    [async () => 3, { ready: true, nudgesAside: 3 }],
    [() => Promise.reject(new Error('away')), { ready: true }],
  ] as const) {
    aside = count;
    expect(await (await api.get('/readyz', null)).json()).toEqual(told);
  }
  aside = async () => 0;
});

test('what a turn does without is named while it is away, and others may still be sent here', async () => {
  const degraded = await startApi({ wanted: { files: () => Promise.reject(new Error('away')) } });
  const ready = async () => (await degraded.get('/readyz', null)).json();
  expect(await ready()).toEqual({ ready: true, away: ['files'], because: { files: 'away' } });
  await degraded.close();
});

test('whose tenant’s keys can’t be had says so', async () => {
  const alone = await startApi();
  await alone.entra.close();
  const response = await alone.get('/readyz', null);
  expect([response.status, await response.json()]).toEqual([
    200,
    { ready: true, away: ['tenant-keys'], because: { 'tenant-keys': 'away' } },
  ]);
  await alone.close();
});

test('who is about to end says so first, and answers everything until then', async () => {
  const ending = await startApi();
  const before = ending.lines().length;
  const closed = ending.close(400);
  const ready = await ending.get('/readyz', null);
  expect([ready.status, await ready.json()]).toEqual([503, { ready: false, away: ['draining'] }]);
  expect(ready.headers.get('connection')).toBe('close');
  expect((await ending.get('/healthz', null)).status).toBe(200);
  expect((await ending.get('/api/acts', null)).status).toBe(405);
  expect(ending.lines().slice(before)).toMatchObject([{ because: 'wrong-method' }]);
  await closed;
  await expect(fetch(`${ending.url}/healthz`)).rejects.toThrow();
});

test('an address that nobody has is not found, and a wrong method is named', async () => {
  for (const address of ['/', '/api', '/api/me/secret', '/.env', '/api/%zz']) {
    const response = await api.get(address);
    expect(response.status).toBe(404);
    expect(errorSchema.parse(await response.json()).error.code).toBe('not-found');
  }
  const wrong = await api.get('/api/acts');
  expect(wrong.status).toBe(405);
  expect(wrong.headers.get('allow')).toBe('POST');
  expect(errorSchema.parse(await wrong.json()).error.code).toBe('wrong-method');
  const options = await fetch(`${api.url}/api/me`, { method: 'OPTIONS' });
  expect(options.status).toBe(405);
  expect(options.headers.get('access-control-allow-origin')).toBeNull();
});

test('every answer carries the headers that browsers keep people safe by', async () => {
  for (const address of ['/healthz', '/api/me', '/nowhere', '/tab/', '/calendar/x.ics']) {
    const { headers } = await api.get(address, null);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'x-correlation-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(headers.get('x-frame-options')).toBeNull();
    expect(headers.get('server')).toBeNull();
  }
});

test.each([
  ['x-ms-request-id', 'abcdef12-3456', 'abcdef12-3456'],
  [
    'x-correlation-id',
    'ABCDEF12-0000-4000-8000-00000000000a',
    'abcdef12-0000-4000-8000-00000000000a',
  ],
  ['traceparent', `00-${'a1'.repeat(16)}-${'b2'.repeat(8)}-01`, 'a1'.repeat(16)],
])('a caller’s own %s is the correlation id', async (name, value, expected) => {
  const response = await fetch(`${api.url}/healthz`, { headers: { [name]: value } });
  expect(response.headers.get('x-correlation-id')).toBe(expected);
});

test.each([
  ['x-ms-request-id', 'x"}{"level":"error'],
  ['x-ms-request-id', 'a'.repeat(65)],
  ['x-correlation-id', 'aoife.okafor@pennine-vale.example'],
  ['x-correlation-id', 'a'.repeat(65)],
  ['traceparent', `00-${'0'.repeat(32)}-${'b2'.repeat(8)}-01`],
])('a malformed %s is not taken over', async (name, value) => {
  const response = await fetch(`${api.url}/healthz`, { headers: { [name]: value } });
  expect(response.headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
});

test.each([
  ['a host that is none', 'GET /healthz HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n', 200],
  ['a whole address', 'GET http://[ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 400],
  ['no address', 'OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 400],
  ['no host', 'GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
  [
    'a wish for another protocol',
    'GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, close\r\nUpgrade: h2c\r\n\r\n',
    200,
  ],
  ['no HTTP', 'hello there\r\n\r\n', 400],
  [
    'endless headers',
    `GET /healthz HTTP/1.1\r\nHost: a\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`,
    431,
  ],
])('a request with %s is answered, and the next one too', async (_, text, status) => {
  expect(await api.raw(text)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect((await api.get('/healthz', null)).status).toBe(200);
});

test('what is no HTTP, or too long, is told with the same headers', async () => {
  const long = `GET /healthz HTTP/1.1\r\nHost: a\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`;
  for (const text of ['hello there\r\n\r\n', long, 'GET http://[ HTTP/1.1\r\nHost: a\r\n\r\n']) {
    const answer = await api.raw(
      text.replace('Host: a\r\n\r\n', 'Host: a\r\nConnection: close\r\n\r\n'),
    );
    for (const header of [
      "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
      'X-Content-Type-Options: nosniff',
      'Cache-Control: no-store',
      'Referrer-Policy: no-referrer',
    ]) {
      expect(answer.toLowerCase()).toContain(header.toLowerCase());
    }
  }
});

test('what is no HTTP leaves one line with the correlation id of its answer', async () => {
  const before = api.lines().length;
  const answer = await api.raw('hello there\r\n\r\n');
  const body: unknown = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4));
  const { correlationId } = errorSchema.parse(body).error;
  expect(api.lines().slice(before)).toMatchObject([{ because: 'bad-request', correlationId }]);
});

const script = `console.log(${JSON.stringify('x'.repeat(2_000))});\n`;

test('a tab that has not been built is not found', async () => {
  expect((await api.get('/tab/', null)).status).toBe(404);
});

test('the tab is served with its types, kept as long as each part may be', async () => {
  buildTab(api.tabFolder, 'index.html', '<!doctype html><title>Silver</title>');
  buildTab(api.tabFolder, 'assets/main-B4f3a1.js', script);
  buildTab(api.tabFolder, 'assets/main-C0ffee.css', 'p{margin:0}');
  buildTab(api.tabFolder, 'icon.svg', '<svg/>');
  const cases = [
    ['/tab/', 'text/html; charset=utf-8', 'no-cache'],
    ['/tab/index.html', 'text/html; charset=utf-8', 'no-cache'],
    ['/tab/?page=network', 'text/html; charset=utf-8', 'no-cache'],
    ['/tab/assets/main-B4f3a1.js', 'text/javascript; charset=utf-8', 'immutable'],
    ['/tab/assets/main-C0ffee.css', 'text/css; charset=utf-8', 'immutable'],
    ['/tab/icon.svg', 'image/svg+xml', 'no-cache'],
  ] as const;
  for (const [address, type, kept] of cases) {
    const response = await api.get(address, null);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('cache-control')).toContain(kept);
  }
  const moved = await api.get('/tab', null);
  expect([moved.status, moved.headers.get('location')]).toEqual([308, '/tab/']);
  const head = await fetch(`${api.url}/tab/`, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
});

test.each(['privacy', 'terms'])('/%s is a page of its own, for everybody', async (name) => {
  buildTab(api.tabFolder, `${name}.html`, `<!doctype html><title>${name}</title>`);
  // What a build brings is read with its entry page.
  buildTab(api.tabFolder, 'index.html', `<!doctype html><title>With ${name}</title>`);
  const later = new Date(Date.now() + 30_000 + name.length * 1_000);
  utimesSync(path.join(api.tabFolder, 'index.html'), later, later);
  const response = await api.get(`/${name}`, null);
  expect([response.status, await response.text()]).toEqual([
    200,
    `<!doctype html><title>${name}</title>`,
  ]);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('only Teams, Microsoft 365 and its own origin may frame the tab', async () => {
  const policy = (await api.get('/tab/', null)).headers.get('content-security-policy');
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("style-src 'self';");
  expect(policy).toMatch(/frame-ancestors 'self' https:\/\/\*\.cloud\.microsoft https:\/\/teams\./);
  expect(policy).not.toMatch(/unsafe|\* |http:/);
});

test('what packs well is sent packed to whoever takes it', async () => {
  const address = '/tab/assets/main-B4f3a1.js';
  const ask = (accepted: string) =>
    api.raw(`GET ${address} HTTP/1.0\r\nHost: a\r\nAccept-Encoding: ${accepted}\r\n\r\n`);
  expect(await ask('gzip, br')).toMatch(/Content-Encoding: gzip/i);
  expect(await ask('gzip;q=0')).not.toMatch(/Content-Encoding/i);
  expect(await ask('identity')).toContain(script);
  const response = await fetch(api.url + address);
  expect(response.headers.get('vary')).toBe('Accept-Encoding');
  expect(await response.text()).toBe(script);
});

test.each([
  '/tab/../package.json',
  '/tab/..%2f..%2fpackage.json',
  '/tab/%2e%2e/%2e%2e/package.json',
  '/tab/..\\..\\package.json',
  '/tab//etc/passwd',
  '/tab/assets/../../package.json',
  '/tab/%00',
  '/tab/__proto__',
  '/tab/assets/',
])('no path leads out of the tab: %s', async (address) => {
  expect(await api.getUntidied(address)).toBe(404);
});

test('a new build is served without a restart', async () => {
  buildTab(api.tabFolder, 'index.html', '<!doctype html><title>Newer</title>');
  const later = new Date(Date.now() + 60_000);
  utimesSync(path.join(api.tabFolder, 'index.html'), later, later);
  expect(await (await api.get('/tab/', null)).text()).toContain('Newer');
});

test('closing lets a request under way finish and takes no other', async () => {
  let release: (() => void) | undefined;
  let reached: (() => void) | undefined;
  const underWay = new Promise<void>((resolve) => (reached = resolve));
  const draining = await startApi({
    channel: {
      receive: async () => {
        reached?.();
        await new Promise<void>((resolve) => (release = resolve));
        return { status: 200, body: { done: true } };
      },
    },
  });
  const idle = connect(draining.port, '127.0.0.1');
  await once(idle, 'connect');
  const answer = draining.post('/api/messages', { type: 'message' });
  await underWay;
  const closed = draining.close();
  await expect(fetch(`${draining.url}/healthz`)).rejects.toThrow();
  release?.();
  const response = await answer;
  expect(response.headers.get('connection')).toBe('close');
  expect(await response.json()).toEqual({ done: true });
  await closed;
  idle.destroy();
});
