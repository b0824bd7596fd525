import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import { dist, open, page, server, withTab } from './opened-tab.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const names = ['privacy', 'terms'];

withTab();

/** Lines of words alone: no markup, no marks of lists, no blanks for an organisation. */
function plain(text: string): string[] {
  return text
    .split('\n\n')
    .flatMap((part) => part.split(/\n(?=- )/))
    .map((part) =>
      part
        .replaceAll(/^(#+|-) /g, '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '' && !line.startsWith('**To decide:**'));
}

test('the privacy page says what the privacy notice says, but for the organisation’s blanks', async () => {
  const notice = await readFile('infra/assurance/privacy-notice.md', 'utf8');
  await page.goto(`${server.url}/tab/privacy.html`);
  const shown = await page.locator('h1, main p, main h2, main li').allTextContents();
  const said = plain(notice).filter((line) => !line.startsWith('For everybody whom'));
  expect(shown.map((line) => line.replaceAll(/\s+/g, ' ').trim())).toEqual(said);
});

test.each(names)('/%s is read at 320 px, in light, dark and high contrast', async (name) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const contrast of ['no-preference', 'more'] as const) {
      await page.emulateMedia({ colorScheme, contrast });
      await page.goto(`${server.url}/tab/${name}.html`);
      await page.locator('h1').waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      // By the browser's own door: the page's policy lets no other script in.
      const session = await page.context().newCDPSession(page);
      await session.send('Runtime.evaluate', { expression: await readFile(axe, 'utf8') });
      const found = await page.evaluate(
        'axe.run().then((r) => r.violations.map((v) => v.id + v.nodes.map((n) => n.html).join(" ")))',
      );
      expect(found, `${colorScheme}, ${contrast}`).toEqual([]);
      const small = await page.evaluate(`[...document.querySelectorAll('a')]
        .map((it) => it.getBoundingClientRect()).filter((box) => box.height < 24).length`);
      expect(small).toBe(0);
    }
  }
});

test('an open page loads nothing but its own style, and asks nothing of the server', async () => {
  for (const name of names) {
    const asked: string[] = [];
    page.removeAllListeners('request');
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${server.url}/tab/${name}.html`);
    await expect.poll(() => asked.toSorted()).toEqual(['/tab/notice.css', `/tab/${name}.html`]);
    const text = await readFile(path.join(dist, `${name}.html`), 'utf8');
    expect(text).not.toMatch(/<script|style=|To decide/);
  }
});

test('every page of the tab leads to it', async () => {
  for (const who of ['aoife', 'nobody', 'stranger']) {
    const tab = await open(who);
    const link = tab.getByRole('link', { name: 'Your privacy (opens in your browser)' });
    expect(await link.getAttribute('href')).toBe('/privacy');
  }
});
