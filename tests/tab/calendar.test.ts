import type { FrameLocator } from 'playwright-core';
import { expect, test } from 'vitest';
import { refusal } from './house.ts';
import { findings, house, inTab, open, page, withTab } from './opened-tab.ts';
import { attendance, kept, keptMeetings, progress } from './trust.ts';

withTab();

/** The chair's page with its calendar there. */
async function chairsPage(query = ''): Promise<FrameLocator> {
  const tab = await open('leila', query);
  await tab.getByRole('heading', { name: 'Calendar of the Race Equality Network' }).waitFor();
  return tab;
}

/** Everything unfolded, and the form shown with its problems. */
async function unfolded(query = ''): Promise<FrameLocator> {
  const tab = await chairsPage(query);
  for (const summary of await tab.locator('summary').all()) await summary.click();
  await tab.getByRole('button', { name: 'Add a meeting' }).click();
  await tab.getByRole('button', { name: 'Add meeting', exact: true }).click();
  await tab.getByRole('button', { name: /^Cancel meeting: Wednesday 14 October/ }).click();
  await tab.getByRole('button', { name: 'Show what it would do' }).click();
  return tab;
}

test.each(['default', 'dark', 'contrast'])(
  'axe finds nothing in the chair’s calendar in the %s theme, forms and problems shown',
  { timeout: 60_000 },
  async (theme) => {
    await unfolded(`&theme=${theme}`);
    expect(await findings(theme)).toEqual([]);
  },
);

