import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runAdmin } from '../../bot/admin/main.ts';
import { adminHouse } from '../../bot/admin-app.ts';
import { instantFrom } from '../../bot/domain/time.ts';
import { connectionTo, startAzurite, type Azurite } from '../../infra/local/azurite.ts';
import { practice, storageEnvironment } from '../../infra/local/practice-ids.ts';
import { rosterFile } from '../bench/roster-file.ts';
import { relayUntil } from '../support/stopping-relay.ts';

const people = 150;
const organisation = { tenant: practice.tenant, code: 'GENERATED' };
const of = ['--org', organisation.code];

let folder = '';
let azurite: Azurite;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'silver-undo-'));
  azurite = await startAzurite({ folder });
});
afterAll(async () => {
  await azurite.stop();
  await rm(folder, { recursive: true, force: true });
});

function house() {
  return adminHouse(storageEnvironment(azurite.connection), {
    now: () => instantFrom(Date.now()),
  });
}

async function admin(...argv: string[]): Promise<string> {
  const lines: string[] = [];
  const code = await runAdmin(argv, { ...house(), print: (line) => lines.push(line) });
  if (code !== 0) throw new Error(lines.join('\n'));
  return lines.join('\n');
}

/** The command as a process of its own, killed when storage has answered its request number `last`. */
async function undo(
  id: string,
  how: { apply: boolean; last: number },
): Promise<{ killed: boolean; answered: number }> {
  const worker = new URL('../bench/import-process.ts', import.meta.url);
  const child = fork(fileURLToPath(worker), [], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const relay = await relayUntil(azurite.port, how.last, () => child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  const storage = connectionTo(relay.port, azurite.queuePort, azurite.blobPort);
  child.send({
    ...{ environment: storageEnvironment(storage), offset: 0 },
    commands: [['undo-import', ...of, '--import', id, ...(how.apply ? ['--apply'] : [])]],
  });
  const [, signal] = await ended;
  await relay.close();
  return { killed: signal === 'SIGKILL', answered: relay.answered() };
}

test('an undo killed after any of its requests is done or not done, never half', async () => {
  const file = join(folder, 'roster.csv');
  await writeFile(file, rosterFile(people));
  await admin('add-organisation', ...of, '--name', 'G', '--tenant', practice.tenant, '--apply');
  await admin('import-roster', ...of, '--file', file, '--as-at', '2026-04-01', '--apply');
  const ports = await house().open();
  const listed = async () =>
    (await ports.records.people(organisation)).people.filter(
      ({ assignments }) => assignments.length > 0,
    ).length;
  expect(await listed()).toBe(people);
  const [imported] = await ports.imports.all(organisation);
  const id = imported?.id ?? '';

  // What it only reads is read by a dry run too: it can't be half done before the last of that.
  const reads = await undo(id, { apply: false, last: Infinity });
  expect(reads.killed).toBe(false);
  let notDone = 0;
  for (let last = reads.answered - 1; ; last += 1) {
    expect((await undo(id, { apply: true, last })).killed).toBe(true);
    const [record] = await ports.imports.all(organisation);
    const isUndone = record?.undoneAt !== undefined;
    expect([isUndone, await listed()]).toEqual([isUndone, isUndone ? 0 : people]);
    expect((await ports.auditor.verify(organisation)).faults).toEqual([]);
    if (isUndone) break;
    notDone += 1;
  }
  expect(notDone).toBeGreaterThan(0);
  // Nobody heard that it is done: the same again says so.
  const again = await admin('undo-import', ...of, '--import', id, '--apply');
  expect(again).toContain('It was undone before');
}, 180_000);
