import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { instantFrom } from '../../bot/domain/time.ts';
import { openStorage } from '../../bot/storage/open.ts';
import { createAccounts } from '../../infra/local/accounts.ts';
import { startAzurite } from '../../infra/local/azurite.ts';
import { listen } from '../../infra/local/http.ts';
import { practice } from '../../infra/local/practice-ids.ts';
import { createPracticeKeys, createPracticeTeams } from '../../infra/local/practice-teams.ts';
import { bookedExecutives } from '../nudges/campaign.ts';
import { rudeConnector } from '../nudges/rude-connector.ts';
import { movableClock } from '../support/small-trust.ts';

const organisation = { tenant: practice.tenant, code: 'ZPV' };
/** The working morning after the meeting that all are asked about. */
const morning = Date.parse('2026-06-11T08:30:00.000Z');
const count = 60;
const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
  vi.restoreAllMocks();
});

const main = fileURLToPath(new URL('../../bot/main.ts', import.meta.url));
const atAnotherTime = pathToFileURL(
  fileURLToPath(new URL('./at-another-time.mjs', import.meta.url)),
).href;

/** The production process as it is, at another time of day; its lines as they come. */
async function startMain(environment: Readonly<Record<string, string>>, offset: number) {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', atAnotherTime, main],
    {
      env: { ...process.env, ...environment, ANOTHER_TIME_OFFSET: String(offset) },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  endings.push(() => child.kill('SIGKILL'));
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  const ended = once(child, 'exit');
  const port = await vi.waitUntil(() => /"port":(\d+),"msg":"started"/.exec(out)?.[1], {
    timeout: 30_000,
  });
  return { child, ended, origin: `http://127.0.0.1:${port}`, said: () => out };
}

/** Storage of that time too: a process whose clock is not storage's sends nothing. */
async function startedAt<Started>(offset: number, start: () => Promise<Started>): Promise<Started> {
  vi.stubEnv('NODE_OPTIONS', `--import ${atAnotherTime}`);
  vi.stubEnv('ANOTHER_TIME_OFFSET', String(offset));
  try {
    return await start();
  } finally {
    vi.unstubAllEnvs();
  }
}

test('a process that is told to end in the middle of a campaign leaves the rest to the next, and nobody hears twice', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'silver-sigterm-'));
  endings.push(() => rm(folder, { recursive: true, force: true }));
  const machine = Date.now.bind(Date);
  const offset = morning - machine();
  const azurite = await startedAt(offset, () => startAzurite({ folder, forgets: true }));
  endings.push(() => azurite.stop());
  // What is brought in here, and the issuers, go by the same time as storage and the process.
  vi.spyOn(Date, 'now').mockImplementation(() => machine() + offset);
  const connector = await rudeConnector({ latencyMs: 60 });
  endings.push(() => connector.close());
  const teams = createPracticeTeams({
    accounts: createAccounts([]),
    keys: await createPracticeKeys(),
    origin: () => window.origin,
    botOrigin: () => undefined,
    now: () => instantFrom(morning),
  });
  const window = await listen(teams.routes, 0);
  endings.push(() => window.close());

  const clock = movableClock();
  const storage = openStorage({ kind: 'connection', text: azurite.connection }, { clock });
  await storage.prepare();
  const { serviceUrl } = connector;
  const people = await bookedExecutives(storage, clock, organisation, { count, serviceUrl });
  clock.moveTo(instantFrom(morning));

  const environment = { ...teams.environment(azurite.connection), NUDGES_PER_SECOND: '20' };
  const first = await startMain(environment, offset);
  await vi.waitUntil(() => connector.arrived.size >= 10, { timeout: 40_000, interval: 20 });

  first.child.kill('SIGTERM');
  // While it ends it answers, and says that others should be asked.
  const ready = await vi.waitUntil(
    async () => {
      const response = await fetch(`${first.origin}/readyz`);
      return response.status === 503 ? response : undefined;
    },
    { timeout: 10_000, interval: 20 },
  );
  expect(await ready.json()).toMatchObject({ ready: false, away: ['draining'] });
  expect((await fetch(`${first.origin}/healthz`)).status).toBe(200);
  expect(await first.ended).toEqual([0, null]);
  expect(first.said()).toContain('"msg":"stopped"');

  const states = async () =>
    (await storage.nudges.ofOrganisation(organisation)).map(({ state }) => state.kind);
  const left = await states();
  expect(left.filter((state) => state === 'claimed' || state === 'unknown')).toEqual([]);
  expect(left.filter((state) => state === 'planned').length).toBeGreaterThan(0);
  await expect(fetch(`${first.origin}/healthz`)).rejects.toThrow();

  const second = await startMain(environment, offset);
  await vi.waitUntil(async () => (await storage.nudges.open(organisation)).length === 0, {
    timeout: 60_000,
    interval: 250,
  });
  expect(people.map((person) => connector.arrived.get(person))).toEqual(people.map(() => 1));
  expect((await states()).filter((state) => state !== 'sent')).toEqual([]);
  second.child.kill('SIGTERM');
  expect(await second.ended).toEqual([0, null]);
}, 180_000);
