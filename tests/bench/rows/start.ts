import { spawn } from 'node:child_process';
import { join } from 'node:path';
import * as z from 'zod';
import { projectFolder } from '../../../infra/local/practice-ids.ts';
import { buildTab } from '../../../infra/local/tab-build.ts';
import { median } from '../figures.ts';
import { atMost, type Row } from '../row.ts';
import type { Stage } from '../stage.ts';

const runs = 3;

/** `npm start` until it says that it is ready: with nothing there yet, and with what it kept. */
export async function start(stage: Stage): Promise<Row[]> {
  await buildTab();
  const fresh: number[] = [];
  const again: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const folder = join(await stage.folder(), 'house');
    fresh.push(await startedIn(folder, stage));
    again.push(await startedIn(folder, stage));
  }
  const sides = { unit: 's', baseline: 5, against: 'what it may take' };
  return [
    atMost('npm start, first run', { ...sides, ours: median(fresh) }),
    atMost('npm start, later runs', { ...sides, ours: median(again) }),
  ];
}

const processesSchema = z.object({ window: z.number() });

async function startedIn(folder: string, stage: Stage): Promise<number> {
  // Under `npm run` npm says where it is itself.
  const npm = process.env['npm_execpath'];
  const [command, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const args = [...first, 'start', '--', '--data', folder, '--port', '0'];
  const started = performance.now();
  const child = spawn(command, args, { cwd: projectFolder, stdio: ['ignore', 'pipe', 'pipe'] });
  let running = true;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      running = false;
      resolve();
    });
  });
  let said = '';
  const origin = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: unknown) => {
      said += String(chunk);
      const ready = /ready after [^]*?(http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1];
      if (ready !== undefined) resolve(ready);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`npm start ended before it was ready.\n${said}`)));
  });
  const seconds = (performance.now() - started) / 1000;

  const response = await fetch(`${origin}/local/processes`);
  const { window } = processesSchema.parse(await response.json());
  const stop = async (): Promise<void> => {
    if (running) process.kill(window, 'SIGTERM');
    await ended;
  };
  stage.atTheEnd(stop);
  await stop();
  return seconds;
}
