import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { Stage } from './stage.ts';
import type { Plan } from './storage-plan.ts';

const listeningSchema = z.object({ port: z.number() });

/** Starts the echo bot as a process of its own, like ours; resolves with its origin. */
export async function startEcho(
  stage: Stage,
  environment: Readonly<Record<string, string>>,
  plan: Plan,
): Promise<string> {
  const child = fork(fileURLToPath(new URL('./echo-process.ts', import.meta.url)), [], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  stage.atTheEnd(() => {
    child.kill();
    return ended;
  });
  const listening = new Promise<unknown>((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Error('The echo bot ended before it listened.')));
  });
  child.send(plan);
  const { port } = listeningSchema.parse(await listening);
  return `http://127.0.0.1:${port}`;
}
