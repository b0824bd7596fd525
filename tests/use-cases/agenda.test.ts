import { expect, test } from 'vitest';
import { actSchema, type Act } from '../../bot/contract/acts.ts';
import { agendaSchema } from '../../bot/contract/agenda.ts';
import { reciprocalAttendances } from '../../bot/domain/agenda/reciprocal.ts';
import { BY_NOW, frameAsKnown, thingsAsKnown } from '../../bot/domain/known.ts';
import type { PlainDate } from '../../bot/domain/time.ts';
import { agendaHouse, JULY_BOARD, MAY_BOARD } from '../support/agenda-house.ts';
import { bring, RACE, WELLBEING, ZPV } from '../support/small-trust.ts';

const done = { kind: 'done' };
const already = { kind: 'already' };
const refused = (because: string) => ({ kind: 'refused', because });
const raise = (differs: object = {}): Act => ({
  verb: 'raise-item',
  data: { network: RACE, title: 'Shifts', text: 'Nights fall to the same people.', ...differs },
});

test('an item goes all the way: raised, triaged, scheduled, discussed, fed back, acknowledged', async () => {
  const house = await agendaHouse();
  const { chair, deputy, secretary, edi, boardChair } = house.cast;
  const item = await house.raised(chair);
  expect(await house.item(chair, item)).toMatchObject({
    state: 'raised',
    awaited: 'board-secretary',
    may: ['edit', 'withdraw'],
  });
  house.clock.moveTo('2026-04-13T08:30:00.000Z');
  expect(await house.item(secretary, item)).toMatchObject({ days: 4, may: ['triage'] });
  expect(await house.act(secretary, { verb: 'triage-item', data: { item } })).toEqual(done);
  expect((await house.item(secretary, item)).may).toEqual([
    ...['schedule', 'defer', 'refer', 'take-back'],
  ]);
  const schedule: Act = { verb: 'schedule-item', data: { item, meeting: MAY_BOARD } };
  expect(await house.act(secretary, schedule)).toEqual(done);
  const minute = { item, meeting: MAY_BOARD, minute: 'Minute 12', attended: chair };
  const discuss: Act = { verb: 'discuss-item', data: minute };
  expect(await house.act(secretary, discuss)).toEqual(refused('board-not-yet-met'));
  house.clock.moveTo('2026-05-08T08:30:00.000Z');
  expect(await house.item(secretary, item)).toMatchObject({
    awaited: 'board-secretary',
    may: expect.arrayContaining(['discuss']),
    attendees: [{ name: 'Leila Kaur' }, { name: 'Oluwaseun Moyo' }],
  });
  expect(await house.act(secretary, discuss)).toEqual(done);
  const feedBack: Act = { verb: 'feed-back', data: { item, text: 'A review begins in June.' } };
  expect(await house.act(secretary, feedBack)).toEqual(done);
  house.clock.moveTo('2026-05-12T08:30:00.000Z');
  expect(await house.item(deputy, item)).toMatchObject({ awaited: 'network', days: 4 });
  const acknowledge: Act = { verb: 'acknowledge-item', data: { item } };
  expect(await house.act(deputy, acknowledge)).toEqual(done);
  expect(await house.act(chair, acknowledge)).toEqual(already);
  for (const person of [chair, secretary, boardChair, edi]) {
    const { journey, state } = await house.item(person, item);
    expect(state).toBe('acknowledged');
    expect(journey).toMatchObject([
      { step: 'raised', on: '2026-04-09', by: 'Leila Kaur', days: 0 },
      { step: 'triaged', on: '2026-04-13', by: 'Meera Schofield', days: 4 },
      { step: 'scheduled', days: 0, meeting: { date: '2026-05-07' } },
      { step: 'discussed', days: 25, text: 'Minute 12', attended: 'Leila Kaur' },
      { step: 'fed-back', text: 'A review begins in June.' },
      { step: 'acknowledged', by: 'Oluwaseun Moyo', days: 4 },
    ]);
  }
  expect(agendaSchema.safeParse(await house.boardSide(edi)).success).toBe(true);
  expect((await house.storage.auditor.verify(ZPV)).faults).toEqual([]);
});

test('nothing but ids is in the ledger: no title, text, minute or name', async () => {
  const house = await agendaHouse();
  const { chair } = house.cast;
  await house.raised(chair, { title: 'Shift patterns on nights' });
  const entries: unknown[] = [];
  for await (const page of house.tables.records.range(`${ZPV.tenant}|ZPV`, 'l|', 'l|~')) {
    entries.push(...page);
  }
  expect(JSON.stringify(entries)).toContain('raise-item');
  expect(JSON.stringify(entries)).not.toMatch(/Shift|Nights|Kaur/);
});

