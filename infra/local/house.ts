import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startAzurite, type Azurite } from './azurite.ts';
import { startBot, type RunningBot } from './bot.ts';
import { prepareTrustImport, secondImports, trustImports } from './first-import.ts';
import { openWindow } from './house-window.ts';
import { keepRunning, type Kept } from './keep-running.ts';
import { keptFiles, type KeptFiles, type State } from './kept-files.ts';
import { createPracticeClock, practiceStart } from './practice-clock.ts';
import { processesOf, type Processes, type Rooms } from './rooms.ts';
import { buildTab } from './tab-build.ts';

export interface House {
  readonly origin: string;
  processes(): Processes;
  /** Ends the bot, waits for storage to save, notes the rest. */
  stop(): Promise<void>;
}

/** The clock is noted this often, and so far ahead that a crash never sets it back. */
const noteEveryMs = 2_000;

interface HouseGiven {
  readonly folder: string;
  readonly port: number;
  /** With a second, small organisation of some of the same people. */
  readonly two?: boolean;
}

/** Storage, bot and practice window on 127.0.0.1, with all that they keep in `folder`. */
export async function startHouse(given: HouseGiven): Promise<House> {
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
  given: HouseGiven,
  files: KeptFiles,
  rooms: Rooms,
  kept: State | undefined,
): Promise<House> {
  let trust = kept?.trust ?? 'to-import';
  let isTwo = kept?.two === true;
  const two = given.two === true || kept?.two === true;
  const imports = [
    ...(trust === 'to-import' ? trustImports : []),
    ...(two && kept?.two !== true ? secondImports : []),
  ];
  if (imports.length > 0) rooms.trust = prepareTrustImport();

  const run = async () => {
    const starting = keepStorage(join(given.folder, 'azurite'));
    const opening = openWindow({ rooms, files, port: given.port });
    await allOf(
      starting.then((storage) => (rooms.storage = storage)),
      opening.then((window) => (rooms.window = window)),
    );
    const window = await opening;
    rooms.note = (aheadMs) => {
      const clock = rooms.clock.in(aheadMs);
      files.state.write({ clock, port: window.port, trust, ...(isTwo ? { two: true } : {}) });
    };
    const storage = (await starting).current();
    if (storage === undefined) throw new Error('Storage ended as soon as it had started.');
    const environment = window.environment(storage.connection);
    await allOf(
      rooms.trust?.run(storage.connection, rooms.clock.offset, imports) ?? Promise.resolve(),
      keepBot(environment, rooms, files).then((bot) => (rooms.bot = bot)),
    );
    trust = 'imported';
    isTwo = two;
    const { connection, pid } = storage;
    const ready = { origin: window.origin, storage: connection, storagePid: pid };
    files.running.write({ pid: process.pid, ready });
    return window.origin;
  };
  const running = run();
  await allOf(running, buildTab());

  rooms.note?.(noteEveryMs);
  const noting = setInterval(() => rooms.note?.(noteEveryMs), noteEveryMs / 2);
  let stopping: Promise<void> | undefined;
  return {
    origin: await running,
    processes: () => processesOf(rooms),
    stop: () =>
      (stopping ??= close(rooms).then(() => {
        clearInterval(noting);
        rooms.note?.(0);
        files.release();
      })),
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
  // Started again it is where it was, so that the bot finds it.
  let ports: { tables: number; queues: number; blobs: number } | undefined;
  return keepRunning(
    async () => {
      const azurite = await startAzurite({ folder, ...(ports === undefined ? {} : { ports }) });
      ports = { tables: azurite.port, queues: azurite.queuePort, blobs: azurite.blobPort };
      return azurite;
    },
    () => console.error('Storage ended by itself and is started again.'),
  );
}

async function keepBot(
  environment: Record<string, string>,
  rooms: Rooms,
  files: KeptFiles,
): Promise<Kept<RunningBot>> {
  const log = files.openBotLog();
  const start = async () => {
    const { offset } = rooms.clock;
    const bot = await startBot({ environment, offset, log });
    // Moved while it came up, the clock would stay where it was for this bot.
    if (rooms.clock.offset !== offset) await bot.moveClock(rooms.clock.offset);
    rooms.window?.tell({ kind: 'bot', state: 'up' });
    return bot;
  };
  return keepRunning(start, () => {
    console.error('The bot ended and is started again.');
    rooms.window?.tell({ kind: 'bot', state: 'starting' });
  });
}

/** Waits for every one, also when one fails: what came up beside it must be known, to be closed. */
async function allOf(...starts: readonly Promise<unknown>[]): Promise<void> {
  const ended = await Promise.allSettled(starts);
  for (const each of ended) if (each.status === 'rejected') throw each.reason;
}
