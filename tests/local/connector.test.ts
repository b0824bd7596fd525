import { CardFactory, MessageFactory, TeamsInfo, type TurnContext } from 'botbuilder';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccounts, objectIdFor, type Account } from '../../infra/local/accounts.ts';
import { listen, type Listening } from '../../infra/local/http.ts';
import { practice } from '../../infra/local/practice-ids.ts';
import {
  createPracticeKeys,
  createPracticeTeams,
  type PracticeTeams,
} from '../../infra/local/practice-teams.ts';
import { startEchoBot, type EchoBot } from './echo-bot.ts';

function person(name: string, guest = false): Account {
  const email = `${name.toLowerCase().replace(' ', '.')}@pennine-vale.example`;
  return { id: objectIdFor(email), tenant: practice.tenant, name, email, guest };
}
const aoife = person('Aoife Okafor');
const leila = person('Leila Kaur');
const gareth = person('Gareth Hargreaves');
const visitor = person('Alan Ashworth', true);

let teams: PracticeTeams;
let server: Listening;
let bot: EchoBot | undefined;
let turn: (context: TurnContext) => Promise<void> = () => Promise.resolve();

beforeAll(async () => {
  teams = createPracticeTeams({
    accounts: createAccounts([aoife, leila, gareth, visitor]),
    keys: await createPracticeKeys(),
    origin: () => server.origin,
    botOrigin: () => bot?.origin,
    now: () => '2026-04-09T08:30:00.000Z',
  });
  server = await listen(teams.routes, 0);
  bot = await startEchoBot(teams.environment(''), (context) => turn(context));
});
afterAll(async () => {
  await bot?.close();
  await server.close();
});

const card = (text: string) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text }],
});
const cardActivity = (text: string) =>
  MessageFactory.attachment(CardFactory.adaptiveCard(card(text)));

test('what a person says reaches the bot, and its reply comes back in their chat alone', async () => {
  turn = async (context) => {
    await context.sendActivities([
      { type: 'typing' },
      { text: `You said ${context.activity.text}` },
    ]);
  };
  const said = await teams.channel.send(aoife, { type: 'message', text: 'hello' });
  expect(said.status).toBe(200);
  expect(said.activities.map(({ text }) => text)).toEqual(['You said hello']);
  const chat = teams.channel.chatOf(aoife);
  expect(chat.messages.map(({ by }) => by)).toEqual(['person', 'bot']);
  expect(chat.typing).toHaveLength(1);
  expect(teams.channel.chatOf(leila).messages).toEqual([]);
});

test('an update redraws an activity where it stands, and a deletion takes it away', async () => {
  turn = async (context) => {
    const first = await context.sendActivity('first');
    const second = await context.sendActivity('second');
    await context.updateActivity({ ...MessageFactory.text('first, redrawn'), id: first?.id ?? '' });
    await context.deleteActivity(second?.id ?? '');
  };
  await teams.channel.send(leila, { type: 'message', text: 'go' });
  const texts = teams.channel.chatOf(leila).messages.map(({ activity }) => activity['text']);
  expect(texts).toEqual(['go', 'first, redrawn']);
});

test('the card that answers a button takes the old one’s place', async () => {
  turn = async (context) => {
    if (context.activity.type === 'message') {
      await context.sendActivity(cardActivity('before'));
      return;
    }
    const body = {
      statusCode: 200,
      type: CardFactory.contentTypes.adaptiveCard,
      value: card('after'),
    };
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
  };
  const asked = await teams.channel.send(gareth, { type: 'message', text: 'card' });
  const activityId = asked.activities[0]?.id ?? '';
  const pressed = await teams.channel.act(gareth, {
    activityId,
    verb: 'claim',
    data: { meeting: 'm' },
  });
  expect(pressed).toMatchObject({ status: 200, body: { value: card('after') } });
  expect(pressed.activities).toMatchObject([
    { id: activityId, attachments: [{ content: card('after') }] },
  ]);
  expect(teams.channel.chatOf(gareth).messages).toHaveLength(2);
});

test('a button’s invoke is what Teams sends: the action, its trigger and the card that it is on', async () => {
  let seen: unknown;
  turn = (context) => {
    seen = context.activity;
    return Promise.resolve();
  };
  await teams.channel.act(gareth, { activityId: '17', verb: 'claim', data: { meeting: 'm' } });
  expect(seen).toMatchObject({
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: '17',
    channelId: 'msteams',
    from: { aadObjectId: gareth.id },
    conversation: { conversationType: 'personal', tenantId: practice.tenant },
    value: {
      action: { type: 'Action.Execute', verb: 'claim', data: { meeting: 'm' } },
      trigger: 'manual',
    },
  });
});

test.each([
  [aoife, 'user', aoife.email],
  [visitor, 'guest', expect.stringContaining('#EXT#')],
])(
  'a member look-up gives $0.name’s work address, and whether they are a guest',
  async (who, userRole, userPrincipalName) => {
    let member: unknown;
    turn = async (context) => {
      member = await TeamsInfo.getMember(context, context.activity.from.id);
    };
    await teams.channel.send(who, { type: 'message', text: 'who am I' });
    expect(member).toMatchObject({
      aadObjectId: who.id,
      email: who.email,
      tenantId: practice.tenant,
      userPrincipalName,
      userRole,
    });
  },
);

test('a bot that was removed is refused as Teams refuses it, until it is installed again', async () => {
  turn = (context) =>
    context.activity.type === 'message'
      ? context.sendActivity('still here').then(() => undefined)
      : Promise.resolve();
  await teams.channel.install(visitor);
  await teams.channel.send(visitor, { type: 'installationUpdate', action: 'remove' });
  const refused = await teams.channel.send(visitor, { type: 'message', text: 'hello?' });
  expect(refused.activities).toEqual([]);
  await teams.channel.install(visitor);
  const again = await teams.channel.send(visitor, { type: 'message', text: 'hello?' });
  expect(again.activities).toHaveLength(1);
});

test('an activity can be sent bare, from elsewhere, or with a bad token', async () => {
  let seen: unknown;
  turn = (context) => {
    seen = context.activity;
    return Promise.resolve();
  };
  const good = await teams.channel.send(aoife, { type: 'event', name: 'x', locale: null });
  expect(good.status).toBe(200);
  expect(seen).toMatchObject({ type: 'event', name: 'x' });
  expect(seen).not.toHaveProperty('locale');
  const bad = await teams.channel.send(aoife, { type: 'message', text: 'hello' }, 'expired');
  expect(bad.status).toBe(401);
});
