import { readActivity } from '../../bot/teams/incoming.ts';
import { createServer } from '../../bot/api/server.ts';
import { refusalText } from '../../bot/cards/refusals.ts';
import { createLimits } from '../../bot/limits.ts';
import { createChannel, type Channel } from '../../bot/teams/channel.ts';
import { createTelemetry } from '../../bot/telemetry.ts';
import type { Doors } from '../../bot/use-cases/doors.ts';
import { openMeetingRoom } from '../../bot/use-cases/meeting-room.ts';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import {
  chatIdFor,
  createAccounts,
  objectIdFor,
  teamsIdFor,
  type Account,
} from '../../infra/local/accounts.ts';
import { listen } from '../../infra/local/http.ts';
import { practice } from '../../infra/local/practice-ids.ts';
import { createPracticeKeys, createPracticeTeams } from '../../infra/local/practice-teams.ts';
import {
  everybody,
  matrixHouse,
  type MatrixHouse,
  type Who,
} from '../http/support/matrix-house.ts';
import { welcomingAtOnce } from '../support/welcoming-at-once.ts';

export const people: readonly Who[] = [...everybody, 'stranger'];

const accountOf = (who: Who): Account => {
  const email = `${who.toLowerCase()}@pennine-vale.example`;
  return { id: objectIdFor(email), tenant: practice.tenant, name: who, email, guest: false };
};

/** One write of a record, as it reached the table. */
export interface Written {
  readonly partition: string;
  readonly key: string;
  readonly body: string;
}

/**
 * The whole service over a house in memory: its server, its bot, tokens that are real, and Teams
 * played around it. What reaches the records is noted, and so is every log line.
 */
export async function fuzzHouse() {
  let house = await matrixHouse();
  let written: Written[] = [];
  const lines: string[] = [];
  const accounts = people.map(accountOf);
  const whoIs = new Map(people.map((who) => [accountOf(who).id, who]));

  const doors = new Proxy({} as Doors, {
    get: (_, name: keyof Doors) =>
      name === 'identify'
        ? async ({ objectId }: { objectId: string }) => {
            const who = whoIs.get(objectId);
            return who === undefined
              ? { kind: 'unknown', because: 'not-on-the-staff-list', ask: [] }
              : { kind: 'known', caller: house.callerOf(who) };
          }
        : house.doors[name],
  });

  const teams = createPracticeTeams({
    accounts: createAccounts(accounts),
    keys: await createPracticeKeys(),
    origin: () => window.origin,
    botOrigin: () => origin,
    now: () => '2026-04-09T08:30:00.000Z',
  });
  const window = await listen(teams.routes, 0);
  const environment = teams.environment('');
  Object.assign(process.env, {
    IDENTITY_ENDPOINT: environment.IDENTITY_ENDPOINT,
    IDENTITY_HEADER: environment.IDENTITY_HEADER,
  });
  const log = createTelemetry({ level: 'trace', write: (line) => lines.push(line) });
  // Few people stand for many here: their second is a thousand.
  const limits = createLimits(() => performance.now() * 1000);
  const config = {
    host: '127.0.0.1',
    port: 0,
    proxies: 0,
    bot: { appId: practice.botId, tenantId: practice.tenant },
    channel: { issuer: environment.CHANNEL_ISSUER, metadataUrl: environment.CHANNEL_METADATA_URL },
    tab: { clientId: practice.tabClientId, authority: environment.ENTRA_AUTHORITY },
    tenants: [practice.tenant],
    teamsAppId: practice.teamsAppId,
  };
  const { storage, clock } = house;
  const isBankHoliday = englandsBankHolidays();
  const channel: Channel = createChannel({
    config,
    doors,
    room: openMeetingRoom({ ...storage, clock, isBankHoliday }),
    conversations: storage.conversations,
    cards: storage.cards,
    clock,
    welcoming: welcomingAtOnce(() => channel.sender),
    limits,
    log,
  });
  const server = createServer({
    config,
    doors,
    channel,
    ...{ health: {}, wanted: {}, waiting: {} },
    log,
    limits,
    refusalText: (refusal) => refusalText(refusal).say,
  });
  const { port } = await server.listen();
  const origin = `http://127.0.0.1:${port}`;
  const serviceUrl = `${window.origin}/connector/`;
  const channelToken = await teams.channelIssuer.mint({ origin: window.origin, serviceUrl });
  const tokens = new Map<Who, string>();
  for (const who of people) {
    tokens.set(who, await teams.entra.mint({ origin: window.origin, account: accountOf(who) }));
  }

  function watch({ tables }: MatrixHouse): void {
    const { write } = tables.records;
    tables.records.write = async (partition, changes) => {
      const told = await write(partition, changes);
      if (told.kind === 'written') {
        for (const change of changes) {
          const body = change.kind === 'delete' ? '' : (change.properties['body'] ?? '');
          written.push({ partition, key: change.key, body });
        }
      }
      return told;
    };
  }
  watch(house);

  return {
    port,
    origin,
    lines,
    channelToken,
    house: () => house,
    async afresh(): Promise<MatrixHouse> {
      house = await matrixHouse();
      watch(house);
      return house;
    },
    /** What was written since it was last asked. */
    taken(): readonly Written[] {
      const since = written;
      written = [];
      return since;
    },
    wrote: () => written.length > 0,
    tokenOf: (who: Who) => tokens.get(who) ?? '',
    /** Whom an activity is from, as Teams says it; undefined where that is nobody here. */
    senderOf(body: unknown): Who | undefined {
      try {
        return whoIs.get(readActivity(body).from.aadObjectId ?? '');
      } catch {
        // Not to be read: the bot refuses it too.
        return undefined;
      }
    },
    activityOf: (who: Who) => ({
      channelId: 'msteams',
      serviceUrl,
      id: '1775723400000',
      from: { id: teamsIdFor(accountOf(who)), aadObjectId: accountOf(who).id },
      recipient: { id: `28:${practice.botId}` },
      conversation: {
        id: chatIdFor(accountOf(who)),
        conversationType: 'personal',
        tenantId: practice.tenant,
      },
      channelData: { tenant: { id: practice.tenant } },
    }),
    /** A chat that Teams knows. */
    async open(who: Who): Promise<void> {
      await teams.channel.send(accountOf(who), { text: 'hello' });
    },
    async close(): Promise<void> {
      await server.close();
      await channel.close();
      await window.close();
    },
  };
}
export type FuzzHouse = Awaited<ReturnType<typeof fuzzHouse>>;
