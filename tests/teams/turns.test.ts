import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { MeetingId } from '../../bot/domain/facts.ts';
import type { Heard } from '../../bot/use-cases/doors.ts';
import type { Account } from '../../infra/local/accounts.ts';
import { aoife, leila, shabnam, startBotHouse, visitor } from './bot-house.ts';
import { createDouble, lost } from './doors-double.ts';

const double = createDouble();
let house: Awaited<ReturnType<typeof startBotHouse>>;
beforeAll(async () => {
  house = await startBotHouse(double.create);
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.idle();
  house.lines.length = 0;
  double.performed.length = 0;
  double.outcome = undefined;
  double.heard = lost;
  double.state = 'not-recorded';
});

const APRIL_8 = 'ren-2026-04-08' as MeetingId;
const meeting = { organisation: 'ZPV', meeting: 'ren-2026-04-08' };
const say = (who: Account, text: string) => house.teams.channel.send(who, { text });
const lastCard = (who: Account): string => JSON.stringify(house.cardsOf(who).at(-1));
async function sayAndPress(who: Account, text: string, verb: string, data: object) {
  const said = await say(who, text);
  const activityId = said.activities[0]?.id ?? '';
  const pressed = await house.teams.channel.act(who, { activityId, verb, data });
  await house.idle();
  return { activityId, pressed };
}

test('every message is answered by one complete card', async () => {
  const answers = {
    Hello: 'Hello Aoife',
    help: 'What you can ask me',
    meetings: 'Still to come',
    progress: 'Your Silver commitments',
    'I attended': 'Were you able to join?',
    withdraw: 'Nothing to take back',
    waiting: 'If you chair a network',
    'purple elephants': 'I didn’t follow that',
  };
  for (const [text, title] of Object.entries(answers)) {
    const { status, activities } = await say(aoife, text);
    expect(status).toBe(200);
    expect(activities).toHaveLength(1);
    expect(JSON.stringify(activities)).toContain(title);
    expect(activities[0]).toMatchObject({ summary: 'Silver Commitments' });
  }
  expect(house.lines).toEqual([]);
});

const typed: readonly (readonly [string, Heard, string])[] = [
  ['thanks', { kind: 'polite', to: 'thanks' }, 'You’re welcome'],
  [
    '8 April',
    { kind: 'about', meetings: [APRIL_8], why: 'asked', for: undefined },
    'Were you there?',
  ],
  ['yes', { kind: 'about', meetings: [], why: 'answer', for: undefined }, 'what that answers'],
  ['when do we meet', { kind: 'dates', meetings: [] }, 'No open meeting'],
  ['a long story', { kind: 'lost', because: 'too-long' }, 'more than I can read'],
];

test.each(typed)('“%s” is answered by one card, and nothing is done', async (text, heard, says) => {
  double.heard = heard;
  const { activities } = await say(aoife, text);
  expect(activities).toHaveLength(1);
  expect(JSON.stringify(activities)).toContain(says);
  expect(double.performed).toEqual([]);
});

test('an answer by sentence is answered with that meeting alone', async () => {
  const data = { organisation: 'ZPV', meeting: 'ren-2026-06-10' as MeetingId };
  double.heard = { kind: 'act', act: { verb: 'intend', data: { ...data, answer: 'will-come' } } };
  const { activities } = await say(aoife, 'I will come on 10 June');
  expect(double.performed).toHaveLength(1);
  const answer = JSON.stringify(activities.at(-1));
  expect(answer).toContain('10 June');
  expect(answer).not.toContain('8 April');
});

test('of several people, the card says for whom it was noted', async () => {
  const data = { organisation: 'ZPV', meeting: 'ren-2026-06-10' as MeetingId };
  const act = { verb: 'intend', data: { ...data, answer: 'will-come' } } as const;
  double.heard = { kind: 'act', act, isTogether: true };
  const { activities } = await say(aoife, 'Gareth and I will come on 10 June');
  expect(JSON.stringify(activities)).toContain('I noted this for one person.');
});

test('who isn’t linked hears whom to ask, whatever they say', async () => {
  for (const text of ['help', 'HELLO', 'progress']) {
    const { activities } = await say(visitor, text);
    expect(activities).toHaveLength(1);
    const said = JSON.stringify(activities);
    expect(said).toContain('If you have no other account, please ask Zainab Khan');
    expect(said).toContain(
      'Sign in to Teams with the account of the organisation that employs you',
    );
    expect(said).not.toContain('yet');
  }
  expect(double.addresses.at(-1)).toEqual({ address: visitor.email, guest: true });
  const { pressed } = await sayAndPress(visitor, 'help', 'claim', meeting);
  expect(JSON.stringify(pressed.body)).toContain('please ask Zainab Khan');
  expect(double.performed).toEqual([]);
});

