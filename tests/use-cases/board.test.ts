import { expect, test } from 'vitest';
import type { Act } from '../../bot/contract/acts.ts';
import type { Council, Papers } from '../../bot/contract/board.ts';
import type { Paper, PaperKind } from '../../bot/domain/board/paper.ts';
import { presentedOn, quartersCovered } from '../../bot/domain/board/paper.ts';
import { councilOn, standingStatement } from '../../bot/domain/board/statement.ts';
import type { BoardMeeting, PersonId } from '../../bot/domain/facts.ts';
import { thingsAsKnown } from '../../bot/domain/known.ts';
import { endOfDay, type PlainDate, type PlainTime } from '../../bot/domain/time.ts';
import { partitionOf } from '../../bot/storage/keys.ts';
import { houseInMemory } from '../support/house.ts';
import { bring, personFacts, ZPV } from '../support/small-trust.ts';

const date = (text: string) => text as PlainDate;

/** The small trust with a board secretary, four boards and a committee that somebody put among them. */
async function trust(start = '2026-04-09T08:30:00.000Z') {
  const house = await houseInMemory(start);
  const secretary = house.storage.imports.newPersonId();
  await bring(house.storage, 'roster', personFacts(secretary, ['Meera', 'Schofield']));
  await bring(house.storage, 'roles', [
    { kind: 'role', fact: { role: 'board-secretary', person: secretary, on: date('2025-04-01') } },
  ]);
  const board = (day: string, papersDue: string, title = 'Board of Directors (public)') => ({
    kind: 'board-meeting' as const,
    fact: {
      ...{ id: `${day}-0930`, title, on: date('2026-04-01'), date: date(day) },
      ...{ start: '09:30' as PlainTime, papersDue: date(papersDue) },
    } satisfies Omit<BoardMeeting, 'recordedAt'>,
  });
  await bring(house.storage, 'board-meetings', [
    board('2026-05-07', '2026-04-28'),
    board('2026-05-21', '2026-05-12', 'People Committee'),
    board('2026-07-09', '2026-06-30'),
    board('2026-09-10', '2026-09-01'),
    board('2026-11-12', '2026-11-03'),
  ]);
  const cast = { ...house.cast, secretary };
  const act = async (who: PersonId, asked: Act) => {
    const [answer] = await house.doors.perform(house.as(who), asked);
    if (answer === undefined) throw new Error('an act has an outcome');
    return answer;
  };
  const outcome = async (who: PersonId, asked: Act) => (await act(who, asked)).outcome;
  const seen = async (who: PersonId): Promise<Papers> => {
    const shown = await house.doors.papers(house.as(who));
    if (shown.kind === 'refused') throw new Error(shown.because);
    return shown.view;
  };
  const council = async (who: PersonId): Promise<Council> => {
    const shown = await house.doors.council(house.as(who));
    if (shown.kind === 'refused') throw new Error(shown.because);
    return shown.view;
  };
  const things = () => house.storage.records.things(ZPV, ['paper', 'statement', 'council']);
  return { ...house, cast, act, outcome, seen, council, things };
}

const refused = (because: string) => ({ kind: 'refused', because });
const plan = (
  kind: PaperKind = 'wres',
  meeting = '2026-05-07-0930',
  quarter = '2026-01-01',
): Act => ({ verb: 'plan-paper', data: { kind, quarter, meeting } });
const record = (
  kind: PaperKind = 'wres',
  day = '2026-05-07',
  quarter = '2026-01-01',
  minute = 'Item 9',
): Act => ({ verb: 'record-paper', data: { kind, quarter, date: day, minute } });
const present = (paper: string, more: { date?: string; networks?: 'yes' } = {}): Act => ({
  verb: 'present-paper',
  data: { paper, minute: 'Item 9', ...more },
});
const reopen = (paper: string): Act => ({ verb: 'reopen-paper', data: { paper } });
const withdraw = (paper: string): Act => ({ verb: 'withdraw-paper', data: { paper } });

