import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import * as z from 'zod';
import { agendaSchema } from '../../bot/contract/agenda.ts';
import { become, openBrowser, ownHouse, post, untried } from '../support/browsing.ts';

let house: Awaited<ReturnType<typeof ownHouse>>;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [house, browser] = await Promise.all([ownHouse(), openBrowser()]);
  page = await browser.newPage({ viewport: { width: 360, height: 800 } });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
}, 120_000);

async function as(person: string, path: string, act?: object): Promise<unknown> {
  const email = `${person}@pennine-vale.example`;
  const { token } = z
    .object({ token: z.string() })
    .parse(await post(house.origin, '/local/token', { person: email }));
  const response = await fetch(`${house.origin}${path}`, {
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(act && { method: 'POST', body: JSON.stringify(act) }),
  });
  expect(response.status).toBe(200);
  return response.json();
}

test('a message in the network’s channel goes to the board, whose answer comes back there', async (tried) => {
  house = await untried(house, tried);
  await become(page, house.origin, 'leila.kaur', { phone: true });
  await page.getByRole('button', { name: 'Channel', exact: true }).click();
  await page.getByLabel('Post in the channel').fill('@Silver Commitments link');
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await page.getByText('This is the channel of the Race Equality Network').waitFor();

  await page.locator('.more summary').first().click();
  await page.getByRole('button', { name: 'Raise with the board' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/What is it about/).fill('Nights and weekends');
  expect(await dialog.getByLabel(/What should the board know/).inputValue()).toContain('ward');
  await dialog.getByRole('button', { name: 'Raise with the board' }).click();
  await dialog.getByText('Raised with the board').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();

  const secretary = 'meera.schofield';
  const { items } = agendaSchema.parse(await as(secretary, '/api/board/agenda'));
  const [item] = items;
  expect(item?.title).toBe('Nights and weekends');
  const move = (verb: string, data: object = {}) =>
    as(secretary, '/api/acts', { verb, data: { item: item?.id, ...data } });
  const meeting = '2026-05-07-0930';
  await move('triage-item');
  await move('schedule-item', { meeting });
  await post(house.origin, '/local/clock', { now: '2026-05-08T09:30' });
  await move('discuss-item', { meeting, minute: 'Minute 12', attended: 'nobody' });
  await move('feed-back', { text: 'A review of rotas begins in June.' });
  // What nobody waits for is said on the bot's next round.
  await post(house.origin, '/local/clock', { now: '2026-05-08T10:00' });

  await page.locator('#posts').getByText('A review of rotas begins in June.').first().waitFor();
}, 120_000);

test('somebody who chairs no network is told who raises what a message says', async () => {
  await become(page, house.origin, 'aoife.okafor', { phone: true, theme: 'contrast' });
  await page.getByRole('button', { name: 'Channel', exact: true }).click();
  await page.locator('.more summary').first().press('Enter');
  await page.getByRole('button', { name: 'Raise with the board' }).first().press('Enter');
  await page.getByRole('dialog').getByText('A network’s chair or deputy raises items').waitFor();
  await page.keyboard.press('Escape');
  expect(await page.getByRole('dialog').count()).toBe(0);
}, 60_000);
