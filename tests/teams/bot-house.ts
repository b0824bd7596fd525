import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createChannel, type Channel } from '../../bot/teams/channel.ts';
import { instantFrom } from '../../bot/domain/time.ts';
import { createLimits, type Limits } from '../../bot/limits.ts';
import type { Doors } from '../../bot/use-cases/doors.ts';
import type { MeetingRoom } from '../../bot/use-cases/meeting-room.ts';
import type {
  Caller,
  Cards,
  Changed,
  Conversation,
  Conversations,
  ShownCard,
} from '../../bot/use-cases/ports.ts';
import {
  chatIdFor,
  createAccounts,
  objectIdFor,
  teamsIdFor,
  type Account,
} from '../../infra/local/accounts.ts';
import type { Activity } from '../../infra/local/conversations.ts';
import { listen } from '../../infra/local/http.ts';
import { practice } from '../../infra/local/practice-ids.ts';
import { createPracticeKeys, createPracticeTeams } from '../../infra/local/practice-teams.ts';
import { welcomingAtOnce } from '../support/welcoming-at-once.ts';

function account(name: string, guest = false): Account {
  const email = `${name.toLowerCase().replace(' ', '.')}@pennine-vale.example`;
  return { id: objectIdFor(email), tenant: practice.tenant, name, email, guest };
}

export const aoife = account('Aoife Okafor');
export const shabnam = account('Shabnam Naylor');
export const leila = account('Leila Kaur');
export const visitor = account('Alan Ashworth', true);

interface Line {
  readonly event: string;
  readonly correlationId?: string;
  readonly status?: number;
  readonly because?: string;
  readonly error?: unknown;
}

/** A calendar without meetings. */
const noMeetings: MeetingRoom = {
  on: async () => [],
  judge: async () => ({ kind: 'leave', because: 'cancelled' }),
  executives: async () => [],
  offers: async () => [],
};

/** Where people can be reached, and which cards show what, kept in this process. */
function createMemory(): { conversations: Conversations; cards: Cards; shown: ShownCard[] } {
  const reached = new Map<string, Conversation>();
  const welcomed = new Set<string>();
  const shown: ShownCard[] = [];
  const key = ({ organisation, person }: Caller) => `${organisation.code} ${person}`;
  return {
    shown,
    conversations: {
      remember: async (caller, conversation) => void reached.set(key(caller), conversation),
      find: async (caller) => reached.get(key(caller)),
      silence: async (caller) => void reached.delete(key(caller)),
      forget: async (caller) => {
        reached.delete(key(caller));
        welcomed.delete(key(caller));
      },
      welcomeOnce: async (caller) => {
        const first = !welcomed.has(key(caller));
        welcomed.add(key(caller));
        return first;
      },
    },
    cards: {
      async remember(_, card) {
        const at = shown.findIndex(
          ({ subject, activityId }) => subject === card.subject && activityId === card.activityId,
        );
        shown.splice(at < 0 ? shown.length : at, at < 0 ? 0 : 1, card);
      },
      showing: async (_, subject) => shown.filter((card) => card.subject === subject).reverse(),
    },
  };
}

/** The channel in a server of its own, with practice Teams around it. */
export async function startBotHouse(
  createDoors: (changed: Changed) => Doors,
  given: { limits?: Limits } = {},
) {
  const memory = createMemory();
  const lines: Line[] = [];
  const line = (event: string) => (facts: object) => void lines.push({ event, ...facts });
  let number = 0;

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => void answer());
    const answer = async (): Promise<void> => {
      const { headers } = request;
      const correlationId = `turn-${++number}`;
      const received = async () => {
        const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
        return running.receive({ headers, body, correlationId });
      };
      const told = (await running.refuse({ headers, correlationId })) ?? (await received());
      response.writeHead(told.status, { 'content-type': 'application/json' });
      response.end(told.body === undefined ? '' : JSON.stringify(told.body));
    };
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const keys = await createPracticeKeys();
  const teams = createPracticeTeams({
    accounts: createAccounts([aoife, shabnam, leila, visitor]),
    keys,
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
  const config = {
    bot: { appId: practice.botId, tenantId: practice.tenant },
    channel: {
      issuer: environment.CHANNEL_ISSUER,
      metadataUrl: environment.CHANNEL_METADATA_URL,
    },
    tenants: [practice.tenant],
    teamsAppId: practice.teamsAppId,
  };
  const doors = createDoors((organisation, subjects) => running.changed(organisation, subjects));
  const open = (differs: Partial<typeof config.channel>): Channel =>
    createChannel({
      config: { ...config, channel: { ...config.channel, ...differs } },
      doors,
      welcoming: welcomingAtOnce(() => running.sender),
      limits: given.limits ?? createLimits(),
      room: noMeetings,
      conversations: memory.conversations,
      cards: memory.cards,
      clock: { now: () => instantFrom(Date.parse('2026-04-09T08:30:00.000Z')) },
      log: {
        requestRefused: line('refused'),
        requestFaulted: line('faulted'),
        cardNotRedrawn: line('not redrawn'),
        meetingNotFollowed: line('not followed'),
        clockInDoubt: line('clock in doubt'),
      },
    });
  const running: Channel = open({});
  const serviceUrl = `${window.origin}/connector/`;

  return {
    teams,
    lines,
    memory,
    config,
    window,
    idle: () => running.idle(),
    refuse: running.refuse,
    receive: running.receive,
    /** The same bot, told of another channel. */
    elsewhere: open,
    token: () => teams.channelIssuer.mint({ origin: window.origin, serviceUrl }),
    activityOf: (who: Account) => ({
      channelId: 'msteams',
      serviceUrl,
      from: { id: teamsIdFor(who), aadObjectId: who.id },
      recipient: { id: `28:${practice.botId}` },
      conversation: { id: chatIdFor(who), conversationType: 'personal', tenantId: who.tenant },
    }),
    /** The cards in somebody's chat as they stand, oldest first. */
    cardsOf: (who: Account): Activity[] =>
      teams.channel
        .chatOf(who)
        .messages.flatMap(({ by, activity }) => (by === 'bot' ? [activity] : [])),
    async close() {
      await running.idle();
      await new Promise((resolve) => server.close(resolve).closeAllConnections());
      await window.close();
    },
  };
}
