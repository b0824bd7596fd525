import type { Activity } from 'botbuilder';
import * as z from 'zod';
import { checked } from '../contract/checked.ts';
import { Refusal } from './refusal.ts';

/** Teams' own ids are plain characters; whatever else would not go into an address or a header. */
const id = z
  .string()
  .min(1)
  .max(1_000)
  .regex(/^[\x21-\x7e]+$/);
const account = z.object({
  id,
  name: z.string().optional(),
  aadObjectId: z.string().min(1).max(100).optional(),
});

/** What is read of an activity; all else stays outside. */
const activitySchema = z.object({
  type: z.enum([
    'message',
    'messageUpdate',
    'messageDelete',
    'messageReaction',
    'conversationUpdate',
    'installationUpdate',
    'contactRelationUpdate',
    'endOfConversation',
    'deleteUserData',
    'typing',
    'event',
    'invoke',
    'invokeResponse',
    'suggestion',
    'trace',
    'handoff',
    'command',
    'commandResult',
    'delay',
  ]),
  id: id.optional(),
  channelId: id,
  serviceUrl: z.url({ protocol: /^https?$/ }).max(2_000),
  from: account,
  recipient: account,
  conversation: z.object({
    id,
    conversationType: z.string().max(100).optional(),
    isGroup: z.boolean().optional(),
    tenantId: id.optional(),
  }),
  channelData: z
    .object({
      tenant: z.object({ id }).optional(),
      meeting: z.object({ id }).nullish(),
    })
    .nullish()
    .transform((data) => data ?? {}),
  text: z.string().max(30_000).nullish(),
  name: z.string().max(200).optional(),
  action: z.string().max(100).optional(),
  value: z.unknown().optional(),
  replyToId: id.optional(),
  membersAdded: z.array(account).optional(),
  membersRemoved: z.array(account).optional(),
  locale: z.string().max(100).optional(),
});
export type Incoming = z.infer<typeof activitySchema>;

/** An activity as it came over the wire, or the refusal that it deserves. */
export function readActivity(body: unknown): Incoming {
  const read = checked(activitySchema, body);
  if (read.success) return read.data;
  const field = read.error.issues[0]?.path.join('.') || 'activity';
  throw new Refusal(400, 'unreadable-activity', field);
}

/** As botbuilder wants it. `deliveryMode` is left out: every answer goes the one way. */
export function asActivity(incoming: Incoming): Activity {
  const { id: activityId, from, recipient, conversation, text, locale, replyToId } = incoming;
  return {
    type: incoming.type,
    channelId: incoming.channelId,
    serviceUrl: incoming.serviceUrl,
    from: asAccount(from),
    recipient: asAccount(recipient),
    conversation: {
      id: conversation.id,
      name: '',
      isGroup: isShared(incoming),
      conversationType: conversation.conversationType ?? 'personal',
      ...(conversation.tenantId === undefined ? {} : { tenantId: conversation.tenantId }),
    },
    channelData: { tenant: incoming.channelData.tenant },
    text: text ?? '',
    value: incoming.value,
    localTimezone: '',
    callerId: '',
    label: '',
    valueType: '',
    listenFor: [],
    ...(activityId === undefined ? {} : { id: activityId }),
    ...(incoming.name === undefined ? {} : { name: incoming.name }),
    ...(locale === undefined ? {} : { locale }),
    ...(replyToId === undefined ? {} : { replyToId }),
  };
}

function asAccount(given: z.infer<typeof account>): Activity['from'] {
  const { name = '', aadObjectId } = given;
  return { id: given.id, name, ...(aadObjectId === undefined ? {} : { aadObjectId }) };
}

/** The one tenant that the activity belongs to. */
export function tenantOf({ conversation, channelData }: Incoming): string {
  const named = conversation.tenantId ?? channelData.tenant?.id;
  if (named === undefined) throw new Refusal(403, 'no-tenant');
  if (channelData.tenant !== undefined && channelData.tenant.id !== named) {
    throw new Refusal(403, 'two-tenants');
  }
  return named;
}

/** A team or a group chat, where others read along. */
export function isShared({ conversation }: Incoming): boolean {
  const { conversationType, isGroup } = conversation;
  return conversationType === undefined ? isGroup === true : conversationType !== 'personal';
}

/** A team's channel, or a thread in it. */
export function isChannel({ conversation }: Incoming): boolean {
  const { conversationType, id: conversationId } = conversation;
  return conversationType === 'channel' && /^19:[^;]+@thread\.(tacv2|skype)/.test(conversationId);
}

/** The chat of a meeting: Teams names the meeting, and the chat after it. */
export function isMeetingChat(incoming: Incoming): boolean {
  const { conversation, channelData } = incoming;
  if (!isShared(incoming)) return false;
  return Boolean(channelData.meeting) || conversation.id.startsWith('19:meeting_');
}
