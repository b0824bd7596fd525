import { beforeEach, expect, test } from 'vitest';
import type { Snapshot, Snapshots } from '../../bot/contract/snapshot.ts';
import framework from '../../bot/domain/framework.json' with { type: 'json' };
import { refusal } from './house.ts';
import { findings, house, inTab, open, page, withTab } from './opened-tab.ts';
import { fiveLines } from './trust.ts';

const sha256 = '3f9a12c4'.repeat(8);
const [first, second] = framework.levels.at(-1)?.items ?? [];

const drafted: Snapshots['snapshots'][number] = {
  ...{ id: 's-2', on: '2026-03-31', known: '2026-04-09T08:12:00.000Z', state: 'drafted', sha256 },
  steps: [{ state: 'drafted', on: '2026-04-09' }],
  next: { move: 'approve', whose: 'edi-sponsor', yours: false },
  may: ['withdraw'],
};
const sent: Snapshots['snapshots'][number] = {
  ...drafted,
  ...{ id: 's-1', on: '2025-09-30', known: '2025-10-09T09:00:00.000Z', state: 'submitted' },
  steps: [
    { state: 'drafted', on: '2025-10-09' },
    { state: 'frozen', on: '2025-10-14' },
    { state: 'submitted', on: '2025-10-20' },
  ],
  next: { move: 'record-feedback', whose: 'edi-lead', yours: true },
  may: ['record-feedback'],
};
const list: Snapshots = {
  ...{ on: '2026-04-09', snapshots: [drafted, sent], draftFrom: '2025-04-01', mayRecord: true },
  reviews: [
    {
      ...{ line: 'R1', framework: first?.directDeliverable ?? '', due: '2026-05-20' },
      last: { on: '2025-05-20', document: 'Board minute 14/25', move: 'R1~0' },
    },
    {
      line: 'R2',
      framework: second?.directDeliverable ?? '',
      due: '2027-04-01',
      applied: '2025-10-20',
    },
  ],
};
const whole: Snapshot = {
  ...sent,
  content: {
    ...{ version: 1, organisation: { code: 'ZPV', name: 'Pennine Vale' } },
    ...{ on: sent.on, known: sent.known, lines: fiveLines.lines },
    assessment: [
      { line: 'B1', state: 'in-place', evidence: ['Statement <b>2025</b>'] },
      { line: 'B2', state: 'development-area' },
      { line: 'S1.a', state: 'in-place' },
      { line: 'S4', state: 'not-looked-at' },
    ],
  },
  intact: true,
  otherRules: [
    {
      code: 'S4',
      then: { rule: 'S4/1', n: 3, of: 4, ready: false },
      now: { rule: 'S4/2', n: 5, of: 4, ready: true },
    },
  ],
};

withTab();
beforeEach(() => {
  house.instead.set('organisation/silver', { body: fiveLines });
  house.instead.set('organisation/snapshots', { body: list });
  house.instead.set('organisation/snapshot', { body: whole });
});

async function opened(who = 'zainab', query = '') {
  const tab = await open(who, query);
  if (who !== 'zainab') await tab.getByRole('button', { name: 'Organisation' }).click();
  await tab.getByText('Snapshots and regular reviews').click();
  await tab.getByText('Figures for 31 March 2026').waitFor();
  return tab;
}

test('each snapshot says where it stands, whose turn it is, and what it says by both rules', async () => {
  const tab = await opened();
  await tab.getByText('Next: the EDI sponsor approves it.').waitFor();
  await tab.getByText('Next: you record what the Assembly answers.').waitFor();
  await tab.getByText('Sent on 20 October 2025', { exact: false }).first().waitFor();
  await tab.getByText('What it says').last().click();
  await tab.getByText('By its own rule S4/1: 3 of 4. By today’s rule S4/2: 5 of 4.').waitFor();
  await tab.getByText('Bronze: 1 of 2 lines in place').waitFor();
  await tab.getByText('B1: Statement <b>2025</b>').waitFor();
  await tab.getByText(sha256).waitFor();
  await tab.getByText('Last on 20 May 2025. Next by 20 May 2026.').waitFor();
  await tab.getByText('Sent on 20 October 2025; its answer is awaited.').waitFor();
});

