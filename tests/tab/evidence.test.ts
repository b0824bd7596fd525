import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { openPacks } from '../../bot/evidence/open.ts';
import { axeFindings } from '../support/axe.ts';
import { become, openBrowser, ownHouse, tabFrame } from '../support/browsing.ts';

// A whole house and a browser: slow machines need longer, and nothing waits for it.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let house: Awaited<ReturnType<typeof ownHouse>>;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [house, browser] = await Promise.all([ownHouse(), openBrowser()]);
  page = await browser.newPage({ viewport: { width: 1380, height: 900 }, acceptDownloads: true });
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const tab = () => page.frameLocator('iframe');
const card = () => tab().getByRole('region', { name: 'Evidence pack' });

async function openOrganisation(
  person: string,
  look: Parameters<typeof become>[3] = {},
): Promise<void> {
  await become(page, house.origin, person, look);
  if (look.phone === true) await page.locator('#show-tab').click();
  await tab().getByRole('button', { name: 'Organisation' }).click();
  await tab()
    .getByRole('heading', { level: 1, name: /^Silver at/ })
    .waitFor();
}

test('the EDI lead downloads the pack after a warning, and it verifies', async () => {
  await openOrganisation('zainab.khan');
  await card().getByText('It is for 9 April 2026, as known now.').waitFor();
  await card().getByText('Download the pack of 9 April 2026').click();
  await card().getByText('This puts a copy outside Teams').waitFor();
  const downloading = page.waitForEvent('download');
  await card().getByRole('button', { name: 'Download it' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('silver-evidence-2026-04-09.zip');
  const bytes = await readFile(await download.path());
  expect(await openPacks('0').verify(bytes)).toMatchObject({ kind: 'unaltered' });
  expect(Object.keys(unzipSync(bytes))).toContain('evidence.docx');
  await card().getByText('The pack is downloaded.').waitFor();
});

test.each(['default', 'dark'] as const)(
  'axe finds nothing in it in the %s theme at a phone’s width',
  async (theme) => {
    await openOrganisation('zainab.khan', { theme, phone: true });
    await card()
      .getByText(/^Download the pack/)
      .click();
    await card().getByRole('button', { name: 'Download it' }).waitFor();
    const frame = tabFrame(page);
    expect(await frame.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    const within = '[aria-labelledby=evidence-pack]';
    expect(await axeFindings(frame, { theme, within })).toEqual([]);
  },
);

test('nobody else is offered it', async () => {
  await openOrganisation('claire.schofield');
  await tab().getByRole('heading', { name: 'Leadership council' }).waitFor();
  expect(await card().count()).toBe(0);
});
