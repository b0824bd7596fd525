import { mkdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { become, openBrowser, ownHouse, untried } from '../support/browsing.ts';

let house: Awaited<ReturnType<typeof ownHouse>>;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [house, browser] = await Promise.all([ownHouse(), openBrowser()]);
  page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** Pictures, where somebody wants to look at them. */
async function picture(name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

test(
  'a leader checks their manager, proposes a correction, and the EDI lead accepts it',
  { timeout: 180_000 },
  async (tried) => {
    house = await untried(house, tried);
    await become(page, house.origin, 'oluwaseun.moyo');
    const tab = page.frameLocator('#tab iframe');
    await tab
      .getByRole('button', { name: 'My commitments' })
      .or(tab.getByRole('link', { name: 'My commitments' }))
      .first()
      .click();
    await tab.getByText('Check my manager against Microsoft 365').click();
    const [popup] = await Promise.all([
      page.waitForEvent('popup', { timeout: 60_000 }),
      tab.getByRole('button', { name: 'Continue to Microsoft 365' }).click({ timeout: 60_000 }),
    ]);
    await popup.getByRole('button', { name: 'Accept' }).click();
    await tab.getByText('Microsoft 365: Gareth Hargreaves').waitFor({ timeout: 60_000 });
    await tab.getByText('Staff list: Farhan Mensah').waitFor();
    await picture('compared');
    await tab.getByRole('button', { name: 'Propose a correction: my manager' }).click();
    await tab.getByText('Proposed. Your EDI lead decides.').waitFor({ timeout: 60_000 });
    await picture('proposed');

    await become(page, house.origin, 'zainab.khan');
    const row = tab
      .getByRole('listitem')
      .filter({ hasText: 'Microsoft 365 says Gareth Hargreaves, the staff list Farhan Mensah.' });
    await row.locator('summary').click({ timeout: 60_000 });
    await picture('settling');
    await row.getByRole('button', { name: 'Settle' }).click();
    await tab
      .getByText('Settled: Oluwaseun Moyo. Figures go by it now.')
      .waitFor({ timeout: 60_000 });
    expect(await row.count()).toBe(0);
  },
);
