import { expect, test } from 'vitest';
import type { FrameLocator } from 'playwright-core';
import { actionPlan, ownPlan } from '../../infra/local/gallery/plan-facts.ts';
import { refusal } from './house.ts';
import { findings, house, inTab, open, page, withTab } from './opened-tab.ts';

withTab();

async function openPlan(query = ''): Promise<FrameLocator> {
  const tab = await open('zainab', query);
  await tab.getByText('See the action plan').click();
  await tab.getByRole('table', { name: 'Action plan' }).waitFor();
  return tab;
}

test('the plan stands under the framework’s own headings, and can be looked through', async () => {
  const tab = await openPlan();
  const table = tab.getByRole('table', { name: 'Action plan' });
  expect(await table.getByRole('columnheader').allTextContents()).toEqual(actionPlan.columns);
  await tab
    .getByText('3 lines: 0 open, 2 in progress, 1 done. 1 date has gone by.', { exact: false })
    .waitFor();
  await tab.getByText('1 development area has no line yet.', { exact: false }).waitFor();
  await tab.getByLabel('Level').selectOption('silver');
  await tab.getByLabel('State').selectOption('done');
  expect(await tab.locator('.plan tbody').count()).toBe(1);
  await tab.getByLabel('Level').selectOption('bronze');
  await tab.getByText('No line fits these choices.').waitFor();
});

test('a line is added with the keyboard alone; what is missing is told at its field', async () => {
  const tab = await openPlan();
  await tab.getByRole('button', { name: 'Add a line' }).focus();
  await page.keyboard.press('Enter');
  await tab.getByRole('button', { name: 'Save' }).press('Enter');
  await tab.getByRole('alert').getByRole('link', { name: 'Say what you will do' }).press('Enter');
  await page.keyboard.type('Share the staff survey by ethnic group');
  await tab.getByLabel('Which line of the framework is it for?').selectOption('S5.a');
  await tab.getByLabel('Who carries it?').selectOption('team');
  await tab.getByLabel('Which team?').fill('Workforce team');
  await tab.getByLabel('Target completion date').fill('2026-09-30');
  await tab.getByRole('button', { name: 'Save' }).press('Enter');
  await tab.getByText('It is on the action plan.').waitFor();
  expect(house.acts[0]).toMatchObject({
    verb: 'add-plan-line',
    data: { line: 'S5.a', team: 'Workforce team', target: '2026-09-30' },
  });
  await tab.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => house.acts.at(-1)?.verb).toBe('remove-plan-line');
});

test('what is typed of a line stays where it is refused, until it is on record', async () => {
  const tab = await openPlan();
  await tab.getByRole('button', { name: 'Add a line' }).click();
  const target = tab.getByLabel('Target completion date');
  expect(await target.getAttribute('min')).toBe(actionPlan.on);
  await tab.getByLabel('Which line of the framework is it for?').selectOption('S5.a');
  await tab.getByLabel('What will you do?').fill('Share the staff survey');
  await tab.getByLabel('Who carries it?').selectOption('team');
  await tab.getByLabel('Which team?').fill('Workforce team');
  await target.fill('2026-04-08');
  house.instead.set('acts', refusal(409, 'target-passed', 'That day has gone by.'));
  await tab.getByRole('button', { name: 'Save' }).click();
  await tab.getByText('That day has gone by.').waitFor();
  expect(await tab.getByLabel('What will you do?').inputValue()).toBe('Share the staff survey');
  house.instead.delete('acts');
  await target.fill('2026-09-30');
  await tab.getByRole('button', { name: 'Save' }).click();
  await tab.getByText('It is on the action plan.').waitFor();
  expect(await target.count()).toBe(0);
});

test.each([
  ['Say how it goes', 'How is it going?', 'Saved.'],
  ['Name a network’s part', 'What did the network do?', 'The network’s chair and deputy are asked'],
])(
  '“%s” keeps its words while the app is busy, and goes once they are saved',
  async (ask, label, told) => {
    house.instead.set('me/plan', { body: ownPlan });
    const tab = await open('aoife');
    await tab.getByRole('button', { name: ask }).first().click();
    await tab.getByLabel(label).fill('Bands 2 to 7 are next');
    house.instead.set('acts', refusal(503, 'try-again', 'Not available just now.'));
    await tab.getByRole('button', { name: 'Save' }).click();
    await tab.getByText('busy or away for a moment', { exact: false }).waitFor();
    expect(await tab.getByLabel(label).inputValue()).toBe('Bands 2 to 7 are next');
    house.instead.delete('acts');
    await tab.getByRole('button', { name: 'Save' }).click();
    await tab.getByText(told, { exact: false }).waitFor();
    expect(await tab.getByLabel(label).count()).toBe(0);
  },
);

test('a leader says how their own line goes, and can take it back', async () => {
  house.instead.set('me/plan', { body: ownPlan });
  const tab = await open('aoife');
  await tab.getByRole('heading', { name: 'Your lines of the action plan' }).waitFor();
  await tab.getByRole('button', { name: 'Say how it goes' }).click();
  const words = tab.getByLabel('How is it going?');
  await words.fill('x'.repeat(1_020));
  await tab.getByRole('button', { name: 'Save' }).click();
  await tab.getByText('That is 20 characters too long. Please shorten it.').waitFor();
  await words.and(tab.locator(':focus')).fill('Bands 2 to 7 are next');
  await tab.getByRole('button', { name: 'Save' }).click();
  await tab.getByText('Saved.').waitFor();
  await tab.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => house.acts.length).toBe(2);
  expect(house.acts).toMatchObject([
    { verb: 'note-plan-progress', data: { text: 'Bands 2 to 7 are next' } },
    { verb: 'take-back-plan-move', data: { seen: 5 } },
  ]);
});

test('a chair says yes to what their network did', async () => {
  house.instead.set('me/plan', { body: ownPlan });
  const tab = await open('leila');
  await tab.getByText('1 line names your network and waits for your yes.').waitFor();
  await tab.getByRole('button', { name: 'Yes, we took part' }).click();
  await tab.getByText('Confirmed for your network.').waitFor();
  expect(house.acts).toMatchObject([{ verb: 'confirm-involvement', data: { asked: 3 } }]);
});

test('whoever has no part in the plan sees nothing of it', async () => {
  const tab = await open('aoife');
  expect(await tab.getByText('action plan').count()).toBe(0);
});

test.each(['default', 'dark', 'contrast'])(
  'axe finds nothing in the plan in the %s theme, with all open',
  { timeout: 60_000 },
  async (theme) => {
    const tab = await openPlan(`&theme=${theme}`);
    for (const more of await tab.getByText('More', { exact: true }).all()) await more.click();
    await tab.getByText('History').first().click();
    await tab.getByRole('button', { name: 'Name a network’s part' }).first().click();
    await tab.getByRole('button', { name: 'Add a line' }).click();
    await tab.getByRole('button', { name: 'Save' }).first().click();
    await tab.getByRole('alert').waitFor();
    expect(await findings(theme)).toEqual([]);
  },
);

test('on a phone each line is a card, and nothing is cut off', async () => {
  await page.setViewportSize({ width: 320, height: 1600 });
  const tab = await openPlan();
  for (const more of await tab.getByText('More', { exact: true }).all()) await more.click();
  expect(await inTab('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  const small =
    await inTab(`[...document.querySelectorAll('main button, main summary, main select, main input')]
    .map((it) => [it.textContent, it.getBoundingClientRect()])
    .filter(([, box]) => box.width < 24 || box.height < 24).map(([text]) => text)`);
  expect(small).toEqual([]);
});
