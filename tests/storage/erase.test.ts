import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { PlainDate } from '../../bot/domain/time.ts';
import { collect } from '../../bot/storage/table.ts';
import { fileIdOf } from '../../bot/use-cases/education/file-id.ts';
import { houseInMemory } from '../support/house.ts';
import { killedAtWrite } from '../support/killed-writes.ts';
import { APRIL_8, personFacts, TENANT, ZPV } from '../support/small-trust.ts';

const partition = `${ZPV.tenant}|${ZPV.code}`;
const day = (text: string) => text as PlainDate;

async function claimedHouse() {
  const house = await houseInMemory();
  const nurse = house.as(house.cast.nurse);
  await house.doors.perform(nurse, { verb: 'claim', data: { meeting: APRIL_8 } });
  const keysNow = async () =>
    (await collect(house.tables.records.range(partition, ' ', '\uffff'))).map(({ key }) => key);
  const faults = async () => (await house.storage.auditor.verify(ZPV)).faults;
  const erase = (on: string) => house.storage.erasures.erase(ZPV, day(on), 'operator');
  return { ...house, nurse, keysNow, faults, erase };
}

test('a claim is kept for four years after its meeting, to the day, and then erased', async () => {
  const house = await claimedHouse();
  const { storage, keysNow, faults, cast } = house;
  const key = `p|${cast.nurse}|claim|${APRIL_8}`;
  await house.erase('2030-04-08');
  expect(await keysNow()).toContain(key);
  expect(await storage.erasures.due(ZPV, day('2030-04-09'))).toContainEqual({
    kind: 'claim',
    facts: 1,
  });
  expect(await keysNow()).toContain(key);

  await house.erase('2030-04-09');
  expect(await keysNow()).not.toContain(key);
  expect((await keysNow()).filter((each) => each.startsWith('w|'))).toEqual([]);
  expect((await storage.records.person(ZPV, cast.nurse))?.person.claims).toEqual([]);
  expect(await faults()).toEqual([]);
  expect(await house.erase('2030-04-09')).toEqual([]);
});

test('the entry names keys and hashes alone, and nothing of what was said is left', async () => {
  const house = await claimedHouse();
  await house.erase('2030-04-09');
  const rows = await collect(house.tables.records.range(partition, 'l|', 'l|\uffff'));
  const entries = rows.map((row) => JSON.parse(row.properties['body'] ?? '') as object);
  const erased = entries.filter((entry) => 'erased' in entry);
  expect(erased).toContainEqual(
    expect.objectContaining({ act: 'erase', by: 'operator', about: {}, rows: [] }),
  );
  const everything = JSON.stringify(
    await collect(house.tables.records.range(partition, ' ', '\uffff')),
  );
  expect(everything).not.toContain('"claimed"');
});

test('a row that nobody erased is still missed, and one that comes back is known', async () => {
  const house = await claimedHouse();
  const { records } = house.tables;
  const key = `p|${house.cast.nurse}|claim|${APRIL_8}`;
  const row = await records.get(partition, key);
  await records.write(partition, [{ kind: 'delete', key }]);
  expect(await house.faults()).toContain(`${key} is missing`);
  await records.write(partition, [{ kind: 'put', key, properties: row?.properties ?? {} }]);
  await house.erase('2030-04-09');
  await records.write(partition, [{ kind: 'put', key, properties: row?.properties ?? {} }]);
  expect(await house.faults()).toContain(`${key} is in no entry`);
});

test('an erasure of what had been altered before is named', async () => {
  const house = await claimedHouse();
  const { records } = house.tables;
  const key = `p|${house.cast.nurse}|claim|${APRIL_8}`;
  const row = await records.get(partition, key);
  const properties = { ...row?.properties, hash: 'another' };
  await records.write(partition, [{ kind: 'put', key, properties }]);
  await house.erase('2030-04-09');
  expect(await house.faults()).toContain(`${key} was not erased as its latest entry left it`);
});

