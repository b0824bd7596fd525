import { beforeEach, expect, test } from 'vitest';
import type { AssessedLine, Assessment } from '../../bot/contract/assessment.ts';
import { frameworkLines, levels } from '../../bot/domain/assessment/lines.ts';
import { refusal } from './house.ts';
import { findings, house, inTab, open, page, withTab } from './opened-tab.ts';
import { me, today } from './trust.ts';

const mission: Partial<AssessedLine> = {
  state: 'in-place',
  said: { move: 'B2~0', state: 'in-place', date: today, evidence: 'Statement <b>${name}</b>' },
  owner: { id: 'p-okafor', name: 'Aoife Okafor' },
  review: '2026-10-01',
  evidence: [
    {
      ...{ id: 'e-1', title: 'Anti-racism statement', date: '2026-03-03', state: 'ready' },
      shows: { kind: 'link', address: 'https://trust.example/statement' },
      ...{ since: today, by: 'Meera Schofield', awaits: 'edi-lead' },
      may: ['approve', 'return', 'withdraw'],
    },
    {
      ...{ id: 'e-2', title: 'Board minutes', date: '2026-02-12', state: 'returned' },
      shows: { kind: 'file', name: 'minutes.pdf', size: 20_480 },
      ...{ since: today, by: 'Claire Schofield', reason: 'They are not signed.' },
      may: ['ready', 'withdraw'],
    },
  ],
  history: [{ at: '2026-04-09T08:30:00.000Z', by: 'Zainab Khan', what: 'in-place' }],
};
const attendance: Partial<AssessedLine> = {
  ...{ state: 'development-area', measured: true },
  figure: { n: 1, of: 4, ready: false, rule: 'S4/2' },
};

const lineOf = ({ code, ...line }: (typeof frameworkLines)[number]): AssessedLine => ({
  ...{ line: code, deliverable: line.deliverable, keyDriver: line.keyDriver },
  ...{ framework: line.words, state: 'not-looked-at', measured: false },
  ...(line.checklist === undefined ? {} : { checklist: line.checklist }),
  ...{ evidence: [], history: [] },
  ...(code === 'B2' ? mission : code === 'S4' ? attendance : {}),
});
const assessment: Assessment = {
  ...{ on: today, known: '2026-04-09T08:30:00.000Z', mayAssess: true, mayDraft: true },
  levels: levels.map((level) => ({
    level,
    n: level === 'bronze' ? 1 : 0,
    of: level === 'regular-review' ? 2 : 5,
    lines: frameworkLines.filter((line) => line.level === level).map(lineOf),
  })),
};

withTab();
beforeEach(() => {
  const zainab = me('Zainab Khan', { roles: [{ role: 'edi-lead' }], pages: ['framework'] });
  house.instead.set('me', { body: zainab });
  house.instead.set('organisation/assessment', { body: assessment });
  const people = [{ id: 'p-okafor', name: 'Aoife Okafor', title: 'Chief Nurse' }];
  house.instead.set('organisation/assessment/people', { body: { people } });
});

async function opened() {
  const tab = await open('zainab');
  await tab.getByText('Bronze', { exact: true }).click();
  await tab.locator('summary', { hasText: 'Anti-racism as Mission Critical' }).click();
  return tab;
}

test('the page says how many lines are in place, and whose evidence waits for me', async () => {
  const tab = await open('zainab');
  await tab.getByText('1 of 17 lines is in place.').waitFor();
  await tab.getByText('approve evidence for Bronze, “Anti-racism as Mission Critical”.').waitFor();
  await tab.getByText('Silver', { exact: true }).click();
  await tab.locator('summary', { hasText: 'Listen and Learn' }).click();
  await tab.getByText('The app counts 1 of 4 on 9 April 2026, by rule S4/2.').waitFor();
  const checklist = tab.locator('p:visible', { hasText: 'The framework’s checklist' });
  expect(await checklist.count()).toBe(1);
  // The figure decides: nobody is asked where it stands.
  const say = tab.getByRole('button', { name: /^Say where it stands: S4, / });
  expect(await say.count()).toBe(0);
});

test('where the lines stood can be had for another date, as known at another', async () => {
  const tab = await open('zainab');
  await tab.getByText('1 of 17 lines is in place.').waitFor();
  const then = { ...assessment, on: '2026-03-31', known: '2026-04-01T22:59:59.999Z' };
  house.instead.set('organisation/assessment', { body: then });
  await tab.getByText('Show another date').click();
  await tab.getByLabel('As it stood on').fill('2026-03-31');
  await tab.getByLabel('As known at the end of').fill('2026-04-01');
  const asked = page.waitForRequest(/assessment\?on=2026-03-31&known=2026-04-01$/);
  await tab.getByRole('button', { name: 'Show', exact: true }).click();
  await asked;
  await tab.getByText('1 of 17 lines was in place.').waitFor();
  await tab.getByText('On 31 March 2026, as known on 1 April 2026', { exact: false }).waitFor();
  const again = page.waitForRequest(/assessment$/);
  house.instead.set('organisation/assessment', { body: assessment });
  await tab.getByRole('button', { name: 'Back to today' }).click();
  await again;
  await tab.getByText('1 of 17 lines is in place.').waitFor();
});

