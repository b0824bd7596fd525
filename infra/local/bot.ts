import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { fromBotSchema, type ToBot } from './bot-messages.ts';

export interface RunningBot {
  readonly pid: number;
  readonly port: number;
  readonly origin: string;
  readonly ended: Promise<void>;
  /** Resolves once the bot goes by the new time. */
  moveClock(offset: number): Promise<void>;
  /** Finishes what is under way, then ends. */
  stop(): Promise<void>;
  /** Ends it at once, whatever it is doing. */
  kill(): Promise<void>;
}

/** Starts the bot as a process of its own; resolves once it listens. */
export async function startBot(given: {
  environment: Readonly<Record<string, string>>;
  /** Practice time less the machine's, in milliseconds. */
  offset: number;
  /** Where its log goes; standard error where left out. */
  log?: number;
}): Promise<RunningBot> {
  const log = given.log ?? 'inherit';
  const child = fork(fileURLToPath(new URL('./bot-process.ts', import.meta.url)), [], {
    // As `npm run serve`: old objects are collected as if memory were half a gigabyte, not all that the
    // machine has. Young ones have room for a page of 1,500 people: with a third of it a fifth of the
    // organisation page's time goes into collecting them.
    execArgv: [
      ...['--disable-warning=ExperimentalWarning', '--max-semi-space-size=10'],
      '--max-old-space-size=512',
    ],
    env: {
      ...process.env,
      // A trust's web proxy has no business between processes of one computer.
      NO_PROXY: '127.0.0.1,localhost',
      no_proxy: '127.0.0.1,localhost',
      // As deployed: each thread's own pool of memory would keep 20 MB that nothing uses.
      MALLOC_ARENA_MAX: '2',
      ...given.environment,
      PRACTICE_OFFSET: String(given.offset),
    },
    stdio: ['ignore', log, log, 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const port = await listening(child);
  let turns = 0;
  return {
    pid: child.pid ?? 0,
    port,
    origin: `http://127.0.0.1:${port}`,
    ended,
    async moveClock(offset) {
      const turn = ++turns;
      await Promise.race([
        ended,
        answered(child, turn, () => send(child, { kind: 'clock', offset, turn })),
      ]);
    },
    async stop() {
      send(child, { kind: 'stop' });
      await ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function send(child: ChildProcess, message: ToBot): void {
  if (child.connected) child.send(message);
}

function listening(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: unknown) => {
      const told = fromBotSchema.parse(message);
      if (told.kind === 'listening') resolve(told.port);
    });
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      reject(new Error(`The bot ended before it listened (${signal ?? `exit code ${code}`}).`)),
    );
  });
}

function answered(child: ChildProcess, turn: number, ask: () => void): Promise<void> {
  return new Promise((resolve) => {
    const hear = (message: unknown) => {
      const told = fromBotSchema.parse(message);
      if (told.kind !== 'clock-moved' || told.turn !== turn) return;
      child.off('message', hear);
      resolve();
    };
    child.on('message', hear);
    ask();
  });
}