test('a paper is planned, presented, taken back and taken off, and each step shows', async () => {
  const { act, outcome, seen, cast, clock, storage } = await trust();
  const { subject, outcome: planned } = await act(cast.secretary, plan());
  expect(planned).toEqual({ kind: 'done' });
  expect((await seen(cast.boardChair)).papers).toMatchObject([
    { id: subject, state: 'planned', date: '2026-05-07', may: [] },
  ]);
  expect((await seen(cast.secretary)).papers[0]?.may).toEqual(['withdraw']);
  expect(await outcome(cast.secretary, present(subject))).toEqual(refused('board-to-meet'));

  clock.moveTo('2026-05-08T08:30:00.000Z');
  expect((await seen(cast.edi)).papers[0]?.may).toEqual(['present', 'withdraw']);
  expect(await outcome(cast.edi, present(subject))).toEqual({ kind: 'done' });
  expect(await outcome(cast.edi, present(subject))).toEqual({ kind: 'already' });
  const shown = await seen(cast.secretary);
  expect(shown.papers).toMatchObject([
    { state: 'presented', date: '2026-05-07', minute: 'Item 9', may: ['reopen', 'withdraw'] },
  ]);
  // Data of January to March: covered is the quarter in which the board saw them.
  expect(shown.covered.n).toBe(1);
  expect(shown.covered.quarters.at(-1)).toEqual({
    ...{ start: '2026-04-01', end: '2026-06-30', current: true },
    seen: [{ kind: 'wres', date: '2026-05-07' }],
  });
  expect(await outcome(cast.secretary, reopen(subject))).toEqual({ kind: 'done' });
  expect((await seen(cast.secretary)).covered.n).toBe(0);
  expect(await outcome(cast.secretary, withdraw(subject))).toEqual({ kind: 'done' });
  expect(await outcome(cast.secretary, withdraw(subject))).toEqual({ kind: 'already' });
  expect((await seen(cast.secretary)).papers).toEqual([]);
  expect(await outcome(cast.secretary, present(subject))).toEqual(refused('paper-withdrawn'));
  expect((await storage.auditor.verify(ZPV)).faults).toEqual([]);
});

test('what has no board, no quarter yet or no such paper is refused, and nothing is kept', async () => {
  const { outcome, seen, cast, clock } = await trust();
  const by = cast.secretary;
  expect(await outcome(by, plan('wres', 'board-of-another-trust'))).toEqual(
    refused('no-such-board-meeting'),
  );
  expect(await outcome(by, plan('wres', '2026-05-21-0930'))).toEqual(refused('not-the-board'));
  expect(await outcome(by, plan('wres', '2026-09-10-0930', '2026-07-01'))).toEqual(
    refused('quarter-to-come'),
  );
  expect(await outcome(by, record())).toEqual(refused('board-to-meet'));
  expect(await outcome(by, record('wres', '2026-05-08'))).toEqual(refused('no-such-board-meeting'));
  expect(await outcome(by, present('20260409-9'))).toEqual(refused('no-such-paper'));
  expect(await outcome(by, withdraw('20260409-9'))).toEqual(refused('no-such-paper'));
  clock.moveTo('2026-06-01T08:30:00.000Z');
  expect(await outcome(by, plan())).toEqual(refused('board-has-met'));
  expect(await outcome(by, record('wres', '2026-05-21'))).toEqual(refused('not-the-board'));
  expect((await seen(by)).papers).toEqual([]);
});

