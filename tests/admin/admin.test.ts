import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { runAdmin } from '../../bot/admin/main.ts';
import { settingsOn } from '../../bot/domain/settings/settings.ts';
import type { PlainDate } from '../../bot/domain/time.ts';
import { openPacks } from '../../bot/evidence/open.ts';
import { readers } from '../../bot/roster/readers.ts';
import { memoryTables } from '../support/house.ts';
import { movableClock, TENANT, ZPV } from '../support/small-trust.ts';
import { storageOn } from '../support/storage-on.ts';

const trust = join(import.meta.dirname, '../../infra/local/trust');
const otherTenant = '11111111-2222-3333-4444-555555555555';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'admin-'));
});
afterAll(() => rm(folder, { recursive: true }));

let tables = memoryTables();
let storage = storageOn(tables, { clock: movableClock() });
beforeEach(() => {
  tables = memoryTables();
  storage = storageOn(tables, { clock: movableClock() });
});

/** Runs one command; options with spaces are given apart. */
async function admin(...argv: string[]): Promise<{ code: number; lines: string[]; text: string }> {
  const lines: string[] = [];
  const code = await runAdmin(argv, {
    clock: movableClock(),
    print: (line) => lines.push(line),
    packs: openPacks('0.0.0'),
    open: () => Promise.resolve({ ...storage, readers }),
  });
  return { code, lines, text: lines.join('\n') };
}

const add = (...more: string[]) =>
  admin('add-organisation', '--org', 'ZPV', '--tenant', TENANT, '--name', 'Pennine Vale', ...more);
const importFile = (command: string, name: string, ...more: string[]) =>
  admin(command, '--org', 'ZPV', '--file', join(trust, name), ...more);

test('help lists the commands, and each has its page', async () => {
  const { code, text } = await admin('--help');
  expect(code).toBe(0);
  const names = [...text.matchAll(/^ {2}([a-z-]+)/gm)].map(([, name]) => name ?? '');
  expect(names).toEqual([
    ...['add-organisation', 'import-roster', 'import-roles', 'import-networks'],
    ...['import-meetings', 'import-board-meetings', 'import-history', 'import-education'],
    ...['settings', 'appoint', 'merge-organisation', 'undo-import', 'plan-nudges', 'reach'],
    ...['evidence', 'verify-pack'],
    ...['verify-ledger', 'export-person', 'erase-due', 'erase-person', 'erase-organisation'],
    ...['backup', 'restore'],
  ]);
  for (const name of names) {
    const page = await admin(name, '--help');
    expect(page.code).toBe(0);
    expect(page.text).toContain(name === 'verify-pack' ? '--file X.zip' : '--org CODE');
  }
});

test('an organisation is added only with --apply, and once', async () => {
  expect(await add()).toMatchObject({
    code: 0,
    text: expect.stringContaining('Nothing was changed'),
  });
  expect(await storage.directory.withCode('ZPV')).toEqual([]);
  expect((await add('--apply')).text).toMatch(/^Added ZPV, Pennine Vale/);
  expect(await storage.directory.withCode('ZPV')).toEqual([ZPV]);
  expect((await add('--apply')).text).toMatch(/Nothing to do/);
});

test('settings that are not named stay, a grade is added to the map', async () => {
  await add('--apply', '--target', '6');
  const { code } = await admin('add-organisation', '--org', 'ZPV', '--grade', 'zl03=8a', '--apply');
  expect(code).toBe(0);
  const { settings } = await storage.records.frame(ZPV);
  expect(settings).toMatchObject({ name: 'Pennine Vale', attendanceTarget: 6, yearStartMonth: 4 });
  expect(settings.gradeMap).toMatchObject({
    ZL03: '8a',
    XR08: '8a',
    'ZZ|VSM': 'VSM',
    'Y*': 'medical',
  });
});

test('an operator sees what an organisation counts by, and their word goes over what was set since', async () => {
  await add('--apply');
  const by = storage.imports.newPersonId();
  await storage.records.commit(ZPV, {
    reads: [],
    decide(book) {
      book.putSetting({
        ...{ id: 'c-1', what: 'target', because: 'Zqbecause', by, at: book.now },
        ...{ set: { attendanceTarget: 6 }, was: { attendanceTarget: 4 } },
        from: '2026-04-01' as PlainDate,
      });
      book.enter({ act: 'set-target', by, about: { setting: 'c-1' } });
    },
  });
  const shown = await admin('settings', '--org', 'ZPV');
  expect(shown.code).toBe(0);
  expect(shown.text).toMatch(/Meetings for each executive +6$/m);
  expect(shown.text).toContain('set target, from 2026-04-01');
  expect(shown.text).not.toContain('Zqbecause');
  await add('--apply', '--target', '5');
  expect((await admin('settings', '--org', 'ZPV')).text).toMatch(/each executive +5$/m);
  const { settings } = await storage.records.frame(ZPV);
  expect(settingsOn(settings, '2025-04-01' as PlainDate).attendanceTarget).toBe(5);
});

