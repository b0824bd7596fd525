import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { OrganisationRef, PersonId } from '../../bot/domain/facts.ts';
import type { Nudge } from '../../bot/domain/nudges/nudge.ts';
import type { PlainDate } from '../../bot/domain/time.ts';
import { memoryQueue } from '../support/memory-queue.ts';
import { openStorage, type Storage } from '../../bot/storage/open.ts';
import type { NudgeQueue } from '../../bot/use-cases/nudge-ports.ts';
import { movableClock, TENANT } from '../support/small-trust.ts';
import { inMemory, onAzureProtocol, type Place } from '../support/storages.ts';
import { storageOn } from '../support/storage-on.ts';

const places = [
  ['memory', inMemory],
  ['the protocols of Azure Tables and Queues', onAzureProtocol],
] as const;

describe.each(places)('nudges on %s', (_name, open) => {
  const clock = movableClock('2026-06-11T08:30:00.000Z');
  const day = '2026-06-11' as PlainDate;
  const organisation: OrganisationRef = { tenant: TENANT, code: randomUUID().slice(0, 8) };
  let place: Place;
  let here: Storage;
  let there: Storage;
  let queue: NudgeQueue;

  beforeAll(async () => {
    place = await open();
    here = storageOn(await place.tables(clock), { clock });
    there = storageOn(await place.tables(clock), { clock });
    queue =
      place.connection === undefined
        ? memoryQueue()
        : openStorage({ kind: 'connection', text: place.connection }, { clock }).queue;
  });
  afterAll(() => place.close());

  const nudgeTo = (to: string, about = 'a-meeting'): Nudge => ({
    kind: 'were-you-there',
    to: to as PersonId,
    about,
    step: '1',
    from: day,
  });
  const planned = async (to: string, ...about: string[]) => {
    const nudges = about.map((each) => nudgeTo(to, each));
    await here.nudges.plan(organisation, nudges, clock.now());
    return here.nudges.ofPerson(organisation, to as PersonId);
  };
  const openOf = async (to: string) =>
    (await there.nudges.open(organisation)).filter(({ person }) => person === to);
  const when = { day, at: clock.now(), since: 1 };

  test('planned by two at once, a nudge is planned by one of them', async () => {
    const both = await Promise.all(
      [here, there].map(({ nudges }) => nudges.plan(organisation, [nudgeTo('ann')], clock.now())),
    );
    expect(both.flat()).toHaveLength(1);
    expect(await here.nudges.ofPerson(organisation, 'ann' as PersonId)).toMatchObject([
      { nudge: nudgeTo('ann'), state: { kind: 'planned', tries: 0 } },
    ]);
    expect(await there.nudges.open(organisation)).toContainEqual({ person: 'ann' });
  });

  test('of two workers one claims, and says all of the bundle', async () => {
    const kept = await planned('bea', 'one', 'two');
    const both = await Promise.all(
      [here, there].map(({ nudges }) => nudges.claim(organisation, kept, when)),
    );
    expect(both.filter((each) => each === 'lost')).toHaveLength(1);
    const states = (await here.nudges.ofPerson(organisation, 'bea' as PersonId)).map(
      ({ state }) => state.kind,
    );
    expect(states).toEqual(['claimed', 'claimed']);
  });

  test('a person hears once a day, whatever else is planned', async () => {
    const [first, second] = await planned('cat', 'one', 'two');
    if (first === undefined || second === undefined) throw new Error('nothing was planned');
    const claimed = await here.nudges.claim(organisation, [first], when);
    if (claimed === 'lost') throw new Error('nobody else was there');
    expect(await there.nudges.claim(organisation, [second], when)).toBe('lost');
    await here.nudges.settle(organisation, claimed, { kind: 'sent' }, { at: clock.now() });
    expect(await here.nudges.sentTo(organisation, 'cat' as PersonId, day)).toEqual([
      { day, nudges: [{ kind: 'were-you-there', about: 'one' }] },
    ]);
  });

  test('what did not arrive gives the day back; what ended is open no longer', async () => {
    const kept = await planned('dee', 'one');
    const claimed = await here.nudges.claim(organisation, kept, when);
    if (claimed === 'lost') throw new Error('nobody else was there');
    expect(await openOf('dee')).toEqual([{ person: 'dee', claimedSince: when.since }]);
    const again = { kind: 'planned', tries: 1, notBefore: 5 } as const;
    const free = { at: clock.now(), free: day };
    expect(await here.nudges.settle(organisation, claimed, again, free)).toBe('settled');
    expect(await here.nudges.settle(organisation, claimed, { kind: 'sent' }, free)).toBe('lost');
    const anew = await here.nudges.ofPerson(organisation, 'dee' as PersonId);
    expect(anew).toMatchObject([{ state: again }]);
    expect(await openOf('dee')).toEqual([{ person: 'dee' }]);
    const end = { kind: 'withdrawn', why: 'away' } as const;
    await here.nudges.settle(organisation, anew, end, { at: clock.now() });
    expect(await openOf('dee')).toEqual([]);
    expect(await here.nudges.plan(organisation, [nudgeTo('dee', 'one')], clock.now())).toEqual([]);
  });

  test('slots of the pace are given once each, in order, to all who ask', async () => {
    const tenant = randomUUID();
    const got = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        (n % 2 === 0 ? here : there).pace.reserve(tenant, 5, 1_000, 40),
      ),
    );
    const slots = got.flat().toSorted((a, b) => a - b);
    expect(new Set(slots).size).toBe(slots.length);
    expect(slots[0]).toBe(1_000);
    for (const [n, slot] of slots.entries()) expect(slot).toBe(1_000 + n * 40);
    expect(await here.pace.reserve(tenant, 1, 90_000, 40)).toEqual([90_000]);
  });

  test('one instance at a time looks at an organisation', async () => {
    const turns = await Promise.all(
      [here, there, here].map(({ nudges }) => nudges.takeTurn(organisation, 10_000, 1_000)),
    );
    expect(turns.filter(Boolean)).toHaveLength(1);
    expect(await there.nudges.takeTurn(organisation, 10_900, 1_000)).toBe(false);
    expect(await there.nudges.takeTurn(organisation, 11_000, 1_000)).toBe(true);
  });

  test('what an instance with a wrong clock wrote for a moment far ahead holds up nobody', async () => {
    const tenant = randomUUID();
    const ahead = 10_000_000;
    const elsewhere = { tenant, code: 'ELSE' };
    await there.pace.reserve(tenant, 5, ahead, 40);
    expect(await there.nudges.takeTurn(elsewhere, ahead, 1_000)).toBe(true);
    expect(await here.pace.reserve(tenant, 2, 1_000, 40)).toEqual([1_000, 1_040]);
    expect(await here.nudges.lookedAt(tenant, 1_000, 1_000)).toEqual(new Set());
    expect(await here.nudges.takeTurn(elsewhere, 1_000, 1_000)).toBe(true);
    expect(await here.nudges.lookedAt(tenant, 1_500, 1_000)).toEqual(new Set(['ELSE']));
    expect(await here.nudges.takeTurn(elsewhere, 1_500, 1_000)).toBe(false);
    expect(await here.pace.reserve(tenant, 1, 1_000, 40)).toEqual([1_080]);
  });

  test('a wave that was taken is nobody else’s, and one that is done is gone', async () => {
    const wave = { organisation, people: ['ann', 'bea'] as PersonId[] };
    expect(await queue.age()).toBe(0);
    await queue.put([wave]);
    // The service tells of moments by the second.
    await vi.waitUntil(async () => (await queue.age()) > 0, { timeout: 10_000 });
    const [taken] = await queue.take(1);
    expect(await queue.age()).toBe(0);
    expect(taken?.wave).toEqual(wave);
    expect(await queue.take(1)).toEqual([]);
    await taken?.done();
    await taken?.done();
    expect(await queue.take(1)).toEqual([]);
  });
});
