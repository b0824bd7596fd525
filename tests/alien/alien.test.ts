import { beforeAll, expect, test } from 'vitest';
import { throughAlien, type Told } from './run.ts';

const campaignKind = 'were-you-there';

let told: Told;
beforeAll(async () => {
  told = await throughAlien({
    seed: 1,
    people: 120,
    perSecond: 15,
    bots: 3,
    kills: 3,
    atMostMs: 90_000,
  });
}, 150_000);

const stateOf = () =>
  new Map(
    told.kept
      .filter(({ nudge }) => nudge.kind === campaignKind)
      .map(({ nudge, state }) => [nudge.to, state]),
  );
const heard = (person: string) => told.taken.get(person) ?? 0;

test('through a strange connector and killed bots nobody hears twice', () => {
  expect(told.kills).toBe(3);
  expect(told.people.filter((person) => heard(person) > 1)).toEqual([]);
});

test('whoever is shown as sent has heard, and whoever is not shown has an ending', () => {
  const states = stateOf();
  for (const person of told.people) {
    const state = states.get(person);
    const expected = {
      sent: [1],
      undeliverable: [0],
      failed: [0],
      withdrawn: [0],
      unknown: [0, 1],
    };
    const kind = state?.kind ?? 'none';
    if (kind === 'none' || kind === 'planned' || kind === 'claimed') throw new Error(`${kind}`);
    expect(expected[kind], `${person} ${kind}`).toContain(heard(person));
  }
});

test('unknown are only those of whom nobody can know', () => {
  const unknown = [...stateOf().values()].filter(({ kind }) => kind === 'unknown');
  expect(unknown.length).toBeLessThanOrEqual(told.seen.unclear + told.inFlight);
  expect(told.seen.unclear).toBeGreaterThan(0);
});

test('blocked and removed are left alone; a chat that moved is found, once', () => {
  const states = stateOf();
  for (const person of told.people) {
    const kind = states.get(person)?.kind;
    switch (told.fateOf(person)) {
      case 'blocked':
      case 'removed':
      case 'lost':
        expect(['undeliverable', 'unknown']).toContain(kind);
        expect(heard(person)).toBe(0);
        break;
      case 'moved':
        expect(['sent', 'unknown']).toContain(kind);
        break;
      case 'reached':
        expect(['sent', 'unknown']).toContain(kind);
    }
  }
});

test('the EDI lead’s page counts what the connector took', () => {
  const { kinds, people } = told.delivery;
  const counts = kinds.find(({ kind }) => kind === campaignKind)?.counts;
  const states = [...stateOf().values()];
  const all = told.people.filter((person) => heard(person) === 1).length;
  const inDoubt = [...stateOf()].filter(([to, { kind }]) => kind === 'unknown' && heard(to) === 1);
  expect(counts?.sent).toBe(all - inDoubt.length);
  expect(counts?.unknown).toBe(states.filter(({ kind }) => kind === 'unknown').length);
  expect(counts?.planned).toBe(0);
  for (const person of told.people) {
    const sent = people.find((each) => each.person === person)?.counts.sent;
    if (sent === 1) expect(heard(person)).toBe(1);
  }
});
