import * as z from 'zod';
import { chatIdFor, teamsIdFor, type Account } from './accounts.ts';
import type { ChannelFlaw, ChannelIssuer } from './channel-issuer.ts';
import type { Activity, Conversation, Conversations } from './conversations.ts';

/** What became of one activity of a person's. */
export interface Turn {
  /** The bot's HTTP status; 503 where it could not be reached or did not answer in time. */
  readonly status: number;
  readonly body: unknown;
  /** What the bot said or redrew in that conversation meanwhile. */
  readonly activities: Activity[];
}

export interface Channel {
  /**
   * Sends an activity of the person's to the bot, in their own chat unless it names another.
   * What `fields` leaves out is as Teams fills it in; a field of `null` is left out.
   */
  send(account: Account, fields: Record<string, unknown>, flaw?: ChannelFlaw): Promise<Turn>;
  /** A card's button, as Teams sends it; a card that comes back takes the old one's place. */
  act(account: Account, press: CardPress): Promise<Turn>;
  /** Adds the app for the person, as Teams tells it: twice over, once by each kind of activity. */
  install(account: Account): Promise<Turn>;
  chatOf(account: Account): Conversation;
}

export interface CardPress {
  readonly activityId: string;
  readonly verb: string;
  readonly data: unknown;
  /** Automatic: a refresh on viewing, not a tap. */
  readonly trigger?: 'manual' | 'automatic' | undefined;
}

const conversationSchema = z.looseObject({
  id: z.string(),
  conversationType: z.optional(z.enum(['personal', 'groupChat', 'channel'])),
});
const cardAnswerSchema = z.object({
  statusCode: z.literal(200),
  type: z.literal('application/vnd.microsoft.card.adaptive'),
  value: z.looseObject({}),
});
const attachmentsSchema = z.array(z.looseObject({ contentType: z.string() }));

/** Teams gives up on a turn after about this long. */
const turnTimeoutMs = 15_000;

/** Plays Teams towards the bot: a person's activities, each with a fresh token of the channel. */
export function createChannel(given: {
  issuer: ChannelIssuer;
  conversations: Conversations;
  bot: { id: string; name: string };
  /** The window's own address; the connector is under it. */
  origin: () => string;
  /** The bot's messaging address, or undefined while it is away. */
  messagesUrl: () => string | undefined;
}): Channel {
  const { conversations } = given;
  const serviceUrl = () => `${given.origin()}/connector/`;
  const chatOf = (account: Account) =>
    conversations.open(chatIdFor(account), 'personal', account.id);

  const send: Channel['send'] = async (account, fields, flaw) => {
    const named = conversationSchema.safeParse(fields['conversation']).data;
    const conversation = named
      ? conversations.open(named.id, named.conversationType ?? 'personal', account.id)
      : chatOf(account);
    const activity = withoutNulls({
      ...defaults(account, conversation),
      ...fields,
    });
    if (activity['type'] === 'message' && typeof activity['text'] === 'string') {
      const shown = conversations.add(conversation, 'person', activity);
      activity['id'] = fields['id'] ?? shown.id;
    }
    const before = conversations.count();
    const answer = await post(activity, flaw);
    if (answer.status < 300) noteInstallation(conversation, activity);
    return { ...answer, activities: conversations.since(conversation, before) };
  };

  const noteInstallation = (conversation: Conversation, activity: Record<string, unknown>) => {
    if (activity['type'] !== 'installationUpdate') return;
    const removed = String(activity['action']).startsWith('remove');
    conversations.setApp(conversation, removed ? 'removed' : 'installed');
  };

  const defaults = (account: Account, conversation: Conversation): Record<string, unknown> => ({
    type: 'message',
    id: `f:${crypto.randomUUID()}`,
    timestamp: new Date().toISOString(),
    localTimezone: 'Europe/London',
    locale: 'en-GB',
    channelId: 'msteams',
    serviceUrl: serviceUrl(),
    from: { id: teamsIdFor(account), name: account.name, aadObjectId: account.id },
    recipient: { id: `28:${given.bot.id}`, name: given.bot.name },
    conversation: {
      id: conversation.id,
      conversationType: conversation.kind,
      tenantId: account.tenant,
      ...(conversation.kind === 'personal' ? {} : { isGroup: true }),
    },
    channelData: { tenant: { id: account.tenant } },
    entities: [
      {
        type: 'clientInfo',
        locale: 'en-GB',
        country: 'GB',
        platform: 'Web',
        timezone: 'Europe/London',
      },
    ],
  });

  const post = async (activity: object, flaw: ChannelFlaw | undefined) => {
    const url = given.messagesUrl();
    if (url === undefined) return unreachable('The bot is starting again.');
    const token = await given.issuer.mint({
      origin: given.origin(),
      serviceUrl: serviceUrl(),
      flaw,
    });
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(turnTimeoutMs),
      });
      return { status: response.status, body: jsonOrText(await response.text()) };
    } catch (fault) {
      if (!(fault instanceof Error)) throw fault;
      return unreachable('The bot did not answer.');
    }
  };

  const act: Channel['act'] = async (account, press) => {
    const turn = await send(account, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: press.activityId,
      value: {
        action: { type: 'Action.Execute', verb: press.verb, data: press.data },
        trigger: press.trigger ?? 'manual',
      },
    });
    const card = cardAnswerSchema.safeParse(turn.body).data?.value;
    const redrawn = card && redraw(account, press.activityId, card);
    if (redrawn === undefined) return turn;
    const others = turn.activities.filter(({ id }) => id !== redrawn.id);
    return { ...turn, activities: [...others, redrawn] };
  };

  /** The new card in the old one's place, and everything else of that activity as it was. */
  const redraw = (account: Account, id: string, card: object): Activity | undefined => {
    const chat = chatOf(account);
    const found = chat.messages.find(({ activity }) => activity.id === id)?.activity;
    if (found === undefined) return undefined;
    const attachments = attachmentsSchema.safeParse(found['attachments']).data ?? [];
    return conversations.replace(chat, id, {
      ...found,
      attachments: attachments.map((each) =>
        each.contentType === 'application/vnd.microsoft.card.adaptive'
          ? { ...each, content: card }
          : each,
      ),
    });
  };

  const install: Channel['install'] = async (account) => {
    const before = conversations.count();
    await send(account, {
      type: 'conversationUpdate',
      membersAdded: [{ id: teamsIdFor(account) }, { id: `28:${given.bot.id}` }],
    });
    const turn = await send(account, { type: 'installationUpdate', action: 'add' });
    return { ...turn, activities: conversations.since(chatOf(account), before) };
  };

  return { send, act, install, chatOf };
}

function unreachable(error: string): { status: number; body: unknown } {
  return { status: 503, body: { error } };
}

function withoutNulls(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
