import { lineOf } from '../support/silver-line.ts';
import { expect, test } from 'vitest';
import type { Act } from '../../bot/contract/acts.ts';
import { attendanceOf, type MyMeeting } from '../../bot/contract/views.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import { endOfDay, type PlainDate } from '../../bot/domain/time.ts';
import { claimId } from '../../bot/use-cases/doors.ts';
import { houseInMemory } from '../support/house.ts';
import {
  APRIL_8,
  AUGUST_12,
  bring,
  JUNE_10,
  RACE,
  WELLBEING,
  ZPV,
} from '../support/small-trust.ts';

type House = Awaited<ReturnType<typeof houseInMemory>>;

async function outcome(house: House, person: PersonId, act: Act) {
  const [answer] = await house.doors.perform(house.as(person), act);
  return answer?.outcome;
}

async function seen(house: House, person: PersonId, id: string): Promise<MyMeeting | undefined> {
  const progress = await house.doors.progress(house.as(person));
  const meetings = progress.kind === 'shown' ? attendanceOf(progress.view)?.meetings : [];
  return meetings?.find((meeting) => meeting.id === id);
}

async function done(house: House, person: PersonId): Promise<number | undefined> {
  const progress = await house.doors.progress(house.as(person));
  return progress.kind === 'shown' ? attendanceOf(progress.view)?.done : undefined;
}

const claim = (meeting: string): Act => ({ verb: 'claim', data: { meeting } });
/** A meeting that was held is cancelled with a reason. */
const why = { reason: 'It did not go ahead.' };
const cancel = (meeting: string, more = {}): Act => ({
  verb: 'cancel-meeting',
  data: { meeting, ...more },
});
const restore = (meeting: string): Act => ({ verb: 'restore-meeting', data: { meeting } });
const move = (meeting: string, date: string, start = '12:00', end = '13:00', more = {}): Act => ({
  verb: 'move-meeting',
  data: { meeting, date, start, end, ...more },
});
const add = (date: string, more: Partial<Extract<Act, { verb: 'add-meeting' }>['data']> = {}) =>
  ({
    verb: 'add-meeting',
    data: { network: RACE, date, start: '12:00', end: '13:00', openToExecutives: true, ...more },
  }) satisfies Act;
const openTo = (meeting: string, openToExecutives: boolean): Act => ({
  verb: 'open-meeting',
  data: { meeting, openToExecutives },
});
const willCome = (meeting: string): Act => ({
  verb: 'intend',
  data: { meeting, answer: 'will-come' },
});
const refused = (because: string) => ({ kind: 'refused', because });
const isDone = { kind: 'done' };

async function isClean(house: House): Promise<void> {
  expect((await house.storage.auditor.verify(ZPV)).faults).toEqual([]);
}

test('a chair adds a meeting, and every executive sees it', async () => {
  const house = await houseInMemory();
  const { chair, deputy, nurse } = house.cast;
  expect(await outcome(house, chair, add('2026-05-13'))).toEqual(isDone);
  expect(await outcome(house, chair, add('2026-05-13'))).toEqual({ kind: 'already' });
  expect(await outcome(house, deputy, add('2026-05-13', { end: '14:00' }))).toEqual(
    refused('doubled'),
  );
  expect(await seen(house, nurse, `${RACE}-2026-05-13-1200`)).toMatchObject({
    title: 'Race Equality Network meeting',
    state: 'upcoming',
    may: ['will-come', 'cannot-come'],
  });
  expect(house.changes).toContain(`person|${nurse}`);
  await isClean(house);
});

test('only the chair or deputy of the network keeps its calendar', async () => {
  const house = await houseInMemory();
  const { chair, edi, nurse } = house.cast;
  for (const person of [edi, nurse]) {
    expect(await outcome(house, person, add('2026-05-13'))).toEqual(refused('not-your-network'));
    expect(await outcome(house, person, cancel(JUNE_10))).toEqual(refused('not-your-network'));
    expect(await outcome(house, person, openTo(JUNE_10, false))).toEqual(
      refused('not-your-network'),
    );
  }
  expect(await outcome(house, chair, add('2026-05-13', { network: WELLBEING }))).toEqual(
    refused('not-your-network'),
  );
  expect(await outcome(house, chair, add('2026-05-13', { network: 'choir' }))).toEqual(
    refused('no-such-network'),
  );
  expect(await outcome(house, chair, cancel('elsewhere'))).toEqual(refused('no-such-meeting'));
  expect((await house.doors.calendar(house.as(edi))).networks).toEqual([]);
});

