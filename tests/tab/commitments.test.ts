import type { FrameLocator } from 'playwright-core';
import { otherCommitment } from '../../infra/local/gallery/other-commitment.ts';
import { expect, test } from 'vitest';
import type { Pledge } from '../../bot/contract/pledges.ts';
import type { OtherCommitment } from '../../bot/contract/next-step.ts';
import type { Progress } from '../../bot/contract/views.ts';
import framework from '../../bot/domain/framework.json' with { type: 'json' };
import { refusal } from './house.ts';
import { findings, house, inTab, open, page, withTab } from './opened-tab.ts';
import { attendance, me, progress } from './trust.ts';

const race = { id: 'race', name: 'Race Equality Network' };

withTab();

const titles = {
  S2: 'Your equality goal',
  S3: 'Inclusive leadership',
  'S3.b': 'Reverse mentoring',
};

function other(code: OtherCommitment['code'], given: Partial<OtherCommitment>): OtherCommitment {
  const silver: readonly { id: string; directDeliverable: string }[] =
    framework.levels.find(({ level }) => level === 'silver')?.items ?? [];
  const line = silver.find(({ id }) => id === code.slice(0, 2));
  const why = { line: code, framework: line?.directDeliverable ?? '', rule: `${code}/1` };
  return otherCommitment(code, {
    title: titles[code],
    status: given.status ?? 'met',
    done: given.done ?? 1,
    needed: given.needed ?? 0,
    why: { ...why, ours: given.why?.ours ?? false },
  });
}

const all: Progress = {
  ...progress(attendance({ status: 'on-track', meetings: attendance().meetings.slice(1) })),
  commitments: [
    attendance({
      status: 'on-track',
      done: 1,
      needed: 3,
      meetings: attendance().meetings.slice(1),
    }),
    other('S2', { status: 'to-do', done: 0, needed: 1 }),
    other('S3', {}),
    other('S3.b', { status: 'waiting', done: 0, needed: 1 }),
  ],
};

const pledge: Pledge = {
  id: '1',
  text: 'I will ask who is not in the room,\nand *wait* for the answer.',
  madeOn: '2026-01-09',
  review: '2026-04-09',
  due: true,
  shared: false,
  reviews: [{ on: '2026-03-02', text: 'Two panels changed' }],
};

function leader(pages: ('commitments' | 'team' | 'network' | 'board' | 'organisation')[]): void {
  const roles = [{ role: 'executive-director' }, { role: 'network-chair', network: race }];
  house.instead.set('me', { body: me('Aoife Okafor', { roles, pages, leads: true }) });
  house.instead.set('me/progress', { body: all });
  house.instead.set('me/pledges', {
    body: {
      on: '2026-04-09',
      pledges: [pledge, { ...pledge, id: '2', due: false, review: '2026-10-09', shared: true }],
      mayMake: true,
      notes: [
        { zone: 'FEAR', text: 'Saying the wrong thing' },
        { zone: 'LEARNING', text: '' },
        { zone: 'GROWTH', text: '' },
      ],
    },
  });
  house.instead.set('organisation/pledges', {
    body: {
      on: '2026-04-09',
      pledges: [
        {
          id: '9',
          name: 'Claire Schofield',
          text: 'I read first',
          madeOn: '2026-04-01',
          reviews: [],
        },
      ],
      more: 0,
    },
  });
}

async function openPledges(tab: FrameLocator): Promise<void> {
  await tab.getByText('Your pledges', { exact: true }).click();
  await tab.getByText('Make a pledge', { exact: true }).waitFor();
  await tab.getByText('Make a pledge', { exact: true }).click();
  await tab.getByText('Notes to yourself', { exact: true }).click();
  await tab.getByText('What colleagues share', { exact: true }).click();
  await tab.getByText('Claire Schofield').waitFor();
}

const everyPage = ['commitments', 'team', 'network', 'board', 'organisation'] as const;

test('one sentence says where somebody stands, and one thing to do is offered', async () => {
  leader(['commitments']);
  const tab = await open('aoife');
  expect(await tab.locator('.lead').textContent()).toBe(
    'Of your 4 commitments, 1 needs you, 1 waits for somebody else, 1 is on track and 1 is met.',
  );
  const next = tab.getByRole('region', { name: 'Next step' });
  expect(await next.count()).toBe(1);
  expect(await next.textContent()).toContain('No goal is agreed for this year yet.');
  await next.getByRole('button').click();
  // The keyboard goes on where the button led.
  const focused = () =>
    inTab('document.activeElement.closest("section")?.querySelector("h2")?.textContent');
  await expect.poll(focused).toBe('Equality goal');
});