test.each([
  [['--year-start', '13'], 'the year’s first month is a number from 1 to 12'],
  [['--year-start', 'April'], '--year-start is a month’s number'],
  [['--target', '0'], 'the meetings to attend in a year are a number from 4 to 12'],
  [['--speak-up', 'http://x.example'], 'the Freedom to Speak Up link is an https address'],
  [['--grade', 'ZL03=12'], 'the grade ZL03 must be one of'],
  [['--grade', 'ZL03'], '--grade is CODE=BAND'],
  [['--name', ''], 'a new organisation needs a name'],
])('add-organisation %s is refused in one line', async (more, why) => {
  const { code, lines } = await add('--apply', ...more);
  expect(code).toBe(1);
  expect(lines).toEqual([expect.stringContaining(`Not done: ${why}`)]);
  expect(await storage.directory.withCode('ZPV')).toEqual([]);
});

test('the whole trust comes in through the commands, and the ledger is clean', async () => {
  await add('--apply');
  const apply = ['--as-at', '2026-04-01', '--apply'];
  for (const [command, name] of [
    ['import-networks', 'networks.csv'],
    ['import-roster', 'roster-2026-04-01.csv'],
    ['import-roles', 'roles-2026-04-01.csv'],
    ['import-meetings', 'meetings.csv'],
    ['import-board-meetings', 'board-meetings.csv'],
    ['import-history', 'history.csv'],
    ['import-education', 'learning.csv'],
  ] as const) {
    const { code, lines } = await importFile(command, name, ...apply);
    expect([code, lines.at(-1)]).toEqual([0, 'Imported.']);
    expect(lines).toContain('nothing to settle');
  }
  expect((await storage.records.people(ZPV)).people).toHaveLength(126);
  const verified = await admin('verify-ledger', '--org', 'ZPV');
  expect(verified).toMatchObject({ code: 0, text: expect.stringContaining('Clean') });
});

test('import-roster says people, leaders, who is away, unknown grades, changes and questions', async () => {
  await add('--apply');
  await importFile('import-roster', 'roster-2026-04-01.csv', '--as-at', '2026-04-01', '--apply');
  const october = ['import-roster', 'roster-2026-10-01.csv', '--as-at', '2026-10-01'] as const;
  const { code, lines } = await importFile(...october);
  expect(code).toBe(0);
  expect(lines).toEqual([
    'roster-2026-10-01.csv for ZPV, as at 1 October 2026',
    'Please check the day: it is still to come (today is 9 April 2026).',
    '130 people with 132 assignments in the file',
    '85 leaders at band 8a and above on 1 October 2026',
    '2 people away on 1 October 2026',
    'no rule knows the grade “NHS|ZL03|Local Pay Spot Rate|”: row 130',
    'changes to what was known: 4 joined, 2 left, 1 acting up, 1 new grade, 1 new supervisor, 2 now away',
    '6 questions for the settle list:',
    ...[25, 26, 27, 64, 65].map((row) =>
      expect.stringMatching(
        new RegExp(`^ {2}row ${row}, supervisor-has-left: .* left on 31 August 2026`),
      ),
    ),
    expect.stringMatching(/^ {2}row 130, unknown-grade: Kwame Clegg/),
    'Nothing was changed. Run it again with --apply to import it.',
  ]);
  expect((await storage.records.people(ZPV)).people).toHaveLength(126);
  expect((await importFile(...october, '--apply')).lines.at(-1)).toBe('Imported.');
  expect((await importFile(...october, '--apply')).lines.at(-1)).toMatch(/Nothing to do/);
});

test('a list of a year that is far ahead is taken for a slip of the finger', async () => {
  await add('--apply');
  const far = ['--as-at', '2099-04-01', '--apply'];
  const { code, lines } = await importFile('import-roster', 'roster-2026-04-01.csv', ...far);
  expect([code, lines]).toEqual([1, [expect.stringContaining('more than a year ahead')]]);
});

