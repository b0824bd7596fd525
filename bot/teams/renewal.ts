import type { ConnectorClient } from 'botframework-connector';
import * as z from 'zod';
import type { Caller, Conversation, Conversations, Gone } from '../use-cases/ports.ts';
import { SendError, WRITES_BLOCKED } from './http-client.ts';

const createdSchema = z.object({ id: z.string().min(1) });

/** Where the chat is now; or the fault that stands. */
export type Renewal =
  { kind: 'renewed'; where: Conversation } | { kind: 'not-renewed'; fault: unknown };

/**
 * Opens somebody's chat anew where the one on record is gone: once, until they are heard from.
 * Opening says nothing, so what Teams refused may then be said, once.
 */
export async function renew(
  fault: unknown,
  caller: Caller,
  { where, client }: { where: Conversation; client: ConnectorClient },
  conversations: Pick<Conversations, 'remember'>,
): Promise<Renewal> {
  const { account, botId, tenant } = where;
  if (!isStale(fault) || account === undefined || where.renewed === true) {
    return { kind: 'not-renewed', fault };
  }
  try {
    const created = await client.conversations.createConversation({
      isGroup: false,
      bot: { id: botId, name: '' },
      members: [{ id: account, name: '' }],
      tenantId: tenant,
      channelData: { tenant: { id: tenant } },
    });
    const { id: conversationId } = createdSchema.parse(created);
    if (conversationId === where.conversationId) return { kind: 'not-renewed', fault };
    const renewed = { ...where, conversationId, renewed: true } as const;
    await conversations.remember(caller, renewed);
    return { kind: 'renewed', where: renewed };
  } catch (error) {
    if (error instanceof SendError && error.ending !== 'unknown') {
      return { kind: 'not-renewed', fault: error };
    }
    // Whether it was opened or not, nothing was said: it may be tried again.
    return { kind: 'not-renewed', fault: new SendError('later', { code: 'chat-not-opened' }) };
  }
}

/** Teams knows no such chat, or won't have the bot in it. */
function isStale(fault: unknown): boolean {
  if (!(fault instanceof SendError) || goneBy(fault) !== undefined) return false;
  return fault.status === 404 || fault.status === 403;
}

const goneCodes: ReadonlyMap<string | undefined, Gone> = new Map([
  ['ConversationBlockedByUser', 'blocked'],
  [WRITES_BLOCKED, 'blocked'],
  ['BotNotInConversationRoster', 'removed'],
]);

/** They have blocked the bot, or taken it off: it says nothing more until they come back. */
export function goneBy(fault: unknown): Gone | undefined {
  return fault instanceof SendError && fault.ending === 'undeliverable'
    ? goneCodes.get(fault.code)
    : undefined;
}
