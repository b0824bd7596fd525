// Imports the fictional trust as an operator would: with the subcommands of `npm run admin`.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { practice, trustFolder } from './practice-ids.ts';

const file = (name: string) => ['--file', join(trustFolder, name)];
const asAt = ['--as-at', '2026-04-01'];
const org = ['--org', practice.organisation.code];

/** April's files, in the order in which they lean on each other. October's are for the user to try. */
export const trustImports: readonly (readonly string[])[] = [
  [
    'add-organisation',
    ...org,
    '--name',
    practice.organisation.name,
    '--tenant',
    practice.tenant,
    '--speak-up',
    'https://pennine-vale.example/speak-up',
    '--apply',
  ],
  ['import-networks', ...file('networks.csv'), ...org, ...asAt, '--apply'],
  ['import-roster', ...file('roster-2026-04-01.csv'), ...org, ...asAt, '--apply'],
  ['import-roles', ...file('roles-2026-04-01.csv'), ...org, ...asAt, '--apply'],
  ['import-meetings', ...file('meetings.csv'), ...org, ...asAt, '--apply'],
  ['import-board-meetings', ...file('board-meetings.csv'), ...org, ...asAt, '--apply'],
  // Unverified: whoever plays the EDI lead finds it waiting.
  ['import-history', ...file('history.csv'), ...org, ...asAt, '--apply'],
  ['import-education', ...file('learning.csv'), ...org, ...asAt, '--apply'],
];

const secondFile = (name: string) => file(join('second', name));
const secondOrg = ['--org', practice.second.code];

/** A second, small organisation of the same tenant: some people of the first are in it, too. */
export const secondImports: readonly (readonly string[])[] = [
  [
    ...['add-organisation', ...secondOrg, '--name', practice.second.name],
    ...['--tenant', practice.tenant, '--apply'],
  ],
  ['import-networks', ...secondFile('networks.csv'), ...secondOrg, ...asAt, '--apply'],
  ['import-roster', ...secondFile('roster.csv'), ...secondOrg, ...asAt, '--apply'],
  ['import-roles', ...secondFile('roles.csv'), ...secondOrg, ...asAt, '--apply'],
  ['import-meetings', ...secondFile('meetings.csv'), ...secondOrg, ...asAt, '--apply'],
];

export interface TrustImport {
  /** Imports into the storage of that connection string; resolves when all is in. */
  run(storage: string, offset: number, imports: readonly (readonly string[])[]): Promise<void>;
  stop(): Promise<void>;
}

/** A process of its own, which loads what it needs while storage is still starting. */
export function prepareTrustImport(): TrustImport {
  const main = fileURLToPath(new URL('./import-process.ts', import.meta.url));
  const child = fork(main, [], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  const hear = (chunk: unknown) => (said += String(chunk));
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    async run(storage, offset, imports) {
      child.send({ storage, offset, imports });
      const code = await ended;
      if (code !== 0) throw new Error(`The fictional trust could not be imported.\n${said}`);
    },
    async stop() {
      child.kill();
      await ended;
    },
  };
}
