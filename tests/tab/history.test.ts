import { expect, test } from 'vitest';
import { readEntry } from '../../tab/pages/history-entry.ts';
import { standingBefore } from '../../tab/words-history.ts';
import { house, inTab, open, page, withTab } from './opened-tab.ts';
import { ownHistory, today } from './trust.ts';

withTab();

test('what happened before the app stands apart, in words', async () => {
  expect(standingBefore(ownHistory, 1)).toBe(
    '1 meeting, verified. 1 entry waits for a check. 1 counts this year.',
  );
  const tab = await open('aoife');
  await tab.getByRole('heading', { name: 'Before the app' }).waitFor();
  await tab.getByText('Race Equality Network meeting, 14 January 2026').waitFor();
  await tab.getByText('With the EDI lead').waitFor();
  const assistants = await open('shabnam');
  expect(await assistants.getByText('Before the app').count()).toBe(0);
});

test('an entry is added with its document, and can be undone', async () => {
  const tab = await open('aoife');
  await tab.getByText('Add something from before').click();
  await tab.getByLabel('What was it?').selectOption('attendance');
  await tab.getByLabel('Which network met?').selectOption('race');
  await tab.getByLabel('On which day?').fill('2025-07-09');
  await tab.getByLabel('Which document shows it?').fill(' minutes-2025-07-09.docx ');
  await tab.getByRole('button', { name: 'Add', exact: true }).click();
  await tab.getByText('Added. It counts once its document has been checked.').waitFor();
  expect(house.acts[0]).toMatchObject({
    verb: 'enter-history',
    data: {
      what: 'attendance',
      date: '2025-07-09',
      network: 'race',
      document: 'minutes-2025-07-09.docx',
    },
  });
  await tab.getByRole('button', { name: 'Undo' }).click();
  await tab.getByText('Taken off the record.').waitFor();
  expect(house.acts[1]).toMatchObject({
    verb: 'withdraw-history',
    data: { entry: 'p-okafor~3' },
  });
});

test('a form that is not filled in says what to mend, leads there and keeps the rest', async () => {
  const tab = await open('aoife');
  await tab.getByText('Add something from before').click();
  await tab.getByLabel('What was it?').selectOption('attendance');
  await tab.getByLabel('Which document shows it?').fill('minutes.docx');
  await tab.getByRole('button', { name: 'Add', exact: true }).click();
  const summary = tab.getByRole('alert');
  await summary.getByText('There is a problem').waitFor();
  expect(await summary.getByRole('link').allTextContents()).toEqual([
    'Choose the network that met',
    'Enter the day on which it happened',
  ]);
  expect(await inTab('document.activeElement?.className')).toBe('problems');
  await summary.getByRole('link', { name: 'Enter the day' }).click();
  expect(await inTab('document.activeElement?.type')).toBe('date');
  expect(await tab.getByLabel('Which document shows it?').inputValue()).toBe('minutes.docx');
  expect(house.acts).toEqual([]);
});

test.each([
  ['2026-04-09', 'The day must be before today'],
  ['0205-07-09', 'The year must be 2000 or later'],
])('the day %s is told at once: %s', (date, text) => {
  const filled = { what: 'education', network: 'race', date, document: 'certificate.pdf' };
  expect(readEntry(filled, today)).toEqual({ kind: 'faults', faults: [{ field: 'date', text }] });
  expect(readEntry({ ...filled, date: '2025-07-09' }, today)).toEqual({
    kind: 'entry',
    entry: { what: 'education', date: '2025-07-09', document: 'certificate.pdf' },
  });
});

test('the EDI lead sees a document’s entries, verifies them all, and can take it back', async () => {
  await page.setViewportSize({ width: 600, height: 900 });
  const tab = await open('zainab');
  await tab.getByText('3 entries wait for you to verify.').waitFor();
  await tab.getByText('minutes-2026-01-14.docx: 2 entries').click();
  await tab.getByText('Marcus Hussain').last().waitFor();
  await tab.getByRole('button', { name: 'Verify both: minutes-2026-01-14.docx' }).click();
  await tab.getByText('2 entries are verified.').waitFor();
  await tab.getByText('1 entry waits for you to verify.').waitFor();
  expect(house.acts[0]).toMatchObject({
    verb: 'verify-history',
    data: { entries: ['p-0~1', 'p-1~1'] },
  });
  await tab.getByRole('button', { name: 'Undo' }).click();
  await tab.getByText('3 entries wait for you to verify.').waitFor();
});
