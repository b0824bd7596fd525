import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { chatIdFor, teamsIdFor, type Account, type Accounts } from './accounts.ts';
import { activitySchema, type Conversation, type Conversations } from './conversations.ts';
import { readJson, route, type Answer, type Call, type Route } from './http.ts';

const createSchema = z.object({
  isGroup: z.optional(z.boolean()),
  members: z.array(z.object({ id: z.string() })).min(1),
  activity: z.optional(activitySchema),
});

/** What the Bot Connector answers when it won't, in its own shape. */
class ConnectorRefusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/**
 * The Bot Connector's REST calls, as the bot meets them in Teams: under `/connector`.
 * Every call must carry the bot's own token.
 */
export function createConnector(given: {
  accounts: Accounts;
  conversations: Conversations;
  checkToken: (header: string | undefined) => 'accepted' | 'refused';
  /** How long each answer takes. */
  latencyMs?: number;
}): readonly Route[] {
  const { accounts, conversations } = given;

  const guarded = (
    method: string,
    path: string,
    answer: (call: Call) => Promise<Answer> | Answer,
  ) =>
    route(method, `/connector/v3/conversations${path}`, async (call) => {
      if (given.latencyMs) await wait(given.latencyMs);
      try {
        if (given.checkToken(call.request.headers.authorization) === 'refused') {
          throw new ConnectorRefusal(401, 'Unauthorized', 'Authorization has been denied.');
        }
        return await answer(call);
      } catch (fault) {
        if (!(fault instanceof ConnectorRefusal)) throw fault;
        const error = { code: fault.code, message: fault.message };
        return { status: fault.status, body: { error } };
      }
    });

  const conversationOf = ({ params }: Call): Conversation => {
    const found = conversations.find(params['conversation'] ?? '');
    if (found === undefined) {
      throw new ConnectorRefusal(404, 'ConversationNotFound', 'Conversation not found.');
    }
    return found;
  };

  const send = async (call: Call): Promise<Answer> => {
    const conversation = conversationOf(call);
    const activity = activitySchema.parse(await readJson(call.request));
    return deliver(conversation, activity);
  };

  const deliver = (conversation: Conversation, activity: Record<string, unknown>): Answer => {
    if (conversation.app === 'removed') {
      const because = 'The bot is not part of the conversation roster.';
      throw new ConnectorRefusal(403, 'BotNotInConversationRoster', because);
    }
    if (activity['type'] === 'typing') {
      conversations.noteTyping(conversation);
      return { status: 202, body: {} };
    }
    const stamped = { ...activity, timestamp: new Date().toISOString() };
    return { status: 201, body: { id: conversations.add(conversation, 'bot', stamped).id } };
  };

  const membersOf = (conversation: Conversation) =>
    conversation.members
      .map((id) => accounts.find(id))
      .filter((account) => account !== undefined)
      .map(memberView);

  return [
    guarded('POST', '', async ({ request }) => {
      const { members, activity } = createSchema.parse(await readJson(request));
      const account = accounts.find(members[0]?.id ?? '');
      if (account === undefined) {
        throw new ConnectorRefusal(403, 'ForbiddenOperationException', 'Unknown user.');
      }
      const conversation = conversations.open(chatIdFor(account), 'personal', account.id);
      if (activity !== undefined) deliver(conversation, activity);
      return { status: 201, body: { id: conversation.id } };
    }),
    guarded('POST', '/:conversation/activities', send),
    guarded('POST', '/:conversation/activities/:activity', send),
    guarded('PUT', '/:conversation/activities/:activity', async (call) => {
      const conversation = conversationOf(call);
      const activity = activitySchema.parse(await readJson(call.request));
      const id = call.params['activity'] ?? '';
      if (conversations.replace(conversation, id, activity) === undefined) {
        throw new ConnectorRefusal(404, 'ActivityNotFoundInConversation', 'No such activity.');
      }
      return { status: 200, body: { id } };
    }),
    guarded('DELETE', '/:conversation/activities/:activity', (call) => {
      const conversation = conversationOf(call);
      const became = conversations.remove(conversation, call.params['activity'] ?? '');
      if (became === 'no-such-activity') {
        throw new ConnectorRefusal(404, 'ActivityNotFoundInConversation', 'No such activity.');
      }
      return { status: 200, body: {} };
    }),
    guarded('GET', '/:conversation/members', (call) => ({
      status: 200,
      body: membersOf(conversationOf(call)),
    })),
    guarded('GET', '/:conversation/pagedmembers', (call) => ({
      status: 200,
      body: { members: membersOf(conversationOf(call)) },
    })),
    guarded('GET', '/:conversation/members/:member', (call) => {
      const conversation = conversationOf(call);
      const account = accounts.find(call.params['member'] ?? '');
      if (account === undefined || !conversation.members.includes(account.id)) {
        throw new ConnectorRefusal(404, 'MemberNotFoundInConversation', 'No such member.');
      }
      return { status: 200, body: memberView(account) };
    }),
  ];
}

function memberView(account: Account): Record<string, unknown> {
  const [givenName, ...family] = account.name.split(' ');
  return {
    id: teamsIdFor(account),
    name: account.name,
    givenName,
    surname: family.join(' '),
    objectId: account.id,
    aadObjectId: account.id,
    email: account.email,
    userPrincipalName: account.guest ? guestPrincipalName(account) : account.email,
    tenantId: account.tenant,
    userRole: account.guest ? 'guest' : 'user',
  };
}

/** A guest's sign-in name carries the address of their own organisation. */
function guestPrincipalName(account: Account): string {
  const tenant = createHash('sha256').update(account.tenant).digest('hex').slice(0, 8);
  return `${account.email.replace('@', '_')}#EXT#@${tenant}.onmicrosoft.example`;
}
