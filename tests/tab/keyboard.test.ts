import { expect, test } from 'vitest';
import { house, inTab, open, withTab } from './opened-tab.ts';

withTab();

const focused = () =>
  inTab('document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.innerText');

test('“Not now” gives the keyboard back to the button that opened the form', async () => {
  const tab = await open('leila');
  await tab.getByRole('button', { name: 'Add a meeting' }).press('Enter');
  await tab.getByLabel('Date').fill('2026-05-13');
  await tab.getByRole('button', { name: 'Not now' }).press('Enter');
  await expect.poll(focused).toBe('Add a meeting');

  const move = tab.getByRole('button', { name: /^Move: Wednesday 14 October/ });
  await move.press('Space');
  await tab.getByRole('button', { name: 'Not now' }).press('Space');
  await expect.poll(focused).toMatch(/^Move: Wednesday 14 October/);
});

test('a form that took its button’s place begins in its first field, and gives the place back', async () => {
  const tab = await open('leila');
  await tab.getByRole('button', { name: 'Raise with the board' }).press('Enter');
  await expect.poll(() => inTab('document.activeElement?.tagName')).toBe('INPUT');
  await tab.getByRole('button', { name: 'Not now' }).press('Enter');
  await expect.poll(focused).toBe('Raise with the board');
});

test('a meeting is cancelled with Enter in the field of its reason', async () => {
  const tab = await open('leila');
  await tab.getByText('Held and cancelled').click();
  await tab.getByRole('button', { name: /^Cancel meeting: Wednesday 8 April/ }).press('Enter');
  await tab.getByLabel('Why').press('Enter');
  await tab.getByText('Enter why the meeting is cancelled').waitFor();
  expect(house.acts).toEqual([]);
  await tab.getByLabel('Why').fill('The room was flooded');
  await tab.getByLabel('Why').press('Enter');
  await tab.getByText('The meeting on 8 April is cancelled').waitFor();
  expect(house.acts).toMatchObject([
    { verb: 'cancel-meeting', data: { reason: 'The room was flooded' } },
  ]);
});
