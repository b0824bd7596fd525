import type { FrameLocator } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { findings, house, inTab, open, page, withTab } from './opened-tab.ts';
import { breakdown } from './silver-facts.ts';
import { fiveLines } from './trust.ts';

withTab();
beforeEach(() => house.instead.set('organisation/silver', { body: fiveLines }));

const glanceOf = (tab: FrameLocator) => tab.getByRole('region', { name: 'Silver at a glance' });

async function byBand(tab: FrameLocator) {
  await tab.getByText('Goals agreed, by band and by directorate').click();
  const bands = tab.getByRole('region', { name: 'Goals agreed, By band' });
  await bands.getByRole('heading').waitFor();
  return bands;
}

test('the five lines stand at a glance, each with its figure, what it needs and of whom', async () => {
  const tab = await open('rosalind', '&open=organisation');
  const rows = glanceOf(tab).getByRole('listitem');
  expect(await rows.count()).toBe(5);
  expect(await rows.nth(1).innerText()).toContain('Managers: 1 leader has no agreed goal.');
  expect(await rows.nth(3).innerText()).toContain('3 meetings, 4 needed');
});

test('a line through the year says its numbers in words, each month on request', async () => {
  const tab = await open('zainab');
  const year = tab.getByRole('figure', {
    name: 'Executive directors at network meetings through the year',
  });
  await year.getByText('5 (4 needed) on 30 April 2026; 3 of 4 on 15 July 2026.').waitFor();
  await year.getByText('Month by month').click();
  expect(await year.getByRole('listitem').allInnerTexts()).toEqual([
    ...['30 Apr 5 (4 needed)', '31 May 4 of 4', '30 Jun 3 of 4', '15 Jul 3 of 4'],
  ]);
});

test('a line that stood still says so once; one without two days to draw is left out', async () => {
  const tab = await open('zainab');
  const council = tab.getByRole('figure', { name: 'Leadership council through the year' });
  await council.getByText('1 of 2 since 30 April 2026.').waitFor();
  expect(await council.getByText('Month by month').count()).toBe(0);
  const goals = tab.getByRole('figure', { name: 'Equality goals agreed through the year' });
  expect(await goals.count()).toBe(0);
});

test('where the year can’t be read, the page says all else', async () => {
  house.instead.set('organisation/silver/year', { status: 503, body: {} });
  const tab = await open('zainab');
  await glanceOf(tab).waitFor();
  expect(await tab.locator('.year').count()).toBe(0);
});

test('groups that are not shown are named, and never numbered', async () => {
  const bands = await byBand(await open('meera', '&open=organisation'));
  await bands.getByText('30 of 60').waitFor();
  await bands.getByText('Not shown: Band 8b and Band 9.').waitFor();
  await bands
    .getByText('On 31 March 2026, as known that day. Told next of 30 April 2026.')
    .waitFor();
});

test('where no group can be shown, that is said and why', async () => {
  const groups = breakdown.groups.map(({ name }) => ({ name, hidden: true }));
  house.instead.set('organisation/silver/breakdown', { body: { ...breakdown, groups } });
  const bands = await byBand(await open('zainab'));
  await bands.getByText(/^No group can be shown/).waitFor();
});

test('whoever sees headlines is offered no groups', async () => {
  const tab = await open('aoife', '&open=organisation');
  await glanceOf(tab).waitFor();
  expect(await tab.getByText('by band and by directorate').count()).toBe(0);
});

test('on paper: the figures with their day, their moment and their rules; no menu, no work, no names', async () => {
  const tab = await open('zainab', '&theme=dark');
  await tab.locator('.year').first().waitFor();
  await tab.getByText('Who attended what').click();
  await tab.getByText('Claire Schofield').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  const seen = tab.locator('body');
  await expect.poll(() => seen.innerText()).not.toContain('Claire Schofield');
  const text = await seen.innerText();
  expect(text).toContain('Silver at Pennine Vale NHS Foundation Trust');
  expect(text).toContain('On 9 April 2026');
  expect(text).toMatch(/As known on 9 April 2026, 9:30am. Counted by the rules s4-1/);
  expect(text).toContain('31 May 4 of 4');
  expect(text).not.toMatch(/Month by month|Print this page|Show another date|To settle/);
  // Ink on paper, whatever the screen was.
  expect(await inTab('getComputedStyle(document.body).color')).toBe('rgb(36, 36, 36)');
});

test.each(['default', 'dark', 'contrast'])(
  'axe finds nothing on the page with all of it open, in the %s theme',
  { timeout: 60_000 },
  async (theme) => {
    const tab = await open('zainab', `&theme=${theme}`);
    await (await byBand(tab)).getByText('30 of 60').waitFor();
    await tab.getByText('Month by month').first().click();
    expect(await findings(theme)).toEqual([]);
  },
);

test('nothing is cut off at 320 px', async () => {
  await page.setViewportSize({ width: 320, height: 700 });
  const tab = await open('zainab');
  await (await byBand(tab)).getByText('30 of 60').waitFor();
  await tab.getByText('Month by month').first().click();
  expect(await inTab('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
});