test('whoever left is gone after four years, from every table, and the imports still verify', async () => {
  const house = await claimedHouse();
  const { storage, tables, cast, as } = house;
  const leaver = storage.imports.newPersonId();
  const opened = await storage.imports.open(ZPV, {
    ...{ kind: 'roster', asAt: day('2026-04-09'), sha256: 'april' },
  });
  if (opened.kind !== 'open') throw new Error('expected an open import');
  const [person, assignment] = personFacts(leaver, ['Leader', '00017']);
  if (person === undefined || assignment?.kind !== 'assignment') throw new Error('no facts');
  const until = { ...assignment.fact, end: day('2026-06-30') };
  await opened.staged.stage([person, { ...assignment, fact: until }]);
  await opened.staged.commit('operator');
  const caller = as(leaver);
  const listed = (await storage.records.person(ZPV, leaver))?.person;
  const account = { tenant: TENANT, objectId: 'object-17', address: listed?.email ?? '' };
  await storage.directory.link(caller, account);
  await storage.conversations.remember(caller, {
    ...{
      serviceUrl: 'https://teams',
      conversationId: 'conversation-17',
      botId: 'b',
      tenant: TENANT,
    },
  });
  // A chair's card is kept under its network, and an assistant's under their executive.
  for (const subject of ['network|race', `person|${cast.nurse}`] as const) {
    await storage.cards.remember(ZPV, {
      ...{ subject, person: leaver, view: 'waiting', params: {} },
      ...{ conversationId: 'conversation-17', activityId: 'a17', shownAt: house.clock.now() },
    });
  }
  const bytes = new TextEncoder().encode('%PDF-1.7');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const id = fileIdOf('a.pdf', sha256);
  const at = house.clock.now();
  const file = { id, name: 'a.pdf', type: 'application/pdf', size: 8, sha256, at } as const;
  await storage.files.put(caller, file, bytes);

  await house.erase('2030-06-30');
  expect(await storage.records.person(ZPV, leaver)).toBeDefined();
  await house.erase('2030-07-01');
  expect(await storage.records.person(ZPV, leaver)).toBeUndefined();
  expect(await storage.directory.linked(TENANT, 'object-17')).toEqual([]);
  expect(await storage.directory.byAddress(TENANT, account.address)).toEqual([]);
  expect(await storage.files.list(caller)).toEqual([]);
  for (const table of Object.values(tables)) {
    const rows = await collect(table.range(partition, ' ', '\uffff'));
    const notLedger = rows.filter(({ key }) => !key.startsWith('l|'));
    expect(JSON.stringify(notLedger)).not.toContain(leaver);
    expect(JSON.stringify(notLedger)).not.toContain('conversation-17');
  }
  // Who is still here stays.
  expect(await storage.records.person(ZPV, cast.nurse)).toBeDefined();
  expect(await house.faults()).toEqual([]);
});

test('what was said to somebody goes in its time; of mentoring, with the pairs', async () => {
  const house = await claimedHouse();
  const { storage, tables, cast } = house;
  const at = house.clock.now();
  const said = [
    { kind: 'in-private', about: 'handle' },
    { kind: 'claims-waiting', about: 'race' },
  ] as const;
  for (const { kind, about } of said) {
    const nudge = { kind, to: cast.nurse, about, step: 'first', from: day('2026-04-09') };
    await storage.nudges.plan(ZPV, [nudge], at);
    const [kept] = (await storage.nudges.ofPerson(ZPV, cast.nurse)).filter(
      ({ state }) => state.kind === 'planned',
    );
    if (kept === undefined) throw new Error('nothing was planned');
    const on = day(kind === 'in-private' ? '2026-04-09' : '2026-04-10');
    const claimed = await storage.nudges.claim(ZPV, [kept], { day: on, at, since: 0 });
    if (claimed === 'lost') throw new Error('somebody else claimed it');
    await storage.nudges.settle(ZPV, claimed, { kind: 'sent' }, { at });
  }
  await storage.cards.remember(ZPV, {
    ...{ subject: 'network|race', person: cast.nurse, view: 'waiting', params: {} },
    ...{ conversationId: 'c', activityId: 'a', shownAt: at },
  });
  const kept = async () => {
    const nudges = await collect(tables.nudges.range(partition, '', '\uffff'));
    const cards = await collect(tables.cards.range(partition, '', '\uffff'));
    const left = nudges.map(({ key, properties }) => key + JSON.stringify(properties)).join();
    return { rows: nudges.length, cards: cards.length, mentoring: left.includes('in-private') };
  };
  await house.erase('2029-07-09');
  expect(await kept()).toEqual({ rows: 4, cards: 1, mentoring: true });
  await house.erase('2029-07-10');
  expect(await kept()).toEqual({ rows: 2, cards: 1, mentoring: false });
  await house.erase('2030-04-09');
  expect(await kept()).toEqual({ rows: 2, cards: 1, mentoring: false });
  expect(await storage.erasures.due(ZPV, day('2030-04-11'))).toEqual(
    expect.arrayContaining([
      { kind: 'reminder', facts: 1 },
      { kind: 'card', facts: 1 },
    ]),
  );
  await house.erase('2030-04-11');
  expect(await kept()).toEqual({ rows: 0, cards: 0, mentoring: false });
});

test('stopped at any commit, the same again goes on, and the ledger is clean in between', async () => {
  for (let stopAt = 1; stopAt <= 3; stopAt += 1) {
    const house = await claimedHouse();
    const killed = killedAtWrite(house.tables.records, stopAt);
    await house.erase('2034-01-01').catch(() => undefined);
    killed.mend();
    expect(await house.faults()).toEqual([]);
    await house.erase('2034-01-01');
    expect(await house.storage.erasures.due(ZPV, day('2034-01-01'))).toEqual([]);
    expect(await house.faults()).toEqual([]);
  }
});
