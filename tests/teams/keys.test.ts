import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StrictAuthentication } from '../../bot/teams/authentication.ts';
import { createChannelKeys, KeysAway } from '../../bot/teams/channel-keys.ts';
import { createConnectors } from '../../bot/teams/connectors.ts';
import { asActivity, readActivity } from '../../bot/teams/incoming.ts';
import { times } from '../../infra/local/flaws.ts';
import { practice } from '../../infra/local/practice-ids.ts';
import { createSigningKey, signToken, type SigningKey } from '../../infra/local/signing-key.ts';

const serviceUrl = 'https://smba.example/';
const issuer = 'https://issuer.example';

/** Teams' metadata, with keys that come and go. */
let published: SigningKey[] = [];
let asked = 0;
let status = 200;
let origin = '';
const server = createServer((request, response) => {
  asked += request.url === '/keys' ? 1 : 0;
  const keys = published.map(({ publicJwk }) => ({ ...publicJwk, endorsements: ['msteams'] }));
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(request.url === '/keys' ? { keys } : { jwks_uri: `${origin}/keys` }));
});

beforeEach(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  published = [await createSigningKey()];
  asked = 0;
  status = 200;
});
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve).closeAllConnections());
});

test('keys are asked for once, together, and kept for a day', async () => {
  let now = 0;
  const keys = createChannelKeys(`${origin}/metadata`, () => now);
  const kid = published[0]?.kid ?? '';
  await Promise.all([keys.find(kid), keys.find(kid), keys.find(kid)]);
  now += 23 * 60 * 60 * 1000;
  expect(await keys.find(kid)).toMatchObject({ kid, endorsements: ['msteams'] });
  expect(asked).toBe(1);
  now += 2 * 60 * 60 * 1000;
  await keys.find(kid);
  expect(asked).toBe(2);
});

test('a key that isn’t known is asked for again, though not at everybody’s pace', async () => {
  let now = 0;
  const keys = createChannelKeys(`${origin}/metadata`, () => now);
  for (let i = 0; i < 20; i += 1) expect(await keys.find('made-up')).toBeUndefined();
  expect(asked).toBe(1);
  now += 10_000;
  await keys.find('made-up');
  expect(asked).toBe(2);
});

test('keys that can’t be read are a fault, and are asked for again at the next turn', async () => {
  const keys = createChannelKeys(`${origin}/metadata`);
  status = 500;
  await expect(keys.find('any')).rejects.toBeInstanceOf(KeysAway);
  status = 200;
  const kid = published[0]?.kid ?? '';
  expect(await keys.find(kid)).toMatchObject({ kid });
});

test('a new key of Teams’ is taken up at once, by botbuilder’s authentication too', async () => {
  let now = 0;
  const metadataUrl = `${origin}/metadata`;
  const bot = { appId: practice.botId, tenantId: practice.tenant };
  const connectors = createConnectors({ bot, channel: { issuer, metadataUrl } });
  const authentication = new StrictAuthentication({
    appId: bot.appId,
    issuer,
    keys: createChannelKeys(metadataUrl, () => now),
    stock: () => connectors.stock(),
    connectorFor: (url) => connectors.clientFor(url),
  });
  const claims = { ...times(), iss: issuer, aud: bot.appId, serviceurl: serviceUrl };
  const activity = asActivity(
    readActivity({
      type: 'message',
      channelId: 'msteams',
      serviceUrl,
      from: { id: '29:aoife' },
      recipient: { id: '28:bot' },
      conversation: { id: 'a:aoife' },
    }),
  );
  const admit = (key: SigningKey | undefined) =>
    authentication.authenticateRequest(activity, `Bearer ${key ? signToken(claims, key) : ''}`);

  await expect(admit(published[0])).resolves.toMatchObject({ audience: expect.any(String) });
  published = [await createSigningKey()];
  await expect(admit(published[0])).rejects.toMatchObject({ status: 401, because: 'unknown-key' });
  now += 10_000;
  await expect(admit(published[0])).resolves.toMatchObject({ audience: expect.any(String) });
});
