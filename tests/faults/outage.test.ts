import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { runningTrust, type RunningTrust } from '../support/running-trust.ts';

const meeting = 'race-equality-network-2026-04-08-1200';
const claim = { verb: 'claim', data: { meeting } };

let trust: RunningTrust;
beforeAll(async () => {
  trust = await runningTrust();
});
afterAll(() => trust.stop());
// Storage is there for whatever comes next, and for another try of the same.
afterEach(async () => {
  trust.wire.mend();
  await until(async () => (await readiness()) === 200);
});

async function readiness(): Promise<number> {
  return (await fetch(`${trust.bot().origin}/readyz`)).status;
}

/** Waits until it is so, for at most ten seconds. */
async function until(check: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await check()) return true;
    await pause(100);
  }
  return false;
}

test('storage away: told to try again, readiness false; back: what was said is there', async () => {
  expect(await trust.call('aoife.okafor', '/api/acts', claim)).toMatchObject({ status: 200 });
  expect(await readiness()).toBe(200);

  trust.wire.cut();
  expect(await until(async () => (await readiness()) === 503)).toBe(true);
  const health = await fetch(`${trust.bot().origin}/healthz`);
  expect(health.status).toBe(200);
  const away = await trust.call('gareth.hargreaves', '/api/acts', claim);
  expect(away).toMatchObject({ status: 503, body: { error: { code: 'storage-away' } } });
  expect(JSON.stringify(away.body)).not.toMatch(/at .*\.ts|stack/);
  const said = await trust.teams.channel.send(trust.account('aoife.okafor'), {
    type: 'message',
    text: 'progress',
  });
  const [shown] = said.activities;
  expect(JSON.stringify(shown ?? said.body)).toMatch(/try again/i);

  trust.wire.mend();
  expect(await until(async () => (await readiness()) === 200)).toBe(true);
  expect(await trust.call('gareth.hargreaves', '/api/acts', claim)).toMatchObject({ status: 200 });
  expect(await trust.call('aoife.okafor', '/api/me/progress')).toMatchObject({
    body: { commitments: expect.arrayContaining([expect.objectContaining({ waiting: 1 })]) },
  });
  expect(await trust.admin('verify-ledger', '--org', 'ZPV')).toMatchObject({ code: 0 });
}, 90_000);

test('a connection that storage closes under a read is no fault of the reader', async () => {
  for (const path of ['/api/me/progress', '/api/organisation/silver']) {
    expect(await trust.call('aoife.okafor', path)).toMatchObject({ status: 200 });
    trust.wire.hangUpOnNext();
    expect(await trust.call('aoife.okafor', path)).toMatchObject({ status: 200 });
  }
}, 90_000);

test('the answer of a write lost on the way leaves one claim', async () => {
  const claims = ['nadia.greenhalgh', 'marcus.hussain', 'michael.heaton', 'meera.entwistle'].map(
    async (name, index) => {
      await pause(index * 3);
      return trust.call(name, '/api/acts', claim);
    },
  );
  await pause(8);
  trust.wire.cut();
  await pause(300);
  trust.wire.mend();
  const answers = await Promise.all(claims);
  expect(answers.every(({ status }) => status === 200 || status === 503)).toBe(true);
  expect(await until(async () => (await readiness()) === 200)).toBe(true);
  for (const name of ['nadia.greenhalgh', 'marcus.hussain', 'michael.heaton', 'meera.entwistle']) {
    expect(await trust.call(name, '/api/acts', claim)).toMatchObject({ status: 200 });
    expect(await trust.call(name, '/api/me/progress')).toMatchObject({
      body: { commitments: expect.arrayContaining([expect.objectContaining({ waiting: 1 })]) },
    });
  }
  expect(await trust.admin('verify-ledger', '--org', 'ZPV')).toMatchObject({ code: 0 });
}, 90_000);
