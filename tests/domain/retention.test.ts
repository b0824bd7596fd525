import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MeetingId, PersonId } from '../../bot/domain/facts.ts';
import type { Pair, PairMove } from '../../bot/domain/mentoring/pair.ts';
import {
  endOfThing,
  endsOf,
  keptUntil,
  leftOn,
  type PersonFact,
} from '../../bot/domain/retention.ts';
import { addDays, type Instant, type PlainDate } from '../../bot/domain/time.ts';

const day = (text: string) => text as PlainDate;
const meeting = 'race-equality-network-2026-04-08-1200' as MeetingId;
const dayOf = (id: MeetingId) => (id === meeting ? day('2026-04-08') : undefined);
const at = (text: string) => text as Instant;
const leader = 'leader' as PersonId;

const assignment = (on: string, end?: string): PersonFact => ({
  kind: 'assignment',
  body: { assignment: '1', on: day(on), ...(end === undefined ? {} : { end: day(end) }) },
});
const role = (on: string, to?: string): PersonFact => ({
  kind: 'role',
  body: { role: 'executive-director', on: day(on), ...(to === undefined ? {} : { to: day(to) }) },
});
const ends = (...facts: PersonFact[]) => [...endsOf(facts, dayOf).values()];

test('a fact is kept for four years, a pair for three years and a quarter', () => {
  expect(keptUntil(day('2026-04-08'), 'claim')).toBe('2030-04-08');
  expect(keptUntil(day('2026-04-08'), 'pair')).toBe('2029-07-08');
});

test('what a staff list said ends with the next list, and the last one with its own end', () => {
  expect(ends(assignment('2026-04-01'), assignment('2026-10-01'))).toEqual([
    '2026-10-01',
    undefined,
  ]);
  expect(ends(assignment('2026-04-01', '2026-06-30'))).toEqual(['2026-06-30']);
});

test('nobody has left while an assignment of theirs has no end; a role that nobody ended goes with it', () => {
  expect(leftOn([assignment('2026-04-01', '2026-06-30'), role('2026-04-01')])).toBe('2026-06-30');
  expect(ends(assignment('2026-04-01', '2026-06-30'), role('2026-04-01'))[1]).toBe('2026-06-30');
  expect(leftOn([role('2026-04-01')])).toBeUndefined();
  expect(leftOn([assignment('2026-04-01', '2026-06-30'), role('2026-04-01', '2026-09-30')])).toBe(
    '2026-09-30',
  );
  expect(leftOn([assignment('2026-04-01')])).toBeUndefined();
  expect(leftOn([])).toBeUndefined();
});

test('whoever came back to a role after their last assignment has not left while it goes on', () => {
  const gone = assignment('2018-04-01', '2022-03-31');
  const link: PersonFact = { kind: 'link', body: {} };
  expect(leftOn([gone, role('2022-06-01')])).toBeUndefined();
  expect(ends(gone, role('2022-06-01'), link)).toEqual(['2022-03-31', undefined, undefined]);
  expect(leftOn([gone, role('2022-06-01', '2024-05-31')])).toBe('2024-05-31');
  expect(leftOn([gone, role('2022-03-31')])).toBe('2022-03-31');
});

test('who left takes their name, account and settings along, on the day they left', () => {
  const gone = assignment('2026-04-01', '2026-06-30');
  const link: PersonFact = { kind: 'link', body: {} };
  const name: PersonFact = { kind: 'person', body: { on: day('2026-04-01') } };
  expect(ends(gone, link, name)).toEqual(['2026-06-30', '2026-06-30', '2026-06-30']);
  expect(ends(assignment('2026-04-01'), link, name)).toEqual([undefined, undefined, undefined]);
});

test('what happened ends on its day; a goal when it fell due, and its words with it', () => {
  const moves = [{ to: 'claimed', at: at('2026-04-09T09:00:00Z'), by: leader }] as const;
  expect(
    ends(
      { kind: 'claim', body: { meeting, moves } },
      { kind: 'claim', body: { meeting: 'unknown' as MeetingId, moves } },
      { kind: 'history', body: { on: day('2025-11-06') } },
      { kind: 'goal', body: { id: '2026-04-01', due: day('2027-03-31') } },
      { kind: 'words', body: { id: 'goal.2026-04-01.2' } },
      { kind: 'words', body: { id: 'note.fear' } },
    ),
  ).toEqual(['2026-04-08', '2026-04-09', '2025-11-06', '2027-03-31', '2027-03-31', undefined]);
});

test('nothing of whoever left ends later: a goal that was to fall due, a role that goes on', () => {
  const facts: PersonFact[] = [
    assignment('2026-04-01', '2026-06-30'),
    { kind: 'goal', body: { id: '2026-04-01', due: day('2027-03-31') } },
    { kind: 'words', body: { id: 'goal.2026-04-01.2' } },
    { kind: 'person', body: { on: day('2026-04-01') } },
    { kind: 'person', body: { on: day('2026-10-01') } },
  ];
  expect(new Set(ends(...facts))).toEqual(new Set(['2026-06-30']));
});

test('a pledge ends once it was looked at or withdrawn, and its words with it', () => {
  const made = { to: 'made', at: at('2026-04-09T09:00:00Z'), review: day('2026-07-01') } as const;
  const reviewed = { to: 'reviewed', at: at('2026-07-02T09:00:00Z') } as const;
  const words: PersonFact = { kind: 'words', body: { id: 'pledge.a' } };
  expect(ends({ kind: 'pledge', body: { id: 'a', moves: [made] } }, words)).toEqual([
    undefined,
    undefined,
  ]);
  expect(ends({ kind: 'pledge', body: { id: 'a', moves: [made, reviewed] } }, words)).toEqual([
    '2026-07-02',
    '2026-07-02',
  ]);
});

test('a pair ends when it is over, or when one of the two has left', () => {
  const pair = (...later: PairMove[]): Pair => ({
    ...{ id: 'x', mentor: leader, director: 'd' as PersonId, supporter: 's' as PersonId },
    moves: [{ to: 'proposed', at: at('2026-04-09T09:00:00Z'), by: leader }, ...later],
  });
  const ended = pair({ to: 'ended', at: at('2026-05-09T09:00:00Z'), by: leader });
  expect(endOfThing('pair', ended, () => undefined)).toBe('2026-05-09');
  expect(endOfThing('pair', pair(), () => undefined)).toBeUndefined();
  expect(
    endOfThing('pair', pair(), (person) => (person === 'd' ? day('2026-06-30') : undefined)),
  ).toBe('2026-06-30');
});

test('a later list never makes anything end later than it did', () => {
  const days = fc.integer({ min: 0, max: 3_000 }).map((n) => addDays(day('2020-01-01'), n));
  fc.assert(
    fc.property(fc.array(days, { minLength: 1, maxLength: 6 }), days, (lists, later) => {
      const before = lists.map((on) => assignment(on));
      const after = [...before, assignment(later)];
      const [was, is] = [ends(...before), ends(...after)];
      return was.every((end, index) => end === undefined || (is[index] ?? '') <= end);
    }),
  );
});
