import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { peopleSchema } from '../../bot/contract/people.ts';
import { ownHouse, post } from '../support/browsing.ts';

const address = (name: string) => `${name}@pennine-vale.example`;
const [chair, lead, nurse] = ['leila.kaur', 'zainab.khan', 'aoife.okafor'].map(address) as [
  string,
  string,
  string,
];

let house: Awaited<ReturnType<typeof ownHouse>>;
beforeAll(async () => {
  house = await ownHouse();
}, 60_000);
afterAll(() => house.close());

async function api(person: string, path: string, body?: object): Promise<unknown> {
  const { token } = z
    .object({ token: z.string() })
    .parse(await post(house.origin, '/local/token', { person }));
  const response = await fetch(`${house.origin}/api/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return response.json();
}

async function act(person: string, verb: string, data: object): Promise<string> {
  const answer = await api(person, 'acts', { verb, data });
  const { outcomes } = z
    .object({ outcomes: z.array(z.object({ subject: z.string() })) })
    .parse(answer);
  return outcomes[0]?.subject ?? '';
}

const inboxSchema = z.object({
  activities: z.array(
    z.object({
      id: z.string(),
      attachments: z.optional(z.array(z.object({ content: z.looseObject({}) }))),
    }),
  ),
});

/** The newest card that the bot sent, as it stands now. */
async function newest(person: string): Promise<{ id: string; text: string }> {
  const response = await fetch(`${house.origin}/local/inbox?person=${encodeURIComponent(person)}`);
  const last = inboxSchema.parse(await response.json()).activities.at(-1);
  return { id: last?.id ?? '', text: JSON.stringify(last?.attachments?.[0]?.content ?? {}) };
}

const buttonSchema = z.object({ verb: z.string(), data: z.looseObject({}) });

async function press(person: string, verb: string): Promise<string> {
  const { id, text } = await newest(person);
  const found: object[] = [];
  JSON.parse(text, (_, value: unknown) => {
    const button = buttonSchema.safeParse(value);
    if (button.data?.verb === verb) found.push(button.data.data);
    return value;
  });
  const turn = await post(house.origin, '/local/act', {
    person,
    activityId: id,
    verb,
    data: found[0] ?? {},
  });
  return JSON.stringify(turn);
}

test('a chair is asked the working day after, answers on the card, and the line can be done', async () => {
  for (const person of [chair, lead, nurse]) {
    await post(house.origin, '/local/say', { person, text: 'hello' });
  }
  const { people } = peopleSchema.parse(await api(lead, 'organisation/plan/people'));
  const owner = people.find(({ name }) => name === 'Aoife Okafor')?.id;
  const plan = await act(lead, 'add-plan-line', {
    ...{ line: 'S1.b', action: 'Publish *targets* for each band', owner, target: '2026-09-30' },
  });
  await act(nurse, 'name-involvement', {
    ...{ plan, network: 'race-equality-network', text: 'Wrote the targets with us' },
  });
  await post(house.origin, '/local/clock', { now: '2026-04-10T10:00:00.000Z' });
  await expect
    .poll(async () => (await newest(chair)).text, { timeout: 20_000 })
    .toContain('Did your network take part?');
  expect((await newest(chair)).text).toContain('Publish \\\\*targets\\\\* for each band');
  expect(await press(chair, 'confirm-involvement')).toContain('has confirmed its part');

  await post(house.origin, '/local/say', { person: nurse, text: 'action plan' });
  expect((await newest(nurse)).text).toContain('has confirmed its part');
  expect(await press(nurse, 'close-plan-line')).toContain('Done. It was to be done by');
  expect(await press(nurse, 'take-back-plan-move')).toContain('To be done by 30 September 2026.');
}, 60_000);
