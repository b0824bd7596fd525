import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { createAccounts, type Account } from '../../infra/local/accounts.ts';
import type { Listening } from '../../infra/local/http.ts';
import { readPeople } from '../../infra/local/people.ts';
import { messagesPath, openPlaygroundDoor } from '../../infra/local/playground-door.ts';
import { playgroundSettings } from '../../infra/local/playground-settings.ts';
import { practice, projectFolder, trustFolder } from '../../infra/local/practice-ids.ts';
import { ownHouse } from '../support/browsing.ts';
import { startMinimalPlayground, type MinimalPlayground } from './minimal-playground.ts';

let house: Awaited<ReturnType<typeof ownHouse>>;
let playground: MinimalPlayground;
let door: Listening;
let messages: string;
let people: readonly Account[];
let nurse: Account;

beforeAll(async () => {
  people = await readPeople(trustFolder, practice.tenant);
  nurse = createAccounts(people).get('aoife.okafor@pennine-vale.example');
  const { email, id: aadObjectId } = nurse;
  house = await ownHouse();
  playground = await startMinimalPlayground({ email, userPrincipalName: email, aadObjectId });
  door = await openPlaygroundDoor({ house: house.origin, serviceUrl: playground.serviceUrl });
  messages = door.origin + messagesPath;
});
afterAll(async () => {
  await door.close();
  await playground.close();
  await house.close();
});

test('what the Playground sends is signed, and the bot answers to the Playground’s own connector', async () => {
  expect((await fetch(messages, { method: 'HEAD' })).status).toBe(200);
  for (const each of ['installationUpdate', 'conversationUpdate']) {
    expect(await playground.send(messages, each)).toEqual({ status: 200, text: '' });
  }
  expect(playground.asked.length).toBeGreaterThan(0);
  expect(playground.cards.map(({ sent }) => sent)).toEqual(['new']);
  expect(playground.cards[0]?.text).toContain('Hello Aoife');

  expect(await playground.send(messages, 'hello')).toEqual({ status: 200, text: '' });
  expect(playground.cards[1]?.text).toContain('Hello Aoife');
  expect(await playground.send(messages, 'attended')).toEqual({ status: 200, text: '' });
  expect(playground.cards[2]?.text).toContain('Race Equality Network');
});

test('a tap on a card there claims the meeting, and the card comes back as it is now', async () => {
  const tapped = await playground.send(messages, 'tap');
  expect(tapped.status).toBe(200);
  expect(JSON.parse(tapped.text)).toMatchObject({
    statusCode: 200,
    type: 'application/vnd.microsoft.card.adaptive',
  });
  expect(tapped.text).toContain('Thank you, Aoife');
  await expect
    .poll(async () => {
      await playground.send(messages, 'attended');
      return playground.cards.at(-1)?.text;
    })
    .not.toContain('Yes, I was there');
});

test('without the door the same activity is refused, so the bot knows of no Playground', async () => {
  const { status } = await playground.send(`${house.origin}/api/messages`, 'hello');
  expect(status).toBe(401);
});

test('the door signs for the Playground’s own service address and for no other', async () => {
  const before = playground.cards.length;
  const elsewhere = { serviceUrl: 'http://127.0.0.1:9/_connector' };
  expect(await playground.send(messages, 'hello', elsewhere)).toMatchObject({ status: 403 });
  expect(playground.cards).toHaveLength(before);
});

test('a page of another site cannot send through the door unasked', async () => {
  expect(await playground.send(messages, 'hello', {}, 'text/plain')).toMatchObject({ status: 415 });
});

test('what the bot refuses is refused to the Playground too', async () => {
  const tenant = { id: '00000000-0000-4000-8000-00000000000f' };
  const changes = { channelData: { tenant }, conversation: { id: 'a:x', tenantId: tenant.id } };
  expect(await playground.send(messages, 'hello', changes)).toMatchObject({ status: 403 });
});

test('while the house is away the Playground is told so', async () => {
  const lonely = await openPlaygroundDoor({
    house: 'http://127.0.0.1:9',
    serviceUrl: playground.serviceUrl,
  });
  const { status, text } = await playground.send(lonely.origin + messagesPath, 'hello');
  await lonely.close();
  expect({ status, text }).toEqual({
    status: 503,
    text: '{"error":"The practice house is not there."}',
  });
});

test('the Playground is told who somebody is, as the bot will be told', () => {
  const others = people.filter(({ id }) => id !== nurse.id);
  const settings = playgroundSettings({ as: nurse, others });
  const recorded = { id: settings.currentUser.id, aadObjectId: settings.currentUser.aadObjectId };
  expect(recorded).toEqual({
    id: '29:tRwz_cdDg59mezVQb9ySswPjp7uMfC7vJP1QMtuxJ80',
    aadObjectId: 'b9dc4a79-7a3d-497f-af75-95e3b3d28d14',
  });
  expect(settings).toMatchObject({ tenantId: practice.tenant, currentUser: { surname: 'Okafor' } });
  expect(settings.users).toHaveLength(5);
});

test('the Playground listens on this computer alone, and ends with whoever started it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'silver-playground-'));
  const script = join(folder, 'agentsplayground.mjs');
  await writeFile(
    script,
    `import { createServer } from 'node:http';
     const server = createServer();
     server.listen(0, () => console.log(JSON.stringify(server.address())));`,
  );
  const preload = pathToFileURL(join(projectFolder, 'infra', 'local', 'playground-preload.mjs'));
  const child = spawn(process.execPath, ['--import', preload.href, script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  const [line] = z.tuple([z.string()]).parse(await once(createInterface(child.stdout), 'line'));
  expect(JSON.parse(line)).toMatchObject({ address: '127.0.0.1' });
  child.stdin.end();
  expect(await closed).toEqual([0, null]);
  await rm(folder, { recursive: true, force: true });
});