test('the same kind at the same board is one paper, for two people too', async () => {
  const { act, outcome, seen, cast, clock } = await trust();
  const [one, two] = await Promise.all([act(cast.secretary, plan()), act(cast.edi, plan())]);
  expect([one.outcome.kind, two.outcome.kind].toSorted()).toEqual(['already', 'done']);
  expect(one.subject).toBe(two.subject);
  // A day within the quarter means that quarter.
  expect(await outcome(cast.edi, plan('wres', '2026-05-07-0930', '2026-02-14'))).toEqual({
    kind: 'already',
  });
  expect(await outcome(cast.edi, plan('wres', '2026-05-07-0930', '2025-10-01'))).toEqual(
    refused('another-paper-that-day'),
  );
  const later = await act(cast.edi, plan('wres', '2026-07-09-0930'));
  clock.moveTo('2026-07-10T08:30:00.000Z');
  // What was planned for May was seen in July, for which another is down.
  expect(await outcome(cast.edi, present(one.subject, { date: '2026-07-09' }))).toEqual(
    refused('another-paper-that-day'),
  );
  // Recorded as if it had not been planned: it is the planned one.
  const recorded = await act(cast.edi, record('wres', '2026-07-09'));
  expect(recorded).toEqual({ subject: later.subject, outcome: { kind: 'done' } });
  expect(await outcome(cast.secretary, record('wres', '2026-07-09'))).toEqual({ kind: 'already' });
  expect(
    await outcome(cast.secretary, record('wres', '2026-07-09', '2026-01-01', 'Item 12')),
  ).toEqual(refused('presented-already'));
  expect((await seen(cast.edi)).papers).toHaveLength(2);
});

test('a paper recorded without a plan has none to go back to', async () => {
  const { act, outcome, cast, clock } = await trust();
  clock.moveTo('2026-05-08T08:30:00.000Z');
  const { subject } = await act(cast.edi, record());
  expect(await outcome(cast.edi, reopen(subject))).toEqual(refused('never-planned'));
  expect(await outcome(cast.edi, withdraw(subject))).toEqual({ kind: 'done' });
  expect(await outcome(cast.edi, record())).toEqual({ kind: 'done' });
});

test('the same tap is the same act, however late, and no other', async () => {
  const { act, seen, cast } = await trust();
  const tapped = (tap: string): Act => ({
    verb: 'plan-paper',
    data: { kind: 'wres', quarter: '2026-01-01', meeting: '2026-05-07-0930', tap },
  });
  const { subject } = await act(cast.secretary, tapped('one'));
  const taken: Act = { verb: 'withdraw-paper', data: { paper: subject, tap: 'one' } };
  expect((await act(cast.secretary, taken)).outcome).toEqual(refused('tap-used-before'));
  await act(cast.secretary, withdraw(subject));
  expect((await act(cast.secretary, tapped('one'))).outcome).toEqual({ kind: 'already' });
  expect((await seen(cast.secretary)).papers).toEqual([]);
});

test('what the next board should see and nobody has planned is told, with when it last saw it', async () => {
  const { act, seen, cast, clock } = await trust();
  const first = await seen(cast.secretary);
  expect(first.next).toMatchObject({ date: '2026-05-07', papersDue: '2026-04-28' });
  expect(first.missing).toEqual([
    { kind: 'wres' },
    { kind: 'workforce-by-ethnic-group' },
    { kind: 'staff-survey' },
    { kind: 'quarterly-review' },
  ]);
  await act(cast.secretary, plan('staff-survey'));
  clock.moveTo('2026-05-07T08:31:00.000Z');
  await act(cast.secretary, record('wres'));
  await act(cast.secretary, record('quarterly-review'));
  const then = await seen(cast.secretary);
  expect(then.next?.date).toBe('2026-07-09');
  // A review of last quarter is none of July's; the survey was planned, and never recorded.
  expect(then.missing).toEqual([
    { kind: 'workforce-by-ethnic-group' },
    { kind: 'staff-survey' },
    { kind: 'quarterly-review', last: '2026-05-07' },
  ]);
});

