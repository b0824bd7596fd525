import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLimits } from '../../bot/limits.ts';
import { aoife, leila, startBotHouse } from './bot-house.ts';
import { createDouble } from './doors-double.ts';

const double = createDouble();
let house: Awaited<ReturnType<typeof startBotHouse>>;
beforeAll(async () => {
  house = await startBotHouse(double.create, { limits: createLimits(() => 0) });
});
afterAll(() => house.close());

async function receive(activity: object) {
  const headers = { authorization: `Bearer ${await house.token()}` };
  return house.receive({ headers, body: activity, correlationId: 'flood' });
}

test('whoever taps without end is answered kindly each time, recorded once, and holds up nobody', async () => {
  const tap = {
    ...house.activityOf(aoife),
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: {
      action: { verb: 'claim', data: { meeting: 'ren-2026-04-08', tap: 'the-one-tap' } },
      trigger: 'manual',
    },
  };
  const hundreds = await Promise.all(Array.from({ length: 300 }, () => receive(tap)));
  expect(new Set(hundreds.map(({ status }) => status))).toEqual(new Set([200]));
  const told = hundreds.flatMap(({ body }) => {
    const text = JSON.stringify(body);
    return text.includes('message') && text.includes('a lot at once') ? ['slow down'] : ['card'];
  });
  expect(new Set(told)).toEqual(new Set(['slow down', 'card']));
  expect(double.state).toBe('claimed');
  expect(house.lines.filter(({ because }) => because === 'too-many')).toHaveLength(1);
  expect(house.lines.filter(({ event }) => event === 'faulted')).toEqual([]);

  const refresh = { action: { verb: 'refresh', data: { view: 'waiting' } }, trigger: 'automatic' };
  const other = await receive({ ...tap, ...house.activityOf(leila), value: refresh });
  expect(JSON.stringify(other.body)).toContain('AdaptiveCard');
});

test('whoever types without end reads so once in the chat, not a hundred times', async () => {
  const hello = { ...house.activityOf(leila), type: 'message', text: 'hello' };
  // A chat that Teams knows.
  await house.teams.channel.send(leila, { text: 'hello' });
  const answers = [];
  for (let typed = 0; typed < 120; typed += 1) answers.push(await receive(hello));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  const cards = house.cardsOf(leila).map((card) => JSON.stringify(card));
  const slow = cards.filter((card) => card.includes('a lot at once'));
  expect(slow).toHaveLength(1);
});
