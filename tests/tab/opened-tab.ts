import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { openBrowser, tabFrame } from '../support/browsing.ts';
import { House } from './house.ts';
import { servePractice, type PracticeServer } from './practice-server.ts';

/** Where the tab was built to, for a test that looks at its files. */
export let dist: string;
/** What the server knows: new for each test. */
export let house: House;
/** One window for a file of tests, as a new one costs more than most tests; empty when each begins. */
export let page: Page;
export let server: PracticeServer;
let browser: Browser;

/** Where `npm test` has just built the tab. */
const builtBefore = process.env['TAB_BUILT'];
const viewport = { width: 980, height: 900 };

/** Builds the tab once for a file of tests where nobody has, and gives each test a house of its own. */
export function withTab(): void {
  const faults: string[] = [];

  beforeAll(async () => {
    dist = builtBefore ?? (await mkdtemp(path.join(tmpdir(), 'silver-tab-')));
    if (builtBefore === undefined) await buildInto(dist);
    [browser, server] = await Promise.all([openBrowser(), servePractice(dist, () => house)]);
    page = await browser.newPage({ viewport });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    if (builtBefore === undefined) await rm(dist, { recursive: true, force: true });
  });

  beforeEach(() => {
    house = new House();
    page.on('pageerror', (error) => faults.push(error.message));
  });

  afterEach(async () => {
    await leaveNothing();
    expect(faults.splice(0)).toEqual([]);
  });
}

/** The next test’s window is as a new one: no page, nobody listening, no wish, nothing kept. */
async function leaveNothing(): Promise<void> {
  await page.goto('about:blank');
  page.removeAllListeners();
  await page.emulateMedia({
    ...{ media: null, colorScheme: null, contrast: null },
    ...{ reducedMotion: null, forcedColors: null },
  });
  await page.setViewportSize(viewport);
  await page.context().clearCookies();
}

/** Opens the tab in its host and waits until its page, not the loading message, is there. */
export async function open(who: string, query = ''): Promise<FrameLocator> {
  await page.goto(`${server.url}/?who=${who}${query}`);
  const tab = page.frameLocator('iframe');
  await tab.locator('h1').waitFor();
  await loaded(tab);
  return tab;
}

/** Waits until nothing on the page is still on its way. */
export async function loaded(tab: FrameLocator): Promise<void> {
  await tab.locator('html:not(:has(.loading))').waitFor();
}

/** Runs a script in the frame; as text, as tests are compiled without a browser's types. */
export async function inTab(script: string): Promise<unknown> {
  return tabFrame(page).evaluate(script);
}

/** What axe finds in the tab, in the theme that it is now worn in. */
export async function findings(theme = 'default'): Promise<unknown> {
  return axeFindings(tabFrame(page), { theme });
}

/** Built as it is shipped: a process of its own, as NODE_ENV is `test` in here. */
async function buildInto(folder: string): Promise<void> {
  const packageFile = createRequire(import.meta.url).resolve('vite/package.json');
  const vite = path.join(path.dirname(packageFile), 'bin', 'vite.js');
  const config = fileURLToPath(new URL('../../tab/vite.config.ts', import.meta.url));
  const args = [vite, 'build', '--config', config, '--outDir', folder, '--emptyOutDir'];
  const { NODE_ENV: _, ...env } = process.env;
  const child = spawn(process.execPath, [...args, '--logLevel', 'warn'], { env, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('The tab could not be built');
}
