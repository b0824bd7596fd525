import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseInstant, type Instant } from '../../bot/domain/time.ts';
import { openDiary } from '../../infra/local/diary.ts';
import {
  createPracticeClock,
  inWords,
  practiceStart,
  readMoment,
} from '../../infra/local/practice-clock.ts';
import { trustFolder } from '../../infra/local/practice-ids.ts';

test('practice begins on 9 April 2026 at half past nine in London', () => {
  expect(inWords(practiceStart)).toBe('Thursday 9 April 2026, 9:30am');
});

test('the clock runs on with real time, and jumps forward', () => {
  let real = 1_000_000;
  const clock = createPracticeClock(practiceStart, () => real);
  real += 90_000;
  expect(clock.now()).toBe('2026-04-09T08:31:30.000Z');
  expect(clock.moveTo('2026-06-11T08:30:00.000Z' as Instant)).toBe('moved');
  real += 1_000;
  expect(clock.now()).toBe('2026-06-11T08:30:01.000Z');
});

test('the clock never goes back, whatever it is asked', () => {
  const days = fc.array(fc.integer({ min: -400, max: 400 }), { maxLength: 20 });
  fc.assert(
    fc.property(days, (jumps) => {
      let real = 0;
      const clock = createPracticeClock(practiceStart, () => real);
      let before = clock.now();
      for (const jump of jumps) {
        real += 1;
        const wanted = new Date(Date.parse(practiceStart) + jump * 86_400_000).toISOString();
        const now = clock.now();
        const verdict = clock.moveTo(wanted as Instant);
        expect(verdict).toBe(wanted < now ? 'that-is-past' : 'moved');
        expect(clock.now() >= before).toBe(true);
        before = clock.now();
      }
    }),
  );
});

test.each([
  ['2026-10-01', '2026-10-01T08:30:00.000Z'],
  ['2026-12-01', '2026-12-01T09:30:00.000Z'],
  ['2026-06-10T13:05', '2026-06-10T12:05:00.000Z'],
  ['2026-06-10T13:05:00+01:00', '2026-06-10T12:05:00.000Z'],
  ['2026-06-10T13:05:00Z', '2026-06-10T13:05:00.000Z'],
])('“%s” is a moment, in London where it names no offset', (text, moment) => {
  expect(readMoment(text)).toBe(moment);
});

test.each(['', 'tomorrow', '2026-02-30', '2026-06-10T25:00', '10/06/2026'])(
  '“%s” is no moment',
  (text) => {
    expect(readMoment(text)).toBeUndefined();
  },
);

test('the window offers the next working day, past weekends and bank holidays', async () => {
  const jumps = await openDiary(trustFolder);
  // The Thursday before the early May bank holiday weekend.
  const friday = parseInstant('2026-05-01T09:00:00Z');
  expect(friday && jumps(friday).workingDay).toBe('2026-05-05T08:30:00.000Z');
});

test('the window offers the morning after the next meeting that is yet to end', async () => {
  const jumps = await openDiary(trustFolder);
  const at = (text: string) => jumps(parseInstant(text) ?? practiceStart).afterMeeting;
  expect(at('2026-04-08T11:30:00Z')).toBe('2026-04-09T08:30:00.000Z');
  expect(at('2026-04-08T12:30:00Z')).toBe('2026-04-22T08:30:00.000Z');
  expect(at('2027-03-01T12:00:00Z')).toBeUndefined();
});
