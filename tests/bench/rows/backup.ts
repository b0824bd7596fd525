import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
  const row = (what: 'backup' | 'restore'): Row[] => {
    const [ours, less] = [large[what], small[what]];
    const facts = (2 * many).toLocaleString('en-GB');
    return [
      atMost(`${what} of ${facts} facts, time for each`, {
        ...{ unit: 'ms', times: 1.25, against: 'a quarter as many' },
        ...{ ours: (ours.seconds * 1000) / many / 2, baseline: (less.seconds * 1000) / few / 2 },
        beside: { 'in all, s': ours.seconds },
      }),
      atMost(`${what}, peak memory`, {
        ...{ unit: 'MB', times: 1.25, against: 'a quarter as many' },
        ...{ ours: ours.peakMegabytes, baseline: less.peakMegabytes },
      }),
    ];
  };
  return [...row('backup'), ...row('restore')];
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
  await from.kill();
  const restored = await runCommands(stage, to.connection, [
    ['restore', ...generated, '--file', file, '--apply'],
  ]);
  await to.kill();
  return { backup: written, restore: restored };
}
