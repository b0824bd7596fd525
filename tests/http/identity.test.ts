import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Account } from '../../bot/use-cases/ports.ts';
import { caller, errorSchema, startApi, type Api } from './support/api.ts';
import { objectId, otherTenant, tenant } from './support/issuer.ts';

let api: Api;
const accounts: Account[] = [];

beforeAll(async () => {
  api = await startApi({
    doors: {
      identify: async (account) => {
        accounts.push(account);
        return { kind: 'known', caller };
      },
      settleList: async () => ({
        kind: 'shown',
        view: { on: '2026-04-09', items: [], left: [], corrections: [] },
      }),
    },
  });
});
afterAll(() => api.close());

const seconds = (from: number) => Math.floor(Date.now() / 1000) + from;
const anotherId = 'dddddddd-0000-4000-8000-000000000009';

const badTokens: [string, string, () => string | null | Promise<string>][] = [
  ['no token', 'no-token', () => null],
  ['something that is no token', 'not-a-token', () => 'hello'],
  ['three parts of nonsense', 'not-a-token', () => 'aaaa.bbbb.cccc'],
  ['a token without a signature', 'algorithm', () => api.entra.unsignedToken()],
  ['a token signed with the public key', 'algorithm', () => api.entra.confusedToken()],
  ['a token signed by a stranger', 'signature', () => api.entra.strangersToken()],
  ['a token of an unknown key', 'no-such-key', () => api.entra.token({}, { kid: 'key-9' })],
  ['a token that names no key', 'no-such-key', () => api.entra.token({}, { kid: undefined })],
  ['an expired token', 'expired', () => api.entra.token({ exp: seconds(-60) })],
  ['a token without an end', 'no-end', () => api.entra.token({ exp: undefined })],
  ['a token of tomorrow', 'not-yet-valid', () => api.entra.token({ nbf: seconds(600) })],
  ['a token for another app', 'audience', () => api.entra.token({ aud: anotherId })],
  ['a token for its address form', 'audience', () => api.entra.token({ aud: 'api://tab.example' })],
  [
    'a token for several apps',
    'claims',
    () => api.entra.token({ aud: ['bbbbbbbb-0000-4000-8000-000000000001', anotherId] }),
  ],
  ['a token of another issuer', 'issuer', () => api.entra.token({ iss: 'https://sts.example/' })],
  [
    'a token whose issuer and tenant differ',
    'issuer',
    () => api.entra.token({ iss: `${api.entra.authority}/${otherTenant}/v2.0` }),
  ],
  ['a token without a tenant', 'tenant', () => api.entra.token({ tid: undefined })],
  ['a version 1 token', 'version', () => api.entra.token({ ver: '1.0' })],
  ['a token without our scope', 'scope', () => api.entra.token({ scp: 'User.Read' })],
  ['an app’s own token', 'scope', () => api.entra.token({ scp: undefined, roles: ['all'] })],
  [
    'a scope that only begins like ours',
    'scope',
    () => api.entra.token({ scp: 'access_as_user_admin' }),
  ],
  ['a token that another client got', 'client', () => api.entra.token({ azp: anotherId })],
  ['a token without a client', 'client', () => api.entra.token({ azp: undefined })],
  ['a token without a person', 'claims', () => api.entra.token({ oid: undefined })],
  ['a token whose person is no GUID', 'claims', () => api.entra.token({ oid: 'chief-nurse' })],
];

test.each(badTokens)('%s is answered 401 and leaves one line', async (_, because, make) => {
  const linesBefore = api.lines().length;
  const askedBefore = accounts.length;
  const response = await api.get('/api/organisation/settle', await make());
  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toContain('Bearer');
  const text = await response.text();
  expect(text).not.toMatch(/ at |\.ts|jose|JWT/);
  const { error } = errorSchema.parse(JSON.parse(text));
  expect(error.code).toBe('not-signed-in');
  const lines = api.lines().slice(linesBefore);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({
    level: 'warn',
    because: 'not-signed-in',
    detail: because,
    correlationId: error.correlationId,
  });
  expect(accounts).toHaveLength(askedBefore);
});

test('a token of a tenant that is not on the list is refused with words for whoever it concerns', async () => {
  const before = [api.lines().length, accounts.length];
  const iss = `${api.entra.authority}/${otherTenant}/v2.0`;
  const response = await api.get('/api/me', await api.entra.token({ tid: otherTenant, iss }));
  expect(response.status).toBe(403);
  const { error } = errorSchema.parse(await response.json());
  expect(error).toMatchObject({
    code: 'unlinked',
    message: expect.stringContaining('doesn’t use Silver Commitments yet'),
  });
  expect(api.lines().slice(before[0])).toMatchObject([
    { because: 'unlinked', detail: 'tenant-not-allowed' },
  ]);
  expect(accounts).toHaveLength(before[1] ?? 0);
});