test('feedback is recorded with the keyboard alone; a form without its words says so', async () => {
  const tab = await opened();
  await tab.getByRole('button', { name: 'Record feedback: Figures for 30 September 2025' }).focus();
  await page.keyboard.press('Enter');
  await tab.getByLabel('When did it come?').fill('2026-04-02');
  await tab.getByRole('button', { name: 'Record it' }).click();
  await tab.getByRole('alert').getByRole('link', { name: 'Enter what it answered' }).click();
  await page.keyboard.type('Well evidenced.');
  await tab.getByLabel('About one line? Which?').selectOption('S4');
  await tab.getByLabel('What about that line?').fill('Show the minutes.');
  await tab.getByRole('button', { name: 'Record it' }).click();
  await tab.getByText('The feedback is on record.').waitFor();
  expect(house.acts).toMatchObject([
    {
      verb: 'record-feedback',
      data: {
        ...{ snapshot: 's-1', date: '2026-04-02', words: 'Well evidenced.' },
        lines: [{ line: 'S4', words: 'Show the minutes.' }],
      },
    },
  ]);
});

test('freezing is asked about once more; its day is chosen for a draft, and a review has its document', async () => {
  const approved = { ...drafted, state: 'approved', may: ['freeze', 'withdraw'] } as const;
  house.instead.set('organisation/snapshots', {
    body: { ...list, snapshots: [{ ...approved, next: { ...drafted.next, move: 'freeze' } }] },
  });
  const tab = await opened();
  await tab.getByRole('button', { name: 'Freeze: Figures for 31 March 2026' }).click();
  await tab.getByText('Freeze it? Nothing can change it afterwards.').waitFor();
  expect(house.acts).toEqual([]);
  await tab.getByRole('button', { name: 'Freeze', exact: true }).click();
  await tab.getByText('Frozen. It stays as it is.').waitFor();
  await tab.getByRole('button', { name: 'Draft a snapshot' }).click();
  await tab.getByLabel('Day', { exact: true }).fill('2026-04-08');
  await tab.getByRole('button', { name: 'Draft a snapshot' }).click();
  await tab.getByText('Drafted.', { exact: true }).waitFor();
  await tab.getByRole('button', { name: 'Record a review' }).click();
  await tab.getByLabel('Day', { exact: true }).fill('2026-04-07');
  await tab.getByLabel('Where is its document?').fill('Board minute 9/26');
  await tab.getByRole('button', { name: 'Record it' }).click();
  await tab.getByText('On record.', { exact: true }).waitFor();
  expect(house.acts.map(({ verb }) => verb)).toEqual([
    ...['freeze-snapshot', 'draft-snapshot', 'record-review'],
  ]);
});

test('who only looks has nothing to press, and who may not see them isn’t asked', async () => {
  const { draftFrom: _, ...seen } = list;
  const snapshots = seen.snapshots.map((one) => ({ ...one, may: [] }));
  house.instead.set('organisation/snapshots', { body: { ...seen, snapshots, mayRecord: false } });
  const tab = await opened('meera');
  expect(await tab.getByRole('button', { name: /Draft a|Record|Withdraw|Take/ }).count()).toBe(0);
  house.instead.set('organisation/snapshots', refusal(403, 'not-yours', 'It is for others.'));
  const chair = await open('leila');
  await chair.getByRole('button', { name: 'Organisation' }).click();
  await chair.getByText('Other date', { exact: false }).first().waitFor();
  expect(await chair.getByText('Snapshots and regular reviews').count()).toBe(0);
});

test.each(['default', 'dark', 'contrast'])(
  'nothing is cut off at 320 pixels, and axe finds nothing: %s',
  async (theme) => {
    await page.setViewportSize({ width: 320, height: 900 });
    const tab = await opened('zainab', `&theme=${theme}`);
    await tab.getByText('What it says').first().click();
    await tab.getByText(sha256).first().waitFor();
    expect(await inTab('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await findings(theme)).toEqual([]);
  },
);