test('dates and times have to be real, in order, and near', async () => {
  const house = await houseInMemory();
  const { chair } = house.cast;
  const cases: [Act, string][] = [
    [add('2026-04-31'), 'not-a-date'],
    [add('31/05/2026'), 'not-a-date'],
    [add(''), 'not-a-date'],
    [add('2206-05-13'), 'too-far-ahead'],
    [add('2025-03-31'), 'year-closed'],
    [add('2026-05-13', { start: '25:00' }), 'not-a-time'],
    [add('2026-05-13', { end: '' }), 'not-a-time'],
    [add('2026-05-13', { end: '12:00' }), 'ends-before-start'],
    [add('2026-05-13', { joinLink: 'javascript:alert(1)' }), 'not-a-link'],
  ];
  for (const [act, because] of cases) {
    expect(await outcome(house, chair, act), because).toEqual(refused(because));
  }
});

test('a meeting held lately that was missing can be added, and then recorded', async () => {
  const house = await houseInMemory();
  const { chair, nurse } = house.cast;
  expect(await outcome(house, chair, add('2026-04-02'))).toEqual(isDone);
  expect(await outcome(house, nurse, claim(`${RACE}-2026-04-02-1200`))).toEqual(isDone);
});

test('on the night the clocks go forward there is no 1:30am; a meeting across it lasts its real time', async () => {
  const house = await houseInMemory('2027-03-01T09:00:00.000Z');
  const { chair, nurse } = house.cast;
  const night = (start: string, end: string) => add('2027-03-28', { start, end });
  expect(await outcome(house, chair, night('01:30', '03:00'))).toEqual(refused('no-such-time'));
  expect(await outcome(house, chair, night('00:30', '01:15'))).toEqual(refused('no-such-time'));
  expect(await outcome(house, chair, night('00:30', '02:30'))).toEqual(isDone);
  const id = `${RACE}-2027-03-28-0030`;
  house.clock.moveTo('2027-03-28T01:29:00.000Z');
  expect(await outcome(house, nurse, claim(id))).toEqual(refused('not-yet-held'));
  house.clock.moveTo('2027-03-28T01:30:00.000Z');
  expect(await outcome(house, nurse, claim(id))).toEqual(isDone);
});

test('a meeting that moves keeps its id, and what was booked for the old day lapses', async () => {
  const house = await houseInMemory();
  const { chair, nurse } = house.cast;
  await outcome(house, nurse, willCome(JUNE_10));
  expect(await outcome(house, chair, move(JUNE_10, '2026-06-17', '17:00', '18:00'))).toEqual(
    isDone,
  );
  expect(await seen(house, nurse, JUNE_10)).toMatchObject({
    date: '2026-06-17',
    start: '17:00',
    state: 'upcoming',
    movedFrom: { date: '2026-06-10', start: '12:00' },
    may: ['will-come', 'cannot-come'],
  });
  expect(await outcome(house, nurse, willCome(JUNE_10))).toEqual(isDone);
  // Back on the old day: the first answer was for that one, but the later one wasn't.
  await outcome(house, chair, move(JUNE_10, '2026-06-10'));
  expect((await seen(house, nurse, JUNE_10))?.state).toBe('upcoming');
  await isClean(house);
});

test('a move that is taken back at once leaves what was booked', async () => {
  const house = await houseInMemory();
  const { chair, nurse } = house.cast;
  await outcome(house, nurse, willCome(JUNE_10));
  await outcome(house, chair, move(JUNE_10, '2026-06-17'));
  await outcome(house, chair, move(JUNE_10, '2026-06-10'));
  expect((await seen(house, nurse, JUNE_10))?.state).toBe('will-come');
});

test('a meeting that somebody recorded, as any that was held, stays where it is', async () => {
  const house = await houseInMemory();
  const { chair, nurse } = house.cast;
  await outcome(house, nurse, claim(APRIL_8));
  expect(await outcome(house, chair, move(APRIL_8, '2026-04-22'))).toEqual(refused('already-held'));
  expect(await seen(house, nurse, APRIL_8)).toMatchObject({ date: '2026-04-08', state: 'claimed' });
});

