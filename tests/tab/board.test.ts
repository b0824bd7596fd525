import { beforeEach, expect, test } from 'vitest';
import { missingWords, quarterName } from '../../bot/contract/board-words.ts';
import { council } from '../../infra/local/gallery/board-facts.ts';
import { refusal } from './house.ts';
import { findings, house, inTab, open, page, withTab } from './opened-tab.ts';
import { fiveLines, me } from './trust.ts';

withTab();
beforeEach(() => house.instead.set('organisation/silver', { body: fiveLines }));

test('what the next board needs, and the quarters in which the board saw race data, are said in words', async () => {
  expect(missingWords([{ kind: 'wres' }, { kind: 'staff-survey', last: '2025-05-08' }])).toEqual([
    'Not presented yet: WRES data.',
    'No staff survey by ethnic group has been presented since 8 May 2025.',
  ]);
  expect(quarterName({ start: '2025-12-01', end: '2026-02-28' })).toBe(
    'December 2025 to February 2026',
  );
  const tab = await open('meera');
  await tab.getByText('The next board is on 7 May 2026; papers close on 28 April.').waitFor();
  await tab
    .getByText('No workforce data by ethnic group has been presented since 8 May 2025.')
    .waitFor();
  await tab.getByText('Not presented yet: quarterly review and').waitFor();
  const boxes = tab.locator('.quarters li');
  expect(await boxes.count()).toBe(4);
  expect(await boxes.nth(2).innerText()).toContain('WRES data, 15 January');
  expect(await boxes.nth(3).innerText()).toContain('Nothing yet');
  // What somebody typed is shown as typed.
  await tab.getByText('Minute: Item 9 <b>${name}</b>').waitFor();
});

test('a paper is planned with the keyboard alone, and can be undone', async () => {
  const tab = await open('meera');
  await tab.getByRole('button', { name: 'Plan a paper' }).focus();
  await page.keyboard.press('Enter');
  await tab.getByLabel('For which board?').selectOption('2026-07-09-0930');
  await tab.getByRole('button', { name: 'Plan it' }).focus();
  await page.keyboard.press('Enter');
  await tab
    .getByText('Planned: Workforce data by ethnic group for 9 July 2026.', { exact: true })
    .waitFor();
  expect(house.acts[0]).toMatchObject({
    verb: 'plan-paper',
    data: { kind: 'workforce-by-ethnic-group', meeting: '2026-07-09-0930', quarter: '2026-01-01' },
  });
  await tab.getByRole('button', { name: 'Undo' }).click();
  await tab.getByText('Taken off the record.').waitFor();
  expect(house.acts[1]?.verb).toBe('withdraw-paper');
});

test('that the board saw it needs its minute; the form says so and keeps what is typed', async () => {
  const tab = await open('meera');
  await tab.getByRole('button', { name: 'The board saw it: Staff survey' }).click();
  await tab.getByLabel('Network members had a part in reading it').check();
  await tab.getByRole('button', { name: 'Record it' }).click();
  await tab.getByRole('alert').getByRole('link', { name: 'Say where the minute is' }).click();
  expect(await inTab('document.activeElement?.type')).toBe('text');
  await page.keyboard.type('Item 12');
  await page.keyboard.press('Enter');
  await tab.getByText('On record: the board saw Staff survey by ethnic group.').waitFor();
  expect(house.acts).toMatchObject([
    {
      verb: 'present-paper',
      data: { paper: 'p-1', date: '2026-03-12', minute: 'Item 12', networks: 'yes' },
    },
  ]);
});

test('a sponsor’s board page opens with the next board, and asks for no network’s item', async () => {
  const sponsor = me('Claire Schofield', { roles: [{ role: 'edi-sponsor' }], pages: ['board'] });
  house.instead.set('me', { body: sponsor });
  house.instead.set('board/agenda', refusal(403, 'not-yours', 'It is for others.'));
  const tab = await open('zainab');
  await tab.locator('.lead', { hasText: 'The next board is on 7 May 2026' }).waitFor();
  expect(await tab.getByText('It is for others.').count()).toBe(0);
});