test('at 320 px nothing of the calendar is cut off, and every target is 24 px or more', async () => {
  await page.setViewportSize({ width: 320, height: 700 });
  await unfolded();
  expect(await inTab('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  const small = await inTab(`[...document.querySelectorAll('button, a, summary, select, input')]
    .map((it) => [it.outerHTML, it.getBoundingClientRect()])
    .filter(([, box]) => box.width < 24 || box.height < 24).map(([text]) => text)`);
  expect(small).toEqual([]);
});

test('what is missing is said at the top with links, and what was typed stays', async () => {
  const tab = await chairsPage();
  await tab.getByRole('button', { name: 'Add a meeting' }).click();
  await tab.getByLabel('Title (optional)').fill('Spring meeting');
  await tab.getByLabel('Start').fill('12:00');
  await tab.getByRole('button', { name: 'Add meeting', exact: true }).click();
  const problems = tab.getByRole('alert');
  await problems.getByRole('heading', { name: 'There is a problem' }).waitFor();
  expect(await inTab('document.activeElement?.className')).toBe('problems');
  expect(await problems.getByRole('link').allTextContents()).toEqual([
    'Enter a date, for example 10 June 2026',
    'Enter an end time, for example 13:00',
  ]);
  await problems.getByRole('link', { name: /^Enter a date/ }).click();
  expect(await inTab('document.activeElement?.type')).toBe('date');
  expect(await tab.getByLabel('Title (optional)').inputValue()).toBe('Spring meeting');
  expect(house.acts).toEqual([]);
});

test('what the network’s calendar refuses is said at its field, and what was typed stays', async () => {
  const tab = await chairsPage();
  house.instead.set('acts', refusal(409, 'ends-before-start', 'The end must be after the start.'));
  await tab.getByRole('button', { name: 'Add a meeting' }).click();
  await tab.getByLabel('Date').fill('2026-05-13');
  await tab.getByLabel('Start').fill('13:00');
  await tab.getByLabel('End', { exact: true }).fill('12:00');
  await tab.getByRole('button', { name: 'Add meeting', exact: true }).click();
  await tab.getByRole('link', { name: 'The end must be after the start.' }).click();
  expect(await tab.getByLabel('End', { exact: true }).inputValue()).toBe('12:00');
  expect(await tab.getByLabel('End', { exact: true }).getAttribute('aria-invalid')).toBe('true');

  house.instead.delete('acts');
  await tab.getByLabel('End', { exact: true }).fill('14:00');
  await tab.getByLabel('Executives may come').uncheck();
  await tab.getByRole('button', { name: 'Add meeting', exact: true }).click();
  await tab.getByText('Wednesday 13 May, 1 to 2pm is in the calendar.').waitFor();
  expect(house.acts.at(-1)?.data).toMatchObject({
    network: 'race',
    date: '2026-05-13',
    openToExecutives: false,
  });
});

test('a meeting is moved with the keyboard alone, and moved back', async () => {
  const tab = await chairsPage();
  await tab.getByRole('button', { name: /^Move: Wednesday 14 October/ }).focus();
  await page.keyboard.press('Enter');
  await tab.getByLabel('Date').fill('2026-10-21');
  await tab.getByLabel('Date').press('Enter');
  await tab.getByText('Moved to Wednesday 21 October, 12 to 1pm.').waitFor();
  await tab.getByRole('button', { name: 'Undo' }).press('Enter');
  await tab.getByText('Undone.').waitFor();
  expect(house.acts.map(({ data }) => 'date' in data && data.date)).toEqual([
    '2026-10-21',
    '2026-10-14',
  ]);
});

test('cancelling asks once and says what it will do', async () => {
  const tab = await chairsPage();
  await tab.getByText('Held and cancelled').click();
  await tab.getByRole('button', { name: /^Cancel meeting: Wednesday 8 April/ }).click();
  await tab.getByText('2 attendances are taken off the record').waitFor();
  await tab.getByRole('button', { name: 'Yes, cancel it' }).click();
  await tab.getByText('Enter why the meeting is cancelled').waitFor();
  await tab.getByLabel('Why').and(tab.locator(':focus')).waitFor();
  await tab.getByRole('button', { name: 'No, keep it' }).click();
  expect(house.acts).toEqual([]);

  await tab.getByRole('button', { name: /^Cancel meeting: Wednesday 14 October/ }).click();
  await tab.getByText('You can put it back.').waitFor();
  await tab.getByLabel('Why (optional)').fill('It clashes with the board.');
  // Where it is not done, the reason stays.
  house.instead.set('acts', refusal(409, 'cancelled', 'It is cancelled already.'));
  await tab.getByRole('button', { name: 'Yes, cancel it' }).click();
  await tab.getByText('It is cancelled already.').waitFor();
  expect(await tab.getByLabel('Why (optional)').inputValue()).toBe('It clashes with the board.');
  house.instead.delete('acts');
  await tab.getByRole('button', { name: 'Yes, cancel it' }).click();
  await tab.getByText('The meeting on 14 October is cancelled.').waitFor();
  expect(house.acts[0]?.data).toMatchObject({ reason: 'It clashes with the board.' });
  await tab.getByRole('button', { name: 'Undo' }).click();
  await tab.getByText('The meeting on 14 October is back in the calendar.').waitFor();
});

test('a meeting is opened to executives in one tap', async () => {
  const tab = await chairsPage();
  await tab.getByRole('button', { name: /^Open to executives: Wednesday 12 August/ }).click();
  await tab.getByText('The meeting on 12 August is open to executives.').waitFor();
  expect(house.acts[0]).toMatchObject({ verb: 'open-meeting', data: { openToExecutives: true } });
});

test('a file shows what it would do before anything is written', async () => {
  const tab = await chairsPage();
  const row = { date: '2026-11-11', start: '12:00', end: '13:00', title: 'Autumn meeting' };
  const problem = { row: 3, detail: 'This row is not of the Race Equality Network.' };
  house.preview = () => ({
    body: { added: [row], changed: [], unchanged: 2, problems: [problem] },
  });
  await tab.getByText('Take meetings from a file').click();
  await tab.getByRole('button', { name: 'Show what it would do' }).click();
  await tab.getByRole('link', { name: 'Choose a file or paste its text' }).waitFor();
  await tab
    .getByLabel('CSV file')
    .setInputFiles({ name: 'm.csv', mimeType: 'text/csv', buffer: Buffer.from('Network,Title') });
  await expect.poll(() => tab.getByLabel('Or paste its text').inputValue()).toBe('Network,Title');
  await tab.getByRole('button', { name: 'Show what it would do' }).click();
  await tab.getByText('1 meeting to add, 0 to change, 2 as they are.').waitFor();
  await tab.getByText('Row 3: This row is not of the Race Equality Network.').waitFor();
  expect(house.acts).toEqual([]);
  await tab.getByRole('button', { name: 'Take in 1 meeting' }).click();
  await tab.getByText('1 meeting from the file is in.').waitFor();
  expect(house.acts[0]).toMatchObject({ verb: 'import-meetings', data: { file: 'Network,Title' } });
});

test.each(['leila', 'aoife'])('%s makes an address that her calendar can follow', async (who) => {
  const tab = await open(who);
  await tab.getByText('Add these meetings to your calendar').click();
  await tab.getByRole('button', { name: 'Make an address to follow' }).click();
  const address = tab.getByLabel('Your address');
  await address.waitFor();
  expect(await address.inputValue()).toMatch(/\/calendar\/[A-Za-z0-9_-]{43}\.ics$/);
  await tab.getByRole('button', { name: 'Make a new address' }).waitFor();
  await tab.getByRole('button', { name: 'Stop the address' }).waitFor();
  expect(await findings()).toEqual([]);
});

test('who keeps no calendar sees none', async () => {
  const tab = await open('rosalind');
  expect(await tab.getByText('Calendar of the').count()).toBe(0);
});

test('last year’s meetings stand under a heading of their own while they are open', async () => {
  house.kept = [kept('2026-03-25', { state: 'held', may: ['cancel'] }), ...keptMeetings];
  const tab = await chairsPage();
  await tab.getByText('Held and cancelled').click();
  const headings = tab.getByRole('heading', { level: 3 });
  expect(await headings.allTextContents()).toEqual([
    'This year, from 1 April 2026',
    'Last year, before 1 April 2026',
  ]);
  const last = tab.getByRole('heading', { name: /^Last year/ }).locator('+ ul > li');
  expect(await last.count()).toBe(1);
  await last.getByText('Wednesday 25 March').waitFor();
});

test('an executive finds last year’s meeting apart from this year’s', async () => {
  const { meetings } = attendance();
  const [first] = meetings;
  if (first === undefined) throw new Error('the year has meetings');
  const added = { ...first, id: 'race-2026-03-25', date: '2026-03-25' };
  const body = progress(attendance({ meetings: [added, ...meetings] }));
  house.instead.set('me/progress', { body });
  const tab = await open('aoife');
  await tab.getByText('All meetings: times and answers').click();
  const last = tab.getByRole('heading', { name: 'Last year, before 1 April 2026' });
  await last
    .locator('+ ul')
    .getByRole('button', { name: 'I was there: Wednesday 25 March' })
    .waitFor();
  expect(await last.locator('+ ul > li').count()).toBe(1);
});
