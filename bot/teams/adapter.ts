import { CardFactory, CloudAdapter, TeamsInfo, type Activity, type TurnContext } from 'botbuilder';
import type { AuthenticateRequestResult, ConnectorClient } from 'botframework-connector';
import * as z from 'zod';
import type { Card } from '../cards/render.ts';
import type { Conversation } from '../use-cases/ports.ts';
import { SendError } from './http-client.ts';

/** What a turn can say and ask towards Teams. */
export interface Speaker {
  /** Answers with a card; its activity's id, where Teams told it. */
  say(card: Card): Promise<string | undefined>;
  /** Puts a card in another's place, unless that one is gone. */
  put(activityId: string, card: Card): Promise<'put' | 'gone'>;
  typing(): Promise<void>;
  /** The person's work address by Teams' member look-up; undefined where they aren't a member. */
  member(): Promise<{ address: string; guest: boolean } | undefined>;
}

const memberSchema = z.object({
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  userRole: z.string().nullish(),
  tenantId: z.string().nullish(),
});

const channelDataSchema = z.object({ tenant: z.object({ id: z.string() }).nullish() });

/** botbuilder's adapter, its two steps apart: who may come in, and the turn itself. */
export class ChannelAdapter extends CloudAdapter {
  admit(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    return this.botFrameworkAuthentication.authenticateRequest(activity, header);
  }

  run(
    authenticated: AuthenticateRequestResult,
    activity: Activity,
    turn: (speaker: Speaker) => Promise<void>,
  ): Promise<unknown> {
    return this.processActivity(authenticated, activity, (context) => turn(speakerOf(context)));
  }
}

function speakerOf(context: TurnContext): Speaker {
  return {
    async say(card) {
      const said = await context.sendActivity(messageOf(card));
      return said?.id || undefined;
    },
    async put(activityId, card) {
      try {
        await context.updateActivity({ ...messageOf(card), id: activityId });
        return 'put';
      } catch (error) {
        if (error instanceof SendError && error.ending === 'undeliverable') return 'gone';
        throw error;
      }
    },
    async typing() {
      await context.sendActivity({ type: 'typing' });
    },
    async member() {
      try {
        const found = await TeamsInfo.getMember(context, context.activity.from.id);
        const { email, userPrincipalName, userRole, tenantId } = memberSchema.parse(found);
        const address = email || userPrincipalName;
        if (!address) return undefined;
        const guest =
          userRole === 'guest' ||
          /#ext#/i.test(userPrincipalName ?? '') ||
          isOfAnother(context.activity, tenantId);
        return { address, guest };
      } catch (error) {
        // Somebody who has just left, or removed the app: as unknown as one who was never there.
        if (error instanceof SendError && error.ending === 'undeliverable') return undefined;
        throw error;
      }
    },
  };
}

/** Another tenant vouches for the address of whoever it lets into a chat of this one: nobody here. */
function isOfAnother({ conversation, channelData }: Activity, tenantId?: string | null): boolean {
  const data = channelDataSchema.parse(channelData ?? {});
  const here = conversation.tenantId ?? data.tenant?.id;
  return !!tenantId && tenantId.toLowerCase() !== here?.toLowerCase();
}

/** Redraws a card outside of any turn. */
export async function putCard(
  client: ConnectorClient,
  { conversationId, botId, serviceUrl }: Conversation,
  activityId: string,
  card: Card,
): Promise<void> {
  await client.conversations.updateActivity(conversationId, activityId, {
    ...messageOf(card),
    id: activityId,
    channelId: 'msteams',
    serviceUrl,
    from: { id: botId, name: '' },
    conversation: { id: conversationId, name: '', isGroup: false, conversationType: 'personal' },
  });
}

/** Says something where nobody has asked; its activity's id, where Teams told it. */
export async function postCard(
  client: ConnectorClient,
  { conversationId, botId, serviceUrl, tenant }: Conversation,
  card: Card,
  summary: string,
): Promise<string | undefined> {
  const said = await client.conversations.sendToConversation(conversationId, {
    ...messageOf(card, summary),
    channelId: 'msteams',
    serviceUrl,
    from: { id: botId, name: '' },
    conversation: { id: conversationId, name: '', isGroup: false, conversationType: 'personal' },
    channelData: { tenant: { id: tenant } },
  });
  return said.id || undefined;
}

/** `summary` is what a locked phone shows: it names nobody and nothing. */
function messageOf(card: Card, summary = 'Silver Commitments') {
  return {
    type: 'message',
    summary,
    attachments: [CardFactory.adaptiveCard(card)],
  };
}
