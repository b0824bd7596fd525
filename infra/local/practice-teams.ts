import { randomUUID } from 'node:crypto';
import type { Accounts } from './accounts.ts';
import { createChannelIssuer, type ChannelIssuer } from './channel-issuer.ts';
import { createChannel, type Channel } from './channel.ts';
import { createConnector } from './connector.ts';
import { certificateOf } from './certificate.ts';
import { createConversations, type Conversation, type Conversations } from './conversations.ts';
import { createEntraConsent, type EntraConsent } from './entra-consent.ts';
import { createEntraIssuer, type EntraIssuer } from './entra-issuer.ts';
import { createPracticeGraph, type PracticeGraph } from './practice-graph.ts';
import type { Route } from './http.ts';
import { createManagedIdentity } from './managed-identity.ts';
import { botEnvironment, practice, type BotEnvironment } from './practice-ids.ts';
import { createMeetings, type Meetings } from './meetings.ts';
import { createSigningKey, type SigningKey } from './signing-key.ts';

export interface PracticeKeys {
  readonly channel: SigningKey;
  /** Published, but it vouches for no channel. */
  readonly unendorsed: SigningKey;
  readonly entra: SigningKey;
}

export async function createPracticeKeys(): Promise<PracticeKeys> {
  const [channel, unendorsed, entra] = await Promise.all([
    createSigningKey(),
    createSigningKey(),
    createSigningKey(),
  ]);
  return { channel, unendorsed, entra };
}

export interface PracticeTeams {
  /** Issuers, managed identity and connector: to be served at the given origin. */
  readonly routes: readonly Route[];
  readonly conversations: Conversations;
  readonly meetings: Meetings;
  /** What the bot has asked of the connector, as `GET /connector/…`, oldest first. */
  readonly requests: readonly string[];
  readonly channel: Channel;
  readonly channelIssuer: ChannelIssuer;
  readonly entra: EntraIssuer;
  readonly consent: EntraConsent;
  readonly graph: PracticeGraph;
  /** The bot's environment, with storage at that connection string. */
  environment(storage: string): BotEnvironment;
}

/** Everything that the bot meets outside itself, in one process: Teams, Entra, its managed identity. */
export function createPracticeTeams(given: {
  accounts: Accounts;
  keys: PracticeKeys;
  /** Where `routes` are served. */
  origin: () => string;
  /** Where the bot is; undefined while it is away. */
  botOrigin: () => string | undefined;
  /** Practice time, for what is shown beside messages. */
  now: () => string;
  /** Who manages whom according to Entra, by address; nobody has a manager where left out. */
  managers?: ReadonlyMap<string, string>;
  kept?: readonly Conversation[];
  changed?: (conversation: Conversation) => void;
  /** How long each answer of the connector takes. */
  latencyMs?: number;
}): PracticeTeams {
  const { accounts, keys, origin } = given;
  const identity = createManagedIdentity({
    botId: practice.botId,
    secret: randomUUID(),
    key: keys.entra,
  });
  const issuer = createChannelIssuer({
    botId: practice.botId,
    key: keys.channel,
    unendorsed: keys.unendorsed,
  });
  const entra = createEntraIssuer({ tabClientId: practice.tabClientId, key: keys.entra });
  const certificate = certificateOf(keys.entra, practice.botName);
  const consent = createEntraConsent({
    tabClientId: practice.tabClientId,
    accounts,
    key: keys.entra,
    certificate,
  });
  const graph = createPracticeGraph({
    accounts,
    key: keys.entra,
    managers: given.managers ?? new Map(),
  });
  const conversations = createConversations({
    now: given.now,
    ...(given.kept && { kept: given.kept }),
    ...(given.changed && { changed: given.changed }),
  });
  const connector = createConnector({
    accounts,
    conversations,
    checkToken: identity.check,
    ...(given.latencyMs !== undefined && { latencyMs: given.latencyMs }),
  });
  const channel = createChannel({
    issuer,
    conversations,
    bot: { id: practice.botId, name: practice.botName },
    origin,
    messagesUrl: () => {
      const bot = given.botOrigin();
      return bot && `${bot}/api/messages`;
    },
  });
  const meetings = createMeetings({ accounts, channel, checkToken: identity.check });
  const requests: string[] = [];
  return {
    requests,
    routes: [
      ...issuer.routes,
      ...entra.routes,
      ...consent.routes,
      ...graph.routes,
      ...identity.routes,
      ...[...connector, ...meetings.routes].map((each) => noting(each, requests)),
    ],
    meetings,
    conversations,
    channel,
    channelIssuer: issuer,
    entra,
    consent,
    graph,
    environment: (storage) =>
      botEnvironment({
        storage,
        channel: issuer.settings(origin()),
        authority: entra.authority(origin()),
        identity: identity.environment(origin()),
        graph: { certificate, url: `${origin()}/graph` },
      }),
  };
}

/** Requests that are remembered. */
const kept = 10_000;

function noting(each: Route, requests: string[]): Route {
  return {
    ...each,
    handle(call) {
      requests.push(`${each.method} ${call.url.pathname}${call.url.search}`);
      if (requests.length > kept) requests.shift();
      return each.handle(call);
    },
  };
}
