import { expect, test } from 'vitest';
import { runAdmin } from '../../bot/admin/main.ts';
import { openPacks } from '../../bot/evidence/open.ts';
import type { PlainDate } from '../../bot/domain/time.ts';
import { readers } from '../../bot/roster/readers.ts';
import { readEntry } from '../../bot/storage/ledger.ts';
import { collect } from '../../bot/storage/table.ts';
import { houseInMemory } from '../support/house.ts';
import { killedAtWrite } from '../support/killed-writes.ts';
import { APRIL_8, TENANT, ZPV } from '../support/small-trust.ts';
import { mentoringHouse } from '../use-cases/mentoring-house.ts';

const partition = `${ZPV.tenant}|${ZPV.code}`;

async function nursesHouse() {
  const house = await houseInMemory();
  const { cast, storage, tables, as } = house;
  const nurse = as(cast.nurse);
  await house.doors.perform(nurse, { verb: 'claim', data: { meeting: APRIL_8 } });
  await house.doors.perform(nurse, { verb: 'keep-note', data: { zone: 'FEAR', text: 'Mine' } });
  const [listed] = (await storage.records.some(ZPV, [cast.nurse])).people;
  const address = listed?.email ?? '';
  await storage.directory.link(nurse, { tenant: TENANT, objectId: 'object-1', address });
  await storage.conversations.remember(nurse, {
    ...{
      serviceUrl: 'https://teams',
      conversationId: 'conversation-1',
      botId: 'b',
      tenant: TENANT,
    },
  });
  const kept = async (): Promise<string> => {
    const rows = await Promise.all(
      Object.values(tables).map((table) => collect(table.range(partition, ' ', '\uffff'))),
    );
    return JSON.stringify(rows.flat().filter(({ key }) => !key.startsWith('l|')));
  };
  const faults = async () => (await storage.auditor.verify(ZPV)).faults;
  const admin = async (...argv: string[]) => {
    const lines: string[] = [];
    const ports = { ...storage, readers };
    const code = await runAdmin(argv, {
      ...{ open: async () => ports, packs: openPacks('0.0.0'), clock: house.clock },
      print: (line) => void lines.push(line),
    });
    return { code, text: lines.join('\n') };
  };
  const erase = (...more: string[]) =>
    admin('erase-person', '--org', 'ZPV', '--person', address, ...more);
  return { ...house, nurse, address, kept, faults, admin, erase };
}

test('one person is erased before their time where it was granted, and the ledger still verifies', async () => {
  const house = await nursesHouse();
  const { storage, cast, erase } = house;
  expect(await erase()).toMatchObject({
    code: 1,
    text: expect.stringContaining('--because is needed: one of no-longer-needed'),
  });
  expect(await erase('--because', 'she asked')).toMatchObject({ code: 1 });
  const preview = await erase('--because', 'objected');
  expect(preview.text).toMatch(/claim: 1 fact\n[^]*Nothing was changed[^]*as somebody new/);
  expect((await house.kept()).includes(house.address)).toBe(true);

  expect(await erase('--because', 'objected', '--apply')).toMatchObject({
    code: 0,
    text: expect.stringContaining('Erased.'),
  });
  const kept = await house.kept();
  // A random id may stay where others' facts have it: it leads to nobody.
  for (const said of [
    `p|${cast.nurse}`,
    `s|${cast.nurse}`,
    house.address,
    'Okafor',
    'conversation-1',
  ]) {
    expect(kept.includes(`"${said}`), said).toBe(false);
  }
  expect(await storage.directory.linked(TENANT, 'object-1')).toEqual([]);
  expect(await storage.directory.byAddress(TENANT, house.address)).toEqual([]);
  expect(await storage.records.person(ZPV, cast.chair)).toBeDefined();
  expect(await house.faults()).toEqual([]);
  expect((await erase('--because', 'objected')).text).toContain('has nobody with');
});

test('the ledger says on which ground, and nothing of whoever it was', async () => {
  const house = await nursesHouse();
  await house.erase('--because', 'consent-withdrawn', '--apply');
  const rows = await collect(house.tables.records.range(partition, 'l|', 'l|\uffff'));
  const entries = rows.map((row) => readEntry(row)?.entry);
  const erasures = entries.filter((entry) => entry?.act === 'erase');
  expect(erasures.length).toBeGreaterThan(0);
  for (const entry of erasures) {
    expect(entry).toMatchObject({
      ...{ by: 'operator', about: { because: 'consent-withdrawn' }, rows: [] },
    });
    expect(JSON.stringify(entry)).not.toContain(house.address);
  }
});

test('an account that chooses elsewhere at that very moment leads to them no more', async () => {
  const house = await nursesHouse();
  const { storage, nurse, tables } = house;
  const elsewhere = { ...nurse, organisation: { ...nurse.organisation, code: 'ZNW' } };
  await storage.directory.relink(elsewhere, {
    ...{ tenant: TENANT, objectId: 'object-1', address: house.address },
  });
  const { directory } = tables;
  const { write } = directory;
  let meanwhile = false;
  directory.write = async (tenant, changes) => {
    if (!meanwhile) {
      meanwhile = true;
      await storage.directory.choose({ tenant, objectId: 'object-1' }, 'ZNW');
    }
    return write(tenant, changes);
  };
  await storage.directory.forget(nurse, { addresses: [], accounts: ['object-1'] });
  expect(await storage.directory.linked(TENANT, 'object-1')).toEqual([elsewhere]);
});

