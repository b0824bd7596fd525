import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { FrameLocator } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Microsoft365 } from '../../bot/contract/microsoft-365.ts';
import type { Me } from '../../bot/contract/views.ts';
import { house, inTab, open, page, withTab } from './opened-tab.ts';
import { attendance, me, progress, today } from './trust.ts';

withTab();

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const year = { start: '2026-04-01', end: '2027-03-31' };
const framework = 'All leaders at Band 8A and above must have a goal.';
const same = { listed: 'Gareth Clegg', entra: 'Gareth Clegg', differs: false, mayPropose: false };
const manager = { ...same, entra: 'Gareth Hargreaves', differs: true, mayPropose: true };
const address = {
  listed: 'oluwaseun.moyo@pennine-vale.example',
  entra: 'oluwaseun.moyo-adeyemi@north-west-partners.example',
  ...{ differs: true, mayPropose: true },
};

const unread = (code: string, message: string) => ({
  status: 409,
  body: { error: { code, message, correlationId: 'c-1' } },
});

/** The check, as it answers, in the dark on a phone. */
async function opened(said: Microsoft365 | ReturnType<typeof unread>): Promise<FrameLocator> {
  const leader: Me = { ...me('Aoife Okafor', { pages: ['commitments'] }), microsoft365: true };
  const why = { line: 'S2', framework, rule: 's2.own-1', ours: false };
  const goal = { code: 'S2' as const, title: 'Equality goal', status: 'to-do' as const, why };
  const standing = { done: 0, needed: 1, standing: 'none' as const, due: year.end };
  const commitments = [{ ...goal, ...standing }];
  const mine = { on: today, year, mayDraft: true, framework: { line: framework, starts: [] } };
  house.instead.set('me', { body: leader });
  house.instead.set('me/progress', { body: { ...progress(attendance()), commitments } });
  house.instead.set('me/goal', { body: mine });
  house.instead.set('me/microsoft-365', 'kind' in said ? { body: said } : said);
  await page.setViewportSize({ width: 320, height: 700 });
  const tab = await open('aoife', '&theme=dark');
  await tab.getByText('Check my manager against Microsoft 365').press('Enter');
  return tab;
}

test.each<[string, Microsoft365 | ReturnType<typeof unread>, string]>([
  ['permission is asked for', { kind: 'consent', authorize: 'x' }, 'Continue to Microsoft 365'],
  ['both differ', { kind: 'compared', manager, address }, 'Your work address'],
  [
    'both were proposed',
    {
      kind: 'compared',
      manager: { ...manager, mayPropose: false },
      address: { ...address, mayPropose: false },
    },
    'Proposed. Your EDI lead decides.',
  ],
  [
    'nothing differs',
    { kind: 'compared', manager: same, address: same },
    'The staff list and Microsoft 365 say the same.',
  ],
  [
    'Microsoft 365 doesn’t answer',
    unread('microsoft-365-away', 'Microsoft 365 doesn’t answer just now.'),
    'Microsoft 365 doesn’t answer just now.',
  ],
])('axe finds nothing and nothing is cut off in the dark on a phone where %s', async (...of) => {
  const [, said, words] = of;
  const tab = await opened(said);
  await tab.getByText(words).first().waitFor();
  await inTab(await readFile(axe, 'utf8'));
  const found = await inTab(
    'axe.run().then((r) => r.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`))',
  );
  expect(found).toEqual([]);
  expect(await inTab('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
});

test('a correction is proposed with the keyboard alone, and the check says who decides', async () => {
  const tab = await opened({ kind: 'compared', manager, address: same });
  await tab.getByRole('button', { name: 'Propose a correction: my manager' }).waitFor();
  const proposed = { ...manager, mayPropose: false };
  const after: Microsoft365 = { kind: 'compared', manager: proposed, address: same };
  house.instead.set('me/microsoft-365', { body: after });
  for (let press = 0; press < 10; press += 1) {
    await page.keyboard.press('Tab');
    if ((await inTab('document.activeElement?.innerText')) === 'Propose a correction') break;
  }
  await page.keyboard.press('Enter');
  await tab.getByText('Your EDI lead is asked. Nothing changes until they decide.').waitFor();
  await tab.getByText('Proposed. Your EDI lead decides.').waitFor();
  expect(house.acts).toMatchObject([{ verb: 'propose-correction', data: { what: 'manager' } }]);
});
