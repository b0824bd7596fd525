import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { areas } from '../../infra/local/gallery/areas.ts';
import { listen, type Listening } from '../../infra/local/http.ts';
import { windowFiles } from '../../infra/local/window-files.ts';
import { axeFindings } from '../support/axe.ts';
import { openBrowser } from '../support/browsing.ts';

const names = areas().flatMap(({ cards }) => cards.map(({ name }) => name));

let window: Listening;
let browser: Browser;
let page: Page;
const said: string[] = [];
beforeAll(async () => {
  window = await listen(windowFiles, 0);
  browser = await openBrowser();
  page = await browser.newPage();
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', ({ message }) => said.push(message));
});
afterAll(async () => {
  await browser?.close();
  await window?.close();
});

async function open(theme: string, width: 'phone' | 'desktop'): Promise<void> {
  await page.setViewportSize({ width: width === 'phone' ? 320 : 1380, height: 900 });
  // Five hundred cards are drawn anew only where another theme is to be seen.
  const address = `${window.origin}/local/gallery#theme=${theme}`;
  if (page.url() === address) return;
  await page.goto('about:blank');
  await page.goto(address);
  await page.locator('figure').first().waitFor();
  // What a button opens belongs to the card; a menu would lie over others.
  await page.evaluate(`document.querySelectorAll('figure [aria-expanded=false]').forEach((button) => {
    if (button.textContent !== '...') button.click();
  })`);
}

/** What the script finds on the page, told by the card's name. */
function found(script: string): Promise<string[]> {
  return page.evaluate<string[]>(script);
}

/** What is clipped by what holds it, or stands beyond its card's edge. */
const cutOff = `[...document.querySelectorAll('figure')].flatMap((figure) => {
  const edge = figure.querySelector('.card').getBoundingClientRect().right + 1;
  return [...figure.querySelectorAll('.card, .card *:not(input)')]
    .filter((part) => part.checkVisibility())
    .filter((part) => part.getBoundingClientRect().right > Math.min(edge, innerWidth + 1) ||
      (getComputedStyle(part).overflowX !== 'visible' && part.scrollWidth > part.clientWidth + 1))
    .map((part) => figure.dataset.card + ': ' + part.className);
})`;

/** What is too small for a finger; a box to tick has its label to be hit by. */
const small = `[...document.querySelectorAll('figure')].flatMap((figure) =>
  [...figure.querySelectorAll('button, input, select, textarea')]
    .filter((part) => part.checkVisibility())
    .map((part) => [part, part.getBoundingClientRect()])
    .filter(([part, { width, height }]) => !['radio', 'checkbox'].includes(part.type) && (width < 24 || height < 24))
    .map(([part]) => figure.dataset.card + ': ' + part.outerHTML.slice(0, 80)))`;

test.each(['default', 'dark', 'contrast'] as const)(
  'every card is drawn without a warning and axe finds nothing, in the %s theme',
  async (theme) => {
    await open(theme, 'desktop');
    expect(
      await found(`[...document.querySelectorAll('figure')].map((f) => f.dataset.card)`),
    ).toEqual(names);
    expect(await found(`[document.body.innerText].filter((text) => text.includes('\${'))`)).toEqual(
      [],
    );
    expect(said).toEqual([]);
    // The refusals are one template with other words: one of them stands for all.
    const but = '[aria-labelledby=refusals] figure ~ figure';
    expect(await axeFindings(page, { theme, but })).toEqual([]);
  },
  120_000,
);

test.each(['phone', 'desktop'] as const)(
  'nothing is cut off on a %s, and every button can be hit',
  async (width) => {
    await open('default', width);
    expect(await found(cutOff)).toEqual([]);
    expect(await found(small)).toEqual([]);
  },
  60_000,
);

test('a card that was cut off would be seen', { timeout: 60_000 }, async () => {
  await open('default', 'phone');
  await page.evaluate(`document.querySelector('figure .card').style.width = '400px'`);
  expect(await found(cutOff)).toContainEqual(expect.stringContaining('welcome, executive'));
});

test(
  'the theme and the width can be chosen, and each area reached',
  { timeout: 60_000 },
  async () => {
    await open('default', 'desktop');
    await page.getByLabel('Theme').selectOption('dark');
    await page.getByRole('button', { name: 'Phone' }).click();
    expect(await page.locator('html[data-theme=dark][data-phone]').count()).toBe(1);
    expect(new URL(page.url()).hash).toBe('#theme=dark&phone=yes');
    await page.getByRole('button', { name: 'Pledges', exact: true }).click();
    expect(await page.locator(':focus').textContent()).toMatch(/^Pledges/);
    expect(await page.getByRole('link', { name: 'Practice Teams' }).getAttribute('href')).toBe('/');
  },
);
