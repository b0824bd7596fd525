import type { SilverLine } from '../../bot/contract/silver.ts';
import { inWords, needsOf } from '../../tab/words-glance.ts';
import { lineStanding } from '../../tab/words-silver.ts';
import { expect, test } from 'vitest';
import {
  fullDate,
  londonMoment,
  meetingTime,
  shortDate,
  timeRange,
} from '../../bot/contract/dates.ts';
import { reasonFor, standing, stateWords, statusWords, type Subject } from '../../tab/words.ts';
import { organisation, problemWords } from '../../tab/words-organisation.ts';
import { toldStatus } from '../../bot/contract/next-step.ts';
import { attendance, meeting, today } from './trust.ts';

const you: Subject = { self: true };
const day = { on: today, year: { start: '2026-04-01', end: '2027-03-31' } };

test('a meeting says its day and its hours as people do', () => {
  const april = { date: '2026-04-08', start: '12:00', end: '13:00' };
  expect(meetingTime(april, today)).toBe('Wednesday 8 April, 12 to 1pm');
  const february = { date: '2027-02-10', start: '12:00', end: '13:00' };
  expect(meetingTime(february, today)).toBe('Wednesday 10 February 2027, 12 to 1pm');
});

test.each([
  ['12:00', '13:00', '12 to 1pm'],
  ['17:30', '18:30', '5:30 to 6:30pm'],
  ['09:00', '10:30', '9 to 10:30am'],
  ['11:00', '12:00', '11am to midday'],
  ['11:30', '13:00', '11:30am to 1pm'],
])('the hours %s to %s read "%s"', (start, end, words) => {
  expect(timeRange(start, end)).toBe(words);
});

test('a date carries its year only where it could be mistaken', () => {
  expect(shortDate('2026-08-12', today)).toBe('12 August');
  expect(shortDate('2027-02-10', today)).toBe('10 February 2027');
  expect(fullDate('2026-08-06')).toBe('6 August 2026');
});

test('a moment is shown by the clocks of London, summer and winter', () => {
  expect(londonMoment('2026-04-09T08:31:00.000Z')).toBe('9 April 2026, 9:31am');
  expect(londonMoment('2026-12-31T23:59:59.999Z')).toBe('31 December 2026, 11:59pm');
  expect(londonMoment('2026-06-30T23:30:00.000Z')).toBe('1 July 2026, 12:30am');
});

test('the first sentence says where an executive stands and who is waited for', () => {
  expect(standing({ done: 1, target: 4, waiting: 0 }, you)).toBe(
    'You have been to 1 of 4 network meetings this year.',
  );
  expect(standing({ done: 1, target: 4, waiting: 1, awaits: 'network-chair' }, you)).toBe(
    'You have been to 1 of 4 network meetings this year. 1 waits for the chair.',
  );
  expect(standing({ done: 0, target: 2, waiting: 2, awaits: 'edi-lead' }, you)).toBe(
    'You have been to 0 of 2 network meetings this year. 2 wait for the EDI lead.',
  );
  expect(standing({ done: 5, target: 4, waiting: 0 }, you)).toBe(
    'You have been to 5 network meetings this year; the target was 4.',
  );
});

test('an assistant reads whose commitments these are', () => {
  const subject: Subject = { self: false, name: 'Aoife Okafor' };
  expect(standing({ done: 0, target: 1, waiting: 0 }, subject)).toBe(
    'Aoife Okafor has been to 0 of 1 network meeting this year.',
  );
});

test('out of reach speaks of the calendar only where it offered too little', () => {
  const outOfReach = attendance({ status: 'out-of-reach', needed: 3, left: 1, offered: 3 });
  const recorded = { ...outOfReach, meetings: [] };
  expect(reasonFor(recorded, day)).toBe(
    'The calendar offered 3 open meetings in this time; the target is 4.',
  );
  expect(reasonFor({ ...recorded, offered: 5, nextYearFirst: '2027-04-14' }, day)).toBe(
    "3 more are needed and 1 open meeting is left. Next year's first meeting is on 14 April 2027.",
  );
});

test('what was held and is not recorded yet is said before anything is called out of reach', () => {
  const short = { status: 'out-of-reach', needed: 3, offered: 5 } as const;
  const reachable = attendance({ ...short, left: 2 });
  expect(statusWords(toldStatus(reachable, day))).toBe('Still to record');
  expect(reasonFor(reachable, day)).toBe(
    "3 more are needed, 2 open meetings are left, and one meeting held isn't recorded yet.",
  );
  const beyond = attendance({ ...short, left: 1 });
  expect(statusWords(toldStatus(beyond, day))).toBe('Out of reach this year');
  expect(reasonFor(beyond, day)).toContain("one meeting held isn't recorded yet.");
  // Last year's can be recorded still, but don't help this year.
  const lastYear = attendance({
    ...{ ...short, left: 2 },
    meetings: [meeting('2026-03-11', { state: 'not-recorded', may: ['claim'] })],
  });
  expect(toldStatus(lastYear, day)).toBe('out-of-reach');
});

