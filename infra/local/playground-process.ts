import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { npmCommand } from './npm.mjs';

/** Microsoft's Agents Playground, at the version that was tried. It is fetched, never a dependency. */
const playgroundPackage = '@microsoft/m365agentsplayground@0.2.28';

const preload = new URL('./playground-preload.mjs', import.meta.url).href;

export interface Playground {
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Starts it by npx, without its browser and its telemetry; resolves once it listens. */
export async function startPlayground(given: {
  /** Where it sends activities. */
  messages: string;
  port: number;
  serviceUrl: string;
  settingsFile: string;
  logFile: string;
}): Promise<Playground> {
  const npm = npmCommand();
  const start = ['-e', given.messages, '-c', 'msteams', '-p', String(given.port)];
  const args = [
    ...npm.args,
    ...['exec', '--yes', `--package=${playgroundPackage}`, '--', 'agentsplayground', 'start'],
    ...[...start, '--service-url', given.serviceUrl, '--disable-telemetry'],
  ];
  const child = spawn(npm.file, args, {
    shell: npm.shell,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...process.env,
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: given.settingsFile,
      M365_AGENTS_PLAYGROUND_LOGFILE: given.logFile,
      // A trust's web proxy has no business between processes of one computer.
      NO_PROXY: '127.0.0.1,localhost',
      no_proxy: '127.0.0.1,localhost',
      NODE_OPTIONS: [process.env['NODE_OPTIONS'] ?? '', `--import=${preload}`].join(' ').trim(),
    },
  });
  const ended = once(child, 'close').then(() => undefined);
  const lines = createInterface({ input: child.stdout });
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      const port = /^Listening on (\d+)$/.exec(line.trim())?.[1];
      if (port === String(given.port)) resolve();
      // It takes another by itself, to which no answer of the bot's would find.
      else if (port !== undefined) child.stdin.end();
    });
    child.once('error', reject);
    child.once('close', (code) => {
      reject(new Error(`Microsoft's Agents Playground did not start (exit code ${code}).`));
    });
  });
  return {
    ended,
    async stop() {
      // The end of its input is its sign to go.
      child.stdin.end();
      await ended;
    },
  };
}
