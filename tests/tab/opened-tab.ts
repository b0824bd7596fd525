import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type FrameLocator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { ensureBrowser } from '../../infra/local/browser.mjs';
import { House } from './house.ts';
import { servePractice, type PracticeServer } from './practice-server.ts';

/** Where the tab was built to, for a test that looks at its files. */
export let dist: string;
/** New for each test: what the server knows, and the browser's page. */
export let house: House;
export let page: Page;
export let server: PracticeServer;
let browser: Browser;

/** Where `npm test` has just built the tab. */
const builtBefore = process.env['TAB_BUILT'];

/** Builds the tab once for a file of tests where nobody has, and gives each test a page and a house of its own. */
export function withTab(): void {
  let faults: string[];

  beforeAll(async () => {
    dist = builtBefore ?? (await mkdtemp(path.join(tmpdir(), 'silver-tab-')));
    if (builtBefore === undefined) await buildInto(dist);
    browser = await chromium.launch({
      executablePath: ensureBrowser(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
    });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    if (builtBefore === undefined) await rm(dist, { recursive: true, force: true });
  });

  beforeEach(async () => {
    house = new House();
    server = await servePractice(dist, house);
    page = await browser.newPage({ viewport: { width: 980, height: 900 } });
    faults = [];
    page.on('pageerror', (error) => faults.push(error.message));
  });

  afterEach(async () => {
    await page.close();
    await server.close();
    expect(faults).toEqual([]);
  });
}

/** Opens the tab in its host and waits until its page, not the loading message, is there. */
export async function open(who: string, query = ''): Promise<FrameLocator> {
  await page.goto(`${server.url}/?who=${who}${query}`);
  const tab = page.frameLocator('iframe');
  await tab.locator('h1').waitFor();
  // Parts come one after another; a busy computer takes longer than the second that is usual.
  await expect.poll(() => tab.locator('.loading').count(), { timeout: 10_000 }).toBe(0);
  return tab;
}

/** Runs a script in the frame; as text, as tests are compiled without a browser's types. */
export async function inTab(script: string): Promise<unknown> {
  const frame = page.frame({ url: /\/tab\// });
  return frame?.evaluate(script);
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
