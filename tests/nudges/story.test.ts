import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { attendanceOf, progressSchema, remindersSchema } from '../../bot/contract/views.ts';
import type { House } from '../../infra/local/house.ts';
import { ownHouse, post } from '../support/browsing.ts';
import { JUNE_10 } from '../support/small-trust.ts';

const aoife = 'aoife.okafor@pennine-vale.example';
const leila = 'leila.kaur@pennine-vale.example';

const inboxSchema = z.object({
  activities: z.array(
    z.object({
      id: z.string(),
      summary: z.string().optional(),
      attachments: z.array(z.object({ content: z.looseObject({}) })).optional(),
    }),
  ),
});
const tokenSchema = z.object({ token: z.string() });

let house: House & { folder: string; close(): Promise<void> };
beforeAll(async () => {
  house = await ownHouse();
});
afterAll(() => house.close());

async function inbox(person: string) {
  const response = await fetch(`${house.origin}/local/inbox?person=${person}`);
  const { activities } = inboxSchema.parse(await response.json());
  return activities.map(({ id, summary, attachments }) => ({
    id,
    summary,
    card: JSON.stringify(attachments?.[0]?.content),
  }));
}

async function get(person: string, path: string): Promise<unknown> {
  const { token } = tokenSchema.parse(await post(house.origin, '/local/token', { person }));
  const headers = { Authorization: `Bearer ${token}` };
  return (await fetch(`${house.origin}${path}`, { headers })).json();
}

async function act(person: string, asked: unknown): Promise<unknown> {
  const { token } = tokenSchema.parse(await post(house.origin, '/local/token', { person }));
  const response = await fetch(`${house.origin}/api/acts`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(asked),
  });
  return response.json();
}

/** The data of the card's button with that verb. */
function button(card: string, verb: string): unknown {
  let found: unknown;
  JSON.parse(card, (_key, value: unknown) => {
    const part = z.object({
      type: z.literal('Action.Execute'),
      verb: z.string(),
      data: z.unknown(),
    });
    const read = part.safeParse(value);
    if (read.success && read.data.verb === verb) found ??= read.data.data;
    return value;
  });
  return found;
}

/** The bot's log lines of one reminder, by its trace. */
async function lifeOf(kind: string) {
  const lineSchema = z.object({
    msg: z.string(),
    trace: z.string().optional(),
    traces: z.array(z.string()).optional(),
    kind: z.string().optional(),
    state: z.string().optional(),
    verb: z.string().optional(),
  });
  const text = await readFile(join(house.folder, 'bot.log'), 'utf8');
  const lines = text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => lineSchema.parse(JSON.parse(line)));
  const trace = lines.find((line) => line.kind === kind)?.trace ?? 'none';
  return lines
    .filter((line) => line.trace === trace || line.traces?.includes(trace))
    .map(({ msg, state, verb }) => [msg, state ?? verb].filter(Boolean).join(' '))
    .toSorted();
}

const moveTo = (now: string) => post(house.origin, '/local/clock', { now });

test('will come, the day after, “Were you able to join?”, “Yes”: it is recorded', async () => {
  for (const person of [aoife, leila]) {
    await post(house.origin, '/local/say', { person, text: 'hello' });
    // This story is of attendance alone.
    for (const kind of ['own-goal', 'team-goals', 'meeting-unbooked'])
      await act(person, { verb: 'mute', data: { kind } });
  }
  await act(aoife, { verb: 'intend', data: { meeting: JUNE_10, answer: 'will-come' } });
  const before = (await inbox(aoife)).length;
  await moveTo('2026-06-10T16:00');
  expect(await inbox(aoife)).toHaveLength(before);
  await moveTo('2026-06-11T09:30');
  const [asked, ...more] = (await inbox(aoife)).slice(before);
  if (asked === undefined) throw new Error('nobody asked');
  expect(more).toEqual([]);
  expect(asked.summary).toBe('You have a reminder');
  for (const words of [
    'Were you able to join?',
    'Race Equality Network',
    'Wednesday 10 June, 12 to 1pm',
    'You said you would come. This is the only reminder for this meeting.',
    'Ask me tomorrow',
  ]) {
    expect(asked.card).toContain(words);
  }
  expect(remindersSchema.parse(await get(aoife, '/api/me/reminders'))).toMatchObject({
    reminders: expect.arrayContaining([
      expect.objectContaining({ kind: 'were-you-there', due: true }),
    ]),
  });

  const data = button(asked.card, 'claim');
  await post(house.origin, '/local/act', {
    person: aoife,
    activityId: asked.id,
    verb: 'claim',
    data,
  });
  const progress = progressSchema.parse(await get(aoife, '/api/me/progress'));
  const meeting = attendanceOf(progress)?.meetings.find(({ id }) => id === JUNE_10);
  expect(meeting?.state).toBe('claimed');
  expect((await inbox(aoife)).at(-1)?.card).toContain('Thank you, Aoife');
  expect(await lifeOf('were-you-there')).toEqual([
    'nudge ended sent',
    'nudge planned',
    'request answered claim',
  ]);
  // Answered: nothing more comes.
  await moveTo('2026-06-12T09:30');
  expect(await inbox(aoife)).toHaveLength(before + 1);
});

