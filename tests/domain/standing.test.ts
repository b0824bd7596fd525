import { expect, test } from 'vitest';
import type { Assignment } from '../../bot/domain/facts.ts';
import { defaultGradeMap } from '../../bot/domain/grade.ts';
import { employmentOn, presenceOn, standingOn, supervisorOn } from '../../bot/domain/standing.ts';
import type { Instant, PlainDate } from '../../bot/domain/time.ts';

const day = (text: string) => text as PlainDate;

function assignment(given: Partial<Record<keyof Assignment, unknown>> = {}): Assignment {
  return {
    on: day('2019-04-01'),
    recordedAt: '2026-04-09T08:30:00.000Z' as Instant,
    assignment: '1-1',
    title: 'Head of Something',
    directorate: 'People',
    grade: 'NHS|XR08|',
    primary: true,
    away: false,
    start: day('2019-04-01'),
    ...given,
  } as Assignment;
}

const standing = (assignments: Assignment[], date: string) =>
  standingOn({ assignments }, day(date), defaultGradeMap);

const band7 = assignment({ grade: 'NHS|XR07|' });
const actingUp = assignment({
  ...{ assignment: '1-2', grade: 'NHS|XR10|', primary: false },
  ...{ on: '2026-06-01', start: '2026-06-01', end: '2026-11-30' },
});

test('a leaver counts on the last day and not on the day after', () => {
  const leaver = [assignment({ end: '2026-08-31' })];
  expect(standing(leaver, '2026-08-31')).toEqual({ kind: 'leader', band: '8a' });
  expect(standing(leaver, '2026-09-01')).toEqual({ kind: 'not-employed', because: 'left' });
  expect(employmentOn({ assignments: leaver }, day('2026-09-01'))).toEqual({
    kind: 'left',
    on: '2026-08-31',
  });
});

test('an end that a later list tells of holds from its own day', () => {
  const versions = [assignment(), assignment({ on: '2026-10-01', end: '2026-08-31' })];
  expect(standing(versions, '2026-09-15')).toEqual({ kind: 'not-employed', because: 'left' });
  expect(standing(versions, '2026-08-31')).toEqual({ kind: 'leader', band: '8a' });
});

test('an end that a later list takes back does not hold', () => {
  const versions = [assignment({ end: '2026-08-31' }), assignment({ on: '2026-10-01' })];
  expect(standing(versions, '2026-09-15')).toEqual({ kind: 'leader', band: '8a' });
});

test('somebody who left and came back under the same number was away from the house in between', () => {
  const versions = [
    assignment({ end: '2026-03-31' }),
    assignment({ on: '2026-10-01', start: '2026-09-01' }),
  ];
  expect(standing(versions, '2026-03-31').kind).toBe('leader');
  expect(standing(versions, '2026-05-01')).toEqual({ kind: 'not-employed', because: 'left' });
  expect(standing(versions, '2026-10-01').kind).toBe('leader');
});

test('nobody counts before their start', () => {
  const joiner = [assignment({ on: '2026-09-14', start: '2026-09-14' })];
  expect(standing(joiner, '2026-09-13')).toEqual({ kind: 'not-employed', because: 'not-yet' });
  expect(standing(joiner, '2026-09-14').kind).toBe('leader');
  expect(standing([], '2026-09-14')).toEqual({ kind: 'not-employed', because: 'never-listed' });
});

test('a promotion holds from the list’s date, and the past stays as it was', () => {
  const versions = [
    assignment({ grade: 'NHS|XR07|' }),
    assignment({ on: '2026-10-01', grade: 'NHS|XR09|' }),
  ];
  expect(standing(versions, '2026-09-30')).toEqual({ kind: 'not-a-leader', because: 'below-8a' });
  expect(standing(versions, '2026-10-01')).toEqual({ kind: 'leader', band: '8b' });
});

test('of two versions of the same day the one recorded last stands', () => {
  const wrong = assignment({ grade: 'NHS|XR09|' });
  const corrected = assignment({ grade: 'NHS|XR10|', recordedAt: '2026-04-10T08:30:00.000Z' });
  expect(standing([corrected, wrong], '2026-04-01')).toEqual({ kind: 'leader', band: '8c' });
});

test('the highest band held counts', () => {
  const second = assignment({ assignment: '1-2', grade: 'NHS|XR11|', primary: false });
  expect(standing([assignment(), second], '2026-04-01')).toEqual({ kind: 'leader', band: '8d' });
});

