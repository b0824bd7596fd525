import { createAccounts, type Account } from '../../infra/local/accounts.ts';
import { startBot, type RunningBot } from '../../infra/local/bot.ts';
import { listen } from '../../infra/local/http.ts';
import {
  createPracticeKeys,
  createPracticeTeams,
  type PracticeTeams,
} from '../../infra/local/practice-teams.ts';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { openStorage } from '../../bot/storage/open.ts';
import type { Stage } from './stage.ts';

/** The bot as a process of its own, with everything around it in ours. */
export interface Practice {
  readonly bot: RunningBot;
  readonly teams: PracticeTeams;
  /** Where issuers and connector are. */
  readonly origin: string;
  readonly environment: Readonly<Record<string, string>>;
  /** The storage that the bot works on. */
  readonly storage: ReturnType<typeof openStorage>;
  readonly connection: string;
  /** Where bots write their log. */
  readonly log: number;
  tabToken(account: Account): Promise<string>;
}

export async function startPractice(stage: Stage): Promise<Practice> {
  const { connection } = await stage.azurite();
  const storage = openStorage({ kind: 'connection', text: connection }, { clock: stage.clock });
  await storage.prepare();

  let origin = '';
  const house: { bot?: RunningBot } = {};
  const teams = createPracticeTeams({
    accounts: createAccounts([]),
    keys: await createPracticeKeys(),
    origin: () => origin,
    botOrigin: () => house.bot?.origin,
    now: () => stage.clock.now(),
  });
  const listening = await listen(teams.routes, 0);
  stage.atTheEnd(() => listening.close());
  ({ origin } = listening);

  const environment = teams.environment(connection);
  const log = openSync(join(await stage.folder(), 'bot.log'), 'a');
  const started = await startBot({ environment, offset: stage.offset, log });
  stage.atTheEnd(() => started.stop());
  house.bot = started;
  const tabToken = (account: Account) => teams.entra.mint({ origin, account });
  return { bot: started, teams, origin, environment, storage, connection, log, tabToken };
}
