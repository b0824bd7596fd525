import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Frame, type Page } from 'playwright-core';
import { findBrowser } from '../../infra/local/browser.mjs';
import { startHouse, type House } from '../../infra/local/house.ts';

/**
 * As Playwright leaves out for tests, which a list of one’s own replaces; and the address bar’s lists,
 * which are pages with a process of their own in every window.
 */
const leftOut = [
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades'],
  ...['HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding'],
  ...['ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints'],
  ...['NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch', 'msForceBrowserSignIn'],
  ...['WebUIOmniboxPopup', 'WebUIOmniboxFullPopup', 'WebUIOmniboxAimPopup'],
];

const flags = [
  `--disable-features=${leftOut.join(',')}`,
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined)
    throw new Error('No browser: run “npm test”, which brings one.');
  return chromium.launch({ executablePath, args: flags });
}

export interface OwnHouse extends House {
  readonly folder: string;
  close(): Promise<void>;
}

/** The practice house in a folder of its own, for as long as a test needs it. */
export async function ownHouse(given: { two?: boolean } = {}): Promise<OwnHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'silver-house-'));
  const house = await startHouse({ folder, port: 0, ...given });
  return {
    ...house,
    folder,
    async close() {
      await house.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** For a test that needs a house in which it has not been tried before: where it has, another one. */
export async function untried(
  house: OwnHouse,
  { task }: { task: { result?: { retryCount?: number | undefined } | undefined } },
): Promise<OwnHouse> {
  if ((task.result?.retryCount ?? 0) === 0) return house;
  await house.close();
  return ownHouse();
}

/** Opens the practice window as somebody. */
export async function become(
  page: Page,
  origin: string,
  person: string,
  look: { theme?: 'default' | 'dark' | 'contrast'; phone?: boolean } = {},
): Promise<void> {
  const chosen = new URLSearchParams({ person: `${person}@pennine-vale.example` });
  if (look.theme !== undefined) chosen.set('theme', look.theme);
  if (look.phone === true) chosen.set('phone', 'yes');
  await page.goto('about:blank');
  await page.goto(`${origin}/#${chosen.toString()}`);
  // The first to come also waits for what the house makes ready then.
  await page.locator('#messages li').first().waitFor({ timeout: 60_000 });
}

/** The tab’s own document within a window. */
export function tabFrame(page: Page): Frame {
  const frame = page.frame({ url: /\/tab\// });
  if (frame === null) throw new Error('The tab is not open.');
  return frame;
}

export async function say(page: Page, text: string): Promise<void> {
  const before = await page.locator('#messages li').count();
  await page.getByLabel('Type a message').fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).first().click();
  // What was said, and the bot's answer.
  await page
    .locator('#messages li')
    .nth(before + 1)
    .waitFor();
}

/** The local calls of the house, as scripts use them. */
export async function post(origin: string, path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.json();
}