test('acting up from 1 June counts from 1 September, and not beyond its end', () => {
  const both = [band7, actingUp];
  const waiting = { kind: 'not-a-leader', because: 'acting-up', from: '2026-09-01' };
  expect(standing(both, '2026-05-31')).toEqual({ kind: 'not-a-leader', because: 'below-8a' });
  expect(standing(both, '2026-06-01')).toEqual(waiting);
  expect(standing(both, '2026-08-31')).toEqual(waiting);
  expect(standing(both, '2026-09-01')).toEqual({ kind: 'leader', band: '8c' });
  expect(standing(both, '2026-11-30')).toEqual({ kind: 'leader', band: '8c' });
  expect(standing(both, '2026-12-01')).toEqual({ kind: 'not-a-leader', because: 'below-8a' });
});

test('a leader who acts up keeps their own band meanwhile', () => {
  expect(standing([assignment(), actingUp], '2026-07-01')).toEqual({ kind: 'leader', band: '8a' });
});

test('a second assignment without an end is no acting up', () => {
  const { end: _, ...lasting } = actingUp;
  expect(standing([band7, lasting], '2026-06-01')).toEqual({ kind: 'leader', band: '8c' });
});

test('a fixed-term assignment that is somebody’s only one counts at once', () => {
  expect(standing([actingUp], '2026-06-01')).toEqual({ kind: 'leader', band: '8c' });
});

test('medical and non-executive people are no leaders unless the map says so', () => {
  const consultant = [assignment({ grade: 'NHS|YC72|Consultant|' })];
  expect(standing(consultant, '2026-04-01')).toEqual({ kind: 'not-a-leader', because: 'medical' });
  expect(standing([assignment({ grade: 'ZZ|NED|' })], '2026-04-01')).toEqual({
    kind: 'not-a-leader',
    because: 'non-executive',
  });
  const listed = { ...defaultGradeMap, YC72: 'VSM' };
  expect(standingOn({ assignments: consultant }, day('2026-04-01'), listed).kind).toBe('leader');
});

test('a grade that no rule knows is its own kind, unless another assignment settles it', () => {
  const unknown = assignment({ assignment: '1-2', grade: 'NHS|ZL03|' });
  expect(standing([unknown], '2026-04-01')).toEqual({
    kind: 'unknown-grade',
    grades: ['NHS|ZL03|'],
  });
  expect(standing([band7, unknown], '2026-04-01').kind).toBe('unknown-grade');
  expect(standing([assignment(), unknown], '2026-04-01').kind).toBe('leader');
});

test('away holds from the first list that says so until one says otherwise', () => {
  const person = {
    assignments: [
      assignment(),
      assignment({ on: '2026-10-01', away: true }),
      assignment({ on: '2026-11-01', away: true, grade: 'NHS|XR09|' }),
      assignment({ on: '2027-04-01' }),
    ],
  };
  expect(presenceOn(person, day('2026-09-30'))).toEqual({ kind: 'present' });
  expect(presenceOn(person, day('2026-12-01'))).toEqual({ kind: 'away', since: '2026-10-01' });
  expect(presenceOn(person, day('2027-04-01'))).toEqual({ kind: 'present' });
  expect(presenceOn(person, day('2019-01-01'))).toEqual({ kind: 'not-employed' });
});

test('the main assignment says whether somebody is away, and who supervises', () => {
  const second = assignment({ assignment: '1-2', primary: false, supervisor: 'other' });
  const main = assignment({ away: true, supervisor: 'chief' });
  expect(presenceOn({ assignments: [second, main] }, day('2026-04-01')).kind).toBe('away');
  expect(supervisorOn({ assignments: [second, main] }, day('2026-04-01'))).toEqual({
    kind: 'named',
    supervisor: 'chief',
  });
});

test('a new supervisor holds from the list’s date; somebody who left has none', () => {
  const person = {
    assignments: [
      assignment({ supervisor: 'a', end: '2026-12-31' }),
      assignment({ on: '2026-10-01', supervisor: 'b', end: '2026-12-31' }),
    ],
  };
  expect(supervisorOn(person, day('2026-09-30'))).toEqual({ kind: 'named', supervisor: 'a' });
  expect(supervisorOn(person, day('2026-10-01'))).toEqual({ kind: 'named', supervisor: 'b' });
  expect(supervisorOn(person, day('2027-01-01'))).toEqual({ kind: 'nobody' });
});