test('the chair hears of the claim the working day after, and confirms it on the card', async () => {
  const asked = (await inbox(leila)).at(-1);
  if (asked === undefined) throw new Error('nobody asked');
  expect(asked.card).toContain('Was this person there?');
  expect(asked.card).toContain('Waiting since 11 June. You get this because you chair');
  expect(asked.card).toContain('one more reminder comes on 19 June');
  await post(house.origin, '/local/act', {
    person: leila,
    activityId: asked.id,
    verb: 'confirm',
    data: button(asked.card, 'confirm'),
  });
  const progress = progressSchema.parse(await get(aoife, '/api/me/progress'));
  expect(attendanceOf(progress)?.done).toBe(1);
});

test('“No” is kept, and “Ask me tomorrow” asks again tomorrow', async () => {
  const october = JUNE_10.replace('06-10', '10-14');
  await act(aoife, { verb: 'intend', data: { meeting: october, answer: 'will-come' } });
  await moveTo('2026-10-15T09:30');
  const before = await inbox(aoife);
  const first = before.at(-1);
  await post(house.origin, '/local/act', {
    person: aoife,
    activityId: first?.id,
    verb: 'snooze',
    data: button(first?.card ?? '{}', 'snooze'),
  });
  expect((await inbox(aoife)).at(-1)?.card).toContain('We’ll ask again on 16 October');
  await moveTo('2026-10-16T09:30');
  const again = (await inbox(aoife)).at(-1);
  expect(again?.id).not.toBe(first?.id);
  expect(first?.card).toContain('This is the only reminder for this meeting.');
  expect(again?.card).toContain('You asked us to ask again. This is the last time');
  expect(again?.card).not.toContain('only reminder');
  await post(house.origin, '/local/act', {
    person: aoife,
    activityId: again?.id,
    verb: 'not-there',
    data: button(again?.card ?? '{}', 'not-there'),
  });
  expect((await inbox(aoife)).at(-1)?.card).toContain('You weren’t able to join');
  const progress = progressSchema.parse(await get(aoife, '/api/me/progress'));
  const meeting = attendanceOf(progress)?.meetings.find(({ id }) => id === october);
  expect(meeting).toMatchObject({ state: 'not-there', may: ['claim', 'undo-not-there'] });
});

const press = async (verb: string): Promise<string> => {
  const last = (await inbox(aoife)).at(-1);
  await post(house.origin, '/local/act', {
    person: aoife,
    activityId: last?.id,
    verb,
    data: button(last?.card ?? '{}', verb),
  });
  return (await inbox(aoife)).at(-1)?.card ?? '';
};

test('a meeting that they said they would come to moves: told once, answered on the card', async () => {
  const december = JUNE_10.replace('06-10', '12-09');
  await moveTo('2026-11-02T10:00');
  await act(aoife, { verb: 'intend', data: { meeting: december, answer: 'will-come' } });
  const times = { date: '2026-12-16', start: '12:00', end: '13:00' };
  await act(leila, { verb: 'move-meeting', data: { meeting: december, ...times } });
  const before = (await inbox(aoife)).length;
  await moveTo('2026-11-02T11:00');
  const [told, ...more] = (await inbox(aoife)).slice(before);
  expect(more).toEqual([]);
  for (const words of [
    'This meeting has moved',
    'Wednesday 16 December, 12 to 1pm',
    'Moved from 9 December. Can you come then?',
  ]) {
    expect(told?.card).toContain(words);
  }
  const answered = await press('intend');
  expect(answered).toContain('You will come');
  expect(answered).not.toContain('Can you come then?');
  await moveTo('2026-11-03T11:00');
  expect(await inbox(aoife)).toHaveLength(before + 1);
});

test('a meeting on record is cancelled: told with the network’s words and the next one', async () => {
  await moveTo('2026-11-09T10:00');
  const reason = 'It did not *go ahead* [see minutes]';
  await act(leila, { verb: 'cancel-meeting', data: { meeting: JUNE_10, reason } });
  const before = (await inbox(aoife)).length;
  await moveTo('2026-11-09T11:00');
  const [told, ...more] = (await inbox(aoife)).slice(before);
  expect(more).toEqual([]);
  for (const words of [
    'The Race Equality Network cancelled its meeting of 10 June, so your attendance there no longer counts.',
    `It says: “${reason}”`,
    'You now have 0 of 4 this year.',
    'Wednesday 16 December, 12 to 1pm, Race Equality Network',
    'You said you will come.',
  ]) {
    expect(told?.card).toContain(words);
  }
  expect(await press('intend')).toContain('You said you can’t come.');
});
