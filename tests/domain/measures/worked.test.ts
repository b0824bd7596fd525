import { expect, test } from 'vitest';
import type { Paper } from '../../../bot/domain/board/paper.ts';
import type { Goal } from '../../../bot/domain/goals/goal.ts';
import type { Person, Role } from '../../../bot/domain/facts.ts';
import { goalEligibility } from '../../../bot/domain/measures/who-counts.ts';
import type { Instant } from '../../../bot/domain/time.ts';
import { date, id, leader } from './generated-people.ts';
import { lineOf, nothing, practiceTrust } from './practice-trust.ts';

const at = (day: string) => `${day}T10:00:00.000Z` as Instant;
const april = await practiceTrust('april');
const october = await practiceTrust('october');

test('on the practice trust S3.b is 20 of 29 on 1 April 2026: 80 is less than 87', () => {
  const line = lineOf('S3.b', april.known('2026-04-01'));
  expect(line).toMatchObject({ n: 20, of: 29, ready: false, deliverable: false });
});

test('sessions of 17 May 2023 count until 16 May 2026, and not a day longer', () => {
  expect(lineOf('S3.b', april.known('2026-05-16')).n).toBe(20);
  expect(lineOf('S3.b', april.known('2026-05-17')).n).toBe(14);
});

test('assistants count as direct reports where the organisation says so', () => {
  const settings = { ...april.frame.settings, assistantsCount: true };
  const known = april.known('2026-04-01', { frame: { ...april.frame, settings } });
  expect(lineOf('S3.b', known)).toMatchObject({ n: 20, of: 35 });
});

test('history shows 5 meetings in the 12 months to 8 April 2026, of 4', () => {
  const line = lineOf('S4', april.known('2026-04-08'));
  expect(line).toMatchObject({ n: 5, of: 4, ready: true, before: 5 });
});

test('in October the leaver is out, the interim is in, and a vacancy is nobody', () => {
  expect(lineOf('S3', october.known('2026-08-31'))).toMatchObject({ n: 5, of: 7 });
  // The operating officer, who had education, gives way to the interim, who has none.
  expect(lineOf('S3', october.known('2026-09-01'))).toMatchObject({ n: 4, of: 7 });
});

test('reports of the supervisor who left stay in the cohort, flagged', () => {
  const line = lineOf('S3.b', october.known('2026-09-01'));
  expect(line).toMatchObject({ of: 29, flagged: 2 });
  expect(lineOf('S3.b', october.known('2026-08-31')).flagged).toBeUndefined();
});

test.each([
  ['acting up from 1 June', 'Claire', 'Mahmood', '2026-08-31', 'acting-up'],
  ['acting up for three months, without grace', 'Claire', 'Mahmood', '2026-09-01', 'eligible'],
  ['joined on 1 July', 'Lucy', 'Asante', '2026-09-30', 'grace'],
  ['joined on 1 July, three months on', 'Lucy', 'Asante', '2026-10-01', 'eligible'],
  ['joined on 14 September', 'Joanne', 'García', '2026-12-13', 'grace'],
  ['joined on 14 September, three months on', 'Joanne', 'García', '2026-12-14', 'eligible'],
  ['the interim is a leader with grace', 'Ngozi', 'Mensah', '2026-11-30', 'grace'],
  ['away from the list’s date on', 'Priya', 'Desai', '2026-10-01', 'away'],
  ['not away before it', 'Priya', 'Desai', '2026-09-30', 'eligible'],
  ['on a break', 'Karen', 'Osei', '2026-10-01', 'away'],
  ['a grade that no rule knows', 'Kwame', 'Clegg', '2026-10-01', 'unknown-grade'],
  ['left on 31 August: in until then', 'Oluwaseun', 'Pickles', '2026-08-31', 'eligible'],
  ['left on 31 August', 'Oluwaseun', 'Pickles', '2026-09-01', 'not-a-leader'],
])('who counts for S2: %s', (_, given, family, on, kind) => {
  const { named, frame } = october;
  expect(goalEligibility(named(family, given), frame.settings, date(on)).kind).toBe(kind);
});

