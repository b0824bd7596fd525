import { fork } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { practice, storageEnvironment } from '../../../infra/local/practice-ids.ts';
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
  ];
}

const reportSchema = z.object({ peakMegabytes: z.number() });

/** The whole command, from starting its process to its end, on a storage of its own. */
async function importOf(
  people: number,
  stage: Stage,
): Promise<{ seconds: number; peakMegabytes: number }> {
  const azurite = await stage.ownAzurite();
  const file = join(await stage.folder(), 'roster.csv');
  await writeFile(file, rosterFile(people));
  const org = ['--org', 'GENERATED'];
  const commands = [
    ['add-organisation', ...org, '--name', 'Generated Trust', '--tenant', practice.tenant],
    ['import-roster', ...org, '--file', file, '--as-at', '2026-04-01'],
  ].map((argv) => [...argv, '--apply']);

  const started = performance.now();
  const child = fork(fileURLToPath(new URL('../import-process.ts', import.meta.url)), [], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  stage.atTheEnd(async () => child.kill());
  let said = '';
  const hear = (chunk: unknown) => (said += String(chunk));
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const report = new Promise<unknown>((resolve) => child.once('message', resolve));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.send({
    environment: storageEnvironment(azurite.connection),
    offset: stage.offset,
    commands,
  });
  const code = await ended;
  if (code !== 0) throw new Error(`The generated staff list could not be imported.\n${said}`);
  const seconds = (performance.now() - started) / 1000;
  await azurite.kill();
  const { peakMegabytes } = reportSchema.parse(await report);
  return { seconds, peakMegabytes };
}