test('a meeting moves neither onto another one, nor into the past, nor while cancelled', async () => {
  const house = await houseInMemory();
  const { chair } = house.cast;
  expect(await outcome(house, chair, move(JUNE_10, '2026-10-14'))).toEqual(refused('doubled'));
  expect(await outcome(house, chair, move(JUNE_10, '2026-04-01'))).toEqual(refused('has-passed'));
  await outcome(house, chair, cancel(JUNE_10));
  expect(await outcome(house, chair, move(JUNE_10, '2026-06-17'))).toEqual(
    refused('put-it-back-first'),
  );
});

test('a meeting cancelled after it was confirmed takes its claims with it, and says why', async () => {
  const house = await houseInMemory();
  const { chair, deputy, nurse, operating, edi } = house.cast;
  for (const person of [nurse, operating]) await outcome(house, person, claim(APRIL_8));
  await outcome(house, deputy, {
    verb: 'confirm',
    data: { claims: [claimId(nurse, APRIL_8)] },
  });
  expect(await done(house, nurse)).toBe(1);
  house.clock.moveTo('2026-04-20T09:00:00.000Z');
  const calendar = await house.doors.calendar(house.as(chair));
  expect(calendar.networks[0]?.meetings[0]).toMatchObject({
    claims: 2,
    state: 'held',
    may: ['cancel'],
  });

  expect(await outcome(house, deputy, cancel(APRIL_8, why))).toEqual(refused('chair-only'));
  house.changes.length = 0;
  expect(await outcome(house, chair, cancel(APRIL_8, why))).toEqual(isDone);
  expect(await outcome(house, chair, cancel(APRIL_8, why))).toEqual({ kind: 'already' });
  expect(house.changes).toEqual(
    expect.arrayContaining([`person|${nurse}`, `person|${operating}`, `network|${RACE}`]),
  );
  expect(await done(house, nurse)).toBe(0);
  expect(await seen(house, nurse, APRIL_8)).toMatchObject({
    state: 'cancelled',
    uncounted: true,
    cancelledBecause: 'It did not go ahead.',
    may: [],
  });
  expect((await house.doors.waiting(house.as(deputy))).waiting).toEqual([]);
  expect(await outcome(house, operating, claim(APRIL_8))).toEqual(refused('cancelled'));
  expect(await outcome(house, operating, { verb: 'withdraw', data: { meeting: APRIL_8 } })).toEqual(
    refused('cancelled'),
  );
  // As it was known before, the figure stands.
  const then = { known: endOfDay('2026-04-19' as PlainDate) };
  expect(lineOf(await house.doors.silver(house.as(edi), then), 'S4')?.n).toBe(1);
  expect(lineOf(await house.doors.silver(house.as(edi), {}), 'S4')?.n).toBe(0);
  await isClean(house);
});

test('the deputy cancels a held meeting only while nobody chairs the network', async () => {
  const house = await houseInMemory();
  const { chair, deputy } = house.cast;
  const role = { role: 'network-chair', person: chair, network: RACE } as const;
  const on = '2025-04-01' as PlainDate;
  const to = '2026-04-08' as PlainDate;
  await bring(house.storage, 'roles', [{ kind: 'role', fact: { ...role, on, to } }]);
  expect(await outcome(house, chair, cancel(APRIL_8, why))).toEqual(refused('not-your-network'));
  expect(await outcome(house, deputy, cancel(APRIL_8, why))).toEqual(isDone);
});

test('a meeting for members is cancelled and put back, and executives see neither', async () => {
  const house = await houseInMemory();
  const { chair, nurse } = house.cast;
  const before = await seen(house, nurse, AUGUST_12);
  expect(before?.state).toBe('members-only');
  expect(await outcome(house, chair, cancel(AUGUST_12, why))).toEqual(isDone);
  expect(await seen(house, nurse, AUGUST_12)).toEqual(before);
  expect(await outcome(house, chair, restore(AUGUST_12))).toEqual(isDone);
  expect(await seen(house, nurse, AUGUST_12)).toEqual(before);
});