test('each who is outside stands beside N, the unknown grade on its own line', () => {
  expect(lineOf('S2', october.known('2026-10-01'))).toMatchObject({
    of: 81,
    exclusions: [
      { why: 'grace', count: 2 },
      { why: 'away', count: 2 },
      { why: 'unknown-grade', count: 1 },
    ],
  });
});

test('October’s staff list leaves April’s figures as they were', () => {
  for (const on of ['2025-12-31', '2026-04-01', '2026-04-30']) {
    for (const code of ['S2', 'S3', 'S3.b', 'S4']) {
      expect(lineOf(code, october.known(on))).toEqual(lineOf(code, april.known(on)));
    }
  }
});

/** People of whom so many of the first have met their mentor, all of them directors. */
function directors(many: number, met: number) {
  const people = Array.from({ length: many }, (_, index): Person => {
    const person = id(index + 1);
    const on = date('2026-01-01');
    const session = { id: `${person}.1`, person, what: 'mentoring-session', on } as const;
    const moves = [{ to: 'verified', at: at('2026-01-02') }] as const;
    const history = index < met ? [{ ...session, document: 'register.xlsx', moves }] : [];
    return leader(index + 1, { history });
  });
  const roles = people.map(({ id: person }): Role => {
    const on = date('2025-04-01');
    return { role: 'non-executive-director', person, on, recordedAt: at('2025-04-01') };
  });
  return { people, roles };
}

test.each([
  [67, 50, false],
  [71, 53, false],
  [4, 3, true],
  [72, 54, true],
  [0, 0, false],
])(
  'of %i, %i have met their mentor: ready is %s, never by a rounded percentage',
  (of, n, ready) => {
    const { people, roles } = directors(of, n);
    const known = april.known('2026-04-01', { people, frame: { ...april.frame, roles } });
    expect(lineOf('S3.b', known)).toMatchObject({ n, of, ready });
  },
);

test('somebody with two roles, two assignments and a director above them is one person', () => {
  const { people, roles } = directors(4, 3);
  const [one, boss] = people;
  if (one === undefined || boss === undefined) throw new Error('two are needed');
  const list = { on: date('2025-04-01'), recordedAt: at('2025-04-02'), start: date('2019-04-01') };
  const listed = {
    ...list,
    ...{ assignment: '1', title: 'Director', directorate: 'Board', primary: true, away: false },
    ...{ grade: 'ZZ|VSM|Very Senior Manager|', supervisor: boss.id },
  };
  const twice = { ...one, assignments: [listed, { ...listed, assignment: '2', primary: false }] };
  const more: Role = { ...list, role: 'executive-director', person: one.id };
  const known = april.known('2026-04-01', {
    people: [twice, ...people.slice(1)],
    frame: { ...april.frame, roles: [...roles, more] },
  });
  expect(lineOf('S3.b', known)).toMatchObject({ n: 3, of: 4, ready: true });
  expect(lineOf('S3', known).of).toBe(1);
});

test('a director whom the staff list ended is out, though nobody ended the role', () => {
  const boss = october.named('Hargreaves', 'Gareth');
  const roles = october.frame.roles.map(({ to, ...role }): Role =>
    role.person === boss.id || to === undefined ? role : { ...role, to },
  );
  const known = october.known('2026-09-01', { frame: { ...october.frame, roles } });
  expect(lineOf('S3', known).of).toBe(7);
  expect(lineOf('S3.b', known)).toMatchObject({ of: 29, flagged: 2 });
});

test('reports of somebody who is no director any more, and still here, are out', () => {
  const boss = april.named('Hargreaves', 'Gareth');
  const roles = april.frame.roles.map((role): Role =>
    role.person === boss.id ? { ...role, to: date('2026-04-30') } : role,
  );
  const line = lineOf('S3.b', april.known('2026-05-01', { frame: { ...april.frame, roles } }));
  expect(line.flagged).toBeUndefined();
  // Two of his reports; he himself reports to the chief executive and stays.
  expect(line.of).toBe(27);
});

