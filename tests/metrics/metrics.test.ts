import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { counted } from '../../bot/metrics/counted.ts';
import { openMetrics, type Metrics } from '../../bot/metrics/open.ts';
import { createTelemetry, type RequestFacts } from '../../bot/telemetry.ts';
import { listen, type Listening } from '../../infra/local/http.ts';
import { createManagedIdentity } from '../../infra/local/managed-identity.ts';
import { practice } from '../../infra/local/practice-ids.ts';
import { createSigningKey } from '../../infra/local/signing-key.ts';
import { localInsights } from './insights.ts';

let insights: Awaited<ReturnType<typeof localInsights>>;
let identity: Listening;
let metrics: Metrics | undefined;
const arriving = vi.fn<(now: 'away' | 'back', error?: unknown) => void>();

beforeEach(async () => {
  insights = await localInsights();
  const key = await createSigningKey();
  const managed = createManagedIdentity({ botId: practice.botId, secret: 'ours', key });
  identity = await listen(managed.routes, 0);
  const { IDENTITY_ENDPOINT, IDENTITY_HEADER } = managed.environment(identity.origin);
  vi.stubEnv('IDENTITY_ENDPOINT', IDENTITY_ENDPOINT);
  vi.stubEnv('IDENTITY_HEADER', IDENTITY_HEADER);
  vi.stubEnv('APPLICATION_INSIGHTS_NO_STATSBEAT', 'true');
  vi.stubEnv('APPLICATIONINSIGHTS_SDKSTATS_DISABLED', 'true');
});
afterEach(async () => {
  await metrics?.stop().catch(() => undefined);
  await insights.close();
  await identity.close();
  vi.unstubAllEnvs();
  arriving.mockReset();
});

async function counting(given: { everyMs?: number; queueAge?: () => Promise<number> } = {}) {
  metrics = openMetrics({
    connection: insights.connection,
    managedIdentity: practice.botId,
    gauges: {
      'silver.queue.age': given.queueAge ?? (async () => 42),
      'silver.queue.aside': async () => 3,
      'silver.memory': async () => 200_000_000,
    },
    arriving,
    httpClient: insights.httpClient,
    everyMs: given.everyMs ?? 60_000,
  });
  await metrics.start();
  return counted(createTelemetry({ level: 'silent' }), metrics.tally);
}

const tap: RequestFacts = {
  ...{
    correlationId: 'c0ffee00-0001',
    method: 'POST',
    route: '/api/messages',
    status: 200,
    ms: 31,
  },
  ...{ tenant: practice.tenant, organisation: 'ZPV', person: 'p-0001', verb: 'claim' },
};

/** Sums by name and marks. */
function figures(): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { name, value, marks } of insights.arrived) {
    const named = [name, ...Object.values(marks)].join(' ');
    sums[named] = (sums[named] ?? 0) + value;
  }
  return sums;
}

test('what happens arrives at Application Insights, under the managed identity', async () => {
  const log = await counting();
  log.requestAnswered({ ...tap, outcomes: ['done', 'not-yet-held', 'not-yet-held'] });
  log.requestRefused({ ...tap, status: 403, because: 'tenant-not-allowed' });
  log.requestFaulted({ ...tap, route: '/readyz', status: 503, because: 'not-ready' });
  for (const state of ['sent', 'sent', 'unknown']) {
    log.nudgeEnded({
      ...{ trace: 'feedfacefeedface', organisation: 'ZPV', person: 'p-0001' },
      ...{ kind: 'were-you-there', step: 'first', state },
    });
  }
  log.ledgerConflict({ organisation: 'ZPV', ending: 'again' });
  log.ledgerVerified({ organisation: 'ZPV', entries: 9, rows: 9, faults: ['one', 'two'] });
  await metrics?.stop();

  expect(figures()).toEqual({
    'silver.turns answered': 1,
    'silver.turns refused': 1,
    'silver.requests /api/messages 2xx': 1,
    'silver.requests /api/messages 4xx': 1,
    'silver.requests /readyz 5xx': 1,
    'silver.requests.failed /readyz not-ready': 1,
    'silver.requests.duration /api/messages': 62,
    'silver.requests.duration /readyz': 31,
    'silver.refusals not-yet-held': 2,
    'silver.refusals tenant-not-allowed': 1,
    'silver.nudges sent': 2,
    'silver.nudges unknown': 1,
    'silver.ledger.conflicts again': 1,
    'silver.ledger.faults': 2,
    'silver.queue.age': 42,
    'silver.queue.aside': 3,
    'silver.memory': 200_000_000,
  });
  const [token = ''] = insights.tokens;
  const claims: unknown = JSON.parse(
    Buffer.from(token.split('.')[1] ?? '', 'base64url').toString(),
  );
  expect(claims).toMatchObject({ aud: 'https://monitor.azure.com', appid: practice.botId });
});

