import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { adminHouse } from '../../../bot/admin-app.ts';
import { storageEnvironment } from '../../../infra/local/practice-ids.ts';
import { generated, rosterCommands, runCommands } from '../commands.ts';
import { rosterFile } from '../roster-file.ts';
import { atMost, type Row } from '../row.ts';
import type { Stage } from '../stage.ts';

const few = 5_000;
const many = 20_000;
const inWords = (count: number): string => count.toLocaleString('en-GB');

/** A large trust's staff list through the operators' command, beside one of a quarter of its size. */
export async function roster(stage: Stage): Promise<Row[]> {
  const small = await importOf(few, stage);
  const large = await importOf(many, stage);
  const each = (seconds: number, rows: number): number => (seconds * 1000) / rows;
  return [
    atMost(`import of ${inWords(many)} people`, {
      unit: 's',
      ours: large.seconds,
      baseline: 60,
      against: 'what it may take',
      beside: { [`${inWords(few)} people, s`]: small.seconds },
    }),
    atMost('import, time for each person', {
      unit: 'ms',
      times: 1.25,
      ours: each(large.seconds, many),
      baseline: each(small.seconds, few),
      against: `${inWords(few)} people`,
    }),
    atMost('import, peak memory', {
      unit: 'MB',
      times: 1.5,
      ours: large.peakMegabytes,
      baseline: small.peakMegabytes,
      against: `${inWords(few)} people`,
    }),
    // One fact, whatever the file brought; what rests on it is read through.
    atMost(`undo of that import of ${inWords(many)} people`, {
      unit: 's',
      times: 0.5,
      ours: large.undone,
      baseline: large.seconds,
      against: 'the import itself',
      beside: { [`${inWords(few)} people, s`]: small.undone },
    }),
  ];
}

/** The whole command, from starting its process to its end, on a storage of its own. */
async function importOf(people: number, stage: Stage) {
  const azurite = await stage.ownAzurite();
  const file = join(await stage.folder(), 'roster.csv');
  await writeFile(file, rosterFile(people));
  const ran = await runCommands(stage, azurite.connection, rosterCommands(file));
  const house = adminHouse(storageEnvironment(azurite.connection), stage.clock);
  const { directory, imports } = await house.open();
  const [organisation] = await directory.withCode(generated[1] ?? '');
  const [imported] = organisation === undefined ? [] : await imports.all(organisation);
  const undo = ['undo-import', ...generated, '--import', imported?.id ?? '', '--apply'];
  const { seconds: undone } = await runCommands(stage, azurite.connection, [undo]);
  await azurite.kill();
  return { ...ran, undone };
}