test('back before the staff list says so: whom to tell, and what may be done meanwhile', async () => {
  const commitments = [attendance({ status: 'paused' }), other('S3', { status: 'paused' })];
  house.instead.set('me/progress', { body: { ...all, commitments } });
  await page.setViewportSize({ width: 320, height: 700 });
  const tab = await open('aoife');
  await tab.getByText('If you are back, tell your EDI lead').waitFor();
  expect(await tab.getByText('Paused for now. You can still record and answer.').count()).toBe(2);
  expect(await inTab('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
});

test('who asked, and whose answer is awaited, is said of each meeting', async () => {
  const [first, second, ...rest] = attendance().meetings;
  if (first === undefined || second === undefined) throw new Error('two meetings');
  const meetings: typeof rest = [
    { ...first, state: 'queried', askedBy: 'network-deputy', may: ['claim', 'withdraw'] },
    { ...second, state: 'claimed', awaits: 'edi-lead', may: ['withdraw'] },
    ...rest,
  ];
  const body = progress(attendance({ status: 'on-track', waiting: 1, meetings }));
  house.instead.set('me/progress', { body });
  await page.setViewportSize({ width: 320, height: 700 });
  const tab = await open('aoife');
  await tab.getByRole('heading', { name: 'The deputy has a question' }).waitFor();
  const line = tab.getByRole('list', { name: "The year's meetings" });
  expect(await line.innerText()).toMatch(/The deputy asks[\s\S]*With the EDI lead/);
  expect(await inTab('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
});

test.each(['default', 'dark', 'contrast'])(
  'axe finds nothing in the %s theme, with all open',
  { timeout: 60_000 },
  async (theme) => {
    leader([...everyPage]);
    const tab = await open('aoife', `&theme=${theme}`);
    await openPledges(tab);
    expect(await findings(theme)).toEqual([]);
  },
);

test('with five pages and everything open nothing is cut off at 320 px', async () => {
  await page.setViewportSize({ width: 320, height: 700 });
  leader([...everyPage]);
  const tab = await open('aoife');
  await openPledges(tab);
  expect(await inTab('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  const small =
    await inTab(`[...document.querySelectorAll('button, a, summary, select, input, textarea')]
    .map((it) => [it.textContent, it.getBoundingClientRect()])
    .filter(([, box]) => box.width < 24 || box.height < 24).map(([text]) => text)`);
  expect(small).toEqual([]);
  const names = ['My commitments', 'My team', 'Network', 'Board', 'Organisation'];
  expect(await tab.locator('nav button').allTextContents()).toEqual(names);
});

test('a pledge is made by keyboard alone, and can be undone', async () => {
  leader(['commitments']);
  const tab = await open('aoife');
  await tab.getByText('Your pledges', { exact: true }).focus();
  await page.keyboard.press('Enter');
  await tab.getByText('Make a pledge', { exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('I will ask who is not in the room');
  await page.keyboard.press('Tab');
  await tab.getByRole('button', { name: 'Make this pledge' }).press('Enter');
  expect(await tab.getByRole('alert').textContent()).toContain('Choose a day from tomorrow on.');
  const make = tab.locator('form', { hasText: 'Make this pledge' });
  await make.getByLabel('When will you look at it again?').fill('2026-07-09');
  await tab.getByRole('button', { name: 'Make this pledge' }).press('Enter');
  await tab.getByText('Your pledge is made.').waitFor();
  expect(house.acts.at(-1)).toMatchObject({
    verb: 'make-pledge',
    data: { text: 'I will ask who is not in the room', review: '2026-07-09' },
  });
  await tab.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect.poll(() => house.acts.at(-1)?.verb).toBe('withdraw-pledge');
});

test('what changed is written, another day set, and it is shared only when they choose', async () => {
  leader(['commitments']);
  const tab = await open('aoife');
  await tab.getByText('Your pledges', { exact: true }).click();
  const first = tab.locator('.rows > li', { hasText: 'Not shared' }).first();
  await first.getByRole('button', { name: 'Write what changed' }).click();
  await first.getByLabel('What changed?').fill('Every panel asks');
  // Refused, it stays as it was typed.
  house.instead.set('acts', refusal(409, 'review-too-far', 'Choose an earlier day.'));
  await first.getByRole('button', { name: 'Save' }).click();
  await tab.getByText('Choose an earlier day.').waitFor();
  expect(await first.getByLabel('What changed?').inputValue()).toBe('Every panel asks');
  house.instead.delete('acts');
  await first.getByRole('button', { name: 'Save' }).click();
  await tab.getByText('Saved.').waitFor();
  await first.getByRole('button', { name: 'Another day' }).click();
  const day = first.getByLabel('When will you look at it again?');
  expect(await day.getAttribute('min')).toBe('2026-04-10');
  await day.fill('2029-09-01');
  house.instead.set('acts', refusal(409, 'review-too-far', 'Choose an earlier day.'));
  await first.getByRole('button', { name: 'Set this day' }).click();
  await tab.getByText('Choose an earlier day.').waitFor();
  expect(await day.inputValue()).toBe('2029-09-01');
  house.instead.delete('acts');
  await day.fill('2026-09-01');
  await first.getByRole('button', { name: 'Set this day' }).click();
  await tab.getByText('The new day is set.').waitFor();
  await first.getByRole('button', { name: 'Share' }).click();
  await tab.getByText('Shared. Colleagues can read it now').waitFor();
  expect(house.acts.map(({ verb }) => verb)).toEqual([
    ...['review-pledge', 'review-pledge'],
    ...['extend-pledge', 'extend-pledge'],
    'share-pledge',
  ]);
});

test('a note to oneself is kept and deleted, each with a way back', async () => {
  leader(['commitments']);
  const tab = await open('aoife');
  await tab.getByText('Your pledges', { exact: true }).click();
  await tab.getByText('Notes to yourself', { exact: true }).click();
  await tab.getByLabel('LEARNING zone').fill('I read before I speak');
  await tab.getByRole('button', { name: 'Save the LEARNING zone' }).click();
  await tab.getByText('Kept. The app shows it to nobody else.').waitFor();
  await tab.getByRole('button', { name: 'Delete the FEAR zone' }).click();
  await tab.getByText('Gone.').waitFor();
  await tab.getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(() => house.acts.at(-1))
    .toMatchObject({ verb: 'keep-note', data: { zone: 'FEAR', text: 'Saying the wrong thing' } });
});
