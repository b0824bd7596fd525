import { beforeAll, expect, test } from 'vitest';
import { judged } from './judged.ts';
import { throughAlien, type Told } from './run.ts';

const kills = 3;

let told: Told;
let found: ReturnType<typeof judged>;
beforeAll(async () => {
  told = await throughAlien({
    ...{ seed: 1, people: 90, perSecond: 15 },
    ...{ bots: 2, kills, atMostMs: 90_000 },
  });
  found = judged(told);
}, 240_000);

test('through a strange connector and killed bots nobody hears twice, and nobody is lost', () => {
  expect(told.kills).toBe(kills);
  expect(found.twice).toEqual([]);
  expect(found.lost).toEqual([]);
});

test('none is shown as sent that was not taken, and none that was taken as not sent', () => {
  expect(found.untrue).toEqual([]);
  expect(found.denied).toEqual([]);
});

test('whoever can’t be reached is shown so, and a chat that has moved is found', () => {
  expect(found.unseen).toEqual([]);
  const moved = told.people.filter((person) => told.fateOf(person) === 'moved');
  expect(moved.filter((person) => told.taken.get(person) === 1)).not.toEqual([]);
});

test('unknown are only those of whom nobody can know', () => {
  expect(told.seen.unclear).toBeGreaterThan(0);
  expect(found.unknown.length).toBeLessThanOrEqual(found.atMostUnknown);
});

test('the EDI lead’s page adds up to the people who were asked', () => {
  const states = [...found.states.values()];
  const inState = (kind: string) => states.filter((state) => state === kind).length;
  expect(found.counts).toMatchObject({
    planned: 0,
    sent: inState('sent'),
    undeliverable: inState('undeliverable'),
    unknown: inState('unknown'),
  });
  expect(states).toHaveLength(told.people.length);
});
