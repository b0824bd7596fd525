import { expect, test } from 'vitest';
import { createDepartures } from '../../bot/nudges/departures.ts';

/** One place to leave from, whose slots are so many milliseconds ahead, one after another. */
function departuresWith(...ahead: number[]) {
  const real = { passed: 0 };
  const realNow = () => Date.now() + real.passed;
  const stopping = new AbortController();
  const departures = createDepartures({
    pace: { reserve: async () => [realNow() + (ahead.shift() ?? 0)] },
    perSecond: 20,
    realNow,
    stopping: stopping.signal,
  });
  return { departures, real, stopping };
}

test('whoever has claimed a reminder doesn’t wait for a slot that is far off', async () => {
  const { departures, real } = departuresWith(0, 60_000);
  const departure = await departures.take('nhs');
  real.passed += 1_000;
  expect(await departure?.moment()).toBe(false);
}, 10_000);

test('who ends wakes those who wait for their slots, claimed or not', async () => {
  const { departures, stopping } = departuresWith(2_400, 60_000);
  const soon = await departures.take('nhs');
  const left = soon?.moment();
  const taken = departures.take('nhs');
  setImmediate(() => stopping.abort());
  expect(await left).toBe(false);
  expect(await taken).toBeUndefined();
}, 2_000);
