import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { runAdmin } from '../../bot/admin/main.ts';
import { openPacks } from '../../bot/evidence/open.ts';
import { readers } from '../../bot/roster/readers.ts';
import { BY_NOW, frameAsKnown } from '../../bot/domain/known.ts';
import { employmentOn } from '../../bot/domain/standing.ts';
import type { PlainDate } from '../../bot/domain/time.ts';
import { doorsOver, memoryTables } from '../support/house.ts';
import { movableClock, TENANT, ZPV } from '../support/small-trust.ts';
import { storageOn } from '../support/storage-on.ts';

const trust = join(import.meta.dirname, '../../infra/local/trust');
const objectId = 'bbbbbbbb-0000-4000-8000-000000000001';
const zainab = 'zainab.khan@pennine-vale.example';
const aoife = 'aoife.okafor@pennine-vale.example';

const clock = movableClock();
let storage = storageOn(memoryTables(), { clock });

async function admin(...argv: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const code = await runAdmin(argv, {
    clock,
    print: (line) => lines.push(line),
    packs: openPacks('0.0.0'),
    open: () => Promise.resolve({ ...storage, readers }),
  });
  return { code, text: lines.join('\n') };
}

const appoint = (...argv: string[]) => admin('appoint', '--org', 'ZPV', ...argv);
const first = ['--role', 'edi-lead', '--person', zainab, '--from', '2026-04-01'];

/** The roles on record, each by its name and its days. */
async function roles(): Promise<string[]> {
  const frame = frameAsKnown(await storage.records.frame(ZPV), BY_NOW);
  return frame.roles.map(({ role, on, to = '' }) => `${role} ${on} ${to}`);
}

beforeEach(async () => {
  storage = storageOn(memoryTables(), { clock });
  const name = ['--name', 'Pennine Vale'];
  await admin('add-organisation', '--org', 'ZPV', '--tenant', TENANT, ...name, '--apply');
  const file = ['--file', join(trust, 'roster-2026-04-01.csv'), '--as-at', '2026-04-01'];
  await admin('import-roster', '--org', 'ZPV', ...file, '--apply');
});

test('from nothing but an organisation and its staff list, an operator names the first EDI lead', async () => {
  const { doors } = doorsOver(storage, clock);
  const address = async () => ({ address: zainab, guest: false });
  const who = await doors.identify({ tenant: TENANT, objectId, address });
  if (who.kind !== 'known') throw new Error(who.because);
  expect((await doors.me(who.caller)).pages).not.toContain('organisation');

  expect(await appoint(...first)).toMatchObject({
    code: 0,
    text: 'Zainab Khan: edi-lead of ZPV from 1 April 2026. Nothing was changed. Run it again with --apply.',
  });
  expect(await roles()).toEqual([]);
  expect(await appoint(...first, '--apply')).toMatchObject({
    code: 0,
    text: 'Zainab Khan: edi-lead of ZPV from 1 April 2026. Recorded.',
  });
  const me = await doors.me(who.caller);
  expect(me.roles).toEqual([{ role: 'edi-lead' }]);
  expect(me.pages).toEqual(expect.arrayContaining(['organisation', 'framework']));
});

test('it is the operator’s act, once in the ledger, naming nobody', async () => {
  await appoint(...first, '--apply');
  const again = await appoint(...first, '--apply');
  expect(again).toMatchObject({ code: 0, text: expect.stringContaining('Nothing to do') });
  expect(await roles()).toEqual(['edi-lead 2026-04-01 ']);
  expect(await storage.imports.all(ZPV)).toMatchObject([
    { kind: 'roster' },
    { kind: 'appointment', asAt: '2026-04-01', facts: 1 },
  ]);
  expect(await admin('verify-ledger', '--org', 'ZPV')).toMatchObject({ code: 0 });
});

test('the same command with --to ends the role, and without it opens it again', async () => {
  await appoint(...first, '--apply');
  await appoint(...first, '--to', '2026-06-30', '--apply');
  expect(await roles()).toEqual(['edi-lead 2026-04-01 2026-06-30']);
  await appoint(...first, '--apply');
  expect(await roles()).toEqual(['edi-lead 2026-04-01 ']);
  // Who holds it already need not be given it from a later day.
  const later = ['--role', 'EDI lead', '--person', zainab, '--from', '2026-05-01', '--apply'];
  expect((await appoint(...later)).text).toContain('Nothing to do');
});