test.each([
  [['no-such-command'], 'There is no command “no-such-command”'],
  [['import-roster'], '--org is needed'],
  [['import-roster', '--org', 'Z/V'], '--org is an ODS code'],
  [['import-roster', '--org', 'ZPV'], '--file is needed'],
  [['import-roster', '--org', 'ZPV', '--file', 'nowhere.csv'], '--as-at is needed'],
  [
    ['import-roster', '--org', 'ZPV', '--file', 'nowhere.csv', '--as-at', '01/04/2026'],
    '--as-at is a day',
  ],
  [
    ['import-roster', '--org', 'ZPV', '--file', 'nowhere.csv', '--as-at', '2026-04-31'],
    '--as-at is a day',
  ],
  [
    ['import-roster', '--org', 'ZPV', '--file', 'nowhere.csv', '--as-at', '2026-04-01'],
    'there is no such file',
  ],
  [['import-roster', '--org', 'ZPV', '--file', trust, '--as-at', '2026-04-01'], 'it is a folder'],
  [
    ['import-networks', '--org', 'XYZ', '--file', join(trust, 'networks.csv')],
    'XYZ is not known here',
  ],
  [['import-networks', '--org', 'ZPV', '--colour', 'red'], 'Unknown option'],
  [['import-networks', '--org', 'ZPV', 'networks.csv'], 'Unexpected argument'],
  [['import-networks', '--org', 'ZPV', '--tenant', 'ours', '--file', 'x'], '--tenant is'],
  [
    ['settings', '--org', 'ZPV', '--tenant', '00000000-0000-0000-0000-000000000000'],
    '--tenant is still the example’s',
  ],
  [
    [
      'import-networks',
      '--org',
      'ZPV',
      '--tenant',
      otherTenant,
      '--file',
      join(trust, 'networks.csv'),
    ],
    'ZPV is not known here in the tenant',
  ],
  [
    ['import-networks', '--org', 'ZPV', '--file', join(trust, 'roles-2026-04-01.csv'), '--apply'],
    'the columns “Counts for Silver”, “Terms Used” are missing',
  ],
  [['verify-ledger', '--org', 'XYZ'], 'XYZ is not known here'],
])('%s is refused in one line', async (argv, why) => {
  await add('--apply');
  const { code, lines } = await admin(...argv);
  expect(code).toBe(1);
  expect(lines).toEqual([expect.stringContaining(why)]);
});

test('a code that is known in several tenants needs --tenant', async () => {
  await add('--apply');
  await admin(
    ...['add-organisation', '--org', 'ZPV', '--tenant', otherTenant, '--name', 'Other', '--apply'],
  );
  const networks = ['import-networks', 'networks.csv', '--apply'] as const;
  const { code, lines } = await importFile(...networks);
  expect(code).toBe(1);
  expect(lines).toEqual([expect.stringContaining('choose one with --tenant')]);
  expect((await importFile(...networks, '--tenant', otherTenant.toUpperCase())).code).toBe(0);
  expect((await storage.records.frame(ZPV)).networks).toEqual([]);
});

test('a long list says how far it is', async () => {
  await add('--apply');
  const rows = Array.from({ length: 2500 }, (_, index) => {
    const number = String(index).padStart(5, '0');
    return `${number},${number}-1,Leader,${number},,Nurse,People,NHS|XR05|,Active Assignment,Yes,,01-APR-2019,31-DEC-4712`;
  });
  const headings =
    'Person ID,Assignment Number,First Name,Last Name,Email Address,Position Title,Directorate,Grade,Assignment Status,Primary Assignment,Supervisor Person ID,Effective Start Date,Effective End Date';
  const path = join(folder, 'long.csv');
  await writeFile(path, [headings, ...rows].join('\r\n'));
  const { lines } = await admin(
    ...['import-roster', '--org', 'ZPV', '--file', path, '--as-at', '2026-04-01'],
  );
  expect(lines.slice(0, 2)).toEqual(['… 1000 of 2500', '… 2000 of 2500']);
  expect(lines).toContain('2,500 people with 2,500 assignments in the file');
});

test('a fault is one line too, and the exit code tells', async () => {
  const lines: string[] = [];
  const code = await runAdmin(['verify-ledger', '--org', 'ZPV'], {
    clock: movableClock(),
    print: (line) => lines.push(line),
    packs: openPacks('0.0.0'),
    open: () => Promise.reject(new Error('storage is away\nat somewhere')),
  });
  expect([code, lines]).toEqual([
    1,
    ['Stopped: storage is away. Run the same command again to go on.'],
  ]);
});

