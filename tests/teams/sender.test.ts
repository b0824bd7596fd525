import { ConnectorClient } from 'botframework-connector';
import { expect, test, vi } from 'vitest';
import type { PersonId } from '../../bot/domain/facts.ts';
import { StorageAway } from '../../bot/storage/table.ts';
import { SendError } from '../../bot/teams/http-client.ts';
import { createSender } from '../../bot/teams/sender.ts';

const to = { organisation: { tenant: 'nhs', code: 'ZPV' }, person: 'ann' as PersonId };
const never = (): never => {
  throw new Error('not asked for');
};

const signer = { signRequest: async <Outgoing>(outgoing: Outgoing) => outgoing };
const where = {
  ...{ serviceUrl: 'http://127.0.0.1:9/', conversationId: 'a:1' },
  ...{ botId: '28:bot', tenant: 'nhs' },
};

/** What becomes of a message of which this goes wrong. */
async function sentWhere(
  part: Partial<Record<'find' | 'draw' | 'token' | 'refused' | 'silence', Error>>,
) {
  const failed = vi.fn<() => void>();
  const sender = createSender({
    draw: async () => {
      if (part.draw !== undefined) throw part.draw;
      return { card: { type: 'AdaptiveCard' }, subjects: [] };
    },
    redraw: { changed: never, hold: never, stands: never, later: never, idle: never },
    conversations: {
      ...{ remember: never, forget: never, welcomeOnce: never },
      silence: async () => {
        throw part.silence ?? new Error('not asked for');
      },
      find: async () => {
        if (part.find !== undefined) throw part.find;
        return where;
      },
    },
    connectors: {
      ...{ clientFor: never, teamsClientFor: never, stock: never },
      readyFor: async (baseUri) => {
        if (part.refused === undefined) throw part.token ?? new Error('not asked for');
        const httpClient = { sendRequest: () => Promise.reject(part.refused) };
        return new ConnectorClient(signer, { baseUri, httpClient });
      },
    },
    silenced: () => undefined,
    failed,
  });
  return { verdict: await sender.send(to, 'welcome', {}), failed };
}

test.each([
  ['an address', { find: new StorageAway('away') }],
  ['storage', { draw: new StorageAway('away') }],
  ['a token', { token: new Error('the issuer is away') }],
])('a message that lacks %s for a while has not been tried', async (_, part) => {
  const { verdict } = await sentWhere(part);
  expect(verdict).toEqual({ kind: 'later', why: 'not-prepared', untried: true });
});

test('a card that can’t be drawn ends there', async () => {
  const { verdict } = await sentWhere({ draw: new Error('no such field') });
  expect(verdict).toMatchObject({ kind: 'failed' });
});

test('what Teams refused stays refused where it can’t be noted, and that is told of', async () => {
  const refused = new SendError('undeliverable', {
    status: 403,
    code: 'ConversationBlockedByUser',
  });
  const { verdict, failed } = await sentWhere({ refused, silence: new StorageAway('away') });
  expect(verdict).toMatchObject({ kind: 'undeliverable', why: 'ConversationBlockedByUser' });
  expect(failed).toHaveBeenCalledOnce();
});
