import { expect, test } from 'vitest';
import { findings, house, inTab, open, page, withTab } from './opened-tab.ts';
import { settleList } from './trust.ts';

withTab();

const toSettle = async () => {
  const tab = await open('zainab');
  const list = tab.getByRole('region', { name: 'To settle' });
  await list.getByRole('listitem').first().waitFor();
  return { tab, list };
};

test('the EDI lead settles one person’s grade, and what is missing is said at its field', async () => {
  const { tab, list } = await toSettle();
  await list.locator('summary').first().click();
  const send = list.getByRole('button', { name: 'Settle' }).first();
  await send.click();
  await list.getByRole('link', { name: 'Choose what is so' }).waitFor();
  await list.getByLabel('What is so?').first().selectOption('Only this person’s band is another');
  await list.getByLabel('Band').selectOption('Band 8b');
  await send.click();
  await list.getByRole('link', { name: 'Enter a day' }).waitFor();
  expect(house.acts).toEqual([]);
  await list.getByLabel('From which day').fill('2026-04-01');
  await list.getByLabel('How you know').selectOption('Human resources told me');
  await send.click();
  await tab.getByText('Settled: Leader 00017. Figures go by it now.').waitFor();
  expect(house.acts[0]).toMatchObject({
    verb: 'correct-listing',
    data: {
      ...{ item: 's-1', person: 'p-17', what: 'grade', band: '8b' },
      ...{ from: '2026-04-01', because: 'told-by-hr' },
    },
  });
});

test('a question can be left as it is, with its reason, and asked again', async () => {
  const { tab, list } = await toSettle();
  await list.locator('summary').nth(1).click();
  const form = list.getByRole('listitem').nth(1);
  expect(await form.locator('option').allTextContents()).toEqual([
    'Choose one',
    'It is right as it is',
    'The next list will have it right',
  ]);
  await form.getByLabel('What is so?').selectOption('It is right as it is');
  await form.getByRole('button', { name: 'Settle' }).click();
  await tab.getByText('Settled. Nothing was changed.').waitFor();
  await tab.getByRole('button', { name: 'Undo' }).click();
  await tab.getByText('It waits again.').waitFor();
  expect(house.acts.map(({ verb }) => verb)).toEqual(['leave-item', 'reopen-item']);
});

test('corrections that stand are told in words and taken back; a question about oneself is not offered', async () => {
  house.instead.set('organisation/settle', {
    body: {
      ...settleList,
      items: [{ ...settleList.items[0], ways: [] }],
      corrections: [
        {
          ...{ id: 'p-17~c', name: 'Leader 00017', what: 'grade', to: '8b', from: '2026-04-01' },
          ...{ because: 'wrong-on-the-list', on: '2026-04-08', mayTakeBack: true },
        },
      ],
      left: [
        {
          ...{ id: 's-9', problem: 'person-no-longer-listed', name: 'Leader 00018' },
          ...{ detail: 'is no longer in the staff list.', because: 'still-here', on: '2026-04-08' },
        },
      ],
    },
  });
  await page.setViewportSize({ width: 320, height: 900 });
  const { tab, list } = await toSettle();
  await list.getByText('This is about you. The EDI sponsor can correct it.').waitFor();
  await list.getByText('1 question left as it is').click();
  await list.getByText('They are still here. On 8 April 2026.').waitFor();
  await list.getByText('1 correction that you made').click();
  await list.getByText('Band 8b from 1 April 2026').waitFor();
  expect(await inTab('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  expect(await findings()).toEqual([]);
  await list.getByRole('button', { name: 'Take back the correction for Leader 00017' }).click();
  await tab.getByText('Taken back. The staff list’s word stands again.').waitFor();
});
