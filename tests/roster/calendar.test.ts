import { expect, test } from 'vitest';
import { frameAsKnown } from '../../bot/domain/known.ts';
import { ZPV } from '../support/small-trust.ts';
import { emptyHouse, settled, trustFile } from './support/trust-house.ts';

const meetingHeading =
  'Network,Title,Date,Start,End,Time Zone,Location,Open to Executives,Join Link';
const meetings = (...rows: string[]) => [meetingHeading, ...rows, ''].join('\r\n');
const race = 'Race Equality Network,Meeting';

async function withNetworks() {
  const house = await emptyHouse();
  await house.bring('networks', '2026-04-01', await trustFile('networks.csv'));
  const frame = async () => frameAsKnown(await house.storage.records.frame(ZPV), house.clock.now());
  return { ...house, frame };
}

test('networks get their id from their name, and say whether they count', async () => {
  const house = await withNetworks();
  expect((await house.frame()).networks).toMatchObject(
    [
      {
        id: 'disability-and-wellbeing-network',
        ...{ name: 'Disability and Wellbeing Network', countsForSilver: false },
      },
      {
        id: 'race-equality-network',
        countsForSilver: true,
        termsUsed: 'ethnic minority colleagues',
      },
    ].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  );
});

test('faults in the list of networks are settled', async () => {
  const house = await withNetworks();
  const verdict = await house.bring(
    ...(['networks', '2026-05-01'] as const),
    [
      'Network,Counts for Silver,Terms Used',
      'Race Equality Network,Perhaps,',
      'Réseau de l’Égalité,Yes,',
      'reseau de l egalite,Yes,',
      '!!!,No,',
      ',No,',
    ].join('\n'),
  );
  expect(settled(verdict).map(({ problem, row }) => [problem, row])).toEqual([
    ['bad-value', 2],
    ['listed-twice', 4],
    ['bad-value', 5],
    ['bad-value', 6],
    ['network-no-longer-listed', undefined],
  ]);
  expect((await house.frame()).networks.map(({ id }) => id)).toContain('reseau-de-l-egalite');
});

test('meetings get their id from network, day and start', async () => {
  const house = await withNetworks();
  await house.bring('meetings', '2026-04-01', await trustFile('meetings.csv'));
  const found = (await house.frame()).meetings;
  expect(found).toHaveLength(10);
  expect(found.find(({ date }) => date === '2026-04-08')).toMatchObject({
    id: 'race-equality-network-2026-04-08-1200',
    ...{ network: 'race-equality-network', title: 'Race Equality Network meeting' },
    ...{ start: '12:00', end: '13:00', timeZone: 'Europe/London', openToExecutives: true },
    joinLink: expect.stringMatching(/^https:\/\/teams\.microsoft\.com\//),
  });
  expect(found.find(({ date }) => date === '2026-08-12')?.openToExecutives).toBe(false);
});

test('a time such as 9:30 is read', async () => {
  const house = await withNetworks();
  const row = `${race},2026-05-06,9:30,10:15,Europe/London,,Yes,`;
  await house.bring('meetings', '2026-04-01', meetings(row));
  expect((await house.frame()).meetings).toMatchObject([
    { id: 'race-equality-network-2026-05-06-0930', start: '09:30', end: '10:15' },
  ]);
  expect((await house.frame()).meetings[0]).not.toHaveProperty('joinLink');
});

test.each([
  ['Chess Network,M,2026-05-06,12:00,13:00,Europe/London,,Yes,', 'unknown-network'],
  [`${race},06/05/2026,12:00,13:00,Europe/London,,Yes,`, 'bad-date'],
  [`${race},2026-05-06,12.00,13:00,Europe/London,,Yes,`, 'bad-value'],
  [`${race},2026-05-06,12:00,25:00,Europe/London,,Yes,`, 'bad-value'],
  [`${race},2026-05-06,13:00,13:00,Europe/London,,Yes,`, 'bad-value'],
  [`${race},2026-05-06,12:00,13:00,Europe/Lancaster,,Yes,`, 'bad-value'],
  [`${race},2026-05-06,12:00,13:00,,,Yes,`, 'bad-value'],
  [`${race},2026-05-06,12:00,13:00,Europe/London,,Perhaps,`, 'bad-value'],
  [`${race},2026-05-06,12:00,13:00,Europe/London,,Yes,javascript:alert(1)`, 'bad-value'],
  [`${race},2026-05-06,12:00,13:00,Europe/London,Yes`, 'bad-value'],
  [`${race},2026-05-05,12:00,13:00,Europe/London,,Yes,`, 'listed-twice'],
])('the meeting %s is settled: %s', async (row, problem) => {
  const house = await withNetworks();
  const good = `${race},2026-05-05,12:00,13:00,Europe/London,,Yes,`;
  const verdict = await house.bring('meetings', '2026-04-01', meetings(good, row));
  expect(settled(verdict).map((item) => [item.row, item.problem])).toEqual([[3, problem]]);
  expect((await house.frame()).meetings).toHaveLength(1);
});

test('a changed meeting is staged, one left out is asked about, an older file changes neither', async () => {
  const house = await withNetworks();
  const first = `${race},2026-05-06,12:00,13:00,Europe/London,Room 1,Yes,`;
  const second = `${race},2026-06-03,12:00,13:00,Europe/London,Room 1,Yes,`;
  await house.bring('meetings', '2026-04-01', meetings(first, second));
  const verdict = await house.bring(
    ...(['meetings', '2026-04-15'] as const),
    meetings(first.replace('Yes', 'No')),
  );
  expect(verdict).toMatchObject({ summary: { added: 0, changed: 1 } });
  expect(settled(verdict).map(({ problem }) => problem)).toEqual(['meeting-no-longer-listed']);
  await house.bring('meetings', '2026-04-10', meetings(first, second));
  const found = (await house.frame()).meetings.map(({ date, openToExecutives }) => [
    ...[date, openToExecutives],
  ]);
  expect(found.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))).toEqual([
    ['2026-05-06', false],
    ['2026-06-03', true],
  ]);
});

