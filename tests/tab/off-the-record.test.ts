import type { FrameLocator } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Attendance } from '../../bot/contract/views.ts';
import { findings, house, inTab, loaded, open, page, withTab } from './opened-tab.ts';
import { fiveLines, named } from './trust.ts';

withTab();

type Line = Attendance['people'][number]['meetings'][number];

/** Aoife Okafor's 8 April, as the server would tell it of next. */
function told(line: Pick<Line, 'state' | 'may'>): void {
  const people = named.people.map((person) => ({
    ...person,
    meetings: person.meetings.map((meeting) =>
      person.name === 'Aoife Okafor' ? { ...meeting, ...line, claim: 'p-1~race' } : meeting,
    ),
  }));
  house.instead.set('organisation/attendance', { body: { ...named, people } });
}

async function whoAttended(query = ''): Promise<FrameLocator> {
  house.instead.set('organisation/silver', { body: fiveLines });
  const tab = await open('zainab', query);
  await tab.getByText('Who attended what').click();
  await loaded(tab);
  return tab;
}

const off = { name: 'Take off the record: Aoife Okafor, 8 April' };
const back = { name: 'Put it back: Aoife Okafor, 8 April' };

test('the EDI lead takes an attendance off the record with a reason, and puts it back', async () => {
  told({ state: 'confirmed', may: 'void' });
  const tab = await whoAttended();
  await tab.getByRole('button', off).click();
  await tab.getByRole('button', { name: 'Take it off' }).click();
  await tab.getByText('Enter a reason before you take it off').waitFor();
  expect(house.acts).toEqual([]);
  await tab.getByLabel('Your reason').fill('It was another meeting.');
  told({ state: 'voided', may: 'reopen' });
  await tab.getByRole('button', { name: 'Take it off' }).click();
  await tab.getByText('8 April no longer counts for Aoife Okafor. They can see it.').waitFor();
  await tab.getByText('Race Equality Network, 8 April: taken off the record').waitFor();
  told({ state: 'confirmed', may: 'void' });
  await tab.getByRole('button', back).click();
  await tab.getByText('8 April counts for Aoife Okafor again.').waitFor();
  expect(house.acts).toMatchObject([
    {
      verb: 'void',
      data: { organisation: 'RXX', claim: 'p-1~race', reason: 'It was another meeting.' },
    },
    { verb: 'reopen', data: { organisation: 'RXX', claim: 'p-1~race' } },
  ]);
});

test('what nobody may change is to read alone', async () => {
  told({ state: 'voided' });
  const tab = await whoAttended();
  await tab.getByText('Race Equality Network, 8 April: taken off the record').waitFor();
  expect(await tab.getByRole('button', { name: /off the record|Put it back/ }).count()).toBe(0);
});

test.each(['default', 'dark'])(
  'axe finds nothing while a reason is asked for, and nothing is cut off at 320 px, in the %s theme',
  { timeout: 60_000 },
  async (theme) => {
    await page.setViewportSize({ width: 320, height: 700 });
    told({ state: 'confirmed', may: 'void' });
    const tab = await whoAttended(`&theme=${theme}`);
    await tab.getByRole('button', off).click();
    await tab.getByLabel('Your reason').waitFor();
    expect(await findings(theme)).toEqual([]);
    expect(await inTab('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  },
);
