import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { practice, storageEnvironment } from '../../infra/local/practice-ids.ts';
import type { Stage } from './stage.ts';

/** The organisation that generated files are imported into. */
export const generated = ['--org', 'GENERATED'];

/** An organisation of its own, with a staff list in it. */
export function rosterCommands(file: string): string[][] {
  return [
    ['add-organisation', ...generated, '--name', 'Generated Trust', '--tenant', practice.tenant],
    ['import-roster', ...generated, '--file', file, '--as-at', '2026-04-01'],
  ].map((argv) => [...argv, '--apply']);
}

const BUSY = 'storage took too long. Run the same command again';
const MOST_STOPS = 2;

/** As an operator would: what busy storage stopped is run again, at most twice. What it said each time. */
export async function runAsOperator(run: () => Promise<unknown>): Promise<string[]> {
  const stops: string[] = [];
  for (;;) {
    try {
      await run();
      return stops;
    } catch (error) {
      const why = String(error);
      if (stops.length === MOST_STOPS || !why.includes(BUSY)) throw error;
      stops.push(why);
    }
  }
}

const reportSchema = z.object({ peakMegabytes: z.number() });

/** Operators' commands, one after another, in a process of their own; from its start to its end. */
export async function runCommands(
  stage: Pick<Stage, 'offset' | 'atTheEnd'>,
  storage: string,
  commands: readonly string[][],
): Promise<{ seconds: number; peakMegabytes: number }> {
  const started = performance.now();
  const child = fork(fileURLToPath(new URL('./import-process.ts', import.meta.url)), [], {
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
  child.send({ environment: storageEnvironment(storage), offset: stage.offset, commands });
  const code = await ended;
  if (code !== 0) throw new Error(`A command ended with ${code}.\n${said}`);
  const seconds = (performance.now() - started) / 1000;
  const { peakMegabytes } = reportSchema.parse(await report);
  return { seconds, peakMegabytes };
}
