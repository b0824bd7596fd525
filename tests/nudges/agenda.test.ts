import type { Reminders } from '../../bot/contract/views.ts';
import { expect, test } from 'vitest';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import { dueNudges } from '../../bot/domain/nudges/rules.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import { factsOfAll } from '../../bot/use-cases/nudge-facts.ts';
import { agendaHouse, MAY_BOARD } from '../support/agenda-house.ts';
import { ZPV } from '../support/small-trust.ts';

type House = Awaited<ReturnType<typeof agendaHouse>>;

/** What is due on a morning: who, and which step. */
async function dueOn(house: House, date: string): Promise<[PersonId, string, string][]> {
  house.clock.moveTo(`${date}T09:30:00.000Z`);
  const parts = { ...house.storage, clock: house.clock, isBankHoliday: englandsBankHolidays() };
  const nudges = dueNudges(await factsOfAll(parts, ZPV));
  return nudges
    .filter(({ kind }) => kind.startsWith('item-'))
    .map(({ to, kind, step }) => [to, kind, step]);
}

/** Everybody here leads, and so hears of goals too. */
function aboutItems(reminders: Reminders['reminders']): Reminders['reminders'] {
  return reminders.filter(({ item }) => item !== undefined);
}

test('an item that nobody took on: the board secretary after 5 working days, a week later, then the board chair', async () => {
  const house = await agendaHouse();
  const { chair, secretary, boardChair } = house.cast;
  // A Thursday.
  const item = await house.raised(chair);
  expect(await dueOn(house, '2026-04-15')).toEqual([]);
  expect(await dueOn(house, '2026-04-16')).toEqual([[secretary, 'item-untriaged', '1']]);
  expect(await dueOn(house, '2026-04-23')).toEqual([[secretary, 'item-untriaged', '2']]);
  expect(await dueOn(house, '2026-04-30')).toEqual([
    [secretary, 'item-untriaged', '2'],
    [boardChair, 'item-untriaged', 'support'],
  ]);
  const { reminders } = await house.doors.reminders(house.as(boardChair));
  expect(aboutItems(reminders)).toMatchObject([
    { due: true, item: { supporting: true, since: '2026-04-09' } },
  ]);
  await house.act(secretary, { verb: 'triage-item', data: { item } });
  expect(await dueOn(house, '2026-04-30')).toEqual([]);
});

test('no outcome 10 working days after the board met, bank holidays left out, until it is fed back', async () => {
  const house = await agendaHouse();
  const { chair, secretary, boardChair } = house.cast;
  const item = await house.raised(chair);
  await house.act(secretary, { verb: 'triage-item', data: { item } });
  await house.act(secretary, { verb: 'schedule-item', data: { item, meeting: MAY_BOARD } });
  expect(await dueOn(house, '2026-05-20')).toEqual([]);
  expect(await dueOn(house, '2026-05-21')).toEqual([[secretary, 'item-no-outcome', '1']]);
  const minute = { item, meeting: MAY_BOARD, minute: 'Minute 12' };
  await house.act(secretary, { verb: 'discuss-item', data: minute });
  expect(await dueOn(house, '2026-06-04')).toEqual([
    [secretary, 'item-no-outcome', '2'],
    [boardChair, 'item-no-outcome', 'support'],
  ]);
  await house.act(secretary, { verb: 'feed-back', data: { item, text: 'Heard.' } });
  const due = await dueOn(house, '2026-06-04');
  expect(due.map(([, kind]) => kind)).toEqual(['item-answered', 'item-answered']);
});

test('chair and deputy hear an answer once, until they acknowledge it or it is no news any more', async () => {
  const house = await agendaHouse();
  const { chair, deputy, secretary, boardChair } = house.cast;
  const item = await house.raised(chair);
  await house.act(secretary, { verb: 'triage-item', data: { item } });
  const reason = 'It is with the union.';
  await house.act(boardChair, { verb: 'decline-item', data: { item, reason } });
  expect(await dueOn(house, '2026-04-09')).toEqual([
    [chair, 'item-answered', '1'],
    [deputy, 'item-answered', '1'],
  ]);
  const { reminders } = await house.doors.reminders(house.as(deputy));
  expect(aboutItems(reminders)).toMatchObject([{ due: true, item: { answer: 'declined' } }]);
  expect(await dueOn(house, '2026-05-08')).toEqual([]);
  await house.act(deputy, { verb: 'ask-review', data: { item } });
  expect(await dueOn(house, '2026-05-08')).toEqual([]);
});

test('a reminder about an item says nothing to whom it isn’t theirs to see', async () => {
  const house = await agendaHouse();
  const { chair, nurse } = house.cast;
  const item = await house.raised(chair);
  const { reminders } = await house.doors.reminders(house.as(nurse), [`item-untriaged:${item}`]);
  expect(reminders).toEqual([
    { nudge: `item-untriaged:${item}`, kind: 'item-untriaged', due: false, muted: false },
  ]);
});
