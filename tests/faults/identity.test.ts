import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { Refused } from '../../infra/local/http.ts';
import { runningTrust, type RunningTrust } from '../support/running-trust.ts';

const claim = { verb: 'claim', data: { meeting: 'race-equality-network-2026-04-08-1200' } };

let trust: RunningTrust;
beforeAll(async () => {
  trust = await runningTrust(undefined, { byIdentity: true });
}, 60_000);
afterAll(() => trust.stop());
afterEach(() => {
  trust.front().withoutRole();
  trust.front().clockOff(0);
  trust.beforeIdentity(() => Promise.resolve());
});

const readinessSchema = z.looseObject({
  ready: z.boolean(),
  because: z.record(z.string(), z.string()).optional(),
});

async function readiness() {
  const response = await fetch(`${trust.bot().origin}/readyz`);
  const { ready, because = {} } = readinessSchema.parse(await response.json());
  return { status: response.status, ready, because };
}

const lineSchema = z.looseObject({ msg: z.string(), because: z.unknown().optional() });

/** Where a run keeps what its processes compiled. */
const compiledAt = process.env['NODE_COMPILE_CACHE'];
const compiled = compiledAt === undefined ? {} : { NODE_COMPILE_CACHE: compiledAt };

/** `npm run serve -- --check`, with the bot's own environment. */
async function check(differs: Record<string, string> = {}) {
  const environment = { ...trust.environment, NO_PROXY: '127.0.0.1', PORT: '0', ...differs };
  const child = spawn(process.execPath, ['bot/main.ts', '--check'], {
    env: { ...compiled, PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
  const [code] = await once(child, 'close');
  return { code: Number(code), lines: said.trim().split('\n') };
}

/** How readiness changed, by the log, since so many lines. */
async function changes(): Promise<unknown[]> {
  const text = await readFile(trust.log, 'utf8');
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => lineSchema.parse(JSON.parse(line)))
    .filter(({ msg }) => msg === 'readiness changed')
    .map(({ because }) => because);
}

const soon = { timeout: 30_000, interval: 200 };

// Whatever came before, and an earlier try of the same, is over and has been told of.
beforeEach(async () => {
  await expect.poll(readiness, soon).toEqual({ status: 200, ready: true, because: {} });
});

test('tables, queues and files are reached by the managed identity alone', async () => {
  expect(trust.environment.STORAGE_CONNECTION).toBe('');
  expect(await readiness()).toEqual({ status: 200, ready: true, because: {} });
  expect(await trust.call('aoife.okafor', '/api/acts', claim)).toMatchObject({ status: 200 });
}, 60_000);

test('without the role for tables: not ready, try again later, said once; with it, all is well', async () => {
  const before = (await changes()).length;
  trust.front().withoutRole('tables');
  await expect
    .poll(readiness, soon)
    .toEqual({ status: 503, ready: false, because: { storage: 'role-missing' } });
  for (let probe = 0; probe < 3; probe += 1) await readiness();
  const refused = await trust.call('gareth.hargreaves', '/api/acts', claim);
  expect(refused).toMatchObject({ status: 503, body: { error: { code: 'storage-away' } } });
  // A correlation id may happen to have any three digits in it.
  const told = JSON.stringify(refused.body, (key, value: unknown) =>
    key === 'correlationId' ? undefined : value,
  );
  expect(told).not.toMatch(/Authorization|403|devstore/);
  const said = await trust.teams.channel.send(trust.account('gareth.hargreaves'), {
    ...{ type: 'message', text: 'progress' },
  });
  expect(JSON.stringify(said.activities)).toMatch(/try again/i);

  trust.front().withoutRole();
  await expect.poll(readiness, soon).toMatchObject({ status: 200 });
  expect(await trust.call('gareth.hargreaves', '/api/acts', claim)).toMatchObject({ status: 200 });
  expect((await changes()).slice(before)).toEqual([{ storage: 'role-missing' }, {}]);
}, 60_000);

test('without the roles for queues and files people go on, and readiness names both', async () => {
  trust.front().withoutRole('queues', 'files');
  await expect.poll(readiness, soon).toEqual({
    ...{ status: 200, ready: true },
    because: { queues: 'role-missing', files: 'role-missing' },
  });
  expect(await trust.call('aoife.okafor', '/api/me/progress')).toMatchObject({ status: 200 });
}, 60_000);

test('an operator’s check names each role that is missing, and opens no port', async () => {
  expect(await check()).toEqual({
    code: 0,
    lines: [
      ...['ok     Tables', 'ok     Queues', 'ok     Files', 'ok     Clock'],
      ...['ok     The bot’s own token', 'ok     Teams’ keys'],
      `ok     Keys of tenant ${trust.environment.ALLOWED_TENANTS}`,
      'All is well: the bot can start.',
    ],
  });
  trust.front().withoutRole('tables', 'queues');
  trust.front().clockOff(600);
  const amiss = await check({ CHANNEL_METADATA_URL: 'http://127.0.0.1:9/nothing' });
  expect(amiss).toEqual({
    code: 1,
    lines: [
      'AMISS  Tables: storage answers 403 AuthorizationPermissionMismatch. Give the identity the role Storage Table Data Contributor; Azure takes up to ten minutes to spread it.',
      'AMISS  Queues: storage answers 403 AuthorizationPermissionMismatch. Give the identity the role Storage Queue Data Contributor; Azure takes up to ten minutes to spread it.',
      'ok     Files',
      expect.stringMatching(/^AMISS {2}Clock: our clock is (599|60[01]) seconds behind/),
      'ok     The bot’s own token',
      expect.stringMatching(/^AMISS {2}Teams’ keys: .*\. Let this machine reach 127\.0\.0\.1:9\.$/),
      expect.stringMatching(/^ok/),
      '4 of 7 amiss.',
    ],
  });
}, 120_000);

test.each([
  [600, 'behind'],
  [-600, 'ahead'],
])(
  'where storage’s clock is %i seconds from ours, readiness says that ours is %s',
  async (off, how) => {
    trust.front().clockOff(off);
    await expect
      .poll(readiness, soon)
      .toMatchObject({ status: 503, ready: false, because: { clock: how } });
    trust.front().clockOff(0);
    await expect.poll(readiness, soon).toMatchObject({ status: 200 });
  },
  60_000,
);

test('a bot that starts while its identity is refused listens, says so, and recovers by itself', async () => {
  trust.beforeIdentity(() => Promise.reject(new Refused(400, 'Identity not found')));
  await trust.killAndStart();
  await expect
    .poll(readiness, soon)
    .toMatchObject({ status: 503, ready: false, because: { storage: 'identity' } });
  expect(await trust.call('aoife.okafor', '/api/me')).toMatchObject({
    ...{ status: 503, body: { error: { code: 'storage-away' } } },
  });
  trust.beforeIdentity(() => Promise.resolve());
  await expect.poll(readiness, soon).toMatchObject({ status: 200 });
}, 90_000);

test('a bot whose identity is slow to answer listens all the same, and is ready once it has', async () => {
  let letGo = (): void => {};
  const slow = new Promise<void>((resolve) => (letGo = resolve));
  trust.beforeIdentity(() => slow);
  await trust.killAndStart();
  await expect
    .poll(readiness, soon)
    .toMatchObject({ status: 503, ready: false, because: { storage: 'slow' } });
  letGo();
  await expect.poll(readiness, soon).toMatchObject({ status: 200 });
}, 90_000);
