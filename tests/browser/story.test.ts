import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import * as z from 'zod';
import { runAdmin } from '../../bot/admin/main.ts';
import { adminHouse } from '../../bot/admin-app.ts';
import { silverSchema } from '../../bot/contract/silver.ts';
import {
  attendanceOf,
  attendanceSchema,
  progressSchema,
  waitingSchema,
} from '../../bot/contract/views.ts';
import { instantFrom } from '../../bot/domain/time.ts';
import { keptFiles } from '../../infra/local/kept-files.ts';
import { trustFolder } from '../../infra/local/practice-ids.ts';
import { become, openBrowser, ownHouse, post, say, untried } from '../support/browsing.ts';

let house: Awaited<ReturnType<typeof ownHouse>>;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [house, browser] = await Promise.all([ownHouse(), openBrowser()]);
  page = await browser.newPage({ viewport: { width: 1380, height: 900 } });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
}, 120_000);

const tab = () => page.frameLocator('iframe');

async function call(person: string, path: string): Promise<unknown> {
  const email = `${person}@pennine-vale.example`;
  const { token } = z
    .object({ token: z.string() })
    .parse(await post(house.origin, '/local/token', { person: email }));
  const headers = { Authorization: `Bearer ${token}` };
  const response = await fetch(`${house.origin}${path}`, { headers });
  return response.json();
}

async function ownFigure(person: string): Promise<string> {
  const own = attendanceOf(progressSchema.parse(await call(person, '/api/me/progress')));
  return `${own?.done} of ${own?.target}`;
}

/** As an operator would, on the house's storage and clock. */
async function admin(...argv: string[]): Promise<number> {
  const connection = keptFiles(house.folder).running.read()?.ready?.storage;
  const { now } = z
    .object({ now: z.string() })
    .parse(await (await fetch(`${house.origin}/local/clock`)).json());
  const clock = { now: () => instantFrom(Date.parse(now)) };
  const given = adminHouse({ STORAGE_CONNECTION: connection }, clock);
  return runAdmin(argv, { ...given, print: () => undefined });
}

const activitySchema = z.object({
  id: z.string(),
  attachments: z.array(z.object({ content: z.unknown() })),
});
/** The last card that says so: reminders of other things come in between. */
async function lastCard(
  person: string,
  says: RegExp,
): Promise<{ id: string; text: string; card: unknown }> {
  const email = `${person}@pennine-vale.example`;
  const response = await fetch(`${house.origin}/local/inbox?person=${email}`);
  const { activities } = z
    .object({ activities: z.array(z.unknown()) })
    .parse(await response.json());
  const last = activitySchema.parse(activities.findLast((each) => says.test(JSON.stringify(each))));
  const card = last.attachments[0]?.content;
  return { id: last.id, card, text: JSON.stringify(card) };
}

/** The data of a button, as the card carries it. */
function dataOf(card: unknown, verb: string): unknown {
  const found: unknown[] = [];
  JSON.stringify(card, (_key, value: unknown) => {
    const action = z.object({ verb: z.literal(verb), data: z.unknown() }).safeParse(value);
    if (action.success) found.push(action.data.data);
    return value;
  });
  return found[0];
}

test('from a network meeting to a leader’s own progress', async (tried) => {
  house = await untried(house, tried);
  await become(page, house.origin, 'aoife.okafor');
  await tab().getByText('0/4').waitFor();

  // The Chief Nurse says so in one tap.
  await say(page, 'I attended');
  const asked = await lastCard('aoife.okafor', /Were you able to join/);
  await page.getByRole('button', { name: 'Yes, I was there' }).first().click();
  await page.getByText('Thank you, Aoife').waitFor();
  await tab().getByText('With the chair').first().waitFor();

  // Teams sends the same invoke twice more: still one claim.
  const data = dataOf(asked.card, 'claim');
  for (let again = 0; again < 2; again += 1) {
    const answer = await post(house.origin, '/local/act', {
      person: 'aoife.okafor@pennine-vale.example',
      activityId: asked.id,
      verb: 'claim',
      data,
    });
    expect(JSON.stringify(answer)).toContain('Thank you, Aoife');
  }
  expect(await call('oluwaseun.moyo', '/api/me/waiting')).toMatchObject({
    waiting: [{ name: 'Aoife Okafor' }],
  });

  // The Chief Operating Officer claims it too.
  await become(page, house.origin, 'gareth.hargreaves');
  await say(page, 'I attended');
  await page.getByRole('button', { name: 'Yes, I was there' }).first().click();
  await page.getByText('Thank you, Gareth').waitFor();

  // The network's deputy confirms both in one tap.
  await become(page, house.origin, 'oluwaseun.moyo');
  await say(page, 'claims');
  await page
    .getByRole('button', { name: 'Confirm both' })
    .or(page.getByRole('button', { name: /Confirm all/ }))
    .first()
    .click();
  await page
    .locator('#messages li')
    .last()
    .getByText(/confirmed/i)
    .first()
    .waitFor();
  expect(await call('oluwaseun.moyo', '/api/me/waiting')).toMatchObject({ waiting: [] });

  // The executive's card was redrawn and says so; her tab too.
  await expect
    .poll(async () => (await lastCard('aoife.okafor', /"verb":"withdraw"/)).text)
    .toContain('1 of 4');
  expect((await lastCard('aoife.okafor', /"verb":"withdraw"/)).text).toMatch(/confirmed/i);
  await become(page, house.origin, 'aoife.okafor');
  await tab().getByText('1/4').waitFor();
  expect(await ownFigure('aoife.okafor')).toBe('1 of 4');
  expect(await ownFigure('gareth.hargreaves')).toBe('1 of 4');

  // The network is covered once, not twice.
  const silver = silverSchema.parse(await call('zainab.khan', '/api/organisation/silver'));
  expect(silver.lines.find(({ code }) => code === 'S4')).toMatchObject({
    n: 1,
    networks: [{ n: 1 }],
  });
}, 120_000);

