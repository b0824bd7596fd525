import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runAdmin } from '../../bot/admin/main.ts';
import { openPacks } from '../../bot/evidence/open.ts';
import { readers } from '../../bot/roster/readers.ts';
import { houseInMemory } from '../support/house.ts';

let folder = '';
let house: Awaited<ReturnType<typeof houseInMemory>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'private-'));
  house = await houseInMemory();
});
afterAll(() => rm(folder, { recursive: true }));

async function admin(command: string, ...argv: string[]): Promise<void> {
  const code = await runAdmin([command, '--org', 'ZPV', ...argv], {
    clock: house.clock,
    packs: openPacks('0.0.0'),
    print: () => undefined,
    open: () => Promise.resolve({ ...house.storage, readers }),
  });
  expect(code).toBe(0);
}

/** What a file or folder, and all that is in it, may be done with by whom. */
async function modes(path: string): Promise<string[]> {
  const found = await stat(path);
  const within = found.isDirectory() ? await readdir(path) : [];
  const inside = await Promise.all(within.map((name) => modes(join(path, name))));
  return [(found.mode & 0o777).toString(8), ...inside.flat()];
}

// Windows has no such modes: there a file is as its folder is.
const onWindows = process.platform === 'win32';

test.skipIf(onWindows)(
  'a backup is its operator’s alone, also where another was left half-way',
  async () => {
    const file = join(folder, 'ZPV.backup.gz');
    await writeFile(`${file}.part`, 'half a backup', { mode: 0o644 });
    await admin('backup', '--out', file);
    expect(await modes(file)).toEqual(['600']);
    expect(await readdir(folder)).not.toContain('ZPV.backup.gz.part');
  },
);

test.skipIf(onWindows)('what is kept on a person is written for its operator alone', async () => {
  const { cast, storage, clock } = house;
  const nurse = house.as(cast.nurse);
  const bytes = new TextEncoder().encode('%PDF-1.7 a certificate');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const told = { id: 'f1', name: 'Certificate.pdf', type: 'application/pdf' } as const;
  const file = { ...told, size: bytes.length, sha256, at: clock.now() };
  await storage.files.put(nurse, file, bytes);
  const [listed] = (await storage.records.some(nurse.organisation, [cast.nurse])).people;
  const out = join(folder, 'person');
  await admin('export-person', '--person', listed?.email ?? '', '--out', out);
  expect(await modes(out)).toEqual(['700', '700', '600', '600', '600']);
});

test.skipIf(onWindows)(
  'an evidence pack is its operator’s alone until they hand it over',
  async () => {
    const out = join(folder, 'pack');
    await admin('evidence', '--on', '2026-04-09', '--out', out);
    expect(await modes(out)).toEqual(['700', '600']);
  },
  60_000,
);
