import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { timed } from '../figures.ts';
import { generated, rosterCommands, runCommands } from '../commands.ts';
import { rosterFile } from '../roster-file.ts';
import { atMost, type Row } from '../row.ts';
import type { Stage } from '../stage.ts';

/** Two facts for each: who they are, and their assignment. */
const few = 12_500;
const many = 50_000;

/** An organisation of 100,000 facts to one file and back, beside one of a quarter of it. */
export async function backup(stage: Stage): Promise<Row[]> {
  const small = await thereAndBack(few, stage);
  const large = await thereAndBack(many, stage);
  const facts = (2 * many).toLocaleString('en-GB');
  const { backup: written, restore: restored } = large;
  const memory = (what: 'backup' | 'restore'): Row =>
    atMost(`${what}, peak memory`, {
      ...{ unit: 'MB', times: 1.25, against: 'a quarter as many' },
      ...{ ours: large[what].peakMegabytes, baseline: small[what].peakMegabytes },
    });
  return [
    // Each page costs Azurite a look at its whole table, so that its own pages are what counts.
    atMost(`backup of ${facts} facts`, {
      ...{ unit: 's', times: 2, against: 'its raw reads' },
      ...{ ours: written.seconds, baseline: large.rawSeconds },
    }),
    memory('backup'),
    atMost(`restore of ${facts} facts, time for each`, {
      ...{ unit: 'ms', times: 1.25, against: 'a quarter as many' },
      ours: (restored.seconds * 1000) / many / 2,
      baseline: (small.restore.seconds * 1000) / few / 2,
      beside: { 'in all, s': restored.seconds },
    }),
    memory('restore'),
  ];
}

/** Each command in a process of its own, and the restore into an empty storage. */
async function thereAndBack(people: number, stage: Stage) {
  const folder = await stage.folder();
  const [from, to] = [
    await stage.ownAzurite({ forgets: true }),
    await stage.ownAzurite({ forgets: true }),
  ];
  const list = join(folder, 'roster.csv');
  await writeFile(list, rosterFile(people));
  await runCommands(stage, from.connection, rosterCommands(list));
  const file = join(folder, 'backup.gz');
  const written = await runCommands(stage, from.connection, [
    ['backup', ...generated, '--out', file],
  ]);
  const rawSeconds = (await timed(() => everyRow(from.connection))) / 1000;
  await from.kill();
  const restored = await runCommands(stage, to.connection, [
    ['restore', ...generated, '--file', file, '--apply'],
  ]);
  await to.kill();
  return { backup: written, restore: restored, rawSeconds };
}

/** All rows of the records, page by page. */
async function everyRow(connection: string): Promise<void> {
  const records = TableClient.fromConnectionString(connection, 'records', {
    allowInsecureConnection: true,
  });
  let rows = 0;
  for await (const page of records.listEntities().byPage({ maxPageSize: 1000 }))
    rows += page.length;
  if (rows < 2 * few) throw new Error('the raw reads found too little');
}
