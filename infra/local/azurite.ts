import { fork, type ChildProcess } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';

/** The account that every Azurite has; published by Microsoft, and good for nothing else. */
const account = 'devstoreaccount1';
const accountKey =
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/**
 * Azurite saves on SIGINT and knows no other way that suits us. Letting go of the channel to it works
 * on Windows too, and happens by itself when the house is killed.
 */
const stopWhenLetGo =
  'data:text/javascript,for(const each of["disconnect","SIGTERM"])process.once(each,()=>process.emit("SIGINT"))';

/** A save takes well under a second; what takes this long will not end. */
const longestSaveMs = 15_000;

interface Ports {
  readonly tables: number;
  readonly queues: number;
  readonly blobs: number;
}

export interface Azurite {
  /** A connection string for its tables, queues and blobs. */
  readonly connection: string;
  /** Of its tables. */
  readonly port: number;
  readonly queuePort: number;
  readonly blobPort: number;
  readonly pid: number;
  /** Resolves when the process has ended, however it came to. */
  readonly ended: Promise<void>;
  /** Saves, then ends. */
  stop(): Promise<void>;
  /** Ends it as a power cut would: what it acknowledged in the last seconds is lost. */
  kill(): Promise<void>;
}

export function connectionTo(port: number, queuePort: number, blobPort: number): string {
  return [
    'DefaultEndpointsProtocol=http',
    `AccountName=${account}`,
    `AccountKey=${accountKey}`,
    `TableEndpoint=http://127.0.0.1:${port}/${account}`,
    `QueueEndpoint=http://127.0.0.1:${queuePort}/${account}`,
    `BlobEndpoint=http://127.0.0.1:${blobPort}/${account}`,
  ].join(';');
}

/** Somebody else may take a free port before Azurite does. */
const triesForPorts = 3;

/**
 * Azurite as a process of its own, kept in `folder`; resolves once its three parts answer. Every few
 * seconds it writes all that it holds, and answers nobody meanwhile: `forgets` keeps it in memory.
 * `first` is a module that its process reads before anything else.
 */
export async function startAzurite(given: {
  folder: string;
  ports?: Ports;
  forgets?: boolean;
  first?: URL;
}): Promise<Azurite> {
  await mkdir(given.folder, { recursive: true });
  const kept = given.forgets === true ? ['--inMemoryPersistence'] : ['--location', given.folder];
  const first = given.first === undefined ? [] : ['--import', given.first.href];
  if (given.ports !== undefined) return startOn(kept, first, given.ports);
  for (let attempt = 1; ; attempt += 1) {
    const ports = {
      tables: await freePort(),
      queues: await freePort(),
      blobs: await freePort(),
    };
    try {
      return await startOn(kept, first, ports);
    } catch (fault) {
      const taken = fault instanceof Error && fault.message.includes('EADDRINUSE');
      if (!taken || attempt === triesForPorts) throw fault;
    }
  }
}

async function startOn(
  kept: readonly string[],
  first: readonly string[],
  { tables: port, queues: queuePort, blobs: blobPort }: Ports,
): Promise<Azurite> {
  const main = fileURLToPath(new URL('./azurite-process.ts', import.meta.url));
  const options = ['--silent', '--skipApiVersionCheck', '--disableTelemetry'];
  const tables = ['--tableHost', '127.0.0.1', '--tablePort', `${port}`];
  const queues = ['--queueHost', '127.0.0.1', '--queuePort', `${queuePort}`];
  const blobs = ['--blobHost', '127.0.0.1', '--blobPort', `${blobPort}`];
  const child = fork(main, [...options, ...kept, ...tables, ...queues, ...blobs], {
    execArgv: ['--disable-warning=DEP0040', '--import', stopWhenLetGo, ...first],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A group of its own: Ctrl+C must not reach it before the bot has finished with it.
    detached: process.platform !== 'win32',
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await started(child);
  return {
    connection: connectionTo(port, queuePort, blobPort),
    port,
    queuePort,
    blobPort,
    pid: child.pid ?? 0,
    ended,
    async stop() {
      if (child.connected) child.disconnect();
      const tooLong = setTimeout(() => child.kill('SIGKILL'), longestSaveMs);
      await ended;
      clearTimeout(tooLong);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function started(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: unknown) => {
      said += String(chunk);
      const parts = ['Table', 'Queue', 'Blob'];
      if (parts.every((part) => said.includes(`${part} service successfully`))) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(`Azurite ended before it answered. ${said}`)));
  });
}
