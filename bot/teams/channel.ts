import type { IncomingHttpHeaders } from 'node:http';
import type { Config } from '../config.ts';
import { isOfNewer } from '../cards/trouble.ts';
import type { Limits } from '../limits.ts';
import type { Telemetry } from '../telemetry.ts';
import type { Doors } from '../use-cases/doors.ts';
import type { MeetingRoom } from '../use-cases/meeting-room.ts';
import type { Announcer } from '../use-cases/agenda/announce.ts';
import type { Sender } from '../use-cases/nudge-ports.ts';
import type { Cards, Changed, Clock, Conversations } from '../use-cases/ports.ts';
import { createAnnouncer } from './announcer.ts';
import { readOnce } from '../use-cases/read-once.ts';
import { ChannelAdapter, postCard, putCard } from './adapter.ts';
import { StrictAuthentication } from './authentication.ts';
import { createChannelKeys, KeysAway } from './channel-keys.ts';
import { createConnectors } from './connectors.ts';
import { correlated } from './correlation.ts';
import { createDraw } from './draw.ts';
import { SendError } from './http-client.ts';
import { asActivity, readActivity, tenantOf, type Incoming } from './incoming.ts';
import { refuseTenant } from './other-tenant.ts';
import { askParticipant } from './participants.ts';
import { createReached, type About, type Turn, type Welcoming } from './reception.ts';
import { createRedraw } from './redraw.ts';
import { Refusal } from './refusal.ts';
import { createSender, REMINDER } from './sender.ts';
import { severalOf } from './several-of.ts';
import { slowDown } from './slow-down.ts';
import { createTurns, type Answer } from './turn.ts';
import { createWatches } from './watch.ts';

export interface ChannelParts {
  readonly config: Pick<Config, 'bot' | 'channel' | 'tenants' | 'teamsAppId'>;
  readonly doors: Doors;
  readonly room: MeetingRoom;
  readonly conversations: Conversations;
  readonly cards: Cards;
  readonly clock: Clock;
  /** Who sends welcomes, and when. */
  readonly welcoming: Welcoming;
  readonly limits: Limits;
  readonly log: Pick<
    Telemetry,
    'requestRefused' | 'requestFaulted' | 'cardNotRedrawn' | 'meetingNotFollowed' | 'clockInDoubt'
  >;
}

interface Inbound {
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
  readonly correlationId: string;
}

export interface Channel {
  /** What whoever has no good token is answered, before their activity is read; and the log line. */
  refuse(inbound: Omit<Inbound, 'body'>): Promise<Answer | undefined>;
  /** One activity in, what Teams is to be answered out. Writes the log line of what it refuses. */
  receive(inbound: Inbound): Promise<Answer & { readonly about: About & { tenant?: string } }>;
  /** Draws the cards again that show what has changed. */
  readonly changed: Changed;
  /** Says something unprompted. */
  readonly sender: Sender;
  /** Says something in a network's channel. */
  readonly announcer: Announcer;
  /** Looks at the meetings that run, where a look is due by the clock that facts go by. */
  tick(): Promise<void>;
  /** Resolves while the keys with which Teams signs can be had. */
  keysAtHand(): Promise<void>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  /** Forgets the meetings that run, and finishes what is under way. */
  close(): Promise<void>;
}

