import { mkdtemp, rm } from 'node:fs/promises';
import { openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { instantFrom } from '../../bot/domain/time.ts';
import { openStorage, type Storage } from '../../bot/storage/open.ts';
import { sweep } from '../../bot/nudges/sweep.ts';
import { startAzurite } from '../../infra/local/azurite.ts';
import { startBot, type RunningBot } from '../../infra/local/bot.ts';
import { createAccounts } from '../../infra/local/accounts.ts';
import { listen } from '../../infra/local/http.ts';
import { practice } from '../../infra/local/practice-ids.ts';
import { createPracticeKeys, createPracticeTeams } from '../../infra/local/practice-teams.ts';
import { movableClock } from '../support/small-trust.ts';
import { bookedExecutives } from './campaign.ts';
import { nudgeLog } from './nudge-log.ts';
import { rudeConnector } from './rude-connector.ts';

const organisation = { tenant: practice.tenant, code: 'ZPV' };
const count = 120;

/** What the dead bot had on the wire still reaches storage: claimed nudges, once that is over. */
async function claimedOnceQuiet({ nudges }: Pick<Storage, 'nudges'>): Promise<number> {
  let before = '';
  let claimed = 0;
  await vi.waitUntil(
    async () => {
      const states = (await nudges.ofOrganisation(organisation)).map(({ state }) => state.kind);
      claimed = states.filter((kind) => kind === 'claimed').length;
      const now = states.join(' ');
      const quiet = now === before;
      before = now;
      return quiet;
    },
    { timeout: 20_000, interval: 300 },
  );
  return claimed;
}

test('the bot killed three times while it reminds: each person once or unknown, nobody twice', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'silver-nudges-'));
  const azurite = await startAzurite({ folder, forgets: true });
  const connector = await rudeConnector({ latencyMs: 60 });
  const teams = createPracticeTeams({
    accounts: createAccounts([]),
    keys: await createPracticeKeys(),
    origin: () => window.origin,
    botOrigin: () => undefined,
    now: () => instantFrom(0),
  });
  const window = await listen(teams.routes, 0);
  let bot: RunningBot | undefined;
  try {
    const clock = movableClock();
    const storage = openStorage({ kind: 'connection', text: azurite.connection }, { clock });
    await storage.prepare();
    const { serviceUrl } = connector;
    const people = await bookedExecutives(storage, clock, organisation, { count, serviceUrl });
    clock.moveTo('2026-06-11T08:30:00.000Z');
    const offset = Date.parse(clock.now()) - Date.now();
    const environment = { ...teams.environment(azurite.connection), NUDGES_PER_SECOND: '50' };
    const log = openSync(join(folder, 'bot.log'), 'a');

    let inFlight = 0;
    for (const reached of [8, 22, 38]) {
      bot = await startBot({ environment, offset, log });
      // What is still to be sent is planned anew and taken up, as after any start.
      void bot.moveClock(offset);
      // What a dead bot had taken from the queue is hidden for half a minute.
      await vi.waitUntil(() => connector.arrived.size >= reached, { timeout: 60_000, interval: 5 });
      // Claimed and under way at that moment, whether or not it had left.
      await bot.kill();
      inFlight = await claimedOnceQuiet(storage);
    }
    bot = await startBot({ environment, offset, log });
    await bot.moveClock(offset);
    const parts = { nudges: storage.nudges, clock, realNow: () => Date.now(), leaseMs: 0 };
    await sweep(
      {
        ...storage,
        ...parts,
        isBankHoliday: () => false,
        sender: {
          reaches: async () => true,
          send: async () => ({ kind: 'failed', why: 'not asked for' }),
        },
        log: nudgeLog(),
        tenants: [practice.tenant],
        perSecond: 50,
        tickMs: 60_000,
      },
      organisation,
    );

    const states = new Map(
      (await storage.nudges.ofOrganisation(organisation)).map(({ nudge, state }) => [
        nudge.to,
        state.kind,
      ]),
    );
    for (const person of people) {
      const state = states.get(person);
      const heard = connector.arrived.get(person) ?? 0;
      expect(heard).toBeLessThan(2);
      expect(['sent', 'unknown']).toContain(state);
      if (state === 'sent') expect(heard).toBe(1);
    }
    const unknown = [...states.values()].filter((state) => state === 'unknown').length;
    expect(unknown).toBe(inFlight);
    expect((await storage.auditor.verify(organisation)).faults).toEqual([]);
  } finally {
    await bot?.kill();
    await window.close();
    await connector.close();
    await azurite.stop();
    await rm(folder, { recursive: true, force: true });
  }
}, 240_000);
