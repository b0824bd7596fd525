import { mkdtemp, rm } from 'node:fs/promises';
import { openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAdmin } from '../../bot/admin/main.ts';
import { adminHouse } from '../../bot/admin-app.ts';
import { instantFrom } from '../../bot/domain/time.ts';
import { createAccounts } from '../../infra/local/accounts.ts';
import { connectionTo, startAzurite } from '../../infra/local/azurite.ts';
import { startBot, type RunningBot } from '../../infra/local/bot.ts';
import { trustImports } from '../../infra/local/first-import.ts';
import { listen } from '../../infra/local/http.ts';
import { readPeople } from '../../infra/local/people.ts';
import { readManagers } from '../../infra/local/practice-graph.ts';
import { practice, trustFolder } from '../../infra/local/practice-ids.ts';
import { createPracticeKeys, createPracticeTeams } from '../../infra/local/practice-teams.ts';
import { wireTo } from './wire.ts';

/**
 * The bot as a process of its own on Azurite, with a wire to it that can be cut, Teams and Entra
 * played around it, and the fictional trust of April in it.
 */
export async function runningTrust(now = '2026-04-09T08:30:00.000Z') {
  const folder = await mkdtemp(join(tmpdir(), 'silver-trust-'));
  const azurite = await startAzurite({ folder });
  const wire = await wireTo(azurite.port);
  const offset = Date.parse(now) - Date.now();
  const clock = { now: () => instantFrom(Date.now() + offset) };

  const accounts = createAccounts(await readPeople(trustFolder, practice.tenant));
  let origin = '';
  let bot: RunningBot | undefined;
  const teams = createPracticeTeams({
    accounts,
    keys: await createPracticeKeys(),
    origin: () => origin,
    botOrigin: () => bot?.origin,
    now: () => clock.now(),
    managers: await readManagers(trustFolder),
  });
  const listening = await listen(teams.routes, 0);
  ({ origin } = listening);
  const log = join(folder, 'bot.log');
  const logTo = openSync(log, 'a');
  const environment = teams.environment(
    connectionTo(wire.port, azurite.queuePort, azurite.blobPort),
  );
  const start = async (): Promise<void> => {
    bot = await startBot({ environment, offset, log: logTo });
  };

  async function admin(...argv: string[]): Promise<{ code: number; lines: string[] }> {
    const lines: string[] = [];
    const house = adminHouse({ STORAGE_CONNECTION: azurite.connection }, clock);
    const code = await runAdmin(argv, { ...house, print: (line) => lines.push(line) });
    return { code, lines };
  }
  for (const argv of trustImports) {
    const { code, lines } = await admin(...argv);
    if (code !== 0) throw new Error(lines.join('\n'));
  }
  await start();

  return {
    teams,
    wire,
    log,
    admin,
    account: (name: string) => accounts.get(`${name}@pennine-vale.example`),
    bot: () => {
      if (bot === undefined) throw new Error('the bot is away');
      return bot;
    },
    /** SIGKILL, then a new process. */
    async killAndStart(): Promise<void> {
      await bot?.kill();
      await start();
    },
    /** A call of the tab's, as that person. */
    async call(name: string, path: string, body?: unknown) {
      const account = accounts.get(`${name}@pennine-vale.example`);
      const token = await teams.entra.mint({ origin, account });
      const response = await fetch(`${bot?.origin}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: await response.json() };
    },
    async stop(): Promise<void> {
      await bot?.stop();
      await listening.close();
      await wire.close();
      await azurite.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type RunningTrust = Awaited<ReturnType<typeof runningTrust>>;