test('the same calendar again stages nothing', async () => {
  const house = await withNetworks();
  await house.bring('meetings', '2026-04-01', await trustFile('meetings.csv'));
  await house.bring('board-meetings', '2026-04-01', await trustFile('board-meetings.csv'));
  for (const [kind, name] of [
    ['meetings', 'meetings.csv'],
    ['board-meetings', 'board-meetings.csv'],
    ['networks', 'networks.csv'],
  ] as const) {
    const again = await house.bring(kind, '2026-04-02', await trustFile(name));
    expect(again).toMatchObject({ kind: 'imported', facts: 0, settle: [] });
  }
});

test('board meetings get their id from day and start; papers are due before', async () => {
  const house = await withNetworks();
  const verdict = await house.bring(
    ...(['board-meetings', '2026-04-01'] as const),
    [
      'Title,Date,Start,Papers Due',
      'Board of Directors (public),2026-05-07,9:30,2026-04-28',
      'Board of Directors (public),2026-07-09,09:30,2026-07-10',
      'Board of Directors (public),2026-07-09,noon,2026-07-01',
    ].join('\n'),
  );
  expect(settled(verdict).map(({ row, problem }) => [row, problem])).toEqual([
    [3, 'bad-date'],
    [4, 'bad-value'],
  ]);
  expect((await house.frame()).boardMeetings).toMatchObject([
    { id: '2026-05-07-0930', start: '09:30', papersDue: '2026-04-28' },
  ]);
});

test('a file without the columns for place and join link is taken, and takes neither away', async () => {
  const house = await withNetworks();
  const link = 'https://teams.microsoft.com/l/meetup-join/1';
  await house.bring(
    ...(['meetings', '2026-04-01'] as const),
    meetings(`${race},2026-06-10,12:00,13:00,Europe/London,Room 3,Yes,${link}`),
  );
  const again = await house.bring(
    ...(['meetings', '2026-05-01'] as const),
    [
      'Network,Title,Date,Start,End,Time Zone,Open to Executives',
      `${race},2026-06-10,12:00,13:00,Europe/London,Yes`,
      `${race},2026-08-12,12:00,13:00,Europe/London,Yes`,
    ].join('\n'),
  );
  expect(again).toMatchObject({ kind: 'imported', facts: 1, settle: [] });
  expect((await house.frame()).meetings).toMatchObject([
    { date: '2026-06-10', location: 'Room 3', joinLink: link },
    { date: '2026-08-12' },
  ]);
  await house.bring(
    ...(['meetings', '2026-05-02'] as const),
    meetings(
      `${race},2026-06-10,12:00,13:00,Europe/London,Room 3,Yes,`,
      `${race},2026-08-12,12:00,13:00,Europe/London,,Yes,`,
    ),
  );
  const [june] = (await house.frame()).meetings;
  expect(june?.joinLink).toBe(undefined);
});
