import { readStorageConfig, type Environment } from './config.ts';
import packageFile from '../package.json' with { type: 'json' };
import { openPacks } from './evidence/open.ts';
import { readers } from './roster/readers.ts';
import { openStorage } from './storage/open.ts';
import type { Clock } from './use-cases/ports.ts';

/** No turn waits for a command: storage that is busy is waited for, where one would be told to try again. */
const PATIENCE_MS = 20_000;

/**
 * The operators' command is a process of its own, without Teams or HTTP, and so has a composition
 * root of its own: what `npm run admin` works on. Outside Azure the operator's own sign-in counts.
 */
export function adminHouse(env: Environment, clock: Clock) {
  const packs = openPacks(packageFile.version);
  return {
    clock,
    packs,
    async open() {
      const read = readStorageConfig(env);
      if (!read.ok) throw new Error(read.faults.join('; '));
      const storage = openStorage(read.storage, { clock, patienceMs: PATIENCE_MS });
      await storage.prepare();
      return { ...storage, readers };
    },
  };
}
