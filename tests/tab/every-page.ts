import type { FrameLocator } from 'playwright-core';
import { expect } from 'vitest';
import { agenda, item, journeys } from '../../infra/local/gallery/agenda.ts';
import { house, inTab, loaded, open } from './opened-tab.ts';
import { waitingClaim } from './trust.ts';

const everyone = ['aoife', 'shabnam', 'leila', 'rosalind', 'zainab', 'meera', 'nobody', 'stranger'];

/** Every page of everybody, with what is folded open: calls `look` on each, with its name. */
export async function onEveryPage(
  look: (tab: FrameLocator, name: string) => Promise<void>,
  query = '',
): Promise<void> {
  house.waiting = [waitingClaim('a', 'Aoife Okafor'), waitingClaim('b', 'Marcus Hussain', true)];
  house.agenda = agenda([item({ may: ['triage'] }), ...Object.values(journeys)]);
  let seen = 0;
  for (const who of everyone) {
    const tab = await open(who, query);
    const names = await tab.getByRole('navigation').getByRole('button').allTextContents();
    for (const name of names.length > 0 ? names : ['']) {
      if (name !== '') await tab.getByRole('button', { name, exact: true }).first().click();
      await tab.locator('h1').waitFor();
      await loaded(tab);
      await unfold();
      await look(tab, `${who}, ${name || 'first page'}`);
      seen += 1;
    }
  }
  // Fewer would mean that the menu was not found.
  expect(seen).toBeGreaterThan(everyone.length);
}

/** Opens all that is folded on the page. */
export async function unfold(): Promise<void> {
  const press = `(() => {
    const folded = [...document.querySelectorAll('details:not([open]) > summary')];
    const seen = folded.filter((it) => it.checkVisibility({ visibilityProperty: true }));
    for (const it of seen) it.click();
    return seen.length;
  })()`;
  // What is folded within something folded shows once that is open.
  while ((await inTab(press)) !== 0);
}
