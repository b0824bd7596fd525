import { expect, test } from 'vitest';
import { endsOf, keptUntil } from '../../bot/domain/retention.ts';
import type { PlainDate } from '../../bot/domain/time.ts';
import { toDoWords } from '../../bot/contract/to-do-words.ts';
import { goal } from '../../infra/local/gallery/goals.ts';
import { goalToDo } from '../../infra/local/gallery/other-commitment.ts';
import { cancelRequest } from '../../tab/pages/calendar-acts.ts';
import { outcomeRequest, ownAgreeRequest } from '../../tab/pages/goals/goal-acts.ts';
import { calendar } from '../../tab/words-calendar.ts';
import { openToDo } from '../../tab/words-commitments.ts';
import { evidence } from '../../tab/words-education.ts';
import { kept, today } from './trust.ts';

test('the page says of a certificate how long it is kept', () => {
  const course = '2026-03-02' as PlainDate;
  const left = '2026-06-30' as PlainDate;
  const record = { kind: 'education', body: { on: course } } as const;
  const assignment = { assignment: 'a', on: '2020-04-01' as PlainDate };
  const endWhere = (end?: PlainDate) => {
    const job = { kind: 'assignment', body: { ...assignment, ...(end && { end }) } } as const;
    return endsOf([record, job], () => undefined).get(record);
  };
  expect(endWhere()).toBe(course);
  expect(endWhere(left)).toBe(course);
  expect(endWhere('2026-01-31' as PlainDate)).toBe('2026-01-31');
  const years = Number(keptUntil(course, 'education').slice(0, 4)) - Number(course.slice(0, 4));
  expect(evidence.kept).toBe(
    `It is kept for ${years} years after the course, or after leaving if that is sooner. Then it is erased.`,
  );
});

test('of a meeting for members, no executive is said to see anything', () => {
  const closed = kept('2026-08-12', { openToExecutives: false });
  expect(calendar.cancelEffect(closed)).toBe('Executives are not told. You can put it back.');
  expect(calendar.cancelReasonHint(false)).toBe('These words are kept. Please name nobody.');
  const keeping = { organisation: 'RXX', network: 'race', today };
  const told = (meeting: typeof closed) => cancelRequest(meeting, '', keeping).done([]).text;
  expect(told(closed)).toBe('The meeting on 12 August is cancelled.');
  expect(told(kept('2026-10-14'))).toBe(
    'The meeting on 14 October is cancelled. Executives see it now.',
  );
});

test('what cancelling takes off the record is counted in attendances', () => {
  const effect = (claims: number) => calendar.cancelEffect(kept('2026-04-08', { claims }));
  expect(effect(1)).toBe(
    '1 attendance is taken off the record, and whoever recorded it is told why. The meeting can’t be put back.',
  );
  expect(effect(3)).toBe(
    '3 attendances are taken off the record, and those who recorded them are told why. The meeting can’t be put back.',
  );
});

test.each([
  ['none', 'Next: agree your equality goal', 'No goal is agreed for this year yet.'],
  ['draft', 'Next: send your draft goal', 'Nobody has agreed it yet.'],
  ['with-leader', 'Next: agree your goal’s text', 'Your manager has agreed it.'],
  [
    'answered',
    'Next: say how your goal went',
    'Your manager sees it differently. Say the same, or talk it over.',
  ],
] as const)(
  'a leader whose goal is “%s” reads what is so, and what comes next',
  (standing, ...said) => {
    const { title, line } = toDoWords(goalToDo(standing));
    expect([title, line]).toEqual(said);
  },
);

test('a goal that is written is opened, not written again', () => {
  expect(openToDo(goalToDo('none'))).toBe('Write my goal');
  expect(openToDo(goalToDo('answered'))).toBe('Open my goal');
});

test('a goal is called concluded only where both have said the same', () => {
  const said = (verb: 'propose-goal' | 'answer-goal', given: Parameters<typeof goal>[0]) =>
    outcomeRequest(verb, goal(given, 'Leader 00017'), 'partly', 'RXX').done([]).text;
  expect(said('propose-goal', {})).toBe('Sent. Your manager confirms it next.');
  expect(said('propose-goal', { answer: 'achieved' })).toBe('Sent. Your manager confirms it next.');
  expect(said('propose-goal', { answer: 'partly' })).toBe(
    'You both say the same. Your goal is concluded.',
  );
  expect(said('answer-goal', { proposed: 'achieved' })).toBe('Sent. Leader 00017 answers next.');
  expect(said('answer-goal', { proposed: 'partly' })).toBe('Confirmed for Leader 00017.');
});

test('a goal is called agreed by both only where both have', () => {
  const said = (given: Parameters<typeof goal>[0]) =>
    ownAgreeRequest(goal(given), 'RXX').done(['a~1']).text;
  expect(said({ agreedByManager: today })).toBe('Agreed by both of you.');
  expect(said({})).toBe('Sent. Your manager agrees it next.');
});