test('no figure names a person, an organisation, a request or a reminder', async () => {
  const log = await counting();
  log.requestAnswered({ ...tap, outcomes: ['done'] });
  log.requestRefused({ ...tap, status: 400, because: 'bad-request', detail: 'Aoife Okafor' });
  const nudge = { trace: 'feedfacefeedface', organisation: 'ZPV', person: 'p-0001' };
  log.nudgePlanned({ ...nudge, kind: 'were-you-there', step: 'first' });
  log.nudgesFaulted({ organisation: 'ZPV', error: new Error('Aoife Okafor is not there') });
  log.ledgerVerified({ organisation: 'ZPV', entries: 9, rows: 9, faults: ['p|p-0001|claim'] });
  await metrics?.stop();
  expect(figures()['silver.requests /api/messages 2xx']).toBe(1);
  const sent = insights.bodies.join('\n');
  for (const told of ['Okafor', 'p-0001', 'ZPV', practice.tenant, 'c0ffee00', 'feedface']) {
    expect(sent).not.toContain(told);
  }
});

test('an answered turn that said “try again” is one request, and one fault', async () => {
  const log = await counting();
  log.requestFaulted({ ...tap, because: 'told-to-try-again' });
  log.requestAnswered(tap);
  await metrics?.stop();
  expect(figures()).toMatchObject({
    'silver.turns answered': 1,
    'silver.requests /api/messages 2xx': 1,
    'silver.requests.failed /api/messages told-to-try-again': 1,
  });
  expect(figures()).not.toHaveProperty('silver.turns failed');
});

test('a queue that is away holds up no other figure', async () => {
  const log = await counting({ queueAge: () => Promise.reject(new Error('away')) });
  log.requestAnswered(tap);
  await metrics?.stop();
  expect(figures()).toMatchObject({ 'silver.memory': 200_000_000, 'silver.turns answered': 1 });
  expect(figures()).not.toHaveProperty('silver.queue.age');
});

test('figures that do not arrive are told of once, and once more when they arrive again', async () => {
  insights.state.away = true;
  await counting({ everyMs: 100 });
  await vi.waitUntil(() => arriving.mock.calls.length > 0, { timeout: 10_000 });
  insights.state.away = false;
  await vi.waitUntil(() => insights.arrived.length > 0, { timeout: 10_000 });
  await vi.waitUntil(() => arriving.mock.calls.length > 1, { timeout: 10_000 });
  expect(arriving.mock.calls.map(([now]) => now)).toEqual(['away', 'back']);
});

test('where nothing is configured, nothing is loaded and nothing leaves', async () => {
  metrics = openMetrics({
    connection: undefined,
    managedIdentity: practice.botId,
    gauges: {
      'silver.queue.age': () => Promise.reject(new Error('asked')),
      'silver.queue.aside': () => Promise.reject(new Error('asked')),
      'silver.memory': () => Promise.reject(new Error('asked')),
    },
    arriving,
    httpClient: insights.httpClient,
    everyMs: 10,
  });
  await metrics.start();
  counted(createTelemetry({ level: 'silent' }), metrics.tally).requestAnswered(tap);
  await metrics.stop();
  expect(insights.bodies).toEqual([]);
});
