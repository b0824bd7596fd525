import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { agenda, item, journeys } from '../../infra/local/gallery/agenda.ts';
import { onEveryPage, unfold } from './every-page.ts';
import { dist, findings, house, inTab, open, page, withTab } from './opened-tab.ts';
import { waitingClaim } from './trust.ts';

const themes = ['default', 'dark', 'contrast'];
const everyone = ['aoife', 'shabnam', 'leila', 'rosalind', 'zainab', 'meera', 'nobody', 'stranger'];
const everyItem = agenda([item({ may: ['triage'] }), ...Object.values(journeys)]);

withTab();

test.each(themes)(
  'axe finds nothing on any page in the %s theme',
  { timeout: 60_000 },
  async (theme) => {
    await onEveryPage(async (tab, name) => {
      expect(await findings(theme), name).toEqual([]);
      const picker = tab.getByRole('combobox', { name: 'Who is it about?' });
      if ((await picker.count()) === 0) return;
      await picker.fill('ok');
      await tab.getByRole('listbox', { name: 'Names' }).waitFor();
      expect(await findings(theme), `${name}, names shown`).toEqual([]);
    }, `&theme=${theme}`);
  },
);

test.each(themes)('a word too near its background would be seen in the %s theme', async (theme) => {
  await open('aoife', `&theme=${theme}`);
  await inTab(`{ const { style } = document.querySelector('h1');
    style.backgroundColor = 'rgb(120, 120, 120)'; style.color = 'rgb(140, 140, 140)'; }`);
  expect(await findings(theme)).toEqual([expect.stringContaining('color-contrast: <h1')]);
});

test('nothing is cut off at 320 px, and every target is 24 px or more', async () => {
  await page.setViewportSize({ width: 320, height: 700 });
  house.waiting = [waitingClaim('a', 'Aoife Okafor'), waitingClaim('b', 'Marcus Hussain', true)];
  house.agenda = everyItem;
  for (const who of everyone) {
    await open(who);
    await unfold();
    expect(await inTab('document.documentElement.scrollWidth'), who).toBeLessThanOrEqual(320);
    const small = await inTab(`[...document.querySelectorAll('button, a, summary, select, input')]
      .map((it) => [it.textContent, it.getBoundingClientRect()])
      .filter(([, box]) => box.width < 24 || box.height < 24).map(([text]) => text)`);
    expect(small, who).toEqual([]);
  }
});

test('a change of theme in Teams is followed at once', async () => {
  await open('aoife');
  const background = () => inTab('getComputedStyle(document.body).backgroundColor');
  expect(await background()).toBe('rgb(245, 245, 245)');
  await page.evaluate("wear('dark')");
  await expect.poll(background).toBe('rgb(31, 31, 31)');
  await page.evaluate("wear('contrast')");
  await expect.poll(background).toBe('rgb(0, 0, 0)');
});

test('the first view weighs 150 kB of JavaScript at most, gzipped', async () => {
  const names = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js')) names.add(pathname.replace('/tab/', ''));
  });
  await open('aoife');
  const sizes = await Promise.all(
    [...names].map(async (name) => gzipSync(await readFile(path.join(dist, name))).length),
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  expect(sizes.length).toBeGreaterThan(1);
  // Less would mean that not all of it was seen: React alone has 60 kB.
  expect(total).toBeGreaterThan(60_000);
  expect(total).toBeLessThanOrEqual(150_000);
});

test('no act’s schema travels with the tab', async () => {
  const files = await readdir(path.join(dist, 'assets'));
  const scripts = await Promise.all(
    files
      .filter((name) => name.endsWith('.js'))
      .map((name) => readFile(path.join(dist, 'assets', name), 'utf8')),
  );
  const text = scripts.join('\n');
  // What a page asks for names its verb beside its data; a schema makes it a literal.
  expect(text).toMatch(/verb:[`"]make-pledge[`"]/);
  expect(text).not.toMatch(/verb:\w+\([`"][a-z-]+[`"]\)/);
});
