import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startAzurite, type Azurite } from './azurite.ts';
import { startBot, type RunningBot } from './bot.ts';
import { prepareTrustImport, type TrustImport } from './first-import.ts';
import { freePort } from './free-port.ts';
import { openWindow, type PracticeWindow } from './house-window.ts';
import { keepRunning, type Kept } from './keep-running.ts';
import { keptFiles, type KeptFiles, type State } from './kept-files.ts';
import { createPracticeClock, practiceStart, type PracticeClock } from './practice-clock.ts';
import { buildTab } from './tab-build.ts';

export interface House {
  readonly origin: string;
  processes(): Processes;
  /** Ends the bot, waits for storage to save, notes the rest. */
  stop(): Promise<void>;
}

/** Process ids; null while one is being started again. */
export type Processes = Record<'storage' | 'bot' | 'window', number | null>;

/** What is up so far. */
export interface Rooms {
  readonly clock: PracticeClock;
  trust?: TrustImport;
  storage?: Kept<Azurite>;
  bot?: Kept<RunningBot>;
  window?: PracticeWindow;
}

/** The clock is noted this often, and so far ahead that a crash never sets it back. */
const noteEveryMs = 2_000;

/** Storage, bot and practice window on 127.0.0.1, with all that they keep in `folder`. */
export async function startHouse(given: { folder: string; port: number }): Promise<House> {
  if (process.env['NODE_ENV'] === 'production') {
    throw new Error('The practice house is not for production: run "npm run serve" there.');
  }
  await mkdir(given.folder, { recursive: true });
  const files = keptFiles(given.folder);
  const took = await files.take();
  if (took.kind === 'taken') {
    const where = took.by.ready ? `at ${took.by.ready.origin}` : `as process ${took.by.pid}`;
    throw new Error(`It runs already, ${where}. Close that one first.`);
  }
  const kept = files.state.read();
  const rooms: Rooms = { clock: createPracticeClock(kept?.clock ?? practiceStart) };
  try {
    return await open(given, files, rooms, kept);
  } catch (fault) {
    await close(rooms);
    files.release();
    throw fault;
  }
}

async function open(
  given: { folder: string; port: number },
  files: KeptFiles,
  rooms: Rooms,
  kept: State | undefined,
): Promise<House> {
  let trust = kept?.trust ?? 'to-import';
  if (trust === 'to-import') rooms.trust = prepareTrustImport();

  const upAndImported = async () => {
    const [storage, window] = await Promise.all([
      keepStorage(join(given.folder, 'azurite')),
      openWindow({ rooms, files, port: given.port }),
    ]).then(([first, second]) => [(rooms.storage = first), (rooms.window = second)] as const);
    const environment = window.environment(connectionOf(storage));
    await Promise.all([
      rooms.trust?.run(environment, rooms.clock.offset),
      keepBot(environment, rooms, files),
    ]);
    trust = 'imported';
    return window;
  };
  const [window] = await Promise.all([upAndImported(), buildTab()]);

  const note = (aheadMs: number) => {
    const clock = rooms.clock.in(aheadMs);
    files.state.write({ clock, port: window.port, trust });
  };
  note(noteEveryMs);
  const noting = setInterval(() => note(noteEveryMs), noteEveryMs / 2);
  const storage = rooms.storage?.current();
  files.running.write({
    pid: process.pid,
    ...(storage && {
      ready: { origin: window.origin, storage: storage.connection, storagePid: storage.pid },
    }),
  });

  let stopping: Promise<void> | undefined;
  return {
    origin: window.origin,
    processes: () => processesOf(rooms),
    stop: () =>
      (stopping ??= close(rooms).then(() => {
        clearInterval(noting);
        note(0);
        files.release();
      })),
  };
}

export function processesOf({ storage, bot }: Rooms): Processes {
  return {
    storage: storage?.current()?.pid ?? null,
    bot: bot?.current()?.pid ?? null,
    window: process.pid,
  };
}

/** The bot first, while all that it needs is still there. */
async function close({ trust, bot, storage, window }: Rooms): Promise<void> {
  await trust?.stop();
  await bot?.stop();
  await storage?.stop();
  await window?.close();
}

async function keepStorage(folder: string): Promise<Kept<Azurite>> {
  const port = await freePort();
  return keepRunning(
    () => startAzurite({ folder, port }),
    () => console.error('Storage ended by itself and is started again.'),
  );
}

async function keepBot(
  environment: Record<string, string>,
  rooms: Rooms,
  files: KeptFiles,
): Promise<void> {
  const log = files.openBotLog();
  const start = async () => {
    const bot = await startBot({ environment, offset: rooms.clock.offset, log });
    rooms.window?.tell({ kind: 'bot', state: 'up' });
    return bot;
  };
  rooms.bot = await keepRunning(start, () => {
    console.error('The bot ended and is started again.');
    rooms.window?.tell({ kind: 'bot', state: 'starting' });
  });
}

function connectionOf(storage: Kept<Azurite>): string {
  const running = storage.current();
  if (running === undefined) throw new Error('Storage ended as soon as it had started.');
  return running.connection;
}