test('questions that name them without their id go too, and nobody else’s', async () => {
  const house = await nursesHouse();
  const { storage, cast, address, erase, faults } = house;
  const rows = await collect(house.tables.records.range(partition, `p|${cast.nurse}`, 'p}'));
  const row = rows.find(({ key }) => key.startsWith(`p|${cast.nurse}|person`));
  const number = /"staffNumber":"(\w+)"/.exec(row?.properties['body'] ?? '')?.[1];
  if (number === undefined) throw new Error('no staff number');
  const theirs = [
    `Aoife OKAFOR (${number}-1): this assignment is in row 4 already.`,
    `The row of ${number} was not imported.`,
    `Network chair: nobody listed has the address ${address.toUpperCase()}.`,
    'Aoife Okafor: the grade was not imported.',
  ];
  const others = [
    'Aoife Okafor-Lever: the grade was not imported.',
    `The row of 1${number} was not imported.`,
    `Network chair: nobody listed has the address x.${address}.`,
    'In row 4 the day is no day.',
  ];
  const namesake = { person: cast.chair, detail: 'Aoife Okafor: another one of this name.' };
  const items = [...theirs, ...others].map((detail) => ({ detail }));
  const opened = await storage.imports.open(ZPV, {
    ...{ kind: 'roster', asAt: '2026-10-01' as PlainDate, sha256: 'october' },
  });
  if (opened.kind !== 'open') throw new Error('expected an open import');
  await opened.staged.stage(
    [...items, namesake].map((item, at) => ({
      kind: 'settle',
      item: { id: `question-${at}`, problem: 'bad-value', ...item },
    })),
  );
  await opened.staged.commit('operator');
  expect((await erase('--because', 'objected', '--apply')).text).toContain('Erased.');
  expect((await storage.imports.settleList(ZPV)).map(({ detail }) => detail)).toEqual([
    ...others,
    namesake.detail,
  ]);
  expect(await faults()).toEqual([]);
});

test('whoever leads the programme or supports a mentor is erased without others’ pairs', async () => {
  const { matched, cast, as, storage } = await mentoringHouse();
  const pair = await matched();
  const pairs = async () => (await storage.records.things(ZPV, ['pair'])).pair.map(({ id }) => id);
  for (const who of ['edi', 'boardChair'] as const) {
    await storage.erasures.erasePerson(as(cast[who]), 'objected', 'operator');
    expect([who, await pairs()]).toEqual([who, [pair]]);
  }
  await storage.erasures.erasePerson(as(cast.nurse), 'objected', 'operator');
  expect(await pairs()).toEqual([]);
  expect((await storage.auditor.verify(ZPV)).faults).toEqual([]);
});

test('the views that others have are shown without whoever is gone', async () => {
  const house = await nursesHouse();
  const { doors, cast, as } = house;
  await house.erase('--because', 'objected', '--apply');
  for (const [role, person] of Object.entries(cast)) {
    if (person === cast.nurse) continue;
    expect((await doors.me(as(person))).person.name, role).not.toBe('');
  }
  expect(await doors.waiting(as(cast.chair))).toMatchObject({ waiting: [], decided: [] });
  expect((await doors.attendance(as(cast.edi), {})).kind).toBe('shown');
});

test('stopped at any write, the same again goes on, and the ledger is clean in between', async () => {
  const whole = await nursesHouse();
  let needed = 0;
  const { write: writeWhole } = whole.tables.records;
  whole.tables.records.write = (...given) => {
    needed += 1;
    return writeWhole(...given);
  };
  await whole.erase('--because', 'objected', '--apply');
  expect(needed).toBeGreaterThan(0);
  for (let stopAt = 1; stopAt <= needed; stopAt += 1) {
    const house = await nursesHouse();
    const killed = killedAtWrite(house.tables.records, stopAt);
    expect((await house.erase('--because', 'objected', '--apply')).text).toContain('Stopped');
    killed.mend();
    expect(await house.faults()).toEqual([]);
    const again = await house.erase('--because', 'objected', '--apply');
    expect(again.text).toMatch(/Erased\.|has nobody/);
    expect((await house.kept()).includes(house.address)).toBe(false);
    expect(await house.faults()).toEqual([]);
  }
});

test('a whole organisation goes only with its code given twice, and can be stopped anywhere', async () => {
  for (const stopAt of [1, 2, 3, 4, 5, Infinity]) {
    const house = await nursesHouse();
    const { storage, tables, admin } = house;
    const erase = (...more: string[]) => admin('erase-organisation', '--org', 'ZPV', ...more);
    expect((await erase()).text).toMatch(/people, \d+ rows[^]*Nothing was changed/);
    expect((await erase('--apply')).text).toContain('add --confirm ZPV');
    expect((await erase('--confirm', 'ZNW', '--apply')).code).toBe(1);
    expect((await house.kept()).includes(house.address)).toBe(true);
    await storage.nudges.takeTurn(ZPV, 0, 1, 'erase');

    const killed = killedAtWrite(tables.records, stopAt);
    await erase('--confirm', 'ZPV', '--apply');
    killed.mend();
    const again = await erase('--confirm', 'ZPV', '--apply');
    expect(again.text).toMatch(/Erased\.|not known here/);
    expect(await storage.directory.withCode('ZPV')).toEqual([]);
    expect(await storage.directory.linked(TENANT, 'object-1')).toEqual([]);
    for (const table of Object.values(tables)) {
      expect(await collect(table.range(partition, ' ', '\uffff'))).toEqual([]);
      const elsewhere = await collect(table.range(TENANT, ' ', '\uffff'));
      expect(JSON.stringify(elsewhere)).not.toContain('ZPV');
    }
  }
});
