import { teamsIdFor } from '../../infra/local/accounts.ts';
import { practice } from '../../infra/local/practice-ids.ts';
import { fullDate } from '../../bot/contract/dates.ts';
import type { Sitter } from './claim-activity.ts';
import type { GeneratedTrust } from './generated-trust.ts';

/** The sentence that claims a meeting, as Teams sends what somebody types. */
export function typedClaim(
  { account, conversation }: Sitter,
  meeting: GeneratedTrust['meetings'][number],
  serviceUrl: string,
): string {
  return JSON.stringify({
    type: 'message',
    id: crypto.randomUUID(),
    timestamp: new Date().toISOString(),
    localTimezone: 'Europe/London',
    locale: 'en-GB',
    channelId: 'msteams',
    serviceUrl,
    from: { id: teamsIdFor(account), name: account.name, aadObjectId: account.id },
    recipient: { id: `28:${practice.botId}`, name: practice.botName },
    conversation: { id: conversation, conversationType: 'personal', tenantId: account.tenant },
    channelData: { tenant: { id: account.tenant } },
    textFormat: 'plain',
    text: `I went to the ${meeting.networkName} on ${fullDate(meeting.date)}`,
  });
}