test('a cancelled meeting is put back while nothing that was recorded went with it', async () => {
  const house = await houseInMemory();
  const { chair, nurse } = house.cast;
  await outcome(house, nurse, willCome(JUNE_10));
  await outcome(house, chair, cancel(JUNE_10, { tap: 'first' }));
  expect((await seen(house, nurse, JUNE_10))?.state).toBe('cancelled');
  expect(await outcome(house, chair, restore(JUNE_10))).toEqual(isDone);
  expect((await seen(house, nurse, JUNE_10))?.state).toBe('will-come');
  // The first tap, sent again much later.
  expect(await outcome(house, chair, cancel(JUNE_10, { tap: 'first' }))).toEqual({
    kind: 'already',
  });
  // And for something else, which it was never for.
  const other = await outcome(
    house,
    chair,
    move(JUNE_10, '2026-06-17', '12:00', '13:00', { tap: 'first' }),
  );
  expect(other).toEqual(refused('tap-used-before'));
  expect((await seen(house, nurse, JUNE_10))?.state).toBe('will-come');

  await outcome(house, nurse, claim(APRIL_8));
  await outcome(house, chair, cancel(APRIL_8, why));
  expect(await outcome(house, chair, restore(APRIL_8))).toEqual(refused('claims-were-voided'));
  // Added anew at the same time, it is a meeting of its own that can be recorded.
  expect(await outcome(house, chair, add('2026-04-08'))).toEqual(isDone);
  expect(await outcome(house, nurse, claim(`${APRIL_8}-2`))).toEqual(isDone);
  await isClean(house);
});

test('a meeting is kept for members or opened; what somebody recorded stays open', async () => {
  const house = await houseInMemory();
  const { chair, nurse } = house.cast;
  expect(await outcome(house, chair, openTo(JUNE_10, false))).toEqual(isDone);
  expect((await seen(house, nurse, JUNE_10))?.state).toBe('members-only');
  expect(await outcome(house, chair, openTo(AUGUST_12, true))).toEqual(isDone);
  expect((await seen(house, nurse, AUGUST_12))?.state).toBe('upcoming');
  await outcome(house, nurse, claim(APRIL_8));
  expect(await outcome(house, chair, openTo(APRIL_8, false))).toEqual(refused('meeting-recorded'));
  await outcome(house, nurse, { verb: 'withdraw', data: { meeting: APRIL_8 } });
  expect(await outcome(house, chair, openTo(APRIL_8, false))).toEqual(isDone);
});

test('a claim and a cancellation at the same moment agree on one outcome', async () => {
  const house = await houseInMemory();
  const { chair, nurse } = house.cast;
  const [first, second] = await Promise.all([
    outcome(house, chair, cancel(APRIL_8, why)),
    // Behind it in the same transaction.
    Promise.resolve().then(() => outcome(house, nurse, claim(APRIL_8))),
  ]);
  expect(first).toEqual(isDone);
  const meeting = await seen(house, nurse, APRIL_8);
  expect(meeting).toMatchObject({ state: 'cancelled', may: [] });
  // Either it came too late, or it was recorded and taken off again.
  expect(second?.kind === 'done').toBe(meeting?.uncounted === true);
  await isClean(house);
});

const heading = 'Network,Title,Date,Start,End,Time Zone,Location,Open to Executives,Join Link';
const row = (date: string, title = 'Network meeting', network = 'Race Equality Network') =>
  `${network},${title},${date},12:00,13:00,Europe/London,,Yes,`;
const file = (...rows: string[]) => [heading, ...rows].join('\n');

test('a chair sees what a file would do before it does it; rows of other networks are left out', async () => {
  const house = await houseInMemory();
  const { chair, edi, nurse } = house.cast;
  const text = file(
    row('2026-05-13'),
    row('2026-06-10', 'Summer meeting'),
    row('2026-10-14'),
    row('2026-04-08', 'Another name'),
    row('2026-05-14', 'Tea', 'Disability and Wellbeing Network'),
    row('31/05/2026'),
  );
  const shown = await house.doors.previewMeetings(house.as(chair), { network: RACE, file: text });
  expect(shown).toMatchObject({
    kind: 'shown',
    view: {
      added: [{ date: '2026-05-13' }],
      changed: [{ date: '2026-06-10', title: 'Summer meeting' }],
      unchanged: 1,
    },
  });
  const problems = shown.kind === 'shown' ? shown.view.problems : [];
  expect(problems.map(({ row: number }) => number)).toEqual(expect.arrayContaining([6, 7]));
  expect(problems.map(({ detail }) => detail).join('\n')).toContain(
    'This row is not of the Race Equality Network, so it is left out.',
  );
  expect(problems.map(({ detail }) => detail).join('\n')).toContain('it has been held');
  expect(house.changes).toEqual([]);

  const act: Act = { verb: 'import-meetings', data: { network: RACE, file: text } };
  expect(await outcome(house, edi, act)).toEqual(refused('not-your-network'));
  expect(await outcome(house, chair, act)).toEqual(isDone);
  expect(await outcome(house, chair, act)).toEqual({ kind: 'already' });
  expect((await seen(house, nurse, JUNE_10))?.title).toBe('Summer meeting');
  expect((await seen(house, nurse, APRIL_8))?.title).toBe('Network meeting');
  await isClean(house);
});