test('before the year has a date, nothing is out of reach', () => {
  const none = { status: 'out-of-reach', offered: 0, left: 0, next: undefined } as const;
  const { next: _, ...empty } = { ...attendance({ meetings: [] }), ...none };
  expect(statusWords(toldStatus(empty, day))).toBe('No dates yet');
  expect(reasonFor(empty, day)).toBe('No network meetings of this year are in the calendar yet.');
  const closed = {
    ...empty,
    meetings: [meeting('2026-08-12', { state: 'members-only', may: [] })],
  };
  expect(reasonFor(closed, day)).toBe(
    'No open network meetings are in the calendar for this time yet.',
  );
});

test('a figure beyond its target is never called so many of fewer', () => {
  expect(organisation.confirmed(2, 1)).toBe('2 confirmed, 1 needed');
  expect(organisation.confirmed(1, 4)).toBe('1 of 4 confirmed');
  expect(organisation.confirmed(1, undefined)).toBe('1 confirmed');
  const waiting = attendance({ status: 'waiting', done: 1, waiting: 1, target: 1 });
  expect(reasonFor(waiting, day)).toContain('it is 2, 1 needed.');
});

test('no state blames: a date is needed, a role is awaited', () => {
  expect(statusWords('to-do')).toBe('Needs a date');
  expect(statusWords('waiting', 'edi-sponsor')).toBe('Waiting for the EDI sponsor');
  expect(stateWords({ state: 'claimed', awaits: 'network-chair' })).toBe('With the chair');
});

test('a line says its numbers in words, and how many more are needed', () => {
  const line = (code: SilverLine['code'], n: number, of: number): SilverLine => ({
    ...{ code, n, of, title: '', framework: '', deliverable: true, ready: n >= of },
    ...{ rule: `${code}/1`, ours: false },
  });
  expect(lineStanding(line('S4', 6, 4), '2026-04-09')).toBe(
    '6 different meetings in the last 12 months, 4 needed. No open meeting is in the calendar.',
  );
  expect(lineStanding(line('S3.b', 20, 29), '2026-04-09')).toBe(
    '20 of 29 directors and their direct reports took part in the last three years; 22 are needed.',
  );
});

test('what a line needs is said with whom it needs, in people and meetings', () => {
  const line = (
    given: Pick<SilverLine, 'code' | 'n' | 'of'> & Partial<SilverLine>,
  ): SilverLine => ({
    ...{ title: '', framework: '', deliverable: true, ready: false, rule: '1', ours: false },
    ...given,
  });
  const needs = (
    given: Pick<SilverLine, 'code' | 'n' | 'of'> & Partial<SilverLine>,
    supporting: SilverLine[] = [],
  ) => needsOf(line(given), supporting, today).map(({ who, what }) => `${who}: ${what}`);
  const ahead = { by: '2027-03-31', more: 2, waiting: 0, left: ['2026-05-13', '2026-06-10'] };

  expect(needs({ code: 'S2', n: 76, of: 83 })).toEqual([
    'Managers: 7 leaders have no agreed goal.',
    'EDI lead: last year’s percentage of goals met needs reporting.',
  ]);
  expect(needs({ code: 'S4', n: 2, of: 4, ahead })).toEqual([
    'Executive directors: 2 more confirmed meetings by 31 March 2027. The next are 13 May and 10 June.',
  ]);
  const short = { ...ahead, more: 3, waiting: 1, left: ['2027-02-10'], network: 'Race Network' };
  expect(needs({ code: 'S4', n: 6, of: 4, ready: true, ahead: short })).toEqual([
    'Executive directors: 3 more confirmed meetings of the Race Network by 31 March 2027, to stay ready. The next is 10 February 2027.',
    'Network chairs: 1 meeting waits to be confirmed.',
    'Network chairs: the calendar needs 1 more open date by then.',
  ]);
  expect(needs({ code: 'S4', n: 4, of: 4, ready: true, ahead: { ...ahead, more: 0 } })).toEqual([]);
  expect(needs({ code: 'S1', n: 1, of: 2, council: { lastMet: '2026-03-03' } })).toEqual([
    'EDI lead: the council needs its terms approved.',
  ]);
  const mentoring = line({ code: 'S3.b', n: 20, of: 29, deliverable: false });
  expect(needs({ code: 'S3', n: 6, of: 7 }, [mentoring])).toEqual([
    'Executive directors: 1 needs verified education.',
    'Programme lead: 2 more people in reverse mentoring would make it 75%, a supporting action.',
  ]);
  const board = { kinds: [{ kind: 'wres' as const }], quarters: [] };
  expect(needs({ code: 'S5', n: 1, of: 2, board, nextBoard: '2026-05-07' })).toEqual([
    'Board secretary: the board needs to see WRES data. The next board is on 7 May.',
  ]);
  expect(inWords(line({ code: 'S4', n: 6, of: 4 }))).toBe('6 meetings, 4 needed');
});

test('a problem that has no words yet is shown by its name', () => {
  expect(problemWords('unknown-grade')).toBe('The grade has no band yet');
  expect(problemWords('two-heads')).toBe('two heads');
});
