import { teamsIdFor, type Account } from './accounts.ts';
import { practice } from './practice-ids.ts';

/**
 * What Microsoft's Agents Playground takes for its own tenant, bot and people, in the form of its
 * settings file, which is YAML and so may be JSON.
 */
export function playgroundSettings(given: { as: Account; others: readonly Account[] }) {
  const { as, others } = given;
  return {
    version: '0.1.1',
    tenantId: as.tenant,
    bot: { id: `28:${practice.botId}`, name: practice.botName },
    currentUser: userOf(as),
    // It wants five at least.
    users: others.slice(0, 5).map(userOf),
    personalChat: { id: `a:playground-${as.id}` },
    groupChat: { id: '19:playground-group@thread.v2', name: 'A group chat' },
    team: {
      id: '19:playground-team@thread.tacv2',
      name: 'A team',
      aadGroupId: '9a4e0000-0000-4000-8000-000000000001',
      channels: [{ id: '19:playground-channel@thread.tacv2', name: 'Announcements' }],
    },
  };
}

function userOf(account: Account) {
  const [givenName = '', ...family] = account.name.split(' ');
  return {
    id: teamsIdFor(account),
    name: account.name,
    // Spelt as the Playground spells it.
    userPrincipleName: account.email,
    aadObjectId: account.id,
    givenName,
    surname: family.join(' '),
    email: account.email,
  };
}