test('every other role can be given so too: a chair of a network, an executive’s assistant', async () => {
  const file = ['--file', join(trust, 'networks.csv'), '--apply'];
  await admin('import-networks', '--org', 'ZPV', ...file);
  const chair = [
    '--role',
    'network-chair',
    '--person',
    zainab,
    '--network',
    'Race Equality Network',
  ];
  expect(await appoint(...chair, '--apply')).toMatchObject({ code: 0 });
  await appoint('--role', 'executive-director', '--person', aoife, '--apply');
  const assistant = ['--role', 'executive-assistant', '--person', zainab, '--for', aoife];
  expect(await appoint(...assistant, '--apply')).toMatchObject({ code: 0 });
  expect((await roles()).toSorted()).toEqual([
    'executive-assistant 2026-04-09 ',
    'executive-director 2026-04-09 ',
    'network-chair 2026-04-09 ',
  ]);
});

test('a roles’ list that comes later is not held to be older, and asks about whom it leaves out', async () => {
  await appoint('--role', 'board-secretary', '--person', aoife, '--apply');
  const file = ['--file', join(trust, 'roles-2026-04-01.csv'), '--as-at', '2026-04-01'];
  await admin('import-networks', '--org', 'ZPV', '--file', join(trust, 'networks.csv'), '--apply');
  const { text } = await admin('import-roles', '--org', 'ZPV', ...file, '--apply');
  expect(text).toContain('1 question for the settle list');
  expect(text).toMatch(/role-no-longer-listed: Aoife Okafor: the role board secretary/);
});

test.each([
  [['--person', zainab], '--role is needed'],
  [['--role', 'queen', '--person', zainab], '--role is one of executive-director, '],
  [['--role', 'edi-lead'], '--person is needed'],
  [['--role', 'edi-lead', '--person', 'x@elsewhere.example'], 'nobody on the staff list of ZPV'],
  [[...first, '--to', '2026-03-31'], '--to is before --from'],
  [['--role', 'edi-lead', '--person', zainab, '--to', '2026-05-01'], '--to needs --from'],
  [['--role', 'network-chair', '--person', zainab], 'of which network?'],
  [
    ['--role', 'network-chair', '--person', zainab, '--network', 'Chess'],
    'no network has that name',
  ],
  [[...first, '--network', 'Chess'], 'leave out --network'],
  [['--role', 'executive-assistant', '--person', zainab], 'whose? Add --for'],
  [['--role', 'executive-assistant', '--person', zainab, '--for', aoife], '--for names nobody'],
  [[...first, '--for', aoife], 'leave out --for'],
  [[...first, '--from', 'today'], '--from is a day'],
])('appoint %s is refused in one line', async (argv, why) => {
  const { code, text } = await appoint(...argv, '--apply');
  expect(code).toBe(1);
  expect(text).toContain(why);
  expect(text).not.toContain('\n');
  expect(await roles()).toEqual([]);
});

test('somebody who has left by that day is not given a role', async () => {
  const file = ['--file', join(trust, 'roster-2026-10-01.csv'), '--as-at', '2026-10-01'];
  await admin('import-roster', '--org', 'ZPV', ...file, '--apply');
  const december = '2026-12-01' as PlainDate;
  const { people } = await storage.records.people(ZPV);
  const left = people.find((person) => employmentOn(person, december).kind === 'left');
  const { text } = await appoint(
    ...['--role', 'edi-lead', '--person', left?.email ?? '', '--from', december, '--apply'],
  );
  expect(text).toContain('not employed on that day');
});

test('nobody is named any more once the organisation has gone into another', async () => {
  const place = ['--org', 'ZNW', '--tenant', TENANT];
  await admin('add-organisation', ...place, '--name', 'Northern Wave', '--apply');
  const day = ['--as-at', '2026-04-08'];
  await admin('merge-organisation', '--org', 'ZPV', '--into', 'ZNW', ...day, '--apply');
  const late = await appoint(...first, '--apply');
  expect(late).toMatchObject({ code: 1 });
  expect(late.text).toContain('ZPV closed on 8 April 2026');
  expect(await roles()).toEqual([]);
});

test('who can’t be reached yet is counted, with why, and listed on request', async () => {
  await appoint(...first, '--apply');
  const reach = ['reach', '--org', 'ZPV'];
  const before = await admin(...reach);
  expect(before.text).toMatch(
    /^ZPV: 0 people of (\d+) can be reached, \1 can’t\.\n {2}\1: never opened/,
  );
  expect(before.text).not.toContain('@');

  const { doors } = doorsOver(storage, clock);
  const address = async () => ({ address: zainab, guest: false });
  const who = await doors.identify({ tenant: TENANT, objectId, address });
  if (who.kind !== 'known') throw new Error(who.because);
  expect((await admin(...reach, '--verbose')).text).toContain(
    `  1: opened the tab, but have no chat with the bot: install it for them in Teams\n    ${zainab}`,
  );
  await storage.conversations.remember(who.caller, {
    ...{ serviceUrl: 'https://smba.example/', conversationId: 'a:zainab', botId: '28:bot' },
    tenant: TENANT,
  });
  expect((await admin(...reach)).text).toMatch(/^ZPV: 1 person of/);
});