test('quarters are covered by the day of presenting, known then and now alike', async () => {
  const { act, cast, clock, things } = await trust();
  clock.moveTo('2026-07-20T08:30:00.000Z');
  await act(cast.edi, record('workforce-by-ethnic-group', '2026-07-09', '2026-04-01'));
  await act(cast.edi, record('staff-survey', '2026-05-07'));
  const all = await things();
  const figure = (papers: readonly Paper[], on: string) => quartersCovered(papers, date(on)).n;
  expect(all.paper.map(presentedOn)).toEqual(['2026-07-09', '2026-05-07']);
  expect(figure(all.paper, '2026-07-08')).toBe(0);
  expect(figure(all.paper, '2026-07-09')).toBe(1);
  expect(figure(all.paper, '2027-06-30')).toBe(1);
  expect(figure(all.paper, '2027-07-01')).toBe(0);
  const before = thingsAsKnown(all, endOfDay(date('2026-07-19')));
  expect(figure(before.paper, '2026-07-09')).toBe(0);
});

test('who has no part in it may neither see nor change it', async () => {
  const { outcome, doors, as, cast } = await trust();
  for (const who of [cast.nurse, cast.chair, cast.assistant]) {
    expect(await doors.papers(as(who))).toMatchObject({ kind: 'refused', because: 'not-yours' });
    expect(await doors.council(as(who))).toMatchObject({ kind: 'refused', because: 'not-yours' });
    expect(await outcome(who, plan())).toEqual(refused('not-allowed'));
  }
  expect(await outcome(cast.boardChair, plan())).toEqual(refused('not-allowed'));
  expect(await outcome(cast.secretary, met())).toEqual(refused('not-allowed'));
  expect(await outcome(cast.secretary, say())).toEqual(refused('not-allowed'));
  const foreign: Act = { verb: 'withdraw-paper', data: { paper: 'x', organisation: 'RXX' } };
  expect(await outcome(cast.secretary, foreign)).toEqual(refused('other-organisation'));
});

const say = (
  state: 'in-place' | 'development-area' = 'in-place',
  evidence: string | undefined = 'Talent report 2026',
  more: { sure?: 'yes'; tap?: string } = {},
): Act => ({
  verb: 'say-line',
  data: { line: 'S1.a', state, ...more, ...(evidence === undefined ? {} : { evidence }) },
});
const met = (day = '2026-04-08', document = 'council-minutes.docx', sure?: 'yes'): Act => ({
  verb: 'record-council-meeting',
  data: { date: day, document, ...(sure === undefined ? {} : { sure }) },
});

test('a line is in place with its evidence; what stood before stands again once it is taken back', async () => {
  const { act, outcome, council, cast, clock, things } = await trust();
  expect((await council(cast.edi)).lines.map(({ said }) => said)).toEqual(Array(5).fill(undefined));
  expect(await outcome(cast.edi, say('in-place', ''))).toEqual(refused('evidence-needed'));
  expect(await act(cast.edi, say('development-area', ''))).toEqual({
    subject: 'S1.a~0',
    outcome: { kind: 'done' },
  });
  clock.moveTo('2026-06-01T08:30:00.000Z');
  const { subject } = await act(cast.sponsor, say());
  expect(await outcome(cast.edi, say())).toEqual({ kind: 'already' });
  const line = async () => (await council(cast.boardChair)).lines[0]?.said;
  expect(await line()).toEqual({
    ...{ move: subject, state: 'in-place', date: '2026-06-01', evidence: 'Talent report 2026' },
  });
  const [statement] = (await things()).statement;
  expect(standingStatement(statement, date('2026-05-31'))?.state).toBe('development-area');
  const back: Act = { verb: 'take-back-line', data: { move: subject } };
  expect(await outcome(cast.edi, back)).toEqual({ kind: 'done' });
  expect(await outcome(cast.edi, back)).toEqual({ kind: 'already' });
  expect(await line()).toMatchObject({ state: 'development-area', date: '2026-04-09' });
  const none: Act = { verb: 'take-back-line', data: { move: 'S1.b~0' } };
  expect(await outcome(cast.edi, none)).toEqual(refused('nothing-to-take-back'));
});