test('the bot killed between the tap and the answer, and after it, loses nothing', async ({
  task,
}) => {
  const processes = z.object({ bot: z.number().nullable() });
  const botProcess = async () =>
    processes.parse(await (await fetch(`${house.origin}/local/processes`)).json()).bot;
  // Tried again it is somebody else’s claim: the first try may have recorded the first one’s.
  const [who, givenName] =
    task.result?.retryCount === 1 ? ['michael.heaton', 'Michael'] : ['marcus.hussain', 'Marcus'];
  const person = `${who}@pennine-vale.example`;
  await post(house.origin, '/local/say', { person, text: 'I attended' });
  const { id: activityId, card } = await lastCard(who, /"verb":"claim"/);
  const tapped = { person, activityId, verb: 'claim', data: dataOf(card, 'claim') };

  const killAndWait = async (): Promise<void> => {
    const before = await botProcess();
    if (before !== null) process.kill(before, 'SIGKILL');
    await expect
      .poll(
        async () => {
          const now = await botProcess();
          return now !== null && now !== before && (await fetch(`${house.origin}/readyz`)).status;
        },
        { timeout: 40_000 },
      )
      .toBe(200);
  };

  const answering = post(house.origin, '/local/act', tapped);
  await killAndWait();
  await answering;
  const answer = await post(house.origin, '/local/act', tapped);
  expect(JSON.stringify(answer)).toContain(`Thank you, ${givenName}`);
  await killAndWait();
  const { waiting } = waitingSchema.parse(await call('oluwaseun.moyo', '/api/me/waiting'));
  expect(waiting.filter(({ name }) => name.startsWith(givenName))).toHaveLength(1);
  expect(await admin('verify-ledger', '--org', 'ZPV')).toBe(0);
}, 120_000);

test('on 1 October the leaver keeps their 1, and the interim has 0 of 2', async () => {
  await post(house.origin, '/local/clock', { now: '2026-10-01T09:30' });
  for (const [command, file] of [
    ['import-roster', 'roster-2026-10-01.csv'],
    ['import-roles', 'roles-2026-10-01.csv'],
  ] as const) {
    const path = `${trustFolder}/${file}`;
    const options = ['--org', 'ZPV', '--file', path, '--as-at', '2026-10-01', '--apply'];
    expect(await admin(command, ...options)).toBe(0);
  }
  const august = attendanceSchema.parse(
    await call('zainab.khan', '/api/organisation/attendance?on=2026-08-31'),
  );
  expect(august.people.find(({ name }) => name === 'Gareth Hargreaves')).toMatchObject({
    confirmed: 1,
    inPost: true,
  });
  const october = attendanceSchema.parse(
    await call('zainab.khan', '/api/organisation/attendance?on=2026-10-01'),
  );
  expect(october.people.find(({ name }) => name === 'Gareth Hargreaves')).toMatchObject({
    confirmed: 1,
    inPost: false,
  });
  expect(october.people.find(({ name }) => name === 'Ngozi Mensah')).toMatchObject({
    confirmed: 0,
    target: 2,
    inPost: true,
  });
  expect(await ownFigure('ngozi.mensah')).toBe('0 of 2');
  expect(await admin('verify-ledger', '--org', 'ZPV')).toBe(0);
}, 60_000);
