import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { channelFlaws } from '../../infra/local/channel-issuer.ts';
import { aoife, startBotHouse } from './bot-house.ts';
import { createDouble } from './doors-double.ts';

const double = createDouble();
let house: Awaited<ReturnType<typeof startBotHouse>>;
beforeAll(async () => {
  house = await startBotHouse(double.create);
});
afterAll(() => house.close());
beforeEach(() => {
  house.lines.length = 0;
});

const claim = {
  type: 'invoke',
  name: 'adaptiveCard/action',
  value: {
    action: {
      type: 'Action.Execute',
      verb: 'claim',
      data: { organisation: 'ZPV', meeting: 'ren-2026-04-08' },
    },
  },
};

const refusals: Record<(typeof channelFlaws)[number], [number, string]> = {
  expired: [401, 'err-jwt-expired'],
  'no-expiry': [401, 'err-jwt-claim-validation-failed'],
  'not-yet-valid': [401, 'err-jwt-claim-validation-failed'],
  'wrong-audience': [401, 'err-jwt-claim-validation-failed'],
  'wrong-issuer': [401, 'err-jwt-claim-validation-failed'],
  unsigned: [401, 'wrong-algorithm'],
  'signed-with-public-key': [401, 'wrong-algorithm'],
  'unknown-key': [401, 'unknown-key'],
  'forged-signature': [401, 'err-jws-signature-verification-failed'],
  'not-endorsed': [403, 'key-not-endorsed'],
  'other-service-address': [403, 'other-service-address'],
  'no-service-address': [403, 'other-service-address'],
};

test.each(channelFlaws)('a token that is %s is refused, and nothing happens', async (flaw) => {
  const answer = await house.teams.channel.send(aoife, claim, flaw);
  const [status, because] = refusals[flaw];
  expect(answer.status).toBe(status);
  expect(JSON.stringify(answer.body)).not.toMatch(/ at .*\.(ts|js):/);
  // A token that is rightly signed and begins later says something of our clock, too.
  const doubted = { event: 'clock in doubt', token: 'channel' };
  expect(house.lines).toEqual([
    ...(flaw === 'not-yet-valid' ? [expect.objectContaining(doubted)] : []),
    expect.objectContaining({ event: 'refused', status, because }),
  ]);
  expect(house.lines.at(-1)?.correlationId).toMatch(/^turn-/);
  expect(double.performed).toEqual([]);
});

test('no token, half a token and another scheme are refused', async () => {
  const receive = house.receive;
  for (const authorization of [
    undefined,
    '',
    'Bearer',
    'Bearer a.b',
    'Bearer a.b.c',
    'Basic YTpi',
  ]) {
    const headers = authorization === undefined ? {} : { authorization };
    const body = { ...house.activityOf(aoife), type: 'message', text: 'hello' };
    const answer = await receive({ headers, body, correlationId: 'none' });
    expect(answer.status).toBe(401);
    // The same is known before any of it is read.
    expect(await house.refuse({ headers, correlationId: 'none' })).toEqual({ status: 401 });
  }
  const headers = { authorization: `Bearer ${await house.token()}` };
  expect(await house.refuse({ headers, correlationId: 'none' })).toBeUndefined();
});

const shapes: [string, Record<string, unknown>][] = [
  ['without a type', { type: null }],
  ['of a type that there is not', { type: 'banana' }],
  ['with a number for a type', { type: 7 }],
  ['without a channel', { channelId: null, type: 'message' }],
  ['without a service address', { serviceUrl: null, type: 'message' }],
  ['with a service address that is none', { serviceUrl: 'nowhere', type: 'message' }],
  ['from nobody', { from: null, type: 'message' }],
  ['to nobody', { recipient: null, type: 'message' }],
  ['in no conversation', { conversation: { id: '' }, type: 'message' }],
  ['with text that is none', { text: { a: 1 }, type: 'message' }],
  ['with members that are none', { membersAdded: 'all', type: 'conversationUpdate' }],
];
test.each(shapes)('an activity %s is refused as unreadable', async (_, fields) => {
  const answer = await house.teams.channel.send(aoife, fields);
  expect(answer.status).toBe(400);
  expect(house.lines).toEqual([expect.objectContaining({ because: 'unreadable-activity' })]);
});

test.each([[[]], ['hello'], [null], [7]])('a body that is %j is refused', async (body) => {
  const headers = { authorization: 'Bearer a.b.c' };
  const answer = await house.receive({ headers, body, correlationId: 'none' });
  expect(answer.status).toBe(400);
  const unsigned = await house.receive({ headers: {}, body, correlationId: 'none' });
  expect(unsigned.status).toBe(401);
});

