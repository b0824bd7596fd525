import { beforeEach, expect, test } from 'vitest';
import type { SettingsView } from '../../bot/contract/settings.ts';
import { findings, house, inTab, open, page, withTab } from './opened-tab.ts';
import { refusal } from './house.ts';

const held: SettingsView = {
  ...{ on: '2026-04-09', mayChange: true, firstDay: '2025-04-01' },
  ...{ yearStartMonth: 4, appraisalStartMonth: 4, attendanceTarget: 4, assistantsCount: false },
  ...{ opens: '09:00', closes: '17:00', name: 'Pennine Vale NHS Foundation Trust' },
  grades: [
    { code: 'ZL03', listed: true },
    { code: 'XR08', meaning: '8a', listed: true },
    { code: 'XR12', meaning: '9', listed: false },
  ],
  networks: [
    { id: 'race', name: 'Race Equality Network', countsForSilver: true },
    {
      ...{ id: 'wellbeing', name: 'Disability and Wellbeing Network', countsForSilver: false },
      endsOn: '2026-12-31',
    },
  ],
  changes: [
    {
      ...{ id: 'c-1', what: 'target', from: '2026-05-01', on: '2026-04-02', ahead: true },
      ...{ by: 'Zainab Khan', because: 'The board asked for six from May.' },
    },
  ],
};

withTab();
beforeEach(() => house.instead.set('organisation/settings', { body: held }));

async function opened(who = 'zainab', query = '') {
  const tab = await open(who, query);
  await tab.getByText('How we count', { exact: true }).click();
  const part = tab.getByRole('region', { name: 'How we count' });
  await part.getByText('Staff networks').waitFor();
  return { tab, part };
}

test('each setting says what holds, since when and who set it; a change shows what it moves first', async () => {
  house.preview = () => ({
    body: {
      on: '2026-04-09',
      lines: [
        {
          ...{ code: 'S3.b', title: 'Reverse mentoring' },
          before: { n: 20, of: 29, ready: false },
          after: { n: 21, of: 33, ready: false },
        },
      ],
    },
  });
  const { tab, part } = await opened();
  await part.getByText('9am to 5pm on working days').waitFor();
  await part
    .getByText('From 1 May 2026, by Zainab Khan: The board asked for six from May.')
    .waitFor();
  await part.getByLabel('Change: Executive assistants').click();
  const row = part.getByRole('listitem').filter({ hasText: 'Don’t count' }).first();
  await row.getByRole('combobox').selectOption('Count');
  await row.getByRole('button', { name: 'Save' }).click();
  await row.getByRole('link', { name: 'Fill this in: Why' }).waitFor();
  expect(house.acts).toEqual([]);
  await row.getByLabel('Why').fill('They report to directors here.');
  await row.getByRole('button', { name: 'See what changes' }).click();
  await row.getByText('Reverse mentoring (S3.b): 20 of 29 now, 21 of 33 then').waitFor();
  await row.getByRole('button', { name: 'Save' }).click();
  await tab.getByText('Saved. It counts from 9 April 2026.').waitFor();
  expect(house.acts).toMatchObject([
    {
      verb: 'set-reading',
      data: {
        ...{ assistantsCount: true, from: '2026-04-09' },
        because: 'They report to directors here.',
      },
    },
  ]);
});

test('a grade that nobody has said anything of stands open, and is said for as far back as figures move', async () => {
  const { tab, part } = await opened();
  await part.getByText('What grades mean: 1 grade to settle').waitFor();
  await part.getByLabel('Change: ZL03').click();
  const row = part.getByRole('listitem').filter({ hasText: 'ZL03' });
  await row.getByLabel('It means').selectOption('Band 8b');
  await row.getByLabel('Why').fill('Human resources told us.');
  await row.getByRole('button', { name: 'Save' }).click();
  await tab.getByText('Saved. It counts from 1 April 2025.').waitFor();
  expect(house.acts).toMatchObject([
    { verb: 'set-grade', data: { code: 'ZL03', meaning: '8b', from: '2025-04-01' } },
  ]);
});

test('a network is added and ended, and what can’t be done is said before it is tried', async () => {
  house.preview = () =>
    refusal(409, 'meetings-after-its-end', 'The network has meetings after that day.');
  const { tab, part } = await opened();
  await part.getByLabel('End this network: Race Equality Network').click();
  const row = part.getByRole('listitem').filter({ hasText: 'Race Equality Network' });
  await row.getByLabel('Its last day').fill('2026-05-31');
  await row.getByLabel('Why').last().fill('It joins another.');
  await row.getByRole('button', { name: 'See what changes' }).last().click();
  await row.getByText('The network has meetings after that day.').waitFor();
  await part.getByText('Add a network').click();
  const add = part.locator('details').filter({ hasText: 'Add a network' }).first();
  await add.getByLabel('Its name').fill('South Asian Network');
  await add.getByLabel('Why').fill('It was founded in March.');
  await add.getByRole('button', { name: 'Save' }).click();
  await tab.getByText('Saved.', { exact: true }).waitFor();
  expect(house.acts).toMatchObject([
    { verb: 'add-network', data: { name: 'South Asian Network', countsForSilver: true } },
  ]);
});

test('who may only look sees no form', async () => {
  house.instead.set('organisation/settings', { body: { ...held, mayChange: false } });
  const { part } = await opened();
  await part.getByText('The EDI lead and the EDI sponsor can change these.').waitFor();
  expect(await part.getByRole('button').count()).toBe(0);
  expect(await part.locator('form').count()).toBe(0);
});

test.each(['default', 'dark', 'contrast'])(
  'axe finds nothing in the %s theme with every form open, and 320 px are enough',
  async (theme) => {
    await page.setViewportSize({ width: 320, height: 900 });
    const { part } = await opened('zainab', `&theme=${theme}`);
    const closed = part.locator('details:not([open]) > summary');
    for (let left = await closed.count(); left > 0; left -= 1) await closed.first().click();
    expect(await part.locator('form').count()).toBeGreaterThan(9);
    expect(await inTab('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    expect(await findings(theme)).toEqual([]);
  },
);
