import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { readConfig } from '../../bot/config.ts';

const good = {
  BOT_ID: 'AAAAAAAA-0000-4000-8000-000000000001',
  BOT_TENANT_ID: 'aaaaaaaa-0000-4000-8000-000000000002',
  TAB_CLIENT_ID: 'aaaaaaaa-0000-4000-8000-000000000003',
  TEAMS_APP_ID: 'aaaaaaaa-0000-4000-8000-000000000004',
  ALLOWED_TENANTS:
    'aaaaaaaa-0000-4000-8000-000000000005, AAAAAAAA-0000-4000-8000-000000000006,' +
    'aaaaaaaa-0000-4000-8000-000000000005',
  STORAGE_TABLES_URL: 'https://pennine.table.core.windows.net/',
  STORAGE_QUEUES_URL: 'https://pennine.queue.core.windows.net/',
  STORAGE_BLOBS_URL: 'https://pennine.blob.core.windows.net/',
};

test('what is left out has the public cloud’s values', () => {
  expect(readConfig(good)).toEqual({
    ok: true,
    config: {
      port: 3978,
      host: '0.0.0.0',
      logLevel: 'info',
      bot: {
        appId: 'aaaaaaaa-0000-4000-8000-000000000001',
        tenantId: 'aaaaaaaa-0000-4000-8000-000000000002',
      },
      channel: {
        issuer: 'https://api.botframework.com',
        metadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
      },
      tab: {
        clientId: 'aaaaaaaa-0000-4000-8000-000000000003',
        authority: 'https://login.microsoftonline.com',
      },
      teamsAppId: 'aaaaaaaa-0000-4000-8000-000000000004',
      tenants: ['aaaaaaaa-0000-4000-8000-000000000005', 'aaaaaaaa-0000-4000-8000-000000000006'],
      nudgesPerSecond: 25,
      proxies: 0,
      storage: {
        kind: 'identity',
        url: 'https://pennine.table.core.windows.net',
        queuesUrl: 'https://pennine.queue.core.windows.net',
        blobsUrl: 'https://pennine.blob.core.windows.net',
      },
    },
  });
});

test('everything may point at this machine, outside production', () => {
  const local = {
    ...good,
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    CHANNEL_ISSUER: 'http://127.0.0.1:5000/channel',
    CHANNEL_METADATA_URL: 'http://127.0.0.1:5000/channel/v1/.well-known/openidconfiguration',
    ENTRA_AUTHORITY: 'http://localhost:5000/entra/',
    STORAGE_TABLES_URL: '',
    STORAGE_CONNECTION: 'UseDevelopmentStorage=true',
  };
  expect(readConfig(local)).toMatchObject({
    ok: true,
    config: {
      port: 0,
      tab: { authority: 'http://localhost:5000/entra' },
      storage: { kind: 'connection', text: 'UseDevelopmentStorage=true' },
    },
  });
  const inProduction = readConfig({ ...local, NODE_ENV: 'production' });
  expect(inProduction.ok).toBe(false);
  expect(inProduction.ok ? [] : inProduction.faults).toHaveLength(4);
});

test('an empty environment is told everything that is missing, at once', () => {
  expect(readConfig({})).toEqual({
    ok: false,
    faults: [
      'BOT_ID is missing',
      'BOT_TENANT_ID is missing',
      'TAB_CLIENT_ID is missing',
      'TEAMS_APP_ID is missing',
      'ALLOWED_TENANTS is missing: at least one tenant must be allowed',
      'STORAGE_TABLES_URL is missing (or STORAGE_CONNECTION, outside production)',
    ],
  });
});