/** The bot's door: the one way in for Teams, and the way back for redrawn cards. */
export function createChannel(parts: ChannelParts): Channel {
  const { config, doors, room, conversations, cards, clock, welcoming, limits, log } = parts;
  const { teamsAppId } = config;
  const connectors = createConnectors(config);
  const keys = createChannelKeys(config.channel.metadataUrl);
  const authentication = new StrictAuthentication({
    appId: config.bot.appId,
    issuer: config.channel.issuer,
    keys,
    stock: () => connectors.stock(),
    connectorFor: (serviceUrl) => connectors.clientFor(serviceUrl),
    early: (secondsOff) => log.clockInDoubt({ token: 'channel', secondsOff }),
  });
  const adapter = new ChannelAdapter(authentication);
  const draw = createDraw({ doors, teamsAppId });
  const redraw = createRedraw({
    reading: () => createDraw({ doors: readOnce(doors), teamsAppId }),
    cards,
    conversations,
    isHere: (caller) => doors.isHere(caller),
    clock,
    failed: (what) => log.cardNotRedrawn(what),
    async put(conversation, activityId, card) {
      const client = await connectors.clientFor(conversation.serviceUrl);
      await putCard(client, conversation, activityId, card);
    },
  });
  const watches = createWatches({
    room,
    clock,
    async ask({ objectId }, { serviceUrl, meetingId, tenant }) {
      const client = await connectors.teamsClientFor(serviceUrl);
      return askParticipant(client, { meetingId, objectId, tenantId: tenant });
    },
    async send(caller, user, { meeting }) {
      const conversation = await conversations.find(caller);
      if (conversation === undefined) return;
      const to = { ...caller, ...severalOf(conversation) };
      const { card } = await draw(to, user, 'offer', { meeting });
      const client = await connectors.clientFor(conversation.serviceUrl);
      // Which card shows it is not remembered: a row would say who was there. It refreshes when seen.
      await postCard(client, conversation, card, REMINDER);
    },
    failed({ place, step, error }) {
      log.meetingNotFollowed({ organisation: place.organisation.code, step, error });
    },
  });
  const reached = createReached();
  const sender = createSender({
    draw,
    redraw,
    conversations,
    connectors,
    silenced: (caller) => reached.letGo(caller),
    failed: (what) => log.cardNotRedrawn(what),
  });
  const take = createTurns({
    watches,
    doors,
    conversations,
    draw,
    redraw,
    teamsAppId,
    reached,
    welcoming,
    faulted(error, { correlationId, tenant, about }) {
      const facts = { ...request(correlationId), tenant, ...about };
      const because = isOfNewer(error) ? 'newer-version' : 'told-to-try-again';
      log.requestFaulted({ ...facts, status: 200, because, error });
    },
  });

  const idle = async (): Promise<void> => {
    await watches.idle();
    await redraw.idle();
  };

  return {
    changed: redraw.changed,
    sender,
    announcer: createAnnouncer({ doors, conversations, connectors, teamsAppId }),
    keysAtHand: () => keys.ready(),
    tick: () => watches.tick(),
    idle,
    async close() {
      watches.forget();
      await idle();
    },
    async refuse({ headers, correlationId }) {
      const startedAt = performance.now();
      try {
        await authentication.vouch(headers.authorization ?? '');
        return undefined;
      } catch (error) {
        // How a fault of ours is told depends on what was asked.
        if (!(error instanceof Refusal)) return undefined;
        const { status, because, detail } = error;
        const ms = Math.round(performance.now() - startedAt);
        const facts = { ...request(correlationId), ms, status, because };
        log.requestRefused({ ...facts, ...(detail ? { detail } : {}) });
        return { status };
      }
    },
    async receive({ headers, body, correlationId }) {
      const startedAt = performance.now();
      const about: About & { tenant?: string } = {};
      let incoming: Incoming | undefined;
      try {
        if (!headers.authorization) throw new Refusal(401, 'no-token');
        incoming = readActivity(body);
        const known = incoming;
        return { ...(await correlated(correlationId, () => letIn(known))), about };
      } catch (error) {
        const ms = Math.round(performance.now() - startedAt);
        const facts = { ...request(correlationId), ms, ...about };
        if (error instanceof Refusal) {
          const { status, because, detail } = error;
          log.requestRefused({ ...facts, status, because, ...(detail ? { detail } : {}) });
          return { ...refusing(incoming, status, because), about };
        }
        const status = statusOf(error);
        log.requestFaulted({ ...facts, status, because: codeOf(error), error });
        return status < 400
          ? { status, about }
          : { ...refusing(incoming, status, 'try-again'), about };
      }

      async function letIn(activity: Incoming): Promise<Answer> {
        const given = asActivity(activity);
        const authenticated = await adapter.admit(given, headers.authorization ?? '');
        const tenant = tenantOf(activity);
        about.tenant = tenant;
        const inTurn: Parameters<typeof refuseTenant>[2] = (told) =>
          adapter.run(authenticated, given, told);
        const who = `${tenant} ${activity.from.aadObjectId ?? activity.from.id}`;
        const taken = limits.people.take(who);
        if (!config.tenants.includes(tenant)) {
          if (taken.kind === 'taken') await refuseTenant(activity, teamsAppId, inTurn);
          throw new Refusal(403, 'tenant-not-allowed');
        }
        const leave = taken.kind === 'taken' ? limits.underWay.enter(who) : undefined;
        if (leave === undefined) {
          const tell = taken.kind === 'spent' && taken.tell;
          const facts = { ...request(correlationId), ...about };
          if (tell) log.requestRefused({ ...facts, status: 429, because: 'too-many' });
          return slowDown(activity, teamsAppId, tell, inTurn);
        }
        let answer: Answer = { status: 500 };
        try {
          await adapter.run(authenticated, given, async (speaker) => {
            const { from, recipient, conversation, serviceUrl } = activity;
            const turn: Turn = {
              incoming: activity,
              tenant,
              user: from.id,
              conversation: {
                serviceUrl,
                conversationId: conversation.id,
                botId: recipient.id,
                tenant,
                user: from.id,
                ...(from.aadObjectId === undefined ? {} : { account: from.aadObjectId }),
              },
              correlationId,
              speaker,
              about,
            };
            answer = await take(turn);
          });
        } finally {
          leave();
        }
        return answer;
      }
    },
  };
}

function request(correlationId: string) {
  return { correlationId, method: 'POST', route: '/api/messages', ms: 0 };
}

/** Teams shows an invoke's error to whoever tapped; to all else the door's own answer is enough. */
function refusing(incoming: Incoming | undefined, status: number, code: string): Answer {
  if (incoming?.type !== 'invoke' || status === 401) return { status };
  const type = 'application/vnd.microsoft.error';
  const message = status >= 500 ? 'Please try again in a minute.' : 'This button can’t be used.';
  return { status, body: { statusCode: status, type, value: { code, message } } };
}

/** 503 asks Teams to send the activity again; what may have been said already is not asked for. */
function statusOf(error: unknown): 200 | 503 {
  return error instanceof SendError && error.ending !== 'later' ? 200 : 503;
}

function codeOf(error: unknown): string {
  if (error instanceof SendError) return `teams-${error.ending}`;
  return error instanceof KeysAway ? error.code : 'unexpected';
}
