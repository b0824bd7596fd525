import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { startHouse, type House } from '../../infra/local/house.ts';

const nurse = 'aoife.okafor@pennine-vale.example';
const deputy = 'oluwaseun.moyo@pennine-vale.example';

const activitiesSchema = z.array(
  z.object({
    id: z.string(),
    attachments: z.optional(z.array(z.object({ content: z.unknown() }))),
  }),
);
const turnSchema = z.object({ status: z.number(), activities: activitiesSchema });
const buttonSchema = z.object({ verb: z.string(), data: z.unknown() });

let folder: string;
let house: House;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'silver-house-'));
  house = await startHouse({ folder, port: 0 });
});
afterAll(async () => {
  await house.stop();
  await rm(folder, { recursive: true, force: true });
});

async function post(path: string, body: object): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(house.origin + path, { method: 'POST', body: JSON.stringify(body) });
  return { status: answer.status, body: await answer.json() };
}

async function get(path: string, person?: string): Promise<{ status: number; body: unknown }> {
  const headers: Record<string, string> = {};
  if (person !== undefined) {
    const { token } = z
      .object({ token: z.string() })
      .parse((await post('/local/token', { person })).body);
    headers['authorization'] = `Bearer ${token}`;
  }
  const answer = await fetch(house.origin + path, { headers });
  return { status: answer.status, body: await answer.json() };
}

async function say(person: string, text: string): Promise<z.infer<typeof turnSchema>> {
  return turnSchema.parse((await post('/local/say', { person, text })).body);
}

/** The first button with that verb, wherever in the card it is. */
function button(activities: z.infer<typeof activitiesSchema>, verb: string) {
  const found: { activityId: string; verb: string; data: unknown }[] = [];
  const look = (value: unknown, activityId: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const { data: action } = buttonSchema.safeParse(value);
    if (action?.verb === verb) found.push({ ...action, activityId });
    Object.values(value).forEach((inner) => look(inner, activityId));
  };
  for (const { id, attachments } of activities) look(attachments, id);
  if (found[0] === undefined) throw new Error(`no button ${verb} in ${JSON.stringify(activities)}`);
  return found[0];
}

async function confirmedOf(person: string): Promise<unknown> {
  const { body } = await get('/api/me/progress', person);
  return z.object({ commitments: z.array(z.object({ done: z.number() })) }).parse(body)
    .commitments[0]?.done;
}

test('a tap, a confirmation and a redrawn card go through the real bot and its real tokens', async () => {
  await post('/local/install', { person: nurse });
  const asked = await say(nurse, 'I attended');
  const claim = button(asked.activities, 'claim');
  const tapped = turnSchema.parse((await post('/local/act', { person: nurse, ...claim })).body);
  expect(tapped.status).toBe(200);

  const waiting = await say(deputy, 'waiting');
  const confirm = button(waiting.activities, 'confirm');
  expect(await post('/local/act', { person: deputy, ...confirm })).toMatchObject({
    body: { status: 200 },
  });
  expect(await confirmedOf(nurse)).toBe(1);

  const inbox = async () => JSON.stringify((await get(`/local/inbox?person=${nurse}`)).body);
  await expect.poll(inbox).toContain('1 of 4 this year');
});

test('a bot that is killed comes back by itself, and what it acknowledged is there', async () => {
  const before = house.processes();
  process.kill(before.bot ?? 0, 'SIGKILL');
  await expect.poll(() => house.processes().bot, { timeout: 10_000 }).not.toBe(before.bot);
  await expect.poll(async () => (await get('/readyz')).status, { timeout: 10_000 }).toBe(200);
  expect(house.processes().storage).toBe(before.storage);
  expect(await confirmedOf(nurse)).toBe(1);
});

test('the clock that the bot goes by jumps forward, and is refused the way back', async () => {
  const moved = await post('/local/clock', { now: '2026-10-01' });
  expect(moved).toMatchObject({ status: 200, body: { words: 'Thursday 1 October 2026, 9:30am' } });
  const attendance = await get('/api/organisation/attendance', 'zainab.khan@pennine-vale.example');
  expect(attendance).toMatchObject({ status: 200, body: { on: '2026-10-01' } });

  const back = await post('/local/clock', { now: '2026-06-11' });
  expect(back.status).toBe(409);
  expect(JSON.stringify(back.body)).toContain('It is Thursday 1 October 2026');
});

test('a clock that moves while the bot is away is the clock of the bot that comes back', async () => {
  const before = house.processes();
  process.kill(before.bot ?? 0, 'SIGKILL');
  await expect.poll(() => house.processes().bot, { timeout: 10_000 }).not.toBe(before.bot);
  expect((await post('/local/clock', { now: '2026-10-02' })).status).toBe(200);
  await expect.poll(async () => (await get('/readyz')).status, { timeout: 10_000 }).toBe(200);
  const attendance = await get('/api/organisation/attendance', 'zainab.khan@pennine-vale.example');
  expect(attendance.body).toMatchObject({ on: '2026-10-02' });
});

test('a second house in the same folder is told where the first one is', async () => {
  const main = fileURLToPath(new URL('../../infra/local/main.ts', import.meta.url));
  const second = spawn(process.execPath, [main, '--data', folder, '--port', '0']);
  let said = '';
  second.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(code).toBe(1);
  expect(said).toContain(`It runs already, at ${house.origin}.`);
});

test('a house that was stopped goes on where it was', async () => {
  await house.stop();
  house = await startHouse({ folder, port: 0 });
  expect(await get('/local/clock')).toMatchObject({
    body: { words: expect.stringContaining('Friday 2 October 2026, 9:3') },
  });
  expect(await confirmedOf(nurse)).toBe(1);
  expect(JSON.stringify((await get(`/local/inbox?person=${nurse}`)).body)).toContain(
    '1 of 4 this year',
  );
});

test.each([
  ['/local/say', { person: 'nobody@pennine-vale.example', text: 'hello' }, 404],
  ['/local/say', { text: 'hello' }, 400],
  ['/local/clock', { now: 'tomorrow' }, 400],
  ['/local/nothing', {}, 404],
])('%s with %j is answered %i, in words', async (path, body, status) => {
  expect(await post(path, body)).toMatchObject({ status, body: { error: expect.anything() } });
});

test('the house refuses to run as if in production', async () => {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await expect(startHouse({ folder, port: 0 })).rejects.toThrow('not for production');
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
});
