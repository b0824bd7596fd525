import { teamsIdFor } from '../../infra/local/accounts.ts';
import { practice } from '../../infra/local/practice-ids.ts';
import type { GeneratedTrust, Leader } from './generated-trust.ts';
import type { Practice } from './practice.ts';

/** An executive with the bot's card in their chat. */
export interface Sitter extends Leader {
  readonly conversation: string;
  readonly activity: string;
}

/** Gives the executive the card that they ask for by "I attended". */
export async function askForCard(
  { teams }: Pick<Practice, 'teams'>,
  leader: Leader,
): Promise<Sitter> {
  const chat = teams.channel.chatOf(leader.account);
  teams.conversations.setApp(chat, 'installed');
  const { status, activities } = await teams.channel.send(leader.account, { text: 'I attended' });
  const card = activities.findLast(({ type }) => type === 'message');
  if (status !== 200 || card === undefined) throw new Error(`no card came: ${status}`);
  return { ...leader, conversation: chat.id, activity: card.id };
}

/** The card's button, as Teams sends it. */
export function claimActivity(
  { account, conversation, activity }: Sitter,
  { organisation }: GeneratedTrust,
  meeting: string,
  serviceUrl: string,
): string {
  const tap = crypto.randomUUID();
  return JSON.stringify({
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: `f:${crypto.randomUUID()}`,
    timestamp: new Date().toISOString(),
    localTimezone: 'Europe/London',
    locale: 'en-GB',
    channelId: 'msteams',
    serviceUrl,
    from: { id: teamsIdFor(account), name: account.name, aadObjectId: account.id },
    recipient: { id: `28:${practice.botId}`, name: practice.botName },
    conversation: { id: conversation, conversationType: 'personal', tenantId: account.tenant },
    channelData: { tenant: { id: account.tenant } },
    replyToId: activity,
    value: {
      action: {
        type: 'Action.Execute',
        verb: 'claim',
        data: { organisation: organisation.code, meeting, tap },
      },
      trigger: 'manual',
    },
  });
}