test('verify-ledger names what was altered, and ends with an error', async () => {
  await add('--apply');
  await importFile('import-networks', 'networks.csv', '--apply');
  const partition = `${TENANT}|ZPV`;
  for await (const [row] of tables.records.range(partition, 'o|network|', 'o|network|~')) {
    if (!row) continue;
    const properties = { ...row.properties, body: `${row.properties['body']} ` };
    await tables.records.write(partition, [{ kind: 'put', key: row.key, properties }]);
  }
  const { code, text } = await admin('verify-ledger', '--org', 'ZPV');
  expect(code).toBe(1);
  expect(text).toMatch(/^FAULT: /m);
});

test('a backup is one new file, and restoring it to an empty storage gives the same head', async () => {
  await add('--apply');
  await importFile('import-networks', 'networks.csv', '--as-at', '2026-04-01', '--apply');
  const file = join(folder, 'ZPV.backup.gz');
  const org = ['--org', 'ZPV'];
  expect(await admin('backup', ...org)).toMatchObject({
    code: 1,
    text: expect.stringContaining('--out is needed'),
  });
  const written = await admin('backup', ...org, '--out', file);
  expect(written).toMatchObject({ code: 0, text: expect.stringContaining('Written') });
  expect(await admin('backup', ...org, '--out', file)).toMatchObject({
    code: 1,
    text: expect.stringContaining('is there already'),
  });
  const before = await admin('verify-ledger', ...org);
  expect(await admin('restore', ...org, '--file', file, '--apply')).toMatchObject({
    code: 1,
    text: expect.stringContaining('there is data of this organisation here already'),
  });

  storage = storageOn(memoryTables(), { clock: movableClock() });
  const dry = await admin('restore', ...org, '--file', file);
  expect(dry).toMatchObject({ code: 0, text: expect.stringContaining('Nothing was changed') });
  expect(await storage.directory.withCode('ZPV')).toEqual([]);
  const restored = await admin('restore', ...org, '--file', file, '--apply');
  expect(restored).toMatchObject({ code: 0, text: expect.stringContaining('Restored') });
  expect((await admin('verify-ledger', ...org)).lines).toEqual(before.lines);
});

test('a backup that can’t be read is one clear line', async () => {
  const file = join(folder, 'no.backup.gz');
  await writeFile(file, 'no backup');
  for (const [name, why] of [
    [file, 'no.backup.gz: it is no backup'],
    [join(folder, 'nowhere.gz'), 'can’t be read'],
  ] as const) {
    const { code, lines } = await admin('restore', '--org', 'ZPV', '--file', name, '--apply');
    expect([code, lines]).toEqual([1, [expect.stringContaining(why)]]);
  }
});

test('erase-due says what is due, erases with --apply, and never before its day', async () => {
  await add('--apply');
  const asAt = ['--as-at', '2026-04-01', '--apply'];
  await importFile('import-networks', 'networks.csv', ...asAt);
  await importFile('import-roster', 'roster-2026-04-01.csv', ...asAt);
  await importFile('import-history', 'history.csv', ...asAt);
  const erase = (...more: string[]) => admin('erase-due', '--org', 'ZPV', ...more);
  expect((await erase()).text).toContain('nothing is due');
  const later = await erase('--as-at', '2031-06-01');
  expect(later).toMatchObject({ code: 0, text: expect.stringMatching(/history: \d+ facts/) });
  expect(await erase('--as-at', '2031-06-01', '--apply')).toMatchObject({
    code: 1,
    text: expect.stringContaining('nothing is erased before its day'),
  });
  expect((await erase('--apply')).text).toContain('nothing is due');
});

test('an organisation that has closed takes in no file, and says where it belongs now', async () => {
  await add('--apply');
  const next = ['--org', 'ZNW', '--tenant', TENANT, '--name', 'North West'];
  await admin('add-organisation', ...next, '--apply');
  await admin(
    ...['merge-organisation', '--org', 'ZPV', '--into', 'ZNW'],
    ...['--as-at', '2026-04-01', '--apply'],
  );
  const because = 'ZPV closed on 1 April 2026, and what it has stays as it is; import it into ZNW';
  for (const apply of [[], ['--apply']]) {
    const { code, lines } = await importFile('import-networks', 'networks.csv', ...apply);
    expect([code, lines.join(' ')]).toEqual([1, expect.stringContaining(because)]);
  }
  expect(await storage.imports.all(ZPV)).toEqual([]);
});
