import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { chatIdFor, teamsIdFor } from '../../infra/local/accounts.ts';
import { practice } from '../../infra/local/practice-ids.ts';
import type { Channel } from '../../bot/teams/channel.ts';
import type { Caller, Conversation } from '../../bot/use-cases/ports.ts';
import { aoife, startBotHouse } from './bot-house.ts';
import { createDouble } from './doors-double.ts';

const double = createDouble();
let house: Awaited<ReturnType<typeof startBotHouse>>;
let bot: Channel;
let caller: Caller;
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  house = await startBotHouse(double.create);
  bot = house.elsewhere({});
  const asked = { tenant: practice.tenant, objectId: aoife.id, address: async () => undefined };
  const who = await double.create(() => undefined).identify(asked);
  if (who.kind === 'unknown') throw new Error('nobody knows her');
  ({ caller } = who);
});
afterAll(() => house.close());
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const store = () => house.memory.conversations;
/** What Aoife's Teams says of her: the app is there, and she has written. */
async function hears(fields: Record<string, unknown> = { text: 'hello' }) {
  const turn = await house.teams.channel.send(aoife, fields);
  expect(turn.status).toBe(200);
}
beforeEach(async () => {
  await hears({ type: 'installationUpdate', action: 'add' });
  await hears();
  await house.idle();
});

const here = (): Promise<Conversation | undefined> => store().find(caller);
async function moved(differs: Partial<Conversation>): Promise<void> {
  const now = await here();
  if (now === undefined) throw new Error('she is nowhere');
  const { renewed: _, ...written } = now;
  await store().remember(caller, { ...written, ...differs });
}
const send = () => bot.sender.send(caller, 'help', {});
/** What asked the connector since: whether a chat was opened, and how often something was said. */
function counting() {
  const before = house.teams.requests.length;
  const said = house.cardsOf(aoife).length;
  return () => {
    const made = house.teams.requests.slice(before);
    return {
      opened: made.filter((line) => line.endsWith('/v3/conversations')).length,
      posted: made.filter((line) => /POST .*\/activities$/.test(line)).length,
      said: house.cardsOf(aoife).length - said,
    };
  };
}

test('a chat that is gone is opened anew, and it is said there once', async () => {
  await moved({ conversationId: 'a:gone' });
  const since = counting();
  expect(await send()).toEqual({ kind: 'sent' });
  expect(since()).toEqual({ opened: 1, posted: 2, said: 1 });
  expect(await here()).toMatchObject({ conversationId: chatIdFor(aoife), renewed: true });
  expect(await send()).toEqual({ kind: 'sent' });
  expect(since()).toEqual({ opened: 1, posted: 3, said: 2 });
});

test('it is opened once until she is heard from; then the chat she writes in stands', async () => {
  await moved({ conversationId: 'a:gone', renewed: true });
  const since = counting();
  expect(await send()).toEqual({
    kind: 'undeliverable',
    why: 'ConversationNotFound',
    silent: false,
  });
  expect(since()).toEqual({ opened: 0, posted: 1, said: 0 });
  // This process noted her before; another one is the first to hear her.
  const other = await startBotHouse(double.create);
  closing.push(other.close);
  await other.memory.conversations.remember(caller, {
    serviceUrl: 'https://old.example/',
    conversationId: 'a:gone',
    botId: '28:bot',
    tenant: practice.tenant,
    renewed: true,
  });
  await other.teams.channel.send(aoife, { text: 'hello' });
  expect(await other.memory.conversations.find(caller)).toEqual({
    serviceUrl: `${other.window.origin}/connector/`,
    conversationId: chatIdFor(aoife),
    botId: `28:${practice.botId}`,
    tenant: practice.tenant,
    user: teamsIdFor(aoife),
    account: aoife.id,
  });
});

test('an account that Teams won’t open a chat with is undeliverable, and nothing is said', async () => {
  await moved({ conversationId: 'a:gone', account: 'nobody' });
  const since = counting();
  expect(await send()).toMatchObject({ kind: 'undeliverable', silent: false });
  expect(since()).toEqual({ opened: 1, posted: 1, said: 0 });
});

test('whether it was opened is not known: nothing was said, so it is tried again later', async () => {
  const asked: string[] = [];
  const rude = createServer((request: IncomingMessage, response: ServerResponse) => {
    const url = request.url ?? '';
    asked.push(url);
    if (url.endsWith('/v3/conversations')) return void request.socket.destroy();
    response.writeHead(404, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: { code: 'ConversationNotFound' } }));
  });
  await new Promise<void>((resolve) => rude.listen(0, '127.0.0.1', resolve));
  closing.push(async () => rude.close().closeAllConnections());
  const { port } = rude.address() as AddressInfo;
  await moved({ serviceUrl: `http://127.0.0.1:${port}/` });
  expect(await send()).toEqual({ kind: 'later', why: 'chat-not-opened' });
  expect(asked).toHaveLength(2);
});

test('whoever took the app off is forgotten, by whichever activity Teams tells it', async () => {
  // A new version takes the old one's place: that is no goodbye.
  await hears({ type: 'installationUpdate', action: 'remove-upgrade' });
  await hears({ type: 'installationUpdate', action: 'add-upgrade' });
  const nobodyElse = { type: 'conversationUpdate', membersRemoved: [{ id: '29:somebody' }] };
  await hears(nobodyElse);
  expect(await here()).toBeDefined();
  for (const gone of [
    { type: 'conversationUpdate', membersRemoved: [{ id: `28:${practice.botId}` }] },
    { type: 'installationUpdate', action: 'remove' },
  ]) {
    await hears({ type: 'installationUpdate', action: 'add' });
    expect(await here()).toBeDefined();
    await hears(gone);
    expect(await here(), JSON.stringify(gone)).toBeUndefined();
  }
});

test('whoever is gone is never written to, until they do anything at all', async () => {
  await hears({ type: 'installationUpdate', action: 'remove' });
  const since = counting();
  expect(await send()).toMatchObject({ kind: 'undeliverable', why: 'nowhere-to-reach' });
  expect(since()).toEqual({ opened: 0, posted: 0, said: 0 });
  await hears({ type: 'messageReaction' });
  expect(await here()).toMatchObject({ conversationId: chatIdFor(aoife), account: aoife.id });
});