test('two executives at one meeting cover one meeting', () => {
  // Two were there on 14 May, 12 November and 14 January: eight attendances at five meetings.
  const attended = april.people.flatMap(({ history }) =>
    history.filter(({ what }) => what === 'attendance'),
  );
  expect(attended).toHaveLength(8);
  expect(lineOf('S4', april.known('2026-04-01')).n).toBe(5);
});

type Moves = Goal['moves'];
const agreed: Moves = [
  { to: 'drafted', version: 1, at: at('2025-05-01'), by: id(1) },
  { to: 'agreed-by-leader', version: 1, at: at('2025-05-01'), by: id(1) },
  { to: 'agreed-by-manager', version: 1, at: at('2025-05-02'), by: id(2) },
];
const said = (outcome: 'achieved' | 'partly', confirmed: string): Moves => [
  ...agreed,
  { to: 'proposed', outcome, at: at('2026-03-01'), by: id(1) },
  { to: 'confirmed', outcome, at: at(confirmed), by: id(2) },
];
const withGoals = (...all: Moves[]): Person[] =>
  all.map((moves, index) => {
    const [person, year] = [id(index + 1), date('2025-04-01')];
    const goal: Goal = { id: 'goal', person, year, due: date('2026-03-31'), moves };
    return leader(index + 1, { goals: [goal] });
  });

test('goals met are of agreed goals that fell due: partly is not met, unconfirmed stays', () => {
  const [drafted] = agreed;
  const people = withGoals(said('achieved', '2026-03-02'), said('partly', '2026-03-02'), agreed, [
    drafted,
  ]);
  const known = april.known('2026-04-01', { people: [...people, leader(9, {})] });
  expect(lineOf('S2.met', known)).toMatchObject({ n: 1, of: 3, goalYear: '2025-04-01' });
});

test('a goal that was met and confirmed late moves the figure of the earlier day', () => {
  const people = withGoals(said('achieved', '2026-04-20'));
  expect(lineOf('S2.met', april.known('2026-04-01', { people }))).toMatchObject({ n: 1, of: 1 });
});

test('an agreement that was taken back never was', () => {
  const undo = { to: 'taken-back', at: at('2025-05-03'), by: id(2) } as const;
  const people = withGoals([...agreed, undo]).map((person) => {
    const [on, start] = [date('2019-04-01'), date('2019-04-01')];
    const listed = {
      on,
      start,
      recordedAt: at('2025-04-02'),
      grade: 'ZZ|VSM|Very Senior Manager|',
    };
    const more = { assignment: '1', title: 'Director', directorate: 'Board', primary: true };
    return { ...person, assignments: [{ ...listed, ...more, away: false }] };
  });
  expect(lineOf('S2', april.known('2025-05-02', { people }))).toMatchObject({ n: 0, of: 1 });
});

test('last year’s report stands on the day it was made, also once it is reported again', () => {
  const report = (on: string, n: number) =>
    ({ to: 'reported', on: date(on), n, of: 9, document: 'paper', at: at(on), by: id(1) }) as const;
  const year = date('2025-04-01');
  const moves = [report('2026-05-01', 4), report('2026-06-01', 5)] as const;
  const things = { ...nothing, 'goal-report': [{ id: year, year, moves }] };
  expect(lineOf('S2', april.known('2026-04-30', { things })).reported).toBeUndefined();
  expect(lineOf('S2', april.known('2026-05-31', { things })).reported?.n).toBe(4);
  expect(lineOf('S2', april.known('2026-06-01', { things })).reported?.n).toBe(5);
});

test('a quarter is covered by when the board saw the paper, not by what the paper is of', () => {
  const presented = { to: 'presented', on: date('2026-05-07'), minute: '9' } as const;
  const moves = [{ ...presented, at: at('2026-05-08'), by: id(1) }] as const;
  const paper: Paper = { id: 'paper', kind: 'wres', quarter: date('2026-01-01'), moves };
  const line = lineOf('S5', april.known('2026-06-30', { things: { ...nothing, paper: [paper] } }));
  expect(line).toMatchObject({ n: 1, of: 2, ready: false });
  expect(line.board?.quarters.filter(({ covered }) => covered)).toEqual([
    { start: '2026-04-01', end: '2026-06-30', covered: true },
  ]);
});