test('one tap claims, the same card says what comes next, and Undo takes it back', async () => {
  const { activityId, pressed } = await sayAndPress(aoife, 'I attended', 'claim', meeting);
  expect(pressed.body).toMatchObject({
    statusCode: 200,
    type: 'application/vnd.microsoft.card.adaptive',
  });
  expect(JSON.stringify(pressed.body)).toContain('You will then have 1 of 4 this year');
  expect(house.cardsOf(aoife).at(-1)?.id).toBe(activityId);
  const undone = await house.teams.channel.act(aoife, {
    activityId,
    verb: 'withdraw',
    data: meeting,
  });
  expect(JSON.stringify(undone.body)).toContain('Nothing is recorded for this meeting now');
  await house.idle();
  expect(lastCard(aoife)).toContain('Nothing is recorded for this meeting now');
});

test('the same tap sent again is answered the same', async () => {
  const { activityId, pressed } = await sayAndPress(aoife, 'I attended', 'claim', meeting);
  const again = await house.teams.channel.act(aoife, { activityId, verb: 'claim', data: meeting });
  const words = (body: unknown) =>
    JSON.stringify(body)
      .replace(/"tap":"[^"]*"/g, '')
      .replace(/"id":"[^"]*"/g, '');
  expect(again.status).toBe(200);
  expect(words(again.body)).toBe(words(pressed.body));
});

test('when the chair confirms, the executive’s card is drawn again and says so', async () => {
  await sayAndPress(aoife, 'I attended', 'claim', meeting);
  const before = house.cardsOf(aoife).length;
  const { pressed } = await sayAndPress(leila, 'waiting', 'confirm', {
    organisation: 'ZPV',
    claims: ['aoife~ren-2026-04-08'],
  });
  expect(JSON.stringify(pressed.body)).toContain('Confirmed');
  expect(JSON.stringify(pressed.body)).toContain('Take back');
  expect(house.cardsOf(aoife)).toHaveLength(before);
  expect(lastCard(aoife)).toContain('You have 1 of 4 this year');
});

test('what waits at the network appears on the chair’s card by itself', async () => {
  await say(leila, 'claims');
  expect(lastCard(leila)).toContain('Nothing waits for you');
  await sayAndPress(aoife, 'I attended', 'claim', meeting);
  await house.idle();
  expect(lastCard(leila)).toContain('Was this person there?');
});

test('an assistant acts for their executive, and the card says so', async () => {
  const { pressed } = await sayAndPress(shabnam, 'they attended', 'claim', {
    ...meeting,
    for: 'aoife',
  });
  expect(double.performed).toEqual([{ verb: 'claim', data: { ...meeting, for: 'aoife' } }]);
  expect(JSON.stringify(pressed.body)).toContain('For Aoife Okafor');
  expect(JSON.stringify(pressed.body)).toContain('Thank you, Shabnam');
});

test('somebody who is no executive is told kindly whose meetings these are', async () => {
  const { activities } = await say(leila, 'I attended');
  expect(JSON.stringify(activities)).toContain('Network meetings are recorded');
  expect(JSON.stringify(activities)).toContain('**claims**');
  expect(JSON.stringify(activities)).not.toContain('Nothing was changed');
});

test('a refusal of the domain is a card that says what to do, and no error', async () => {
  double.outcome = { kind: 'refused', because: 'not-yet-held' };
  const { pressed } = await sayAndPress(aoife, 'I attended', 'claim', meeting);
  expect(pressed.status).toBe(200);
  expect(JSON.stringify(pressed.body)).toContain('has not finished yet');
  expect(house.lines).toEqual([]);
});

test('a meeting that is nobody’s is refused as made up, with one line in the log', async () => {
  double.outcome = { kind: 'refused', because: 'no-such-meeting' };
  const { pressed } = await sayAndPress(aoife, 'I attended', 'claim', meeting);
  expect(pressed.status).toBe(404);
  expect(house.lines).toEqual([
    expect.objectContaining({ event: 'refused', status: 404, because: 'no-such-meeting' }),
  ]);
  expect(lastCard(aoife)).toContain('Were you able to join?');
});

test('a fault is answered with the same tap to try again, and logged once', async () => {
  double.faults.perform = 1;
  const data = { ...meeting, tap: 'the-first' };
  const { activityId, pressed } = await sayAndPress(aoife, 'I attended', 'claim', data);
  expect(pressed.status).toBe(200);
  expect(JSON.stringify(pressed.body)).toContain('Please try again');
  expect(JSON.stringify(pressed.body)).toContain('"tap":"the-first"');
  expect(house.lines).toEqual([
    expect.objectContaining({ event: 'faulted', because: 'told-to-try-again' }),
  ]);
  const again = await house.teams.channel.act(aoife, { activityId, verb: 'claim', data });
  expect(JSON.stringify(again.body)).toContain('The chair will confirm it');

  double.faults.read = 1;
  const { activities } = await say(aoife, 'progress');
  expect(JSON.stringify(activities)).toContain('Please try again');
});

