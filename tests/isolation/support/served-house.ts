import { createServer as createApi } from '../../../bot/api/server.ts';
import { refusalText } from '../../../bot/cards/refusals.ts';
import { englandsBankHolidays } from '../../../bot/domain/bank-holidays.ts';
import { openPacks } from '../../../bot/evidence/open.ts';
import { createNudging } from '../../../bot/nudges/nudging.ts';
import { readers } from '../../../bot/roster/readers.ts';
import { memoryQueue } from '../../support/memory-queue.ts';
import { createChannel, type Channel } from '../../../bot/teams/channel.ts';
import { createTelemetry } from '../../../bot/telemetry.ts';
import type { House } from '../../../bot/use-cases/context.ts';
import { openMeetingRoom } from '../../../bot/use-cases/meeting-room.ts';
import { openDoors } from '../../../bot/use-cases/open-doors.ts';
import { createAccounts, type Account } from '../../../infra/local/accounts.ts';
import { listen } from '../../../infra/local/http.ts';
import { practice } from '../../../infra/local/practice-ids.ts';
import { createPracticeKeys, createPracticeTeams } from '../../../infra/local/practice-teams.ts';
import { memoryTables } from '../../support/house.ts';
import { movableClock } from '../../support/small-trust.ts';
import { storageOn } from '../../support/storage-on.ts';
import { createLimits } from '../../../bot/limits.ts';
import { welcomingAtOnce } from '../../support/welcoming-at-once.ts';

// One for all houses of a process: Microsoft's library keeps the bot's own token.
const keys = await createPracticeKeys();

/**
 * The bot as it is served, over tables in memory: its real doors, API, adapter, sender and log, with
 * Teams and Entra played around it for those accounts, of however many tenants.
 */
export async function servedHouse(all: readonly Account[]) {
  const clock = movableClock();
  const tables = memoryTables();
  const storage = storageOn(tables, { clock });
  const lines: string[] = [];
  const log = createTelemetry({ level: 'debug', write: (line) => lines.push(line) });
  const tenants = [...new Set(all.map(({ tenant }) => tenant))];
  const isBankHoliday = englandsBankHolidays();
  const queue = memoryQueue();
  const house = { ...storage, queue, clock, isBankHoliday, tenants };

  let origin = '';
  const teams = createPracticeTeams({
    accounts: createAccounts(all),
    keys,
    origin: () => window.origin,
    botOrigin: () => origin,
    now: () => clock.now(),
  });
  const window = await listen(teams.routes, 0);
  const environment = teams.environment('');
  Object.assign(process.env, {
    IDENTITY_ENDPOINT: environment.IDENTITY_ENDPOINT,
    IDENTITY_HEADER: environment.IDENTITY_HEADER,
  });

  const given: House = {
    ...house,
    changed: (organisation, subjects) => channel.changed(organisation, subjects),
    readers,
    packs: openPacks('0.0.0'),
  };
  const doors = openDoors(given);
  const limits = createLimits();
  const channel: Channel = createChannel({
    config: {
      bot: { appId: practice.botId, tenantId: practice.tenant },
      channel: {
        issuer: environment.CHANNEL_ISSUER,
        metadataUrl: environment.CHANNEL_METADATA_URL,
      },
      tenants,
      teamsAppId: practice.teamsAppId,
    },
    doors,
    room: openMeetingRoom({ ...storage, clock, isBankHoliday }),
    conversations: storage.conversations,
    cards: storage.cards,
    clock,
    welcoming: welcomingAtOnce(() => channel.sender),
    limits,
    log,
  });
  const nudging = createNudging({
    ...house,
    sender: channel.sender,
    announce: async () => undefined,
    log,
    perSecond: 500,
    realNow: () => Date.now(),
    leaseMs: 120_000,
    tickMs: 60_000,
  });
  const server = createApi({
    config: {
      host: '127.0.0.1',
      port: 0,
      proxies: 0,
      tab: { clientId: practice.tabClientId, authority: environment.ENTRA_AUTHORITY },
      tenants,
    },
    doors,
    channel,
    ...{ health: {}, wanted: {}, waiting: {}, limits },
    log,
    refusalText: (refusal) => {
      const { say, next } = refusalText(refusal);
      return `${say} ${next}`;
    },
  });
  const { port } = await server.listen();
  origin = `http://127.0.0.1:${port}`;

  const tokens = new Map<Account, Promise<string>>();
  const tokenOf = (account: Account): Promise<string> => {
    const token = tokens.get(account) ?? teams.entra.mint({ origin: window.origin, account });
    tokens.set(account, token);
    return token;
  };

  return {
    clock,
    storage,
    tables,
    doors,
    /** What the doors stand on, for a test that opens its own. */
    given,
    teams,
    lines,
    sender: channel.sender,
    nudging,
    idle: () => channel.idle(),
    /** The tab's call; `organisation`: which one it shows. */
    async call(
      account: Account,
      path: string,
      asked: { body?: unknown; organisation?: string } = {},
    ): Promise<{ status: number; text: string }> {
      const { body, organisation } = asked;
      const response = await fetch(`${origin}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          Authorization: `Bearer ${await tokenOf(account)}`,
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...(organisation === undefined ? {} : { 'X-Organisation': organisation }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, text: await response.text() };
    },
    /** A download, as it is. */
    async bytes(account: Account, path: string, organisation: string): Promise<Uint8Array> {
      const headers = {
        Authorization: `Bearer ${await tokenOf(account)}`,
        'X-Organisation': organisation,
      };
      const response = await fetch(`${origin}${path}`, { headers });
      return new Uint8Array(await response.arrayBuffer());
    },
    say: (account: Account, text: string) => teams.channel.send(account, { text }),
    press: (account: Account, activityId: string, verb: string, data: object) =>
      teams.channel.act(account, { activityId, verb, data }),
    /** The cards in somebody's chat as they stand, oldest first. */
    cardsOf: (account: Account) =>
      teams.channel
        .chatOf(account)
        .messages.flatMap(({ by, activity }) => (by === 'bot' ? [activity] : [])),
    async close(): Promise<void> {
      await channel.close();
      await nudging.stop();
      await server.close();
      await window.close();
    },
  };
}

export type ServedHouse = Awaited<ReturnType<typeof servedHouse>>;