test.each([
  ['an empty bot id, which would leave the bot’s door open', { BOT_ID: ' ' }, /^BOT_ID is missing/],
  ['a bot id that is none', { BOT_ID: 'my-bot' }, /^BOT_ID must be a GUID/],
  ['nobody’s id', { TAB_CLIENT_ID: '00000000-0000-0000-0000-000000000000' }, /^TAB_CLIENT_ID/],
  ['no tenants', { ALLOWED_TENANTS: ' , ' }, /^ALLOWED_TENANTS is missing/],
  ['every tenant', { ALLOWED_TENANTS: '*' }, /^ALLOWED_TENANTS must hold GUIDs/],
  ['any tenant by name', { ALLOWED_TENANTS: 'common' }, /^ALLOWED_TENANTS must hold GUIDs/],
  ['a port in words', { PORT: 'http' }, /^PORT/],
  ['a port too high', { PORT: '65536' }, /^PORT/],
  ['an unknown log level', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL/],
  ['storage without TLS', { STORAGE_TABLES_URL: 'http://pennine.example' }, /^STORAGE_TABLES_URL/],
  ['queues without TLS', { STORAGE_QUEUES_URL: 'http://pennine.example' }, /^STORAGE_QUEUES_URL/],
  ['no queues', { STORAGE_QUEUES_URL: '' }, /^STORAGE_QUEUES_URL is missing/],
  ['no blobs', { STORAGE_BLOBS_URL: '' }, /^STORAGE_BLOBS_URL is missing/],
  ['a pace beyond Teams’ limit', { NUDGES_PER_SECOND: '51' }, /^NUDGES_PER_SECOND/],
  ['storage that is no address', { STORAGE_TABLES_URL: 'pennine' }, /^STORAGE_TABLES_URL/],
  ['a token in the address', { STORAGE_TABLES_URL: 'https://a.example/?sig=x' }, /^STORAGE_TABLES/],
  ['an authority elsewhere without TLS', { ENTRA_AUTHORITY: 'http://10.0.0.1' }, /^ENTRA_AUTH/],
  ['a name that only looks local', { ENTRA_AUTHORITY: 'http://127.0.0.1.example' }, /^ENTRA_AUTH/],
  ['half a channel', { CHANNEL_ISSUER: 'https://issuer.example' }, /^CHANNEL_ISSUER and CHANNEL_/],
  ['two storages', { STORAGE_CONNECTION: 'AccountName=a;AccountKey=k' }, /both given/],
  ['a host with its scheme', { HOST: 'http://0.0.0.0' }, /^HOST must be/],
  ['a host with its port', { HOST: 'localhost:3978' }, /^HOST must be/],
  ['a port with something behind it', { PORT: '3978;' }, /^PORT/],
  ['a tenant with something behind it', { BOT_TENANT_ID: `${good.BOT_TENANT_ID}/` }, /^BOT_TENANT/],
  [
    'one id for bot and tab',
    { TAB_CLIENT_ID: good.BOT_ID },
    /^BOT_ID and TAB_CLIENT_ID are the sa/,
  ],
  [
    'one id for bot and app',
    { TEAMS_APP_ID: good.BOT_ID },
    /^BOT_ID and TEAMS_APP_ID are the same/,
  ],
  [
    'an app among the tenants',
    { ALLOWED_TENANTS: good.TAB_CLIENT_ID },
    /^TAB_CLIENT_ID is an id of ALLOWED_TENANTS/,
  ],
  [
    'an authority with a tenant in it, in production',
    { NODE_ENV: 'production', ENTRA_AUTHORITY: 'https://login.microsoftonline.com/common' },
    /^ENTRA_AUTHORITY must be a host alone/,
  ],
  [
    'storage of two accounts',
    { STORAGE_BLOBS_URL: 'https://other.blob.core.windows.net' },
    /^STORAGE_…_URL name several accounts: pennine, other$/,
  ],
  [
    'the blobs’ address for the queues',
    { STORAGE_QUEUES_URL: 'https://pennine.blob.core.windows.net' },
    /^STORAGE_QUEUES_URL is the address of blobs, not queues$/,
  ],
  [
    'a storage key in production',
    {
      NODE_ENV: 'production',
      STORAGE_TABLES_URL: '',
      STORAGE_CONNECTION: 'AccountName=a;AccountKey=k',
    },
    /^STORAGE_CONNECTION holds a key/,
  ],
])('%s is refused', (_, changes, fault) => {
  const read = readConfig({ ...good, ...changes });
  expect(read.ok ? [] : read.faults).toEqual([expect.stringMatching(fault)]);
});

test('queues and blobs without tables are named, beside the tables that are missing', () => {
  const read = readConfig({ ...good, STORAGE_TABLES_URL: '' });
  expect(read.ok ? [] : read.faults).toEqual([
    'STORAGE_TABLES_URL is missing (or STORAGE_CONNECTION, outside production)',
    'STORAGE_QUEUES_URL is given without STORAGE_TABLES_URL',
    'STORAGE_BLOBS_URL is given without STORAGE_TABLES_URL',
  ]);
});

test('a bot’s own tenant need not be among those that use it', () => {
  expect(readConfig(good).ok).toBe(true);
  const both = { ALLOWED_TENANTS: `${good.BOT_TENANT_ID},${good.ALLOWED_TENANTS}` };
  expect(readConfig({ ...good, ...both }).ok).toBe(true);
});

test('a connection string that is none is not repeated to whoever reads the console', () => {
  const read = readConfig({ ...good, STORAGE_TABLES_URL: '', STORAGE_CONNECTION: 'hunter2' });
  expect(read).toEqual({ ok: false, faults: ['STORAGE_CONNECTION is no connection string'] });
});

test('the process says what is wrong and ends with 1', async () => {
  const child = spawn(process.execPath, ['bot/main.ts'], {
    env: { PATH: process.env['PATH'], BOT_ID: 'my-bot' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
  const [code] = await once(child, 'close');
  expect(code).toBe(1);
  expect(said).toContain('- BOT_ID must be a GUID\n');
  expect(said).toContain('- TEAMS_APP_ID is missing\n');
  expect(said).not.toMatch(/^\s+at /m);
});

test.each([
  [
    'InstrumentationKey=none;IngestionEndpoint=https://uksouth-1.in.example/',
    /InstrumentationKey=/,
  ],
  ['InstrumentationKey=aaaaaaaa-0000-4000-8000-00000000000a', /IngestionEndpoint=/],
  [
    'InstrumentationKey=aaaaaaaa-0000-4000-8000-00000000000a;IngestionEndpoint=http://in.example/',
    /starts with https/,
  ],
])('figures that could go nowhere are a fault of the configuration: %s', (value, fault) => {
  const read = readConfig({ ...good, APPLICATIONINSIGHTS_CONNECTION_STRING: value });
  expect(read.ok ? [] : read.faults).toEqual([expect.stringMatching(fault)]);
});

test('where figures go is kept as it is given', () => {
  const value =
    'InstrumentationKey=aaaaaaaa-0000-4000-8000-00000000000a;IngestionEndpoint=https://in.example/';
  const read = readConfig({ ...good, APPLICATIONINSIGHTS_CONNECTION_STRING: value });
  expect(read.ok && read.config.insights).toBe(value);
});
