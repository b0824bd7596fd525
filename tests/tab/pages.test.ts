import { expect, test } from 'vitest';
import { refusal } from './house.ts';
import { house, inTab, open, page, server, withTab } from './opened-tab.ts';
import { waitingClaim } from './trust.ts';

withTab();

test('a claim and its undo are done with the keyboard alone', async () => {
  const tab = await open('aoife');
  const press = async (name: string) => {
    for (let tries = 0; tries < 30; tries++) {
      await page.keyboard.press('Tab');
      if ((await inTab('document.activeElement?.textContent')) === name) break;
    }
    await page.keyboard.press('Enter');
  };
  await press('Yes, I was there');
  const status = tab.getByRole('status');
  await status.getByText('Thank you. It is recorded').waitFor();
  await tab
    .getByText('You have been to 0 of 4 network meetings this year. 1 waits for the chair.')
    .waitFor();
  await tab.getByText('With the chair', { exact: true }).first().waitFor();
  // The tapped button is gone: the keyboard goes on from the way back.
  expect(await inTab('document.activeElement?.textContent')).toBe('Undo');
  await page.keyboard.press('Enter');
  await status.getByText('Undone.').waitFor();
  expect(house.acts.map(({ verb }) => verb)).toEqual(['claim', 'withdraw']);
  expect(house.claim).toBe('withdrawn');
  // Its question is open again, with its answers.
  await tab.getByRole('button', { name: 'Yes, I was there' }).waitFor();
  await tab.getByRole('button', { name: "No, I wasn't" }).waitFor();
});

test('every tap has an id of its own', async () => {
  const tab = await open('aoife');
  await tab.getByRole('button', { name: 'Yes, I was there' }).click();
  await tab.getByRole('button', { name: 'Undo' }).click();
  await tab.getByText('Undone.').waitFor();
  const taps = house.acts.map(({ data }) => data.tap);
  expect(new Set(taps).size).toBe(2);
  expect(taps).not.toContain(undefined);
});

test('an assistant acts for their executive, and is told so everywhere', async () => {
  const tab = await open('shabnam');
  await tab.getByText('You are acting for Aoife Okafor. What you record says so.').waitFor();
  await tab.getByRole('button', { name: 'Yes, Aoife Okafor was' }).click();
  await tab.getByText('Thank you. It is recorded').waitFor();
  expect(house.acts[0]?.data).toMatchObject({ for: 'p-okafor', organisation: 'RXX' });
});

test('a chair confirms all by name and can take it back', async () => {
  house.waiting = [waitingClaim('a', 'Aoife Okafor'), waitingClaim('b', 'Marcus Hussain')];
  const tab = await open('leila');
  await tab.getByText('2 attendances wait for you to confirm.').waitFor();
  await tab.getByRole('button', { name: 'Confirm both' }).click();
  await tab.getByText('2 are confirmed. They see it now.').waitFor();
  await tab.getByText('No attendance waits for you.').waitFor();
  await tab.getByRole('button', { name: 'Take back the answer for Marcus Hussain' }).click();
  await tab.getByText('1 attendance waits for you to confirm.').waitFor();
});

test('a chair asks about a claim from the neutral list', async () => {
  house.waiting = [waitingClaim('a', 'Aoife Okafor')];
  const tab = await open('leila');
  await tab.getByRole('button', { name: 'Ask about it: Aoife Okafor' }).click();
  await tab.getByRole('button', { name: 'Different meeting?' }).click();
  await tab.getByText('Your question went to Aoife Okafor.').waitFor();
  expect(house.acts[0]?.data).toMatchObject({ claim: 'a', reason: 'different-meeting' });
});

test('a chair sees who came to their own meetings, and what somebody else decided', async () => {
  house.decided = [
    {
      ...{ id: 'a', name: 'Claire Schofield', networkName: 'Race Equality Network' },
      ...{ date: '2026-04-08', state: 'confirmed', by: 'Oluwaseun Moyo', mayReopen: false },
    },
  ];
  const tab = await open('leila');
  await tab.getByText('Confirmed by Oluwaseun Moyo').waitFor();
  expect(await tab.getByRole('button', { name: /Take back/ }).count()).toBe(0);
  const came = tab.getByRole('region', { name: "Who came to your network's meetings" });
  await came.getByText('1 confirmed', { exact: true }).waitFor();
  await came.getByText('Race Equality Network, 8 April: confirmed').first().waitFor();
});

test('who sees everybody’s attendance has it on one page alone', async () => {
  house.waiting = [waitingClaim('a', 'Leila Kaur', true)];
  const tab = await open('rosalind');
  await tab.getByRole('heading', { name: 'Network meetings to confirm' }).waitFor();
  expect(await tab.getByText(/Who came to your network/).count()).toBe(0);
});

test('the settle list goes by file and row, and names nobody twice', async () => {
  const item = { problem: 'bad-date', file: 'roster.csv', ways: ['leave'] };
  const end = 'Peter Entwistle (00010001-1): has ended, but no end date is given.';
  house.instead.set('organisation/settle', {
    body: {
      ...{ on: '2026-04-09', left: [], corrections: [] },
      items: [
        { ...item, id: 's-1', row: 77, name: 'Peter Entwistle', detail: end },
        { ...item, id: 's-2', row: 9, name: 'Leila Kaur', detail: 'no start is given.' },
        { ...item, id: 's-3', file: 'meetings.csv', detail: 'A meeting is not there.' },
      ],
    },
  });
  const tab = await open('zainab');
  const rows = tab.getByRole('region', { name: 'To settle' }).getByRole('listitem');
  await rows.first().waitFor();
  expect(await rows.locator('span:first-of-type').allTextContents()).toEqual([
    'A meeting is not there.',
    'Leila Kaur: no start is given.',
    end,
  ]);
});