test('another channel is refused, even with a token of Teams’', async () => {
  const answer = await house.teams.channel.send(aoife, { channelId: 'webchat', text: 'hello' });
  expect(answer.status).toBe(403);
  expect(house.lines).toEqual([expect.objectContaining({ because: 'other-channel' })]);
});

test('a tenant that is not on the list is refused before anything is looked up, and whoever writes is told why', async () => {
  const elsewhere = '7a1e0000-0000-4000-8000-00000000beef';
  const conversation = { id: 'a:elsewhere', conversationType: 'personal', tenantId: elsewhere };
  const channelData = { tenant: { id: elsewhere } };
  const answer = await house.teams.channel.send(aoife, { text: 'hi', conversation, channelData });
  expect(answer.status).toBe(403);
  expect(JSON.stringify(answer.activities)).toContain('doesn’t use Silver Commitments yet');
  expect(answer.activities).toHaveLength(1);
  expect(house.lines).toEqual([expect.objectContaining({ because: 'tenant-not-allowed' })]);
  const both = await house.teams.channel.send(aoife, { text: 'hi', conversation });
  expect(both.status).toBe(403);
  const none = await house.teams.channel.send(aoife, {
    text: 'hi',
    conversation: { id: 'a:elsewhere', conversationType: 'personal' },
    channelData: null,
  });
  expect(none.status).toBe(403);
});

const presses: [string, Record<string, unknown>, number][] = [
  ['without an action', {}, 400],
  ['with an unknown verb', { action: { verb: 'grant', data: {} } }, 400],
  ['with no data', { action: { verb: 'claim' } }, 400],
  ['with data that is a list', { action: { verb: 'claim', data: [] } }, 400],
  ['with a meeting that is an object', { action: { verb: 'claim', data: { meeting: {} } } }, 400],
  [
    'of another organisation',
    { action: { verb: 'claim', data: { organisation: 'RXX', meeting: 'm' } } },
    403,
  ],
  [
    'that confirms for another organisation',
    { action: { verb: 'confirm', data: { organisation: 'RXX', claims: ['a~b'] } } },
    403,
  ],
  ['that shows a view there is not', { action: { verb: 'show', data: { view: 'ledger' } } }, 400],
  [
    'that shows more than a view takes',
    { action: { verb: 'show', data: { view: 'claim', params: { person: 'x' } } } },
    400,
  ],
  [
    'that refreshes another organisation',
    { action: { verb: 'refresh', data: { organisation: 'RXX', view: 'meetings' } } },
    403,
  ],
];
test.each(presses)(
  'a button %s is refused, and says so to whoever tapped',
  async (_, value, status) => {
    const answer = await house.teams.channel.send(aoife, { ...claim, value });
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({
      statusCode: status,
      type: 'application/vnd.microsoft.error',
    });
    expect(house.lines).toHaveLength(1);
    expect(double.performed).toEqual([]);
  },
);

test('a made-up button sent as a message is refused just the same', async () => {
  for (const value of [
    { verb: 'grant' },
    { meeting: 'm' },
    'claim',
    { verb: 'claim', organisation: 'RXX', meeting: 'm' },
  ]) {
    const answer = await house.teams.channel.send(aoife, { type: 'message', value });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  }
  expect(double.performed).toEqual([]);
});

test('an invoke of another kind is refused', async () => {
  const answer = await house.teams.channel.send(aoife, { type: 'invoke', name: 'task/fetch' });
  expect(answer.status).toBe(400);
});

test('whom Teams does not name can do nothing', async () => {
  const from = { id: '29:nobody', name: 'Nobody' };
  const answer = await house.teams.channel.send(aoife, { ...claim, from });
  expect(answer.status).toBe(403);
  expect(house.lines).toEqual([expect.objectContaining({ because: 'nobody-named' })]);
});

test('while the channel’s keys can’t be read the answer is “later”, not “no”', async () => {
  const away = house.elsewhere({ metadataUrl: 'http://127.0.0.1:9/none' });
  const body = { ...house.activityOf(aoife), type: 'message', text: 'hello' };
  const token = await house.token();
  const answer = await away.receive({
    headers: { authorization: `Bearer ${token}` },
    body,
    correlationId: 'c',
  });
  expect(answer.status).toBe(503);
  expect(house.lines).toEqual([
    expect.objectContaining({ event: 'faulted', because: 'keys-away' }),
  ]);
});

test('types of activity that need no answer get none', async () => {
  for (const type of [
    'typing',
    'messageReaction',
    'event',
    'endOfConversation',
    'conversationUpdate',
  ]) {
    const answer = await house.teams.channel.send(aoife, { type });
    expect(answer).toMatchObject({ status: 200, activities: [] });
  }
});
