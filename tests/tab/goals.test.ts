import { expect, test } from 'vitest';
import type { Goal, MyGoal, Team } from '../../bot/contract/goals.ts';
import type { Commitment } from '../../bot/contract/views.ts';
import { goal } from '../../infra/local/gallery/goals.ts';
import { attendance, me, progress, today } from './trust.ts';
import { findings, house, inTab, open, page, withTab } from './opened-tab.ts';

withTab();

const year = { start: '2026-04-01', end: '2027-03-31' };
const framework = 'All leaders at Band 8A and above must have a goal.';

const overflow = () =>
  inTab('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** A leader whose own goal stands so. */
function leads(own: Goal | undefined): void {
  const commitment: Commitment = {
    code: 'S2',
    title: 'Equality goal',
    status: own === undefined ? 'to-do' : 'met',
    done: 0,
    needed: 1,
    standing: own?.standing ?? 'none',
    due: year.end,
    why: { line: 'S2', framework, rule: 'S2.own/1', ours: false },
  };
  const mine: MyGoal = {
    on: today,
    year,
    ...(own === undefined ? {} : { goal: own }),
    manager: 'Nadia Greenhalgh',
    mayDraft: true,
    framework: { line: framework, starts: [{ line: 'S2.a', text: 'To identify actions.' }] },
  };
  house.instead.set('me/progress', {
    body: { ...progress(attendance()), commitments: [commitment] },
  });
  house.instead.set('me/goal', { body: mine });
}

function manages(goals: readonly Goal[]): void {
  const team: Team = {
    on: today,
    year,
    people: goals.map((each) => ({
      person: each.leader.id,
      name: each.leader.name,
      standing: each.standing,
      asked: true,
      ...(each.waitingSince === undefined ? {} : { waits: 'agree' as const }),
      goal: each,
    })),
  };
  house.instead.set('me', { body: me('Nadia Greenhalgh', { pages: ['team'] }) });
  house.instead.set('me/team', { body: team });
}
const waits = (name: string): Goal =>
  goal({ standing: 'with-manager', waitingSince: today, may: ['agree', 'note'] }, name);

function accept(subjects: readonly string[]): void {
  const outcomes = subjects.map((subject) => ({
    subject,
    outcome: { kind: 'done' },
    message: 'Done.',
  }));
  house.instead.set('acts', { body: { outcomes } });
}

test('a leader writes a goal from an example and sends it, by keyboard alone', async () => {
  leads(undefined);
  accept(['me~2026-04-01']);
  const tab = await open('aoife');
  await tab.getByRole('button', { name: 'Write my goal' }).focus();
  await page.keyboard.press('Enter');
  const help = tab.getByText('Help with writing it');
  await help.focus();
  await page.keyboard.press('Enter');
  await tab.getByRole('button', { name: 'Start from this: example 3' }).focus();
  await page.keyboard.press('Enter');
  expect(await tab.getByLabel('My goal').inputValue()).toMatch(/^This year I sponsor/);
  await tab.getByRole('button', { name: 'Send to Nadia Greenhalgh' }).focus();
  await page.keyboard.press('Enter');
  await tab.getByText('Sent. Your manager agrees it next.').waitFor();
  expect(house.acts[0]).toMatchObject({
    verb: 'draft-goal',
    data: { agree: true, was: 0, due: year.end, text: expect.stringMatching(/^This year/) },
  });
});

test('nothing is sent without words; the field says so', async () => {
  leads(undefined);
  const tab = await open('aoife');
  await tab.getByRole('button', { name: 'Write my goal' }).click();
  await tab.getByRole('button', { name: 'Save as a draft' }).click();
  await tab.getByText('Error: Write your goal').waitFor();
  expect(house.acts).toEqual([]);
});

test('the steps of a goal are told in words', async () => {
  leads(goal({ standing: 'agreed', agreedByLeader: today, agreedByManager: today }));
  const tab = await open('aoife');
  const steps = tab.getByRole('list', { name: 'The steps of your goal' });
  expect(await steps.getByRole('listitem').allTextContents()).toEqual([
    '✓Written Done',
    '✓You agreed 9 April 2026',
    '✓Manager agreed 9 April 2026',
    '…Concluded Next',
  ]);
});

test('a manager agrees both at once, and can undo it', async () => {
  manages([waits('Leader 00001'), waits('Leader 00002')]);
  const texts = ['leader-00001~2026-04-01~1', 'leader-00002~2026-04-01~1'];
  accept(texts);
  const tab = await open('aoife');
  await tab.getByText('2 goals wait for you.').waitFor();
  await tab.getByRole('button', { name: 'Agree both' }).click();
  await tab.getByText('2 goals agreed.').waitFor();
  expect(house.acts[0]).toMatchObject({ verb: 'agree-goal', data: { texts } });
  await tab.getByRole('button', { name: 'Undo' }).click();
  await tab.getByText('Taken back.').waitFor();
  expect(house.acts.slice(1)).toMatchObject([
    { verb: 'undo-goal', data: { goal: 'leader-00001~2026-04-01' } },
    { verb: 'undo-goal', data: { goal: 'leader-00002~2026-04-01' } },
  ]);
});

const typed = '<b>Loud</b> ${name} **x**\nSecond line '.repeat(20);
test.each(['default', 'dark', 'contrast'])(
  'in the %s theme axe finds nothing, and nothing is cut off at 320 px',
  async (theme) => {
    await page.setViewportSize({ width: 320, height: 800 });
    leads(
      goal({ text: typed, may: ['draft', 'agree', 'note', 'share', 'propose', 'comment', 'undo'] }),
    );
    const tab = await open('aoife', `&theme=${theme}`);
    for (const summary of [
      'Show it to somebody',
      'Add a note',
      'Say how it went',
      'Change the text',
    ])
      await tab.getByText(summary, { exact: true }).click();
    expect(await findings(theme)).toEqual([]);
    expect(await overflow()).toBe(0);
    expect(await tab.locator('blockquote.typed').textContent()).toBe(typed);
    manages([waits('Leader 00001'), goal({ standing: 'agreed', may: ['pause'] }, 'Leader 00002')]);
    const team = await open('aoife', `&theme=${theme}`);
    await team.getByLabel('Read the goal of Leader 00002').click();
    expect(await findings(theme)).toEqual([]);
    expect(await overflow()).toBe(0);
  },
);