test('who decides in place of a chair gives a reason first', async () => {
  house.waiting = [waitingClaim('a', 'Leila Kaur', true)];
  const tab = await open('rosalind');
  const confirm = tab.getByRole('button', { name: 'Confirm Leila Kaur' });
  await confirm.click();
  await tab.getByRole('alert').getByText('Enter a reason before you confirm').waitFor();
  expect(house.acts).toEqual([]);
  await page.keyboard.type('The chair was away.');
  await confirm.click();
  await tab.getByText('Leila Kaur is confirmed.').waitFor();
  expect(house.acts[0]?.data).toMatchObject({ claims: ['a'], reason: 'The chair was away.' });
});

test('figures can be had for another date, as known at another', async () => {
  const tab = await open('zainab');
  await tab.getByText('Show another date').click();
  await tab.getByLabel('As it stood on').fill('2026-03-31');
  await tab.getByLabel('As known at the end of').fill('2026-04-01');
  await tab.getByRole('button', { name: 'Show', exact: true }).click();
  await tab.getByText(/On 31 March 2026, as known on/).waitFor();
  await tab.getByRole('button', { name: 'Back to today' }).click();
  await tab.getByText(/On 9 April 2026, as known now/).waitFor();
});

test('names are asked for only by those whose view it is', async () => {
  const tab = await open('leila', '&open=organisation');
  await tab.getByRole('heading', { name: 'Executive directors at network meetings' }).waitFor();
  expect(await tab.getByText('Who attended what').count()).toBe(0);
  expect(await tab.getByText('To settle').count()).toBe(0);
});

test('a link opens its own page, and each page names the document', async () => {
  const tab = await open('aoife', '&open=organisation');
  await tab.getByRole('heading', { name: 'Silver at Pennine Vale NHS Foundation Trust' }).waitFor();
  await expect
    .poll(() => inTab('document.title'))
    .toBe('Silver at Pennine Vale NHS Foundation Trust – Silver Commitments');
  await tab.getByRole('button', { name: 'My commitments' }).click();
  await expect
    .poll(() => inTab('document.title'))
    .toBe('Your Silver commitments – Silver Commitments');
});

test('a refused page says why in the words of the server', async () => {
  house.instead.set('me/progress', refusal(403, 'not-yours', 'It is for the executive.'));
  const tab = await open('aoife');
  await tab.getByRole('heading', { name: "You can't see this" }).waitFor();
  await tab.getByText('It is for the executive.').waitFor();
});

test.each([
  ['unlinked', 'We don’t know you here yet'],
  ['unlinked-guest', 'Please use your own account'],
  ['unlinked-left', 'This is not open to you any more'],
])('%s: the title is the chat’s, too', async (code, title) => {
  house.instead.set('me', refusal(403, code, 'Please ask Zainab Khan, who looks after it.'));
  const tab = await open('stranger');
  expect(await tab.getByRole('heading', { level: 1 }).innerText()).toBe(title);
  await tab.getByText('Please ask Zainab Khan').waitFor();
});

test('somebody unknown is told whom to ask', async () => {
  const tab = await open('stranger');
  await tab.getByText('Please ask Zainab Khan, who looks after it.').waitFor();
});

test('a refused act says why, and the page shows what is on record', async () => {
  house.instead.set('acts', refusal(409, 'cancelled', 'This meeting was cancelled.'));
  const tab = await open('aoife');
  await tab.getByRole('button', { name: 'Yes, I was there' }).click();
  await tab.getByRole('status').getByText('This meeting was cancelled.').waitFor();
  expect(await tab.getByRole('button', { name: 'Undo' }).count()).toBe(0);
});

test('when the service is away the page says so, and comes back by its button', async () => {
  house.instead.set('me', refusal(503, 'try-again', 'Not now.'));
  const tab = await open('aoife');
  await tab.getByRole('heading', { name: 'Try again shortly' }).waitFor();
  await tab.getByText('Reference for the service desk: c-0042').waitFor();
  house.instead.clear();
  await tab.getByRole('button', { name: 'Try again' }).click();
  await tab.getByRole('heading', { name: 'Your Silver commitments' }).waitFor();
});

test('an answer that is not what was agreed is our fault, told with no blank page', async () => {
  house.instead.set('me/progress', { body: { commitments: 'many' } });
  const tab = await open('aoife');
  await tab.getByRole('heading', { name: 'Something went wrong' }).waitFor();
});

test('without a token the person is told how to sign in again', async () => {
  const tab = await open('aoife', '&noToken=1');
  await tab.getByRole('heading', { name: 'We could not sign you in' }).waitFor();
});

test('outside Teams the page says where it lives and asks the server nothing', async () => {
  let asked = 0;
  page.on('request', (request) => (asked += request.url().includes('/api/') ? 1 : 0));
  await page.goto(`${server.url}/tab/`);
  await page.getByRole('heading', { name: 'Open this in Microsoft Teams' }).waitFor();
  expect(asked).toBe(0);
});

test('nothing personal stays in the address or in the browser', async () => {
  const tab = await open('aoife');
  await tab.getByRole('button', { name: 'Yes, I was there' }).click();
  await tab.getByText('Thank you. It is recorded').waitFor();
  expect(await inTab('localStorage.length + sessionStorage.length')).toBe(0);
  expect(await inTab('location.pathname + location.search + location.hash')).toBe('/tab/');
});
