import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import * as z from 'zod';
import { faultsOf } from '../../tab/pages/education/filled.ts';
import { sizeOf } from '../../tab/words-education.ts';
import { axeFindings } from '../support/axe.ts';
import {
  become,
  openBrowser,
  ownHouse,
  post,
  say,
  tabFrame,
  untried,
} from '../support/browsing.ts';
import { samples } from '../support/sample-files.ts';

// A whole house and a browser: slow machines need longer, and nothing waits for it.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let house: Awaited<ReturnType<typeof ownHouse>>;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [house, browser] = await Promise.all([ownHouse(), openBrowser()]);
  page = await browser.newPage({ viewport: { width: 1380, height: 900 }, acceptDownloads: true });
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const tab = () => page.frameLocator('iframe');
const own = () => tab().getByRole('region', { name: 'Inclusive leadership education' });
const openOwn = () => tab().getByText('Your courses').click();
const toVerify = () => tab().getByRole('region', { name: 'Education to verify' });

async function get(person: string, path: string): Promise<unknown> {
  const email = `${person}@pennine-vale.example`;
  const { token } = z
    .object({ token: z.string() })
    .parse(await post(house.origin, '/local/token', { person: email }));
  const headers = { Authorization: `Bearer ${token}` };
  return (await fetch(`${house.origin}${path}`, { headers })).json();
}