test('a file has a say about its own days alone, and each thing to know names its row', async () => {
  const house = await houseInMemory();
  const { chair } = house.cast;
  const at = (date: string, start: string, end: string) =>
    `Race Equality Network,Night meeting,${date},${start},${end},Europe/London,,Yes,`;
  const text = file(
    row('2026-05-13'),
    at('2027-03-28', '01:30', '02:30'),
    at('2026-10-25', '01:30', '02:30'),
    row('2026-04-08', 'Another name'),
    row('2026-05-14', 'Tea', 'Disability and Wellbeing Network'),
  );
  const told = async (csv: string) => {
    const asked = { network: RACE, file: csv };
    const shown = await house.doors.previewMeetings(house.as(chair), asked);
    if (shown.kind !== 'shown') throw new Error(shown.kind);
    return shown.view.problems.map(({ row: number, detail }) => `${number ?? '-'}: ${detail}`);
  };
  const details = await told(text);
  expect(details).toEqual(
    expect.arrayContaining([
      '3: Start is a time that does not exist that night, as the clocks go forward. The row is left out.',
      '4: 1:30am comes twice on 25 October 2026, as the clocks go back. The first is taken.',
      '5: Another name, 8 April 2026, midday: it has been held, so it stays as it is.',
      '6: This row is not of the Race Equality Network, so it is left out.',
    ]),
  );
  // June and later lie between the rows' days; nothing else does, nor of another network.
  expect(details.filter((line) => line.includes('no longer in the list'))).toEqual(
    [
      '10 June 2026',
      '12 August 2026',
      '14 October 2026',
      '9 December 2026',
      '10 February 2027',
    ].map(
      (day) =>
        `-: Network meeting, ${day}, midday, is no longer in the list of meetings. Cancelled or moved?`,
    ),
  );
  expect(await told(file(row('2026-05-13')))).toEqual([]);
});

test('a file that can’t be read says why, and nobody else’s network takes it', async () => {
  const house = await houseInMemory();
  const { chair, edi } = house.cast;
  const ask = (person: PersonId, text: string) =>
    house.doors.previewMeetings(house.as(person), { network: RACE, file: text });
  expect(await ask(chair, 'Name,Ethnicity\nA,B')).toMatchObject({
    view: { refused: expect.stringContaining('Ethnicity') },
  });
  expect(await ask(edi, file(row('2026-05-13')))).toMatchObject({ kind: 'refused' });
});

test('an imported list that still has the old day does not move a meeting back', async () => {
  const house = await houseInMemory();
  const { chair, nurse } = house.cast;
  await outcome(house, chair, move(JUNE_10, '2026-06-17'));
  const text = file(row('2026-06-10', 'Old'), row('2026-06-17', 'New'));
  await outcome(house, chair, { verb: 'import-meetings', data: { network: RACE, file: text } });
  expect(await seen(house, nurse, JUNE_10)).toMatchObject({ date: '2026-06-17', title: 'New' });
  const calendar = await house.doors.calendar(house.as(chair));
  const june = calendar.networks[0]?.meetings.filter(({ date }) => date.startsWith('2026-06'));
  expect(june).toHaveLength(1);
  await isClean(house);
});

test('an assistant’s answer that lapsed when the meeting moved is nobody’s any more', async () => {
  const house = await houseInMemory();
  const { chair, nurse, assistant } = house.cast;
  const answered: Act = {
    verb: 'intend',
    data: { meeting: JUNE_10, answer: 'will-come', for: nurse },
  };
  expect(await outcome(house, assistant, answered)).toEqual(isDone);
  expect(await seen(house, nurse, JUNE_10)).toMatchObject({ state: 'will-come', onBehalf: true });
  expect(await outcome(house, chair, move(JUNE_10, '2026-06-17'))).toEqual(isDone);
  expect(await seen(house, nurse, JUNE_10)).toMatchObject({ state: 'upcoming', onBehalf: false });
  expect(await outcome(house, chair, cancel(JUNE_10))).toEqual(isDone);
  expect(await seen(house, nurse, JUNE_10)).toMatchObject({ state: 'cancelled', onBehalf: false });
});
