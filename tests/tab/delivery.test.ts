import { beforeEach, expect, test } from 'vitest';
import type { Delivery, DeliveryCounts } from '../../bot/contract/delivery.ts';
import { refusal } from './house.ts';
import { findings, house, inTab, open, page, withTab } from './opened-tab.ts';
import { fiveLines, today } from './trust.ts';

const path = 'organisation/delivery';

withTab();
beforeEach(() => house.instead.set('organisation/silver', { body: fiveLines }));

const nought: DeliveryCounts = {
  planned: 0,
  sent: 0,
  answered: 0,
  undeliverable: 0,
  failed: 0,
  unknown: 0,
  withdrawn: 0,
};
const counts = (some: Partial<DeliveryCounts>): DeliveryCounts => ({ ...nought, ...some });

const delivered: Delivery = {
  on: today,
  from: '2026-02-12',
  to: today,
  counts: counts({ planned: 2, sent: 14, answered: 9, undeliverable: 2, unknown: 1, withdrawn: 3 }),
  messages: 12,
  weeks: [
    { start: '2026-02-09', counts: nought },
    { start: '2026-03-23', counts: counts({ sent: 9, answered: 7, undeliverable: 2 }) },
    { start: '2026-03-30', counts: counts({ sent: 4, answered: 2, withdrawn: 3 }) },
    { start: '2026-04-06', counts: counts({ planned: 2, sent: 1, unknown: 1 }) },
  ],
  kinds: [
    { kind: 'were-you-there', counts: counts({ sent: 8, answered: 6, undeliverable: 1 }) },
    { kind: 'own-goal', counts: counts({ planned: 2, sent: 6, answered: 3, unknown: 1 }) },
  ],
  whys: [
    { state: 'undeliverable', why: 'blocked', count: 2 },
    { state: 'unknown', why: 'no-answer', count: 1 },
    { state: 'withdrawn', why: 'away', count: 3 },
  ],
  people: [
    { person: 'p-1', name: 'Aoife Okafor', counts: counts({ sent: 2, answered: 1 }), troubles: [] },
    {
      person: 'p-2',
      name: 'Leader 00017',
      counts: counts({ undeliverable: 1, unknown: 1 }),
      troubles: [
        { state: 'undeliverable', why: 'blocked', on: '2026-03-24', reference: '3f9a12c4' },
        { state: 'unknown', why: 'no-answer', on: '2026-04-07', reference: '77c0de12' },
      ],
    },
  ],
  reach: {
    of: 41,
    unreached: [
      { person: 'p-2', name: 'Leader 00017', why: 'blocked' },
      ...Array.from({ length: 12 }, (_, n) => ({
        person: `q-${n}`,
        name: `Leader ${String(n + 20).padStart(5, '0')}`,
        why: 'not-linked' as const,
      })),
      { person: 'p-4', name: 'Claire Schofield', why: 'never-wrote' },
    ],
  },
  aside: 1,
};

async function opened(body: Delivery = delivered, query = '') {
  house.instead.set(path, { body });
  const tab = await open('zainab', query);
  await tab.getByText('Reminders: what arrived').click();
  await tab.getByRole('heading', { name: 'Who can’t be reached' }).waitFor();
  return tab;
}

test('the EDI lead reads by week what arrived, and what did not, in numbers', async () => {
  const tab = await opened();
  await tab
    .getByText('Since 12 February 2026, 14 reminders were sent. 9 have been answered.')
    .waitFor();
  await tab.getByText('9 sent, 7 answered, 2 not delivered').waitFor();
  await tab.getByText('There was nothing in the other weeks.').waitFor();
  await tab.getByText('The person has blocked the app.', { exact: true }).waitFor();
  await tab.getByText('It is not sent again, so that nobody gets it twice.').waitFor();
  await tab.getByText('A batch of reminders could not be worked through').waitFor();
});

test('whom no reminder reaches stands with what to do; many names come on request', async () => {
  const tab = await opened();
  await tab.getByText('14 of 41 people').waitFor();
  const many = tab.getByText('Not opened the app yet: 12 people');
  expect(await tab.getByText('Leader 00031').isVisible()).toBe(false);
  await many.focus();
  await page.keyboard.press('Enter');
  await tab.getByText('Leader 00031').waitFor();
  await tab
    .getByRole('listitem')
    .filter({ hasText: 'Opened the tab' })
    .getByText('Claire Schofield')
    .waitFor();
  await tab.getByText('say hello').waitFor();
});

test('a person’s trouble has a reference for the service desk, and nothing of the reminder', async () => {
  const tab = await opened();
  await tab.getByText('By person').click();
  await tab
    .getByText('7 April: not certain. Teams did not say whether it arrived. Reference 77c0de12')
    .waitFor();
  // What somebody here can mend needs none.
  await tab.getByText('24 March: not delivered. The person has blocked the app.').waitFor();
  expect(await tab.getByText('3f9a12c4').count()).toBe(0);
});

test('another period is asked for; one without reminders says so', async () => {
  const tab = await opened();
  house.instead.set(path, {
    body: {
      ...delivered,
      from: '2025-04-10',
      counts: nought,
      weeks: [{ start: '2026-04-06', counts: nought }],
      kinds: [],
      whys: [],
      people: [],
      reach: { of: 41, unreached: [] },
      aside: 0,
    },
  });
  await tab.getByLabel('Period').selectOption({ label: 'The last 12 months' });
  await tab.getByText('No reminders since 10 April 2025.').waitFor();
  await tab.getByText('All 41 people').waitFor();
  expect(await tab.getByText('By week').count()).toBe(0);
});

test('it is for the EDI lead alone; what fails can be tried again', async () => {
  const other = await open('rosalind');
  expect(await other.getByText('Reminders: what arrived').count()).toBe(0);
  house.instead.set(path, refusal(403, 'not-yours', 'This belongs to the EDI lead.'));
  const tab = await open('zainab');
  await tab.getByText('Reminders: what arrived').click();
  await tab.getByText("You can't see this").waitFor();
  await tab.getByText('This belongs to the EDI lead.').waitFor();
  house.instead.set(path, { status: 500, body: {} });
  await tab.getByLabel('Period').selectOption({ label: 'The last 26 weeks' });
  await tab.getByText('Something went wrong').waitFor();
  house.instead.set(path, { body: delivered });
  await tab.getByRole('button', { name: 'Try again' }).click();
  await tab.getByText('14 of 41 people').waitFor();
});

test.each([
  [320, 'default'],
  [980, 'dark'],
  [980, 'contrast'],
])(
  'at %i pixels in the theme %s nothing is cut off, and axe finds nothing',
  async (width, theme) => {
    await page.setViewportSize({ width, height: 2_600 });
    const tab = await opened(delivered, `&theme=${theme}`);
    await tab.getByText('By person').click();
    await tab.getByText('By kind').click();
    const shots = process.env['SHOTS'];
    if (shots) {
      await inTab('document.querySelector(".delivery").scrollIntoView()');
      const card = tab.locator('.card', { has: tab.locator('.delivery') });
      await card.screenshot({ path: `${shots}/delivery-${width}-${theme}.png` });
    }
    const root = 'document.documentElement';
    expect(await inTab(`${root}.scrollWidth <= ${root}.clientWidth`)).toBe(true);
    expect(await findings()).toEqual([]);
  },
);
