import { expect, test } from 'vitest';
import { findPeople } from '../../tab/parts/find-people.ts';
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
  const filled = {
    person: '',
    what: 'education',
    network: 'race',
    date,
    document: 'certificate.pdf',
  };
  expect(readEntry(filled, today, 'oneself')).toEqual({
    kind: 'faults',
    faults: [{ field: 'date', text }],
  });
  expect(readEntry({ ...filled, date: '2025-07-09' }, today, 'oneself')).toEqual({
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

test('the EDI lead enters something for somebody, chosen by two letters and the keyboard alone', async () => {
  const tab = await open('zainab');
  await tab.getByText('Add something from before for somebody').click();
  const who = tab.getByRole('combobox', { name: 'Who is it about?' });
  const names = tab.getByRole('listbox', { name: 'Names' }).getByRole('option');
  await who.fill('o');
  expect(await names.count()).toBe(0);
  await who.fill('ok');
  await tab.getByText('2 names.').waitFor();
  expect(await names.allTextContents()).toEqual([
    'Aoife OkaforChief Nurse',
    'Aoife OkaforHead of Midwifery',
  ]);
  await page.keyboard.press('ArrowDown');
  expect(await inTab(activeOption)).toBe('Aoife OkaforHead of Midwifery');
  await page.keyboard.press('Enter');
  expect(await names.count()).toBe(0);
  expect(await who.inputValue()).toBe('Aoife Okafor');
  await tab.getByLabel('What was it?').selectOption('education');
  await tab.getByLabel('On which day?').fill('2025-07-09');
  await tab.getByLabel('Which document shows it?').fill('certificate.pdf');
  await page.keyboard.press('Enter');
  await tab.getByText('Added for Aoife Okafor.').waitFor();
  expect(house.acts[0]).toMatchObject({
    verb: 'enter-history',
    data: { what: 'education', date: '2025-07-09', for: 'p-okafor-2' },
  });
});

test('a name that was changed after the choice chooses nobody, and the form says so', async () => {
  const tab = await open('zainab');
  await tab.getByText('Add something from before for somebody').click();
  const who = tab.getByRole('combobox', { name: 'Who is it about?' });
  await who.fill('marc');
  await tab.getByRole('option', { name: 'Marcus Hussain' }).click();
  expect(await who.inputValue()).toBe('Marcus Hussain');
  await who.fill('Marcus Xu');
  await tab.getByText('Nobody has such a name').waitFor();
  await tab.getByRole('button', { name: 'Add', exact: true }).click();
  await tab.getByRole('alert').getByRole('link', { name: 'Choose who it is about' }).click();
  expect(await inTab('document.activeElement?.value')).toBe('Marcus Xu');
  expect(house.acts).toEqual([]);
});

test('a button below the names is pressed at the first try, while they are still open', async () => {
  const tab = await open('zainab');
  await tab.getByText('Add something from before for somebody').click();
  await tab.getByRole('combobox', { name: 'Who is it about?' }).fill('ok');
  const names = tab.getByRole('listbox', { name: 'Names' });
  await names.waitFor();
  await tab.getByRole('button', { name: 'Add', exact: true }).click();
  await tab.getByRole('alert').getByRole('link', { name: 'Choose who it is about' }).waitFor();
  expect(await names.isVisible()).toBe(false);
  expect(await tab.getByText('2 names.').isVisible()).toBe(true);
});

const activeOption = `(() => {
  const id = document.activeElement?.getAttribute('aria-activedescendant');
  return id && document.getElementById(id)?.textContent;
})()`;

test('a name is found by the beginning of any of its parts, whatever its accents', () => {
  const people = [
    { id: '1', name: 'Renée O’Neil-Shah' },
    { id: '2', name: 'Leader 00017' },
  ];
  const found = (typed: string) => findPeople(people, typed).map(({ id }) => id);
  expect(['re', 'SHAH', 'oneil ren', 'o’n', ' 00017'].map(found)).toEqual([
    ...[['1'], ['1'], ['1'], ['1'], ['2']],
  ]);
  expect(['', 'r', 'r.', 'hah', 'renée leader'].flatMap(found)).toEqual([]);
});

test('an assistant sees their executive’s meetings first, and their own history when asked', async () => {
  const tab = await open('shabnam');
  const whose = tab.getByLabel('Show the commitments of');
  expect(await whose.locator('option').allTextContents()).toEqual(['Aoife Okafor', 'Myself']);
  await whose.selectOption('Myself');
  await tab.getByRole('heading', { name: 'Before the app' }).waitFor();
});
