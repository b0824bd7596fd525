import type { ConnectorClient } from 'botframework-connector';
import * as z from 'zod';
import type { Caller, Conversation, Conversations } from '../use-cases/ports.ts';
import { SendError } from './http-client.ts';

const createdSchema = z.object({ id: z.string().min(1) });

/**
 * Opens somebody's chat anew where the one that is on record is gone: once, until they are heard
 * from. Opening says nothing, so what was to be said is still said once. Answers with the fault that
 * stands, or nothing where the chat was opened.
 */
export function createRenewal(given: {
  conversations: Pick<Conversations, 'remember'>;
  /** What this process had noted of them holds no longer. */
  renewed: (caller: Caller) => void;
}) {
  return async (
    fault: unknown,
    caller: Caller,
    chat: { conversation: Conversation; client: ConnectorClient },
  ): Promise<unknown> => {
    const { conversation, client } = chat;
    const { account, botId, tenant } = conversation;
    if (!isStale(fault) || account === undefined || conversation.renewed === true) return fault;
    let conversationId: string;
    try {
      const created = await client.conversations.createConversation({
        isGroup: false,
        bot: { id: botId, name: '' },
        members: [{ id: account, name: '' }],
        tenantId: tenant,
        channelData: { tenant: { id: tenant } },
      });
      conversationId = createdSchema.parse(created).id;
    } catch (error) {
      // Whether it was opened or not, nothing was said: it may be tried again.
      if (error instanceof SendError && error.ending !== 'unknown') return error;
      return new SendError('later', { code: 'chat-not-opened' });
    }
    if (conversationId === conversation.conversationId) return fault;
    await given.conversations.remember(caller, { ...conversation, conversationId, renewed: true });
    given.renewed(caller);
    return undefined;
  };
}

/** Teams knows no such chat, or won't have the bot in it. */
function isStale(fault: unknown): boolean {
  return fault instanceof SendError && (fault.status === 404 || fault.status === 403);
}
