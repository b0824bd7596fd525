import fc from 'fast-check';
import { expect, test } from 'vitest';
import { corrected, type Correction } from '../../bot/domain/corrections.ts';
import type { Assignment, PersonId } from '../../bot/domain/facts.ts';
import { defaultGradeMap, gradeMeaning } from '../../bot/domain/grade.ts';
import { employmentOn, presenceOn, standingOn, supervisorOn } from '../../bot/domain/standing.ts';
import type { Instant, PlainDate } from '../../bot/domain/time.ts';

const day = (text: string) => text as PlainDate;
const band8a = 'NHS|XR08|8a|';
const lead = 'edi' as PersonId;

/** What a list of that day says; recorded at noon of it. */
function list(on: string, said: Partial<Assignment> = {}): Assignment {
  return {
    ...{ on: day(on), recordedAt: `${on}T12:00:00.000Z` as Instant, assignment: '1-1' },
    ...{ title: 'Head of Something', directorate: 'People', grade: 'NHS|ZL03|Local|' },
    ...{ primary: true, away: false, start: day('2019-04-01') },
    ...said,
  };
}

function correction(madeOn: string, said: Partial<Correction>): Correction {
  const at = `${madeOn}T09:00:00.000Z` as Instant;
  return {
    ...{ id: madeOn, assignment: '1-1', what: 'grade' as const, from: day(madeOn) },
    ...{ because: 'wrong-on-the-list' as const, moves: [{ to: 'made', at, by: lead }] },
    ...said,
  };
}

const bandOn = (listed: readonly Assignment[], corrections: Correction[], on: string) => {
  const standing = standingOn(
    { assignments: corrected(listed, corrections) },
    day(on),
    defaultGradeMap,
  );
  return standing.kind === 'leader' ? standing.band : standing.kind;
};

test('a corrected grade holds from its day, and not before', () => {
  const listed = [list('2019-04-01')];
  const made = correction('2026-05-20', { from: day('2026-04-01'), grade: gradeMeaning('8b') });
  expect(bandOn(listed, [made], '2026-03-31')).toBe('unknown-grade');
  expect(bandOn(listed, [made], '2026-04-01')).toBe('8b');
  expect(bandOn(listed, [made], '2027-04-01')).toBe('8b');
});

test('a list dated up to the day of the correction doesn’t undo it, whenever it comes', () => {
  const made = correction('2026-05-20', { from: day('2026-04-01'), grade: gradeMeaning('8b') });
  const late = list('2026-05-01', {
    grade: band8a,
    recordedAt: '2026-09-01T12:00:00.000Z' as Instant,
  });
  expect(bandOn([list('2019-04-01'), late], [made], '2026-06-01')).toBe('8b');
});

test('a later list that says the same old thing leaves the correction; one that says something new ends it', () => {
  const made = correction('2026-05-20', { from: day('2026-04-01'), grade: gradeMeaning('8b') });
  const listed = [list('2019-04-01'), list('2026-06-01', { title: 'Head of More' })];
  expect(bandOn(listed, [made], '2026-07-01')).toBe('8b');
  const newer = [...listed, list('2026-08-01', { grade: 'NHS|XR10|8c|' })];
  expect(bandOn(newer, [made], '2026-07-31')).toBe('8b');
  expect(bandOn(newer, [made], '2026-08-01')).toBe('8c');
});

test('somebody who left on a corrected day is out from the day after, and back with a list that says so', () => {
  const made = correction('2026-05-20', { what: 'end', from: day('2026-04-30') });
  const on = (listed: Assignment[], date: string) =>
    employmentOn({ assignments: corrected(listed, [made]) }, day(date)).kind;
  expect(on([list('2019-04-01')], '2026-04-30')).toBe('employed');
  expect(on([list('2019-04-01')], '2026-05-01')).toBe('left');
  const fixedTerm = list('2026-09-01', { end: day('2027-03-31') });
  expect(on([list('2019-04-01'), fixedTerm], '2026-10-01')).toBe('employed');
});

test('acting up that began earlier counts three months after its corrected start', () => {
  const own = list('2019-04-01', { assignment: '1-0', grade: 'NHS|XR07|7|' });
  const acting = list('2026-05-01', {
    ...{ primary: false, grade: band8a },
    ...{ start: day('2026-05-01'), end: day('2027-04-30') },
  });
  const made = correction('2026-05-20', { what: 'start', from: day('2026-02-01') });
  expect(bandOn([own, acting], [], '2026-05-01')).toBe('not-a-leader');
  expect(bandOn([own, acting], [made], '2026-04-30')).toBe('not-a-leader');
  expect(bandOn([own, acting], [made], '2026-05-01')).toBe('8a');
});

test('an absence begins on its corrected day and ends with the list that has them back', () => {
  const listed = [
    list('2019-04-01'),
    list('2026-04-01', { away: true }),
    list('2026-10-01', { away: false }),
  ];
  const made = correction('2026-05-20', { what: 'away', from: day('2026-01-12') });
  const on = (date: string) => presenceOn({ assignments: corrected(listed, [made]) }, day(date));
  expect(on('2026-01-11').kind).toBe('present');
  expect(on('2026-02-01')).toEqual({ kind: 'away', since: '2026-01-12' });
  expect(on('2026-09-30')).toEqual({ kind: 'away', since: '2026-01-12' });
  expect(on('2026-10-01').kind).toBe('present');
});

test('the supervisor is who the correction names, of that assignment alone', () => {
  const director = 'director' as PersonId;
  const made = correction('2026-05-20', { what: 'supervisor', supervisor: director });
  const assignments = corrected([list('2019-04-01')], [made]);
  expect(supervisorOn({ assignments }, day('2026-05-19'))).toEqual({ kind: 'nobody' });
  expect(supervisorOn({ assignments }, day('2026-05-20'))).toMatchObject({ supervisor: director });
});

test('of two corrections of one thing the later one stands; taken back, it never was', () => {
  const first = correction('2026-05-20', { from: day('2026-04-01'), grade: gradeMeaning('8b') });
  const second = correction('2026-06-20', { from: day('2026-04-01'), grade: gradeMeaning('8c') });
  expect(bandOn([list('2019-04-01')], [second, first], '2026-07-01')).toBe('8c');
  const [made] = second.moves;
  const back = { ...second, moves: [made, { ...made, to: 'taken-back' as const }] as const };
  expect(bandOn([list('2019-04-01')], [first, back], '2026-07-01')).toBe('8b');
});

test('no correction says anything of a day before its own', () => {
  const days = fc
    .integer({ min: 0, max: 1_000 })
    .map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(
      fc.array(days, { maxLength: 4 }),
      days,
      days,
      days,
      (lists, from, madeOn, asked) => {
        fc.pre(asked < from);
        const listed = [list('2019-04-01'), ...lists.map((on) => list(on, { grade: band8a }))];
        const made = correction(madeOn, { from: day(from), grade: gradeMeaning('9') });
        expect(bandOn(listed, [made], asked)).toBe(bandOn(listed, [], asked));
      },
    ),
  );
});
