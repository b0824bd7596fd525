import { expect, onTestFinished, test } from 'vitest';
import type { MeetingId, NetworkId, PersonId } from '../../bot/domain/facts.ts';
import { instantFrom, type PlainDate } from '../../bot/domain/time.ts';
import { createAccounts } from '../../infra/local/accounts.ts';
import { listen, ok, route } from '../../infra/local/http.ts';
import { practice } from '../../infra/local/practice-ids.ts';
import { createPracticeKeys, createPracticeTeams } from '../../infra/local/practice-teams.ts';
import { leader } from '../bench/generated-trust.ts';
import { mixedUse } from '../bench/soak/load.ts';
import { createPairs } from '../bench/soak/pairs.ts';

const organisation = { tenant: practice.tenant, code: 'JUDGED' };
const network = 'generated-network-1' as NetworkId;
const meeting = {
  ...{ id: 'met' as MeetingId, network, networkName: 'Race Equality Network' },
  date: '2026-04-08' as PlainDate,
};

test('a sentence that nobody answers is not acknowledged by the card of an earlier one', async () => {
  const { teams, pairs } = await chatsWithAnEarlierCard();
  const silent = await listen([route('POST', '/api/messages', () => ok({}))], 0);
  onTestFinished(() => silent.close());
  const load = await mixedUse({
    ...{ seconds: 1, perSecond: 20, origin: silent.origin, serviceUrl: silent.origin, teams },
    trust: { organisation, executives: [], networks: [network], meetings: [meeting] },
    ...{ pairs, channelToken: 'any', tokenOf: async () => 'any' },
  });
  expect(load.sent.sentence).toBe(1);
  expect(load.failed.filter(({ kind }) => kind === 'sentence')).toHaveLength(1);
  expect(pairs.all.reduce((sum, { claimed }) => sum + claimed, 0)).toBe(0);
});

test('no person has two moves at once', async () => {
  const { sitters } = await chatsWithAnEarlierCard();
  const [one] = sitters;
  const pairs = createPairs(one === undefined ? [] : [one], [meeting, { ...meeting }]);
  const first = pairs.toClaim();
  expect(first).toBeDefined();
  expect(pairs.toClaim()).toBeUndefined();
  if (first !== undefined) pairs.claimed(first, 'tap');
  expect(pairs.toClaim()).toBeDefined();
  expect(pairs.toWithdraw()).toBeUndefined();
});

async function chatsWithAnEarlierCard() {
  const teams = createPracticeTeams({
    accounts: createAccounts([]),
    keys: await createPracticeKeys(),
    origin: () => 'http://127.0.0.1',
    botOrigin: () => undefined,
    now: () => instantFrom(0),
  });
  const sitters = Array.from({ length: 20 }, (_, index) => {
    const executive = leader(`person-${index}` as PersonId, index + 1, organisation);
    const chat = teams.channel.chatOf(executive.account);
    const { id } = teams.conversations.add(chat, 'bot', {
      type: 'message',
      text: 'That’s recorded.',
    });
    return { ...executive, conversation: chat.id, activity: id };
  });
  return { teams, sitters, pairs: createPairs(sitters, [meeting]) };
}
