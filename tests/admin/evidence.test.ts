import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runAdmin } from '../../bot/admin/main.ts';
import { openPacks } from '../../bot/evidence/open.ts';
import { readers } from '../../bot/roster/readers.ts';
import { houseInMemory } from '../support/house.ts';

// Documents take a second or two each.
vi.setConfig({ testTimeout: 60_000 });

let folder = '';
let house: Awaited<ReturnType<typeof houseInMemory>>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evidence-'));
  house = await houseInMemory();
});
afterEach(() => rm(folder, { recursive: true }));

async function admin(...argv: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const code = await runAdmin(argv, {
    clock: house.clock,
    packs: openPacks('0.0.0'),
    print: (line) => lines.push(line),
    open: () =>
      argv[0] === 'verify-pack'
        ? Promise.reject(new Error('no storage is needed'))
        : Promise.resolve({ ...house.storage, readers }),
  });
  return { code, text: lines.join('\n') };
}
const known = ['--known', '2026-04-09T08:00:00Z'];
const evidence = (...more: string[]) => admin('evidence', '--org', 'ZPV', '--out', folder, ...more);
const pack = () => join(folder, 'silver-evidence-ZPV-2026-04-09.zip');

test('the pack is written once; the same again is the same, another is not written over it', async () => {
  house.clock.moveTo('2026-04-09T10:00:00.000Z');
  const day = ['--on', '2026-04-09', '--known', '2026-04-09T09:00:00Z'];
  expect(await evidence(...day)).toMatchObject({ code: 0 });
  const bytes = await readFile(pack());
  expect((await evidence(...day)).text).toContain('is there already, and is this very pack');

  await writeFile(pack(), 'another');
  const refused = await evidence(...day);
  expect(refused.code).toBe(1);
  expect(refused.text).toContain('is another pack');
  expect(await readFile(pack(), 'utf8')).toBe('another');
  expect((await evidence(...day, '--replace')).code).toBe(0);
  expect(Buffer.compare(await readFile(pack()), bytes)).toBe(0);
});

test.each([
  [['--on', '2026-04-10'], 'that day is still to come; today is 9 April 2026'],
  [['--on', '2001-01-01'], 'before the first that the organisation’s lists tell of'],
  [['--on', '2026-04-09', ...known], 'nothing was known of the organisation then'],
  [['--on', '31 March'], '--on is a day such as 2026-04-01'],
  [['--on', '2026-04-09', '--known', 'now'], '--known is a day such as'],
  [[], '--on is needed'],
])('%j is one clear line, and nothing is written', async (more, line) => {
  const { code, text } = await evidence(...more);
  expect(code).toBe(1);
  expect(text).toContain(line);
  expect(text.split('\n')).toHaveLength(1);
  expect(await readdir(folder)).toEqual([]);
});

test('a stranger verifies the zip without storage; what was altered is named', async () => {
  await evidence('--on', '2026-04-09');
  const clean = await admin('verify-pack', '--file', pack());
  expect(clean.code).toBe(0);
  expect(clean.text).toContain('each as it was made');

  const files = unzipSync(await readFile(pack()));
  const csv = strFromU8(files['facts/figures.csv'] ?? new Uint8Array()).replace('no', 'yes');
  const forged = { ...files, 'facts/figures.csv': new TextEncoder().encode(csv) };
  await writeFile(pack(), zipSync(forged));
  expect(await admin('verify-pack', '--file', pack())).toEqual({
    code: 1,
    text: 'FAULT: facts/figures.csv was altered\n1 fault.',
  });
  await writeFile(pack(), 'no zip');
  expect((await admin('verify-pack', '--file', pack())).text).toContain('is no evidence pack');
  expect((await admin('verify-pack')).text).toContain('--file is needed');
});
