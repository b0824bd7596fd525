import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OrganisationRef, PersonId } from '../../bot/domain/facts.ts';
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

describe.each(places)('where people are reached, on %s', (_name, open) => {
  let place: Place;
  let storage: Storage;
  let queue: NudgeQueue;
  const clock = movableClock();
  beforeAll(async () => {
    place = await open();
    storage = storageOn(await place.tables(clock), { clock });
    queue =
      place.connection === undefined
        ? memoryQueue()
        : openStorage({ kind: 'connection', text: place.connection }, { clock }).queue;
  });
  afterAll(() => place.close());

  const newOrganisation = (): OrganisationRef => ({
    tenant: TENANT,
    code: randomUUID().slice(0, 8),
  });
  const chat = {
    serviceUrl: 'https://smba.example/',
    conversationId: 'a:1',
    botId: '28:bot',
    tenant: TENANT,
    user: '29:ann',
    account: 'ann',
  };

  test('it is known whom the bot reaches, who left and why, and nobody of elsewhere', async () => {
    const { conversations, reach, offers } = storage;
    const organisation = newOrganisation();
    const [ann, ben, cat, dee] = ['ann', 'ben', 'cat', 'dee'] as PersonId[];
    for (const person of [ann, ben, cat, dee]) {
      const caller = { organisation, person: person as PersonId };
      await conversations.remember(caller, chat);
      expect(await conversations.welcomeOnce(caller)).toBe(true);
    }
    await conversations.remember(
      { organisation: newOrganisation(), person: ann as PersonId },
      chat,
    );
    await offers.once(organisation, 'a-meeting');
    await conversations.silence({ organisation, person: ben as PersonId }, 'blocked');
    await conversations.forget({ organisation, person: cat as PersonId });
    expect(await reach.of(organisation)).toEqual({
      reached: new Set(['ann', 'dee']),
      gone: new Map([
        ['ben', 'blocked'],
        ['cat', 'removed'],
      ]),
    });
  });

  test('whoever is gone keeps no address; heard from, they are reached where they write', async () => {
    const { conversations, reach } = storage;
    const caller = { organisation: newOrganisation(), person: 'ann' as PersonId };
    await conversations.remember(caller, { ...chat, renewed: true });
    expect(await conversations.find(caller)).toEqual({ ...chat, renewed: true });
    await conversations.forget(caller);
    await conversations.forget(caller);
    expect(await conversations.find(caller)).toBeUndefined();
    // Installed again, they are welcomed again.
    expect(await conversations.welcomeOnce(caller)).toBe(true);
    await conversations.remember(caller, { ...chat, conversationId: 'a:2' });
    expect(await conversations.find(caller)).toEqual({ ...chat, conversationId: 'a:2' });
    expect((await reach.of(caller.organisation)).gone.size).toBe(0);
  });

  test('what was put aside can be looked at, and stays there', async () => {
    const wave = { organisation: newOrganisation(), people: ['ann' as PersonId] };
    await queue.put([wave]);
    const [taken] = await queue.take(1);
    await taken?.putAside();
    expect(await queue.asideNow()).toContainEqual(wave);
    expect(await queue.asideNow()).toContainEqual(wave);
    expect(await queue.take(1)).toEqual([]);
  });
});