test('a course with a file goes from its leader to the EDI lead, and then counts', async (tried) => {
  house = await untried(house, tried);
  await become(page, house.origin, 'aoife.okafor');
  await openOwn();

  await own().getByText('Record a course').click();
  // What is missing is told, and what is then typed stays in its field.
  await own().getByRole('button', { name: 'Record', exact: true }).click();
  await own().getByRole('alert').waitFor();
  const course = own().getByLabel('What was the course called?');
  await course.pressSequentially('Leading');
  expect(await course.inputValue()).toBe('Leading');
  await own().getByLabel('What was the course called?').fill('Leading <b>inclusively</b>');
  await own().getByLabel('When did you complete it?').fill('2026-03-02');
  await own().getByLabel('What shows it?').selectOption('A file');
  const file = own().getByLabel('File', { exact: true });

  // A false ending: nothing typed is lost.
  const falseName = { name: 'certificate.pdf', mimeType: 'application/pdf' };
  await file.setInputFiles({ ...falseName, buffer: Buffer.from(samples.exe) });
  await own().getByRole('button', { name: 'Record', exact: true }).click();
  await own()
    .getByRole('alert')
    .getByText('What is in that file isn’t what its name says.')
    .waitFor();
  expect(await own().getByLabel('What was the course called?').inputValue()).toContain('Leading');

  await file.setInputFiles({ ...falseName, buffer: Buffer.from(samples.pdf) });
  await own().getByRole('button', { name: 'Record', exact: true }).click();
  await tab().getByText('Recorded. It counts once somebody has checked what shows it.').waitFor();
  await own().getByText('A course is with the EDI lead.').waitFor();
  await own().getByText('Leading <b>inclusively</b>').waitFor();

  await become(page, house.origin, 'zainab.khan');
  // Two came from the learning system's list.
  await toVerify().getByText('3 courses wait for you.').waitFor();
  const row = toVerify().getByRole('listitem').filter({ hasText: 'Aoife Okafor' });
  await row.getByText('Download certificate.pdf (1 kB)').click();
  await row.getByText('This puts a copy outside Teams').waitFor();
  const downloading = page.waitForEvent('download');
  await row.getByRole('button', { name: 'Download it' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('certificate.pdf');
  expect([...(await readFile(await download.path()))]).toEqual([...samples.pdf]);

  await toVerify().getByRole('button', { name: 'Verify all 3' }).click();
  await tab().getByText('3 are verified.').waitFor();
  await toVerify().getByText('Nothing waits for you to verify.').waitFor();
  await become(page, house.origin, 'aoife.okafor');
  await openOwn();
  await own().getByText('It counts until 1 March 2029.').waitFor();
});

test.each(['default', 'dark', 'contrast'] as const)(
  'axe finds nothing in the %s theme at a phone’s width, with forms open, and nothing is cut off',
  async (theme) => {
    await become(page, house.origin, 'aoife.okafor', { theme, phone: true });
    await page.locator('#show-tab').click();
    await openOwn();
    await own().getByText('Record a course').click();
    await own().getByRole('button', { name: 'Record', exact: true }).click();
    await own().getByRole('alert').waitFor();
    expect(await findings(theme)).toEqual([]);
    await become(page, house.origin, 'zainab.khan', { theme, phone: true });
    await page.locator('#show-tab').click();
    await toVerify()
      .getByText(/^Answered/)
      .click();
    await toVerify()
      .getByText(/^Download certificate/)
      .click();
    await toVerify().getByText('This puts a copy outside Teams').waitFor();
    expect(await findings(theme)).toEqual([]);
  },
);

async function findings(theme = 'default'): Promise<unknown> {
  const frame = tabFrame(page);
  expect(await frame.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  return axeFindings(frame, { theme });
}

test('sent back from a reason in the list, it is mended with what was typed before', async (tried) => {
  house = await untried(house, tried);
  await become(page, house.origin, 'gareth.hargreaves');
  await openOwn();
  await own().getByText('Record a course').click();
  await own().getByLabel('What was the course called?').fill('Inclusive recruitment');
  await own().getByLabel('When did you complete it?').fill('2026-02-03');
  await own().getByLabel('Link', { exact: true }).fill('https://learning.pennine-vale.example/7');
  await own().getByRole('button', { name: 'Record', exact: true }).click();
  await own().getByText('A course is with the EDI lead.').waitFor();

  await become(page, house.origin, 'zainab.khan', { phone: true });
  await page.locator('#show-tab').click();
  const back = toVerify().getByRole('button', { name: 'Send back Gareth Hargreaves' });
  // By keyboard alone.
  await back.focus();
  await page.keyboard.press('Enter');
  await toVerify().getByRole('button', { name: 'Send', exact: true }).press('Enter');
  await toVerify().getByText('Choose a reason first').waitFor();
  // The field to mend has the keyboard, and its fault is read with it.
  await expect.poll(() => toVerify().locator('select:focus').count()).toBe(1);
  await toVerify().getByLabel('Why?').selectOption('The link or file doesn’t open');
  expect(await findings()).toEqual([]);
  await toVerify().getByRole('button', { name: 'Send', exact: true }).focus();
  await page.keyboard.press('Enter');
  await tab().getByText('Sent back to Gareth Hargreaves.').waitFor();

  await become(page, house.origin, 'gareth.hargreaves');
  await openOwn();
  await own().getByText('The link or file doesn’t open.').waitFor();
  await own().getByRole('button', { name: 'Record again: Inclusive recruitment' }).click();
  await own().getByLabel('Link', { exact: true }).fill('https://learning.pennine-vale.example/8');
  await own().getByRole('button', { name: 'Record', exact: true }).click();
  await own().getByText('A course is with the EDI lead.').waitFor();
  expect(await own().getByRole('listitem').count()).toBe(1);
});

test('typed “education” records by card, and the EDI lead verifies all in one tap', async (tried) => {
  house = await untried(house, tried);
  await become(page, house.origin, 'meera.entwistle');
  await say(page, 'education');
  const messages = page.locator('#messages');
  await messages.getByRole('button', { name: 'Record a course' }).last().click();
  await messages.getByLabel('What was the course called?').last().fill('Cultural **competency**');
  await messages.getByLabel('When did you complete it?').last().fill('2026-01-20');
  await messages.getByLabel('A link to what shows it').last().fill('https://learning.example/9');
  await messages.getByRole('button', { name: 'Record', exact: true }).last().click();
  await messages.getByText('Thank you, recorded').waitFor();
  await messages.getByText('Cultural **competency**, 20 January 2026').waitFor();

  await become(page, house.origin, 'zainab.khan');
  await say(page, 'verify');
  await messages
    .getByRole('button', { name: /^Verify all/ })
    .last()
    .click();
  await messages.getByText('They can see it now.').waitFor();
  const mine = z
    .object({ until: z.string() })
    .parse(await get('meera.entwistle', '/api/me/education'));
  expect(mine.until).toBe('2029-01-19');
});

test('a form that is not filled in says what to mend', () => {
  const nothing = { course: ' ', date: '', shows: 'file', link: '', file: undefined } as const;
  expect(faultsOf(nothing, '2026-04-09').map(({ field }) => field)).toEqual([
    ...['course', 'date', 'file'],
  ]);
  const filled = {
    ...nothing,
    course: 'a',
    date: '2026-04-10',
    shows: 'link',
    link: 'http://a',
  } as const;
  expect(faultsOf(filled, '2026-04-09').map(({ text }) => text)).toEqual([
    ...['The day must be today or earlier', 'Enter a link that begins with https://'],
  ]);
  const file = new File([], 'empty.pdf');
  expect(faultsOf({ ...filled, date: '2026-04-09', shows: 'file', file }, '2026-04-09')).toEqual([
    { field: 'file', text: 'Choose a file that is not empty' },
  ]);
  expect([sizeOf(1), sizeOf(34_400), sizeOf(10 * 1024 * 1024)]).toEqual([
    '1 kB',
    '34 kB',
    '10.5 MB',
  ]);
});
