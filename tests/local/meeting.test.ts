import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { ownHouse, post } from '../support/browsing.ts';

const nurse = 'aoife.okafor@pennine-vale.example';
const operating = 'gareth.hargreaves@pennine-vale.example';
const deputy = 'oluwaseun.moyo@pennine-vale.example';

let house: Awaited<ReturnType<typeof ownHouse>>;
beforeAll(async () => {
  house = await ownHouse();
});
afterAll(() => house.close());

const inboxSchema = z.object({ activities: z.array(z.looseObject({ id: z.string() })) });
const lookUpsSchema = z.array(z.object({ person: z.string().nullable(), status: z.number() }));

async function get(path: string): Promise<unknown> {
  const response = await fetch(house.origin + path);
  return response.json();
}

async function offersTo(person: string) {
  const { activities } = inboxSchema.parse(await get(`/local/inbox?person=${person}`));
  return activities.filter((activity) => JSON.stringify(activity).includes('Yes, I was there'));
}

test('a meeting of the calendar is played: who was there records it in one tap', async () => {
  for (const person of [nurse, operating, deputy]) {
    await post(house.origin, '/local/say', { person, text: 'help' });
  }
  const meeting = { network: 'Race Equality Network', date: '2026-06-10' };
  const play = (event: string, more: object) =>
    post(house.origin, '/local/meeting', { ...meeting, event, ...more });
  expect(await play('start', { present: [deputy] })).toMatchObject({
    status: 200,
    now: expect.stringContaining('2026-06-10T11:00'),
  });
  await play('during', { now: '2026-06-10T12:10', present: [deputy, nurse] });
  await play('during', { now: '2026-06-10T12:25', present: [deputy] });
  expect(await play('end', {})).toMatchObject({
    status: 200,
    now: expect.stringContaining('2026-06-10T12:00'),
  });

  const [offer, ...others] = await offersTo(nurse);
  expect(others).toEqual([]);
  expect(await offersTo(operating)).toEqual([]);
  expect(await offersTo(deputy)).toEqual([]);
  const pressed = await post(house.origin, '/local/act', {
    person: nurse,
    activityId: offer?.id,
    verb: 'claim',
    data: { meeting: 'race-equality-network-2026-06-10-1200' },
  });
  expect(JSON.stringify(pressed)).toContain('Thank you, Aoife');

  const lookUps = lookUpsSchema.parse(await get('/local/look-ups'));
  expect(new Set(lookUps.map(({ person }) => person))).toEqual(new Set([nurse, operating]));
  expect(lookUps.filter(({ status }) => status === 200).map(({ person }) => person)).toEqual([
    nurse,
  ]);
});

test('the log has a line for each event, and none says who was there', async () => {
  const lines = (await readFile(join(house.folder, 'bot.log'), 'utf8')).split('\n');
  const events = lines.filter((line) => line.includes('"verb":"meeting-'));
  expect(events).toEqual([
    expect.stringContaining('"verb":"meeting-start","outcomes":["running"]'),
    expect.stringContaining('"verb":"meeting-end","outcomes":["ended"]'),
  ]);
  for (const line of events) expect(line).not.toMatch(/person|okafor/i);
});

test('a meeting that nobody knows is a clear refusal of the window’s', async () => {
  const asked = { network: 'Chess', date: '2026-06-10', event: 'start', present: [] };
  expect(await post(house.origin, '/local/meeting', asked)).toMatchObject({
    error: expect.stringContaining('joinUrl'),
  });
});
