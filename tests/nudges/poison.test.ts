import { randomUUID } from 'node:crypto';
import { QueueClient } from '@azure/storage-queue';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import type { OrganisationRef, PersonId } from '../../bot/domain/facts.ts';
import { createNudging } from '../../bot/nudges/nudging.ts';
import type { NudgeParts } from '../../bot/nudges/parts.ts';
import { reconcile } from '../../bot/nudges/reconcile.ts';
import { openStorage } from '../../bot/storage/open.ts';
import { encodeWave } from '../../bot/storage/wave.ts';
import { JUNE_10, movableClock } from '../support/small-trust.ts';
import { onAzureProtocol, type Place } from '../support/storages.ts';
import { bookedExecutives } from './campaign.ts';
import { nudgeLog } from './nudge-log.ts';

let place: Place;
beforeAll(async () => {
  place = await onAzureProtocol();
});
afterAll(() => place.close());

/** Three people of a new tenant to be asked, on the protocols of Azure, with the raw queues at hand. */
async function onAzure() {
  const organisation: OrganisationRef = { tenant: randomUUID(), code: 'ZPV' };
  const partition = `${organisation.tenant}|${organisation.code}`;
  const { connection } = place;
  if (connection === undefined) throw new Error('no connection');
  const clock = movableClock();
  const storage = openStorage({ kind: 'connection', text: connection }, { clock });
  await storage.prepare();
  const serviceUrl = 'http://127.0.0.1:9/';
  const people = await bookedExecutives(storage, clock, organisation, { count: 3, serviceUrl });
  clock.moveTo('2026-06-11T08:30:00.000Z');
  const heard: PersonId[] = [];
  const log = nudgeLog();
  const parts: NudgeParts = {
    ...storage,
    clock,
    isBankHoliday: englandsBankHolidays(),
    sender: {
      reaches: async () => true,
      async send({ person }) {
        heard.push(person);
        return { kind: 'sent' };
      },
    },
    log,
    tenants: [organisation.tenant],
    perSecond: 500,
    realNow: () => Date.now(),
    leaseMs: 120_000,
    tickMs: 60_000,
  };
  const raw = new QueueClient(connection, 'nudges');
  const aside = new QueueClient(connection, 'nudges-aside');
  for (const queue of [raw, aside]) await queue.clearMessages();
  const parked = async () =>
    (await aside.receiveMessages({ numberOfMessages: 32 })).receivedMessageItems.map(
      ({ messageText }) => messageText,
    );
  const left = async () => (await raw.getProperties()).approximateMessagesCount;
  const here = { organisation, partition };
  return { ...here, storage, people, heard, log, parts, raw, parked, left };
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

test('messages that nobody can read are put aside as they are, a line each, and the rest goes on', async () => {
  const { people, heard, log, parts, raw, parked, left } = await onAzure();
  const bad = ['no base64, no JSON', base64('{"people":'), base64('{"version":2,"to":["ann"]}')];
  for (const message of bad) await raw.sendMessage(message);
  await createNudging(parts).settle();
  expect(heard.toSorted()).toEqual(people.toSorted());
  expect((await parked()).toSorted()).toEqual(bad.toSorted());
  expect(log.nudgesPutAside.mock.calls).toEqual(bad.map(() => [{ why: 'unreadable' }]));
  expect(log.nudgesFaulted).not.toHaveBeenCalled();
  expect(await left()).toBe(0);
});

test('a message of an organisation, a person or a nudge that isn’t there asks for nothing', async () => {
  const { organisation, people, heard, log, parts, raw, parked, left } = await onAzure();
  const nobody = 'nobody' as PersonId;
  const elsewhere = { ...organisation, code: 'GONE' };
  for (const wave of [
    { organisation: elsewhere, people },
    { organisation, people: [nobody] },
    { organisation, people: [] },
  ]) {
    await raw.sendMessage(encodeWave(wave));
  }
  const nudging = createNudging(parts);
  await nudging.settle();
  // Planned rows are all handled by now: their wave once more finds nothing to do.
  await raw.sendMessage(encodeWave({ organisation, people }));
  await nudging.settle();
  expect(heard.toSorted()).toEqual(people.toSorted());
  expect(await parked()).toEqual([]);
  expect(log.nudgesPutAside).not.toHaveBeenCalled();
  expect(log.nudgesFaulted).not.toHaveBeenCalled();
  expect(await left()).toBe(0);
});

test('what was taken too often is put aside with one line, and the rest goes on', async () => {
  const { organisation, people, heard, log, parts, raw, parked, left } = await onAzure();
  const wave = encodeWave({ organisation, people });
  await raw.sendMessage(wave);
  for (let died = 0; died < 5; died += 1) {
    const [message] = (await raw.receiveMessages()).receivedMessageItems;
    if (message === undefined) throw new Error('nothing to take');
    // A worker died with it: visible again at once.
    await raw.updateMessage(message.messageId, message.popReceipt, wave, 0);
  }
  await createNudging(parts).settle();
  expect(await parked()).toEqual([wave]);
  expect(log.nudgesPutAside.mock.calls).toEqual([
    [{ why: 'came-too-often', organisation: 'ZPV', people: 3 }],
  ]);
  // Nobody is lost with it: they are planned still, and come in the next wave.
  expect(heard.toSorted()).toEqual(people.toSorted());
  expect(await left()).toBe(0);
});

test.each([
  ['of a kind that a later version has', { kind: 'a-later-kind' }],
  ['that is no JSON', undefined],
])('a row %s is left alone and told of; everybody else hears', async (_what, differs) => {
  const { organisation, partition, storage, people, heard, log, parts } = await onAzure();
  const [first] = people;
  if (first === undefined) throw new Error('nobody is there');
  const nudge = { kind: 'were-you-there', to: first, about: JUNE_10, step: '0', ...differs };
  const body =
    differs === undefined
      ? '{"nudge":'
      : JSON.stringify({ nudge, state: { kind: 'planned', tries: 0, notBefore: 0 } });
  const key = `${first}|${nudge.kind}|${JUNE_10}|0`;
  await storage.tables.nudges.write(partition, [
    { kind: 'insert', key: `n|${key}`, properties: { body } },
    { kind: 'put', key: `a|${key}`, properties: {} },
  ]);
  await createNudging(parts).settle();
  expect(heard.toSorted()).toEqual(people.toSorted());
  await reconcile(parts, organisation);
  expect(log.nudgesReconciled.mock.calls).toMatchObject([[{ unreadable: 1, stuck: 0 }]]);
  expect(log.nudgesFaulted).not.toHaveBeenCalled();
  const row = await storage.tables.nudges.get(partition, `n|${key}`);
  expect(row?.properties['body']).toBe(body);
});

test('a day on which a later version said something is a day on which something was said', async () => {
  const { partition, storage, people, heard, parts } = await onAzure();
  const [first, ...others] = people;
  if (first === undefined) throw new Error('nobody is there');
  const said = JSON.stringify([{ kind: 'a-later-kind', about: 'something' }]);
  await storage.tables.nudges.write(partition, [
    { kind: 'insert', key: `d|${first}|2026-06-11`, properties: { body: said } },
  ]);
  await createNudging(parts).settle();
  expect(heard.toSorted()).toEqual(others.toSorted());
});