test('the council has terms and meetings, and counts as meeting for six months', async () => {
  const { act, outcome, council, cast, things, storage } = await trust();
  expect(await outcome(cast.edi, met('2026-04-10'))).toEqual(refused('day-to-come'));
  const terms: Act = {
    verb: 'approve-terms',
    data: { date: '2026-03-03', document: 'terms-of-reference.docx' },
  };
  expect(await outcome(cast.edi, terms)).toEqual({ kind: 'done' });
  expect(await outcome(cast.sponsor, terms)).toEqual({ kind: 'already' });
  const { subject } = await act(cast.edi, met());
  expect(await outcome(cast.edi, met('2026-04-08', 'minutes, final.docx'))).toEqual({
    kind: 'done',
  });
  const view = await council(cast.secretary);
  expect(view).toMatchObject({ mayKeep: false, metLately: true, terms: { date: '2026-03-03' } });
  expect(view.meetings).toMatchObject([{ date: '2026-04-08', document: 'minutes, final.docx' }]);
  const [known] = (await things()).council;
  expect(councilOn(known, date('2026-10-07')).metLately).toBe(true);
  expect(councilOn(known, date('2026-10-08')).metLately).toBe(false);
  const back = (move: string): Act => ({ verb: 'take-back-council', data: { move } });
  for (const { move } of view.meetings) await act(cast.edi, back(move));
  // The document that was corrected stands again, until it goes too.
  expect((await council(cast.edi)).meetings).toMatchObject([{ document: 'council-minutes.docx' }]);
  await act(cast.edi, back(subject));
  expect((await council(cast.edi)).meetings).toEqual([]);
  expect(await outcome(cast.edi, back('S1.a~0'))).toEqual(refused('nothing-to-take-back'));
  expect((await storage.auditor.verify(ZPV)).faults).toEqual([]);
});

test.each([
  'Leila Kaur, Oluwaseun Moyo and Simon Farah',
  'Dr Leila Kaur; Mr Simon Farah',
  'minutes, ask leila.kaur@pennine-vale.example',
])('“%s” is asked about before it is kept as a document', async (document) => {
  const { outcome, cast } = await trust();
  expect(await outcome(cast.edi, met('2026-04-08', document))).toEqual(refused('may-name-people'));
  expect(await outcome(cast.edi, say('in-place', document))).toEqual(refused('may-name-people'));
  expect(await outcome(cast.edi, met('2026-04-08', document, 'yes'))).toEqual({ kind: 'done' });
});

test.each([
  'Terms of Reference, Leadership Council, March 2026',
  'SharePoint: People Directorate / Council Minutes / April',
  'council-minutes-2026-04-08.docx',
  'Minute 14/26, approved by the Trust Board and the People Committee',
  '<b>${name}</b>',
])('“%s” names nobody', async (document) => {
  const { outcome, council, cast } = await trust();
  expect(await outcome(cast.edi, met('2026-04-08', document))).toEqual({ kind: 'done' });
  expect((await council(cast.edi)).meetings[0]?.document).toBe(document);
});

test('the ledger tells of papers, lines and the council by ids alone', async () => {
  const { act, cast, clock, tables } = await trust();
  clock.moveTo('2026-05-08T08:30:00.000Z');
  await act(cast.edi, record('wres', '2026-05-07', '2026-01-01', 'A minute of ours'));
  await act(cast.edi, met('2026-04-08', 'A document of ours'));
  await act(cast.edi, say('in-place', 'An evidence of ours'));
  const entries: string[] = [];
  for await (const row of tables.records.range(partitionOf(ZPV), 'l|', 'l~')) {
    entries.push(JSON.stringify(row));
  }
  for (const entry of entries) expect(entry).not.toContain('of ours');
  expect(entries.some((entry) => entry.includes('record-council-meeting'))).toBe(true);
});
