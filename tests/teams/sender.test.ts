import { expect, test } from 'vitest';
import type { PersonId } from '../../bot/domain/facts.ts';
import { StorageAway } from '../../bot/storage/table.ts';
import { createSender } from '../../bot/teams/sender.ts';

const to = { organisation: { tenant: 'nhs', code: 'ZPV' }, person: 'ann' as PersonId };
const never = (): never => {
  throw new Error('not asked for');
};

/** What becomes of a message of which this one part goes wrong before anything leaves. */
function sentWhere(part: Partial<Record<'draw' | 'token', Error>>) {
  const sender = createSender({
    draw: async () => {
      if (part.draw !== undefined) throw part.draw;
      return { card: { type: 'AdaptiveCard' }, subjects: [] };
    },
    redraw: { changed: never, hold: never, stands: never, later: never, idle: never },
    conversations: {
      ...{ remember: never, silence: never, forget: never, welcomeOnce: never },
      find: async () => ({
        ...{ serviceUrl: 'http://127.0.0.1:9/', conversationId: 'a:1' },
        ...{ botId: '28:bot', tenant: 'nhs' },
      }),
    },
    connectors: {
      ...{ clientFor: never, teamsClientFor: never, stock: never },
      readyFor: async () => {
        throw part.token ?? new Error('not asked for');
      },
    },
    silenced: never,
    failed: () => undefined,
  });
  return sender.send(to, 'welcome', {});
}

test.each([
  ['storage', { draw: new StorageAway('away') }],
  ['a token', { token: new Error('the issuer is away') }],
])('a message that lacks %s for a while has not been tried', async (_, part) => {
  expect(await sentWhere(part)).toEqual({ kind: 'later', why: 'not-prepared', untried: true });
});

test('a card that can’t be drawn ends there', async () => {
  expect(await sentWhere({ draw: new Error('no such field') })).toMatchObject({ kind: 'failed' });
});