test('whose an item isn’t hears that there is none, and sees none', async () => {
  const house = await agendaHouse();
  const { chair, nurse, operating, sponsor, secretary } = house.cast;
  const item = await house.raised(chair);
  const role = { role: 'network-chair', person: operating, on: '2026-04-01' as PlainDate } as const;
  await bring(house.storage, 'roles', [{ kind: 'role', fact: { ...role, network: WELLBEING } }]);
  for (const person of [nurse, operating, sponsor]) {
    const outcome = await house.act(person, { verb: 'acknowledge-item', data: { item } });
    expect(outcome).toEqual(refused('no-such-item'));
    expect((await house.doors.agenda(house.as(person))).items).toEqual([]);
    expect((await house.doors.boardAgenda(house.as(person))).kind).toBe('refused');
  }
  expect(await house.act(chair, { verb: 'triage-item', data: { item } })).toEqual(
    refused('not-allowed'),
  );
  expect(await house.act(secretary, { verb: 'ask-review', data: { item } })).toEqual(
    refused('not-allowed'),
  );
  expect(await house.act(nurse, raise())).toEqual(refused('not-your-network'));
  expect(await house.act(chair, raise({ network: 'chess' }))).toEqual(refused('no-such-network'));
  expect(await house.act(chair, { verb: 'triage-item', data: { item: 'other' } })).toEqual(
    refused('no-such-item'),
  );
  const elsewhere: Act = { verb: 'withdraw-item', data: { item, organisation: 'XX1' } };
  expect(await house.act(chair, elsewhere)).toEqual(refused('other-organisation'));
});

test('a chair who no longer chairs raises nothing and acknowledges nothing', async () => {
  const house = await agendaHouse();
  const { deputy, chair } = house.cast;
  const item = await house.raised(deputy);
  const was = { role: 'network-deputy', person: deputy, network: RACE } as const;
  const fact = { ...was, on: '2025-04-01' as PlainDate, to: '2026-04-12' as PlainDate };
  await bring(house.storage, 'roles', [{ kind: 'role', fact }]);
  expect(await house.act(deputy, raise())).toEqual(done);
  house.clock.moveTo('2026-04-13T08:30:00.000Z');
  expect(await house.act(deputy, raise({ title: 'Another' }))).toEqual(refused('not-your-network'));
  expect(await house.act(deputy, { verb: 'withdraw-item', data: { item } })).toEqual(
    refused('no-such-item'),
  );
  expect(await house.act(chair, { verb: 'withdraw-item', data: { item } })).toEqual(done);
});

test.each([
  ['5,000 words', { text: 'word '.repeat(5_000) }, 'text-too-long'],
  ['a long title', { title: 'T'.repeat(121) }, 'title-too-long'],
  ['no title', { title: ' ' }, 'title-missing'],
  ['no text', { text: '\n' }, 'text-missing'],
  ['an NHS number', { text: 'The care of 943 476 5919 was late.' }, 'nhs-number'],
  ['one without spaces', { text: 'See 9434765919.' }, 'nhs-number'],
  ['one in the title', { title: 'About 943-476-5919' }, 'nhs-number'],
])('an item with %s is refused kindly, and nothing is raised', async (_, differs, because) => {
  const house = await agendaHouse();
  const { chair } = house.cast;
  const act = raise(differs);
  expect(actSchema.safeParse(act).success).toBe(true);
  expect(await house.act(chair, act)).toEqual(refused(because));
  expect((await house.doors.agenda(house.as(chair))).items).toEqual([]);
});

test('ten digits that are no patient’s number pass once that is said; others pass at once', async () => {
  const house = await agendaHouse();
  const { chair } = house.cast;
  const text = 'Order 943 476 5919 was late.';
  expect(await house.act(chair, raise({ text, confirmNumber: true }))).toEqual(done);
  for (const number of ['943 476 5918', '01632 960 001', '07700 900123', '12345']) {
    expect(await house.act(chair, raise({ text: `Call ${number}.` }))).toEqual(done);
  }
});

test('the same words, or the same tap, are one item; markup stays as it was typed', async () => {
  const house = await agendaHouse();
  const { chair, deputy } = house.cast;
  const text = '<b>Now</b> ${name} **bold**';
  expect(await house.act(chair, raise({ text, tap: 'one' }))).toEqual(done);
  expect(await house.act(chair, raise({ text, tap: 'one' }))).toEqual(already);
  expect(await house.act(deputy, raise({ text: ` ${text} ` }))).toEqual(already);
  const { items } = await house.doors.agenda(house.as(chair));
  expect(items).toMatchObject([{ text }]);
});