test('Action.Submit does the same and puts the card that was pressed anew', async () => {
  const said = await say(aoife, 'I attended');
  const count = house.cardsOf(aoife).length;
  const replyToId = said.activities[0]?.id;
  const submitted = await house.teams.channel.send(aoife, {
    type: 'message',
    text: null,
    replyToId,
    value: { verb: 'claim', ...meeting },
  });
  expect(submitted.status).toBe(200);
  expect(house.cardsOf(aoife)).toHaveLength(count);
  expect(submitted.activities.map(({ id }) => id)).toContain(replyToId);
  expect(lastCard(aoife)).toContain('The chair will confirm it');
});

test('where the card that was pressed is gone, the answer is a card of its own', async () => {
  const { activities } = await house.teams.channel.send(aoife, {
    type: 'message',
    replyToId: 'gone',
    value: { verb: 'claim', ...meeting },
  });
  expect(JSON.stringify(activities.at(-1))).toContain('The chair will confirm it');
});

test('a refresh draws the card from the facts of the moment and changes nothing', async () => {
  const { activityId } = await sayAndPress(aoife, 'I attended', 'claim', meeting);
  double.state = 'confirmed';
  const refreshed = await house.teams.channel.act(aoife, {
    activityId,
    verb: 'refresh',
    data: { organisation: 'ZPV', view: 'claim', params: { meeting: 'ren-2026-04-08' } },
    trigger: 'automatic',
  });
  expect(JSON.stringify(refreshed.body)).toContain('You have 1 of 4 this year');
  expect(double.performed).toHaveLength(1);
});

test('whoever installs it is welcomed once, however often Teams says so', async () => {
  const installed = { type: 'installationUpdate', action: 'add' };
  const membersAdded = [{ id: `28:${house.config.bot.appId}` }];
  const first = await house.teams.channel.send(leila, installed);
  const second = await house.teams.channel.send(leila, {
    type: 'conversationUpdate',
    membersAdded,
  });
  const third = await house.teams.channel.send(leila, installed);
  expect(JSON.stringify(first.activities)).toContain('Hello Leila');
  expect([second, third].map(({ activities }) => activities)).toEqual([[], []]);
});

test('who removes it is left alone from then on', async () => {
  await sayAndPress(aoife, 'I attended', 'claim', meeting);
  await house.teams.channel.send(aoife, { type: 'installationUpdate', action: 'remove' });
  const before = lastCard(aoife);
  await sayAndPress(leila, 'waiting', 'confirm', {
    organisation: 'ZPV',
    claims: ['aoife~ren-2026-04-08'],
  });
  expect(lastCard(aoife)).toBe(before);
  expect(house.lines).toEqual([]);
  await house.teams.channel.send(aoife, { type: 'installationUpdate', action: 'add' });
});

test('in a team it says what it is, and nothing of anybody’s own', async () => {
  const conversation = { id: '19:team', conversationType: 'channel', tenantId: aoife.tenant };
  const { activities } = await house.teams.channel.send(aoife, { text: 'progress', conversation });
  expect(JSON.stringify(activities)).toContain('our own chat');
  expect(JSON.stringify(activities)).not.toContain('of 4');
  const membersAdded = [{ id: `28:${house.config.bot.appId}` }];
  const added = await house.teams.channel.send(aoife, {
    type: 'conversationUpdate',
    membersAdded,
    conversation,
  });
  expect(added.activities).toEqual([]);
  const pressed = await house.teams.channel.send(aoife, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { verb: 'claim', data: meeting } },
    conversation,
  });
  expect(pressed.status).toBe(403);
  expect(double.performed).toEqual([]);
});

test('the conversation is remembered when it is new or another, and not each time', async () => {
  let written = 0;
  const { remember } = house.memory.conversations;
  Object.assign(house.memory.conversations, {
    remember: (...args: Parameters<typeof remember>) => {
      written += 1;
      return remember(...args);
    },
  });
  const moved = { id: 'a:another', conversationType: 'personal', tenantId: aoife.tenant };
  await say(aoife, 'help');
  const before = written;
  await say(aoife, 'help');
  expect(written).toBe(before);
  await house.teams.channel.send(aoife, { text: 'help', conversation: moved });
  expect(written).toBe(before + 1);
});