test('a person is their tenant and object id; the address is there for linking only', async () => {
  accounts.length = 0;
  const response = await api.get('/api/organisation/settle');
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ items: [] });
  expect(accounts).toMatchObject([{ tenant, objectId }]);
  expect(await accounts[0]?.address()).toEqual({
    address: 'aoife.okafor@pennine-vale.example',
    guest: false,
  });
});

test.each([
  ['says so', { acct: 1 }],
  ['comes from another provider', { idp: 'https://sts.windows.net/elsewhere/' }],
  ['has a guest’s name', { preferred_username: 'a_b.example#EXT#@pennine-vale.example' }],
])('an account that %s is a guest', async (_, claims) => {
  accounts.length = 0;
  await api.get('/api/organisation/settle', await api.entra.token(claims));
  expect(await accounts[0]?.address()).toMatchObject({ guest: true });
});

test('an account without a work address has none to be linked by', async () => {
  accounts.length = 0;
  const token = await api.entra.token({ preferred_username: undefined });
  await api.get('/api/organisation/settle', token);
  expect(await accounts[0]?.address()).toBeUndefined();
});

test('unknown keys are not fetched again and again', async () => {
  await api.get('/api/organisation/settle');
  const before = api.entra.asked();
  const token = await api.entra.token({}, { kid: 'key-8' });
  for (let times = 0; times < 5; times += 1) await api.get('/api/organisation/settle', token);
  expect(api.entra.asked() - before).toBeLessThanOrEqual(1);
});

test('while the keys are away a good token gets 503, and soon after their return an answer', async () => {
  const fresh = await startApi({
    doors: {
      settleList: async () => ({
        kind: 'shown',
        view: { on: '2026-04-09', items: [], left: [], corrections: [] },
      }),
    },
  });
  try {
    fresh.entra.away(true);
    const first = await fresh.get('/api/organisation/settle');
    expect(first.status).toBe(503);
    expect(first.headers.get('retry-after')).toBe('30');
    expect(errorSchema.parse(await first.json()).error.code).toBe('keys-away');
    expect(fresh.lines()).toMatchObject([{ level: 'error', because: 'keys-away' }]);
    const asked = fresh.entra.asked();
    expect((await fresh.get('/api/organisation/settle')).status).toBe(503);
    expect(fresh.entra.asked()).toBe(asked);
    fresh.entra.away(false);
    await expect
      .poll(async () => (await fresh.get('/api/organisation/settle')).status, {
        timeout: 8_000,
        interval: 250,
      })
      .toBe(200);
  } finally {
    await fresh.close();
  }
}, 15_000);

test('while the issuer is away known keys serve, an expired token is refused as ever, and a key that nobody can tell of is a fault', async () => {
  const fresh = await startApi({ doors: { me: async () => ({}) as never } });
  try {
    const good = await fresh.entra.token({ exp: seconds(7200) });
    expect((await fresh.get('/api/me', good)).status).toBe(200);
    fresh.entra.away(true);
    // A minute later an unknown key is looked for again.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
    const rotated = await fresh.entra.token({}, { kid: 'key-2' });
    const asked = fresh.entra.asked();
    for (let times = 0; times < 4; times += 1) {
      const response = await fresh.get('/api/me', rotated);
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '30']);
    }
    expect(fresh.entra.asked() - asked).toBe(1);
    expect((await fresh.get('/api/me', good)).status).toBe(200);
    const expired = await fresh.entra.token({ exp: seconds(-60) });
    expect((await fresh.get('/api/me', expired)).status).toBe(401);
  } finally {
    vi.useRealTimers();
    await fresh.close();
  }
});

test('an account that is not linked is told whom to ask, by name', async () => {
  const strict = await startApi({
    doors: {
      identify: async () => ({
        kind: 'unknown',
        because: 'not-on-the-staff-list',
        ask: ['Zainab Khan', 'Claire Schofield'],
      }),
    },
  });
  try {
    const response = await strict.get('/api/me');
    expect(response.status).toBe(403);
    const { error } = errorSchema.parse(await response.json());
    expect(error.code).toBe('unlinked');
    expect(error.message).toBe(
      'We could not find your work address on the staff list. ' +
        'Please ask Zainab Khan or Claire Schofield, who look after it for your organisation.',
    );
    expect(strict.lines()).toMatchObject([
      { because: 'unlinked', detail: 'not-on-the-staff-list', tenant },
    ]);
    expect(JSON.stringify(strict.lines())).not.toContain('Zainab');
  } finally {
    await strict.close();
  }
});