test('its words change until it is taken on, and no longer then', async () => {
  const house = await agendaHouse();
  const { chair, deputy, secretary } = house.cast;
  const item = await house.raised(chair);
  const words = { title: 'Nights', text: 'Who works them?' };
  const edit: Act = { verb: 'edit-item', data: { item, ...words } };
  expect(await house.act(deputy, edit)).toEqual(done);
  expect(await house.act(deputy, edit)).toEqual(already);
  expect(await house.item(secretary, item)).toMatchObject(words);
  const stale: Act = { verb: 'triage-item', data: { item, seen: 1 } };
  expect(await house.act(secretary, stale)).toEqual(refused('item-moved-on'));
  expect(await house.act(secretary, { ...stale, data: { item, seen: 2 } })).toEqual(done);
  const late: Act = { verb: 'edit-item', data: { item, ...words, title: 'Days' } };
  expect(await house.act(chair, late)).toEqual(refused('triaged-already'));
  expect(await house.act(chair, { verb: 'withdraw-item', data: { item } })).toEqual(
    refused('triaged-already'),
  );
});

test('no step is skipped, and a board meeting takes items until its papers close', async () => {
  const house = await agendaHouse();
  const { chair, secretary } = house.cast;
  const item = await house.raised(chair);
  const schedule = (meeting: string): Act => ({ verb: 'schedule-item', data: { item, meeting } });
  expect(await house.act(secretary, schedule(MAY_BOARD))).toEqual(refused('not-triaged-yet'));
  await house.act(secretary, { verb: 'triage-item', data: { item } });
  expect(await house.act(secretary, schedule('board-2026-03-05'))).toEqual(
    refused('board-has-met'),
  );
  expect(await house.act(secretary, schedule('board-2099'))).toEqual(
    refused('no-such-board-meeting'),
  );
  const feedBack: Act = { verb: 'feed-back', data: { item, text: 'Heard.' } };
  expect(await house.act(secretary, feedBack)).toEqual(refused('item-moved-on'));
  house.clock.moveTo('2026-04-28T20:00:00.000Z');
  expect(await house.act(secretary, schedule(MAY_BOARD))).toEqual(done);
  house.clock.moveTo('2026-04-29T08:00:00.000Z');
  expect(await house.act(secretary, schedule(JULY_BOARD))).toEqual(done);
  expect(await house.act(secretary, schedule(MAY_BOARD))).toEqual(refused('papers-closed'));
  const { meetings } = await house.boardSide(secretary);
  expect(meetings.map(({ id }) => id)).toEqual([JULY_BOARD]);
});

test('the board chair declines with a reason, and the network may ask for one review', async () => {
  const house = await agendaHouse();
  const { chair, secretary, boardChair } = house.cast;
  const item = await house.raised(chair);
  const decline: Act = { verb: 'decline-item', data: { item, reason: 'It is with the union.' } };
  expect(await house.act(boardChair, decline)).toEqual(refused('not-triaged-yet'));
  await house.act(secretary, { verb: 'triage-item', data: { item } });
  expect(await house.act(secretary, { verb: 'refer-item', data: { item } })).toEqual(done);
  expect(await house.item(boardChair, item)).toMatchObject({
    awaited: 'board-chair',
    may: ['decline'],
  });
  const silent: Act = { verb: 'decline-item', data: { item, reason: ' ' } };
  expect(await house.act(boardChair, silent)).toEqual(refused('text-missing'));
  expect(await house.act(secretary, decline)).toEqual(refused('not-allowed'));
  expect(await house.act(boardChair, decline)).toEqual(done);
  const review: Act = { verb: 'ask-review', data: { item } };
  expect(await house.act(chair, review)).toEqual(done);
  expect(await house.item(secretary, item)).toMatchObject({ awaited: 'board-secretary' });
  expect(await house.act(boardChair, decline)).toEqual(done);
  expect(await house.act(chair, review)).toEqual(refused('one-review-only'));
  expect((await house.item(chair, item)).may).toEqual([]);
});

test('an item put off waits for nobody until its day, and for the board secretary from then on', async () => {
  const house = await agendaHouse();
  const { chair, secretary } = house.cast;
  const item = await house.raised(chair);
  await house.act(secretary, { verb: 'triage-item', data: { item } });
  const defer = (until: string): Act => ({ verb: 'defer-item', data: { item, until } });
  expect(await house.act(secretary, defer('2026-04-09'))).toEqual(refused('day-not-ahead'));
  expect(await house.act(secretary, defer('2029-01-01'))).toEqual(refused('day-too-far-ahead'));
  expect(await house.act(secretary, defer('2026-06-01'))).toEqual(done);
  expect(await house.item(chair, item)).toMatchObject({ awaited: 'nobody', until: '2026-06-01' });
  house.clock.moveTo('2026-06-01T08:00:00.000Z');
  expect(await house.item(chair, item)).toMatchObject({ awaited: 'board-secretary' });
});

