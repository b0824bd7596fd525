import { mkdtemp, rm, writeFile } from 'node:fs/promises';
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
import { listen, type Call } from '../../infra/local/http.ts';
import { readPeople } from '../../infra/local/people.ts';
import { readManagers } from '../../infra/local/practice-graph.ts';
import { practice, trustFolder } from '../../infra/local/practice-ids.ts';
import { createPracticeKeys, createPracticeTeams } from '../../infra/local/practice-teams.ts';
import { azureFront } from './azure-front.ts';
import { wireTo } from './wire.ts';

/**
 * The bot as a process of its own on Azurite, with a wire to it that can be cut, Teams and Entra
 * played around it, and the fictional trust of April in it.
 */
export async function runningTrust(
  now = '2026-04-09T08:30:00.000Z',
  /** Storage by the managed identity, through a front that knows of roles. */
  how: { byIdentity?: boolean } = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'silver-trust-'));
  const azurite = await startAzurite({ folder, forgets: true });
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
  let identity = (): Promise<void> => Promise.resolve();
  const routes = teams.routes.map((each) =>
    each.path.test('/identity')
      ? { ...each, handle: async (call: Call) => identity().then(() => each.handle(call)) }
      : each,
  );
  const listening = await listen(routes, 0);
  ({ origin } = listening);
  const log = join(folder, 'bot.log');
  const logTo = openSync(log, 'a');
  const front = how.byIdentity === true ? await azureFront(azurite) : undefined;
  const environment = {
    ...teams.environment(connectionTo(wire.port, azurite.queuePort, azurite.blobPort)),
    ...(front && { ...front.environment, NODE_EXTRA_CA_CERTS: join(folder, 'front.pem') }),
  };
  if (front !== undefined) await writeFile(join(folder, 'front.pem'), front.cert);
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
    environment,
    front: () => {
      if (front === undefined) throw new Error('storage has no front here');
      return front;
    },
    /** What happens before the managed identity answers; nothing unless told. */
    beforeIdentity: (wait: () => Promise<void>) => void (identity = wait),
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
      await front?.close();
      await azurite.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type RunningTrust = Awaited<ReturnType<typeof runningTrust>>;
