import { beforeEach, expect, test } from 'vitest';
import { whereItStands } from '../../bot/contract/agenda-words.ts';
import { agenda, item, journeys } from '../../infra/local/gallery/agenda.ts';
import { house, inTab, open, page, withTab } from './opened-tab.ts';
import { refusal } from './house.ts';

withTab();

const untriaged = item({ may: ['triage'] });
const placed = { ...journeys.triaged, may: ['schedule', 'defer', 'refer', 'take-back'] as const };
beforeEach(() => {
  const mine = [untriaged, { ...placed, id: 'two', title: 'Rotas', may: [...placed.may] }];
  house.agenda = agenda([...mine, journeys.met, journeys.declined], { raises: [] });
});

test('the board secretary takes an item on with one tap, and can undo it', async () => {
  const tab = await open('meera');
  await tab.getByText('3 items wait for you.').waitFor();
  await tab.getByText('With the board secretary for 7 days').waitFor();
  await tab.getByRole('button', { name: 'Take it on: Nights and weekends' }).click();
  await tab.getByText('Taken on. Now decide where it goes.').waitFor();
  expect(house.acts[0]).toMatchObject({
    verb: 'triage-item',
    data: { item: '20260402-1', seen: 1, organisation: 'RXX' },
  });
  await tab.getByRole('button', { name: 'Undo', exact: true }).click();
  await tab.getByText('Undone.').waitFor();
  expect(house.acts[1]?.verb).toBe('take-back-item');
});

test('a board meeting is chosen from those that still take papers, by keyboard alone', async () => {
  const tab = await open('meera');
  await tab.getByRole('button', { name: 'Put on an agenda: Rotas' }).focus();
  await page.keyboard.press('Enter');
  await tab.getByLabel('Which board meeting?').waitFor();
  expect(await inTab('document.activeElement?.tagName')).toBe('SELECT');
  expect(await tab.locator('option').allTextContents()).toEqual([
    ...['Choose one', '7 May, papers close 28 April', '9 July, papers close 30 June'],
  ]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await tab.getByRole('alert').getByText('Choose a meeting').waitFor();
  await tab.getByLabel('Which board meeting?').selectOption('board-2026-07-09');
  await tab.getByRole('button', { name: 'Put on an agenda', exact: true }).click();
  await tab.getByText('It is on the board’s agenda.').waitFor();
  expect(house.acts).toMatchObject([{ data: { item: 'two', meeting: 'board-2026-07-09' } }]);
});

test('an item that has a board meeting is offered another', async () => {
  house.agenda = agenda([{ ...journeys.scheduled, may: ['schedule'] }], { raises: [] });
  const tab = await open('meera');
  await tab.getByRole('button', { name: /^Move to another board: / }).press('Enter');
  await tab.getByRole('heading', { name: 'Move to another board' }).waitFor();
});

test('a chair raises an item; ten digits bring a warning, and the words stay', async () => {
  house.agenda = agenda([journeys.fedBack]);
  const tab = await open('leila');
  await tab.getByText('1 item waits for you.').waitFor();
  await tab.getByText('A review begins in **June**.').first().waitFor();
  await tab.getByRole('button', { name: 'Raise with the board' }).click();
  await tab.getByText('Don’t name patients or colleagues.').waitFor();
  const raise = tab.getByRole('button', { name: 'Raise with the board', exact: true });
  await raise.click();
  const summary = tab.getByRole('alert');
  expect(await summary.getByRole('link').allTextContents()).toEqual([
    'Say in a few words what it is about',
    'Add a few words',
  ]);
  await tab.getByLabel('What is it about, in a few words?').fill('Care');
  await tab.getByLabel('What should the board know').fill('See 943 476 5919.');
  house.instead.set('acts', refusal(409, 'nhs-number', 'This holds ten digits.'));
  await raise.click();
  await summary.getByText('This holds ten digits.').waitFor();
  await tab.getByLabel('The ten digits are not a patient’s number').check();
  house.instead.delete('acts');
  await raise.click();
  await tab.getByText('Raised. The board secretary sees it now.').waitFor();
  expect(house.acts.at(-1)).toMatchObject({
    verb: 'raise-item',
    data: { network: 'ren', title: 'Care', text: 'See 943 476 5919.', confirmNumber: true },
  });
});

test('the minute says who of the network was there', async () => {
  const tab = await open('meera');
  await tab.getByRole('button', { name: /^Record the minute/ }).click();
  await tab.getByLabel('Who of the network was there?').selectOption({ label: 'Leila Kaur' });
  await tab.getByLabel('What does the minute say?').fill('Minute 12');
  await tab.getByRole('button', { name: 'Record the minute', exact: true }).click();
  await tab.getByText('The minute is on record.').waitFor();
  expect(house.acts).toMatchObject([
    { verb: 'discuss-item', data: { meeting: 'board-2026-05-07', attended: 'leila' } },
  ]);
});

test.each([
  [untriaged, 'With the board secretary for 7 days'],
  [journeys.scheduled, 'On the board’s agenda for 7 May'],
  [journeys.met, 'The board met on 7 May: its outcome is awaited'],
  [journeys.fedBack, 'With the network for 2 days'],
  [journeys.declined, 'Declined'],
  [item({ state: 'deferred', awaited: 'nobody', until: '2026-06-01' }), 'Put off until 1 June'],
])('where an item stands is said in words', (one, text) => {
  expect(whereItStands(one, '2026-04-09')).toBe(text);
});