test('the last move can be taken back within a day by whoever made it; what was known before stays', async () => {
  const house = await agendaHouse();
  const { chair, secretary } = house.cast;
  const item = await house.raised(chair);
  const back: Act = { verb: 'take-back-item', data: { item } };
  expect(await house.act(chair, back)).toEqual(refused('item-moved-on'));
  await house.act(secretary, { verb: 'triage-item', data: { item } });
  expect(await house.act(chair, back)).toEqual(refused('not-allowed'));
  expect(await house.act(secretary, back)).toEqual(done);
  expect(await house.item(chair, item)).toMatchObject({
    state: 'raised',
    may: ['edit', 'withdraw'],
  });
  await house.act(secretary, { verb: 'triage-item', data: { item } });
  house.clock.moveTo('2026-04-11T08:00:00.000Z');
  expect(await house.act(secretary, back)).toEqual(refused('too-late-to-undo'));
  expect(await house.act(chair, raise({ title: 'Two' }))).toEqual(done);
  const two = (await house.doors.agenda(house.as(chair))).items.find(
    ({ title }) => title === 'Two',
  );
  await house.act(chair, { verb: 'withdraw-item', data: { item: two?.id ?? '' } });
  const again: Act = { verb: 'take-back-item', data: { item: two?.id ?? '' } };
  expect(await house.act(chair, again)).toEqual(done);
  expect(await house.item(chair, two?.id ?? '')).toMatchObject({ state: 'raised' });
});

test('the chair at the board with an item, or with a minuted contribution, counts once for a day', async () => {
  const house = await agendaHouse();
  const { chair, deputy, secretary, nurse } = house.cast;
  const item = await house.raised(chair);
  await house.act(secretary, { verb: 'triage-item', data: { item } });
  await house.act(secretary, { verb: 'schedule-item', data: { item, meeting: MAY_BOARD } });
  house.clock.moveTo('2026-05-08T08:30:00.000Z');
  const spoke = (differs: object): Act => ({
    verb: 'record-contribution',
    data: {
      ...{ network: RACE, body: 'People Committee', date: '2026-05-06', minute: '4.2' },
      ...{ person: chair, ...differs },
    },
  });
  expect(await house.act(chair, spoke({}))).toEqual(refused('not-allowed'));
  expect(await house.act(secretary, spoke({ person: nurse }))).toEqual(
    refused('not-of-that-network'),
  );
  expect(await house.act(secretary, spoke({ date: '2026-05-09' }))).toEqual(
    refused('day-not-past'),
  );
  expect(await house.act(secretary, spoke({}))).toEqual(done);
  expect(await house.act(secretary, spoke({ minute: 'again' }))).toEqual(already);
  expect(await house.act(secretary, spoke({ person: deputy, date: '2026-05-05' }))).toEqual(done);
  const who = { item, meeting: MAY_BOARD, minute: 'Minute 12' };
  const wrong: Act = { verb: 'discuss-item', data: { ...who, attended: nurse } };
  expect(await house.act(secretary, wrong)).toEqual(refused('not-of-that-network'));
  const right: Act = { verb: 'discuss-item', data: { ...who, attended: chair } };
  expect(await house.act(secretary, right)).toEqual(done);
  expect(await house.act(secretary, spoke({ date: '2026-05-07' }))).toEqual(done);

  const counted = async (known = BY_NOW) => {
    const kinds = ['agenda-item', 'contribution'] as const;
    const things = thingsAsKnown(await house.storage.records.things(ZPV, kinds), known);
    const frame = frameAsKnown(await house.storage.records.frame(ZPV), BY_NOW);
    return reciprocalAttendances(things, frame);
  };
  expect(await counted()).toEqual([
    { on: '2026-05-06', network: RACE, person: chair },
    { on: '2026-05-07', network: RACE, person: chair },
  ]);
  expect(await counted('2026-05-01T00:00:00.000Z' as typeof BY_NOW)).toEqual([]);
  const { contributions } = await house.boardSide(secretary);
  const id = contributions.find(({ date }) => date === '2026-05-06')?.id ?? '';
  const off: Act = { verb: 'withdraw-contribution', data: { contribution: id } };
  expect(await house.act(secretary, off)).toEqual(done);
  expect(await house.act(secretary, off)).toEqual(already);
  expect(await counted()).toMatchObject([{ on: '2026-05-07' }]);
});