test('who only looks is offered nothing to press', async () => {
  house.instead.set('organisation/council', { body: { ...council, mayKeep: false } });
  const tab = await open('meera');
  await tab.getByRole('button', { name: 'Organisation' }).click();
  await tab.getByText('Terms and meetings on record').click();
  await tab.getByText('It last met on 4 March 2026.').waitFor();
  expect(await tab.getByRole('button', { name: /Record|Say|Change|Take/ }).count()).toBe(0);
});

test('a line is in place with its evidence, beside the framework’s own words', async () => {
  const tab = await open('zainab');
  await tab.getByText('Supporting actions').first().click();
  await tab.getByRole('button', { name: 'Say where it stands: Secondments' }).click();
  await tab.getByLabel('Where does it stand?').selectOption('in-place');
  await tab.getByLabel('Where is the evidence?').fill('Secondment register 2026');
  await tab.getByRole('button', { name: 'Save' }).click();
  await tab.getByText('Noted. Secondments and stretch projects: in place.').waitFor();
  expect(house.acts[0]).toMatchObject({
    verb: 'say-line',
    data: { line: 'S1.c', state: 'in-place', evidence: 'Secondment register 2026' },
  });
  await tab.getByText('Supporting actions').last().click();
  for (const { framework } of council.lines) {
    // They are read again after what was saved.
    await expect.poll(() => tab.locator('blockquote', { hasText: framework }).count()).toBe(1);
  }
});

test('a text that seems to name people is asked about, and goes on when nobody is named', async () => {
  const message = 'This seems to name people, and members are never listed here.';
  house.instead.set('acts', refusal(409, 'may-name-people', message));
  const tab = await open('zainab');
  await tab.getByText('Terms and meetings on record').click();
  await tab.getByRole('button', { name: 'Record a meeting' }).click();
  await tab.getByLabel('On which day did it meet?').fill('2026-04-08');
  await tab.getByLabel('Where are its minutes?').fill('Spring Minutes, Summer Hill');
  await tab.getByRole('button', { name: 'Record it' }).click();
  await tab.getByRole('alert').getByText(message).waitFor();
  house.instead.delete('acts');
  await tab.getByLabel('Nobody is named in it').check();
  await tab.getByRole('button', { name: 'Record it' }).click();
  await tab.getByText('The meeting is on record.').waitFor();
  expect(house.acts.at(-1)).toMatchObject({
    verb: 'record-council-meeting',
    data: { date: '2026-04-08', document: 'Spring Minutes, Summer Hill', sure: 'yes' },
  });
});

test.each(['default', 'dark', 'contrast'])(
  'axe finds nothing on the board’s and the council’s parts in the %s theme, forms shown',
  { timeout: 60_000 },
  async (theme) => {
    const tab = await open('meera', `&theme=${theme}`);
    await tab.getByRole('button', { name: 'The board saw a paper' }).click();
    await tab.getByRole('button', { name: 'Record it' }).click();
    await tab.getByRole('alert').waitFor();
    expect(await findings(theme)).toEqual([]);
    const other = await open('zainab', `&theme=${theme}`);
    await other.getByText('Terms and meetings on record').click();
    await other.getByText('Supporting actions').first().click();
    await other.getByRole('button', { name: 'Record its terms' }).click();
    await other.getByRole('button', { name: 'Change: Talent programmes' }).click();
    await other.getByText('On record: 2').click();
    expect(await findings(theme)).toEqual([]);
  },
);

test('nothing is cut off at 320 px', async () => {
  await page.setViewportSize({ width: 320, height: 1400 });
  for (const [who, button] of [
    ['meera', 'Plan a paper'],
    ['zainab', 'Record a meeting'],
  ] as const) {
    const tab = await open(who);
    if (who === 'zainab') await tab.getByText('Terms and meetings on record').click();
    await tab.getByRole('button', { name: button }).click();
    expect(await inTab('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  }
});
