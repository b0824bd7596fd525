import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccounts, objectIdFor } from '../../infra/local/accounts.ts';
import { channelFlaws } from '../../infra/local/channel-issuer.ts';
import { entraFlaws } from '../../infra/local/entra-issuer.ts';
import { listen, type Listening } from '../../infra/local/http.ts';
import { practice } from '../../infra/local/practice-ids.ts';
import {
  createPracticeKeys,
  createPracticeTeams,
  type PracticeTeams,
} from '../../infra/local/practice-teams.ts';

const email = 'aoife.okafor@pennine-vale.example';
const account = {
  id: objectIdFor(email),
  tenant: practice.tenant,
  name: 'Aoife Okafor',
  email,
  guest: false,
};

let teams: PracticeTeams;
let server: Listening;

beforeAll(async () => {
  teams = createPracticeTeams({
    accounts: createAccounts([account]),
    keys: await createPracticeKeys(),
    origin: () => server.origin,
    botOrigin: () => undefined,
    now: () => '2026-04-09T08:30:00.000Z',
  });
  server = await listen(teams.routes, 0);
});
afterAll(() => server.close());

/** What any strict door checks of a token before it looks at its own claims. */
async function verifyTabToken(token: string): Promise<unknown> {
  const base = `${server.origin}/entra/${practice.tenant}`;
  const { payload } = await jwtVerify(
    token,
    createRemoteJWKSet(new URL(`${base}/discovery/v2.0/keys`)),
    {
      algorithms: ['RS256'],
      issuer: `${base}/v2.0`,
      audience: practice.tabClientId,
      requiredClaims: ['exp'],
    },
  );
  return payload;
}

test('the tab’s token verifies against the tenant’s published keys and names the person', async () => {
  const token = await teams.entra.mint({ origin: server.origin, account });
  expect(await verifyTabToken(token)).toMatchObject({
    oid: account.id,
    tid: practice.tenant,
    preferred_username: email,
    scp: 'access_as_user',
    ver: '2.0',
    azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
    acct: 0,
  });
});

const claimFlaws = ['wrong-scope', 'wrong-client', 'old-version', 'no-object-id'];

test.each(entraFlaws.filter((flaw) => !claimFlaws.includes(flaw)))(
  'a token of the tab that is bad by “%s” does not verify',
  async (flaw) => {
    const token = await teams.entra.mint({ origin: server.origin, account, flaw });
    await expect(verifyTabToken(token)).rejects.toThrow();
  },
);

test.each([
  ['wrong-scope', { scp: 'profile' }],
  ['wrong-client', { azp: expect.not.stringContaining('5e3ce6c0') }],
  ['old-version', { ver: '1.0' }],
  ['no-object-id', { oid: undefined }],
] as const)(
  'a token with “%s” is signed well and wrong in that claim alone',
  async (flaw, wrong) => {
    const token = await teams.entra.mint({ origin: server.origin, account, flaw });
    expect({ oid: undefined, ...Object(await verifyTabToken(token)) }).toMatchObject(wrong);
  },
);

async function channelKeys(): Promise<{ kid: string; endorsements: string[] }[]> {
  const { metadataUrl } = teams.channelIssuer.settings(server.origin);
  const metadata = Object(await (await fetch(metadataUrl)).json());
  return Object(await (await fetch(metadata.jwks_uri)).json()).keys;
}

test('the channel’s key is endorsed for Teams, and the other published key for nothing', async () => {
  const endorsed = (await channelKeys()).filter((key) => key.endorsements.includes('msteams'));
  const given = { origin: server.origin, serviceUrl: `${server.origin}/connector/` };
  const good = decodeProtectedHeader(await teams.channelIssuer.mint(given));
  const flawed = await teams.channelIssuer.mint({ ...given, flaw: 'not-endorsed' });
  expect(endorsed.map(({ kid }) => kid)).toEqual([good.kid]);
  expect((await channelKeys()).map(({ kid }) => kid)).toContain(decodeProtectedHeader(flawed).kid);
});

test.each(channelFlaws)('a channel token with “%s” differs from a good one', async (flaw) => {
  const { issuer } = teams.channelIssuer.settings(server.origin);
  const serviceUrl = `${server.origin}/connector/`;
  const token = await teams.channelIssuer.mint({ origin: server.origin, serviceUrl, flaw });
  const endorsed = (await channelKeys()).filter((key) => key.endorsements.includes('msteams'));
  const strictly = async () => {
    const keys = createRemoteJWKSet(new URL(`${server.origin}/channel/v1/.well-known/keys`));
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      algorithms: ['RS256'],
      issuer,
      audience: practice.botId,
      requiredClaims: ['exp'],
    });
    if (payload['serviceurl'] !== serviceUrl) throw new Error('other service address');
    if (!endorsed.some(({ kid }) => kid === protectedHeader.kid)) throw new Error('not endorsed');
  };
  await expect(strictly()).rejects.toThrow();
});

test('the managed identity gives a token to the bot alone, and the connector takes it', async () => {
  const { IDENTITY_ENDPOINT, IDENTITY_HEADER } = teams.environment('');
  const ask = (client: string, header: string) =>
    fetch(
      `${IDENTITY_ENDPOINT}?resource=https://api.botframework.com&api-version=2019-08-01&client_id=${client}`,
      { headers: { 'x-identity-header': header } },
    );
  expect((await ask(practice.botId, 'guessed')).status).toBe(401);
  expect((await ask(practice.tabClientId, IDENTITY_HEADER)).status).toBe(400);
  const { access_token: token } = Object(await (await ask(practice.botId, IDENTITY_HEADER)).json());

  const chat = teams.channel.chatOf(account);
  const members = `${server.origin}/connector/v3/conversations/${encodeURIComponent(chat.id)}/members`;
  const call = (authorization: string) => fetch(members, { headers: { authorization } });
  expect((await call(`Bearer ${token}`)).status).toBe(200);
  expect((await call(`Bearer ${token}x`)).status).toBe(401);
  expect((await call('')).status).toBe(401);
});
