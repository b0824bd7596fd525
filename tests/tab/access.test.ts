import { expect, test } from 'vitest';
import { onEveryPage } from './every-page.ts';
import { inTab, open, page, withTab } from './opened-tab.ts';

withTab();

/** What a keyboard should come to, of what is seen; radio buttons that belong together are one stop. */
const pressable = `[...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
  .filter((it) => !it.disabled && it.type !== 'radio' && it.checkVisibility({ visibilityProperty: true }))`;

const cutOff = `[...document.querySelectorAll('body *')]
  .filter((it) => it.checkVisibility() && !it.closest('svg, .visually-hidden, select, input, textarea')
    && /hidden|clip/.test(getComputedStyle(it).overflowX)
    && it.clientWidth > 1 && it.scrollWidth > it.clientWidth + 1)
  .map((it) => it.className + ': ' + it.textContent.slice(0, 40))`;

const small = `${pressable}
  .map((it) => [it.textContent || it.id, (it.closest('label') ?? it).getBoundingClientRect()])
  .filter(([, box]) => box.width < 24 || box.height < 24).map(([text]) => text)`;

const moving = `[...document.querySelectorAll('body *')]
  .filter((it) => it.getAnimations().length > 0
    || getComputedStyle(it).transitionDuration.split(',').some((s) => parseFloat(s) > 0.01))
  .map((it) => it.className)`;

const withoutEdge = `[...document.querySelectorAll('.button, input, select, textarea, .pill')]
  .filter((it) => it.checkVisibility() && !/radio|checkbox|file/.test(it.type))
  .filter((it) => {
    const { borderBottomStyle, borderBottomWidth, borderBottomColor, backgroundColor } = getComputedStyle(it);
    return borderBottomStyle === 'none' || parseFloat(borderBottomWidth) < 1
      || (borderBottomColor === backgroundColor && !it.matches('.primary'));
  }).map((it) => it.outerHTML.slice(0, 100))`;

/** A sheet made by script, which the page's policy lets pass. */
const styled = (text: string) => `{ const sheet = new CSSStyleSheet();
  sheet.replaceSync(${JSON.stringify(text)}); document.adoptedStyleSheets = [sheet]; }`;
const spaced = styled(
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
);

test('zoomed to 200% and 400%, and with text spaced, no page is cut off and no target is small', async () => {
  await onEveryPage(async (_, name) => {
    // A screen of 1280 × 1024, zoomed.
    for (const width of [640, 320]) {
      await page.setViewportSize({ width, height: width * 0.8 });
      expect(await inTab('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(width);
      expect(await inTab(cutOff), `${name}, ${width} px`).toEqual([]);
    }
    expect(await inTab(small), name).toEqual([]);
    await inTab(spaced);
    expect(await inTab('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(320);
    expect(await inTab(cutOff), `${name}, spaced`).toEqual([]);
  });
}, 120_000);

test('nothing moves where that is wished for, and all keep an edge in the system’s own colours', async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await onEveryPage(async (_, name) => {
    expect(await inTab(moving), name).toEqual([]);
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await inTab(withoutEdge), name).toEqual([]);
    await page.emulateMedia({ forcedColors: 'none' });
  });
}, 120_000);

test('what is cut off, small, moving or without an edge would be seen', async () => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open('aoife');
  for (const [style, finds] of [
    ['.card { width: 60px !important; overflow: hidden !important }', cutOff],
    ['.button { height: 20px !important; min-height: 0 !important; padding: 0 !important }', small],
    ['.button { transition: color 1s !important }', moving],
    ['.button { border: 0 !important }', withoutEdge],
  ] as const) {
    await inTab(styled(style));
    expect(await inTab(finds), style).not.toEqual([]);
  }
});

/** Where the keyboard is, and whether that is seen; null outside of the tab. */
const focused = `(() => {
  const it = document.activeElement;
  if (!document.hasFocus() || it === document.body || it === null) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(it);
  const { bottom, top } = it.getBoundingClientRect();
  const isSeen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && bottom > 0 && top < innerHeight;
  return it.dataset.n + (isSeen ? '' : ' unseen: ' + outlineStyle + outlineWidth + it.outerHTML.slice(0, 150));
})()`;

test('the keyboard comes to whatever can be pressed, shows where it is, and is never caught', async () => {
  await onEveryPage(async (_, name) => {
    const many = Number(await inTab(`${pressable}.length`));
    await inTab(
      `${pressable}.forEach((it, n) => { it.dataset.n = n }); document.activeElement.blur()`,
    );
    await page.evaluate('document.activeElement.blur()');
    const met = new Set<string>();
    let hasLeft = false;
    for (let press = 0; press < many * 4 + 20 && !hasLeft; press += 1) {
      await page.keyboard.press('Tab');
      const at = await inTab(focused);
      if (typeof at === 'string') met.add(at);
      else hasLeft = met.size > 0;
    }
    expect(hasLeft, `${name}: the keyboard gets out`).toBe(true);
    // Within a date the last stop, its calendar, has the browser's own ring.
    const unseen = [...met].filter((at) => {
      const [n = ''] = at.split(' unseen');
      return at !== n && !(at.includes('type="date"') && met.has(n));
    });
    expect(unseen, name).toEqual([]);
    const missed = Array.from({ length: many }, (_each, n) => String(n)).filter((n) => !met.has(n));
    expect(missed, name).toEqual([]);
  });
}, 240_000);
