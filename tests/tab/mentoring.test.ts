import { expect, test } from 'vitest';
import { own } from '../../tab/words-mentoring.ts';
import { refusal } from './house.ts';
import { active, lead, mentor, mentoring, pair, programme } from './mentoring-trust.ts';
import { findings, house, inTab, open, page, withTab } from './opened-tab.ts';
import { fiveLines, today } from './trust.ts';

withTab();

async function asMentor(...pairs: Parameters<typeof mentoring>) {
  house.instead.set('me', { body: mentor });
  // Nothing is asked of them, so they have no progress.
  house.instead.set('me/progress', refusal(403, 'not-yours', 'It is for leaders.'));
  house.instead.set('me/mentoring', { body: mentoring(...pairs) });
  return open('nobody');
}
async function asLead() {
  house.instead.set('me', { body: lead });
  house.instead.set('organisation/mentoring', { body: programme });
  house.instead.set('organisation/silver', { body: fiveLines });
  return open('zainab');
}

test('a mentor is asked, with an easy no', async () => {
  const tab = await asMentor(pair());
  await tab.getByRole('heading', { name: 'Would you mentor Aoife Okafor?' }).waitFor();
  await tab.getByText('It’s fine to say no. Nobody asks why').waitFor();
  await tab.getByText('Time agreed for it: 1 hour a month.').waitFor();
  await tab.getByText('Rosalind Yilmaz is there for you').waitFor();
  expect(await tab.getByRole('link', { name: 'Freedom to Speak Up' }).getAttribute('href')).toBe(
    'https://pennine-vale.example/speak-up',
  );
  await tab.getByRole('button', { name: 'No, thank you' }).click();
  await tab.getByText('That’s fine. Nobody asks why.').waitFor();
  await tab.getByRole('button', { name: 'Undo' }).click();
  await tab.getByText('Taken back.').waitFor();
  expect(house.acts).toMatchObject([
    { verb: 'decline-pair', data: { pair: 'c01d' } },
    { verb: 'accept-pair', data: { pair: 'c01d' } },
  ]);
});

test('“we met” is a date and nothing more; what the other says is one tap', async () => {
  const tab = await asMentor(active);
  await tab.getByText('You met on 3 March and 2 February. You both said so.').waitFor();
  await tab.getByRole('button', { name: 'We met', exact: true }).click();
  await tab.getByText('Choose the day on which you met').waitFor();
  expect(house.acts).toEqual([]);
  await tab.getByLabel('When did you meet?').fill('2026-04-01');
  await tab.getByRole('button', { name: 'We met', exact: true }).click();
  await tab.getByText('Noted for 1 April.').waitFor();
  await tab.getByRole('button', { name: 'Yes, we met on 7 April' }).click();
  await tab.getByText('You have both said so. The session on 7 April counts.').waitFor();
  expect(house.acts).toMatchObject([
    { verb: 'met', data: { pair: 'c01d', date: '2026-04-01' } },
    { verb: 'met', data: { pair: 'c01d', date: '2026-04-07' } },
  ]);
});

test('pausing and ending ask for no reason', async () => {
  const tab = await asMentor(active);
  await tab.getByText('Pause, end or complete').click();
  await tab.getByRole('button', { name: 'Pause: You and Aoife Okafor' }).click();
  await tab.getByText('Paused. Nothing is asked of either of you.').waitFor();
  expect(house.acts).toMatchObject([{ verb: 'pause-pair' }]);
});

test('the programme lead proposes a pair, and is told what is missing', async () => {
  const tab = await asLead();
  await tab.getByText('Reverse mentoring programme').click();
  await tab.getByText('2 pairs meet, 1 waits for an answer and 1 may need a hand.').waitFor();
  await tab.getByText('Leader 00017 mentors Aoife Okafor').waitFor();
  await tab.getByText('Met 3 times, last on 3 March').waitFor();
  await tab.getByText('Propose a pair').click();
  await tab.getByRole('button', { name: 'Ask the mentor' }).click();
  await tab.getByRole('alert').getByText('Choose who would mentor').waitFor();
  for (const [question, name] of [
    ['Who would mentor?', 'Leila Kaur'],
    ['Whom would they mentor?', 'Marcus Hussain'],
    ['Who supports the mentor?', 'Rosalind Yilmaz'],
  ] as const) {
    await tab.getByLabel(question).fill(name.slice(0, 3));
    await tab.getByRole('option', { name }).click();
  }
  await tab.getByLabel('What time is agreed').fill(' 1 hour a month ');
  await tab.getByRole('button', { name: 'Ask the mentor' }).click();
  await tab.getByText('Proposed. Leila Kaur is asked first').waitFor();
  expect(house.acts).toMatchObject([
    {
      verb: 'propose-pair',
      data: { mentor: 'p-2', director: 'p-3', supporter: 'p-4', time: '1 hour a month' },
    },
  ]);
});

test('an EDI lead who doesn’t lead the programme asks for nothing of it', async () => {
  const tab = await open('zainab');
  expect(await tab.getByText('Reverse mentoring programme').count()).toBe(0);
});

test.each([
  ['a mentor', () => asMentor(active)],
  ['a mentor who is asked', () => asMentor(pair())],
  ['the programme lead', asLead],
] as const)('%s: nothing cut off at 320 pixels, and axe finds nothing', async (_, opened) => {
  await page.setViewportSize({ width: 320, height: 900 });
  const tab = await opened();
  // What is folded within something folded shows once that is open.
  const folded = tab.locator('.card details:not(.why):not([open]) > summary');
  while ((await folded.filter({ visible: true }).count()) > 0) {
    await folded.filter({ visible: true }).first().click();
  }
  const tooWide = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
  expect(await inTab(tooWide)).toBe(false);
  expect(await findings()).toEqual([]);
});

test('that a session will lapse is announced', () => {
  const last = { date: '2023-05-17', until: '2026-05-16', counts: true, lapsing: true };
  expect(own.last(last)).toBe(
    'Your last session was on 17 May 2023. It counts until 16 May 2026: a new one before then keeps it going.',
  );
  expect(own.last({ ...last, lapsing: false })).toContain('It counts until 16 May 2026.');
  expect(own.last({ ...last, counts: false })).toContain('It counted until 16 May 2026.');
  expect(own.met(['2026-03-03'], today)).toBe('You met on 3 March. You both said so.');
});