test('evidence is approved, and what is typed is shown as typed', async () => {
  const tab = await opened();
  await tab.getByText('Evidence: Statement <b>${name}</b>.').waitFor();
  await tab.getByText('Why: They are not signed.').waitFor();
  await tab.getByRole('button', { name: 'Approve: Anti-racism statement' }).click();
  await tab.getByText('Approved.', { exact: true }).waitFor();
  expect(house.acts).toMatchObject([{ verb: 'approve-evidence', data: { entries: ['e-1'] } }]);
});

test('evidence goes back only with what is missing', async () => {
  const tab = await opened();
  await tab.getByRole('button', { name: 'Return: Anti-racism statement' }).click();
  await tab.getByRole('button', { name: 'Return', exact: true }).click();
  await tab.getByRole('alert').getByRole('link', { name: 'Say what is missing' }).click();
  await page.keyboard.type('It is last year’s.');
  await page.keyboard.press('Enter');
  await tab.getByText('Returned with your reason.').waitFor();
  expect(house.acts[0]).toMatchObject({
    verb: 'return-evidence',
    data: { entry: 'e-1', reason: 'It is last year’s.' },
  });
});

test('a link is added with the keyboard alone; a faulty form says how to mend it', async () => {
  const tab = await opened();
  await tab.getByRole('button', { name: 'Add evidence: B2, ' }).focus();
  await page.keyboard.press('Enter');
  await tab.getByRole('button', { name: 'Add it' }).click();
  await tab.getByRole('alert').getByRole('link', { name: 'Enter what it is called' }).click();
  await page.keyboard.type('Board paper');
  await tab.getByLabel('Date of the document').fill('2026-03-05');
  await tab.getByLabel('Link', { exact: true }).fill('https://trust.example/paper');
  await page.keyboard.press('Enter');
  await tab.getByText('Kept as a draft. Say when it is ready.').waitFor();
  expect(house.acts[0]).toMatchObject({
    verb: 'draft-evidence',
    data: { line: 'B2', title: 'Board paper', evidence: 'https://trust.example/paper' },
  });
});

test('an owner is chosen by name; a name that was only typed is asked about', async () => {
  const tab = await opened();
  await tab.getByRole('button', { name: 'Owner and review: B2, ' }).click();
  const owner = tab.getByRole('combobox', { name: 'Owner' });
  await owner.fill('Somebody');
  await tab.getByRole('button', { name: 'Save' }).click();
  await tab.getByRole('alert').getByText('Choose a name from the list').waitFor();
  await owner.fill('Oka');
  await tab.getByRole('option', { name: 'Aoife Okafor' }).click();
  await tab.getByLabel('Look at it again on').fill('2026-11-02');
  await tab.getByRole('button', { name: 'Save' }).click();
  await tab.getByText('Noted for B2.').waitFor();
  expect(house.acts[0]).toMatchObject({
    verb: 'keep-line',
    data: { line: 'B2', owner: 'p-okafor', review: '2026-11-02', note: '' },
  });
});

test('a line that needs evidence says so at the form, and keeps what was chosen', async () => {
  const message = 'A line that is in place needs its evidence.';
  house.instead.set('acts', refusal(409, 'evidence-needed', message));
  const tab = await opened();
  await tab.getByRole('button', { name: 'Say where it stands: B2, ' }).click();
  await tab.getByLabel('Where does it stand?').selectOption('in-place');
  await tab.getByRole('button', { name: 'Save' }).click();
  await tab.getByRole('alert').getByText(message).waitFor();
  expect(await tab.getByLabel('Where does it stand?').inputValue()).toBe('in-place');
});

test('who only looks is offered nothing to press', async () => {
  const lines = (given: readonly AssessedLine[]) =>
    given.map((line) => ({
      ...line,
      evidence: line.evidence.map((each) => ({ ...each, may: [] })),
    }));
  const seen = assessment.levels.map((level) => ({ ...level, lines: lines(level.lines) }));
  const body = { ...assessment, mayAssess: false, mayDraft: false, levels: seen };
  house.instead.set('organisation/assessment', { body });
  const tab = await opened();
  await tab.getByText('Board minutes', { exact: true }).waitFor();
  const buttons = /Say|Add|Owner|Approve|Return|Take|ready/;
  expect(await tab.getByRole('button', { name: buttons }).count()).toBe(0);
});

test.each(['default', 'dark', 'contrast'])(
  'axe finds nothing in the %s theme with a form open, and nothing is cut off at 320 px',
  { timeout: 60_000 },
  async (theme) => {
    const tab = await open('zainab', `&theme=${theme}`);
    await tab.getByText('Bronze', { exact: true }).click();
    await tab.locator('summary', { hasText: 'Anti-racism as Mission Critical' }).click();
    await tab.getByText('Download minutes.pdf').click();
    await tab.getByText('History: 1').click();
    await tab.getByRole('button', { name: 'Add evidence: B2, ' }).click();
    expect(await findings(theme)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 1400 });
    expect(await inTab('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  },
);
