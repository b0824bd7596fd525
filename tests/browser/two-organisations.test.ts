import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { become, openBrowser, ownHouse, say } from '../support/browsing.ts';

const HERE = 'Pennine Vale NHS Foundation Trust';
const THERE = 'Fellside Community NHS Trust';

let browser: Browser;
let house: Awaited<ReturnType<typeof ownHouse>>;
let page: Page;
let tab: FrameLocator;

beforeAll(async () => {
  [browser, house] = await Promise.all([openBrowser(), ownHouse({ two: true })]);
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  tab = page.frameLocator('iframe');
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const shown = () => tab.getByLabel('Organisation', { exact: true });

test('whoever is in one organisation has no switch; whoever is in two chooses, and it is kept', async () => {
  await become(page, house.origin, 'gareth.hargreaves');
  await tab.locator('h1').waitFor();
  expect(await shown().count()).toBe(0);

  await become(page, house.origin, 'aoife.okafor');
  await shown().waitFor();
  expect(await shown().locator('option').allTextContents()).toEqual([HERE, THERE]);
  await shown().selectOption(THERE);
  await tab.getByText('Community Race Equality Network').first().waitFor();

  await become(page, house.origin, 'aoife.okafor');
  await tab.getByText('Community Race Equality Network').first().waitFor();
  expect(await shown().locator('option:checked').textContent()).toBe(THERE);
}, 60_000);

test('a card says of which organisation it is, and its link opens there', async () => {
  await become(page, house.origin, 'aoife.okafor');
  await shown().selectOption(THERE);
  await tab.getByText('Community Race Equality Network').first().waitFor();
  await say(page, 'meetings');
  const card = page.locator('#messages li').last();
  await card.getByText(THERE, { exact: true }).waitFor();
  await say(page, 'switch');
  await page.getByRole('button', { name: `Switch to ${HERE}` }).click();
  await page.getByText(`You are in ${HERE}`).waitFor();
  await page.locator('#messages').getByText('See my commitments').last().click();
  await expect.poll(() => shown().locator('option:checked').textContent()).toBe(THERE);
}, 60_000);
