import { memoryQueue } from '../support/memory-queue.ts';
import { openPacks } from '../../bot/evidence/open.ts';
import { readers } from '../../bot/roster/readers.ts';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import type { Table } from '../../bot/storage/table.ts';
import { createChannel, type Channel } from '../../bot/teams/channel.ts';
import { openDoors } from '../../bot/use-cases/open-doors.ts';
import { openMeetingRoom } from '../../bot/use-cases/meeting-room.ts';
import { createAccounts, objectIdFor, type Account } from '../../infra/local/accounts.ts';
import { listen } from '../../infra/local/http.ts';
import { practice } from '../../infra/local/practice-ids.ts';
import { createPracticeKeys, createPracticeTeams } from '../../infra/local/practice-teams.ts';
import { houseInMemory } from '../support/house.ts';
import { TENANT } from '../support/small-trust.ts';
import { createLimits } from '../../bot/limits.ts';
import { welcomingAtOnce } from '../support/welcoming-at-once.ts';

export const JOIN = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_RACE%40thread.v2/0';
export const CHAT = '19:meeting_RACE@thread.v2';

function account(name: string, tenant = TENANT): Account {
  const email = `${name.toLowerCase().replace(' ', '.')}@pennine-vale.example`;
  return { id: objectIdFor(`${tenant}${email}`), tenant, name, email, guest: false };
}

export const people = {
  nurse: account('Aoife Okafor'),
  operating: account('Gareth Hargreaves'),
  sponsor: account('Claire Schofield'),
  interim: account('Ngozi Mensah'),
  chair: account('Leila Kaur'),
  deputy: account('Oluwaseun Moyo'),
  edi: account('Zainab Khan'),
  assistant: account('Shabnam Naylor'),
  elsewhere: account('Ann Other', '0f3c2a52-5a7e-4c58-9d2b-7a1f0e6b3c99'),
  /** Of another tenant, where anybody may be given any address: the board chair's here. */
  alike: account('Rosalind Yilmaz', '0f3c2a52-5a7e-4c58-9d2b-7a1f0e6b3c99'),
};

/** One for all houses: the bot's token outlives each. */
const keys = createPracticeKeys();

/** The small trust in memory with the real channel before it, and practice Teams around that. */
export async function meetingHouse(start = '2026-06-10T10:30:00.000Z') {
  const house = await houseInMemory(start);
  const { storage, clock, tables } = house;
  const lines: Record<string, unknown>[] = [];
  const line = (event: string) => (facts: object) => void lines.push({ event, ...facts });
  let number = 0;

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => void answer());
    const answer = async (): Promise<void> => {
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      const { headers } = request;
      const correlationId = `turn-${++number}`;
      const given = await running.receive({ headers, body, correlationId });
      if (given.status < 300) line('answered')(given.about);
      response.writeHead(given.status, { 'content-type': 'application/json' });
      response.end(given.body === undefined ? '' : JSON.stringify(given.body));
    };
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const teams = createPracticeTeams({
    accounts: createAccounts(Object.values(people)),
    keys: await keys,
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
  const isBankHoliday = englandsBankHolidays();
  const open = (): Channel =>
    createChannel({
      config: {
        bot: { appId: practice.botId, tenantId: practice.tenant },
        channel: {
          issuer: environment.CHANNEL_ISSUER,
          metadataUrl: environment.CHANNEL_METADATA_URL,
        },
        tenants: [TENANT],
        teamsAppId: practice.teamsAppId,
      },
      doors: openDoors({
        ...storage,
        queue: memoryQueue(),
        clock,
        isBankHoliday,
        readers,
        packs: openPacks('0.0.0'),
        changed: (organisation, subjects) => running.changed(organisation, subjects),
        tenants: [TENANT],
      }),
      room: openMeetingRoom({ ...storage, clock, isBankHoliday }),
      conversations: storage.conversations,
      cards: storage.cards,
      clock,
      welcoming: welcomingAtOnce(() => running.sender),
      limits: createLimits(),
      log: {
        requestRefused: line('refused'),
        requestFaulted: line('faulted'),
        cardNotRedrawn: line('not redrawn'),
        meetingNotFollowed: line('not followed'),
        clockInDoubt: line('clock in doubt'),
      },
    });
  let running = open();

  const opened = {
    ...house,
    teams,
    lines,
    /** They open the app: the account is linked, and the bot knows where to reach them. */
    async known(...who: Account[]): Promise<void> {
      for (const each of who) await teams.channel.send(each, { text: 'help' });
      await running.idle();
    },
    async event(kind: 'start' | 'end', joinUrl = JOIN, sender = people.chair) {
      const at = clock.now();
      const turn = await teams.meetings.tell(kind, { joinUrl, title: 'Network', at, sender });
      await running.idle();
      return { status: turn.status, became: lines.at(-1) };
    },
    /** Something said or pressed in the meeting's chat. */
    async inChat(who: Account, fields: object, tenantId = who.tenant) {
      const conversation = { id: CHAT, conversationType: 'groupChat', tenantId };
      const channelData = { tenant: { id: tenantId } };
      const turn = await teams.channel.send(who, { channelData, ...fields, conversation });
      await running.idle();
      return { ...turn, text: JSON.stringify([turn.activities, turn.body]) };
    },
    /** The clock goes on, and what has come due is done. */
    async at(moment: string): Promise<void> {
      clock.moveTo(moment);
      await running.tick();
    },
    attend: (...who: Account[]) => teams.meetings.attend(JOIN, who),
    /** Offers in somebody's chat. */
    offers: (who: Account) =>
      teams.channel
        .chatOf(who)
        .messages.filter(({ by, activity }) => by === 'bot' && isOffer(activity)),
    /** As after a restart: what was in memory is gone. */
    async restart(): Promise<void> {
      await running.close();
      running = open();
    },
    /** Everything that storage holds, a text a row. */
    async stored(): Promise<string[]> {
      const rows = await Promise.all(
        Object.entries(tables).flatMap(([name, table]) =>
          [`${TENANT}|ZPV`, TENANT, 'codes'].map((partition) => rowsOf(name, table, partition)),
        ),
      );
      return rows.flat();
    },
    idle: () => running.idle(),
    announcer: () => running.announcer,
    async close(): Promise<void> {
      await running.close();
      await new Promise((resolve) => server.close(resolve).closeAllConnections());
      await window.close();
    },
  };
  return opened;
}

export type MeetingHouse = Awaited<ReturnType<typeof meetingHouse>>;

function isOffer(activity: object): boolean {
  return JSON.stringify(activity).includes('Yes, I was there');
}

async function rowsOf(name: string, table: Table, partition: string): Promise<string[]> {
  const rows: string[] = [];
  for await (const page of table.range(partition, '', '\uffff')) {
    for (const { key, properties } of page) {
      rows.push(JSON.stringify([name, partition, key, properties]));
    }
  }
  return rows;
}
