import { readStorageConfig, type Environment } from './config.ts';
import { readers } from './roster/readers.ts';
import { openStorage } from './storage/open.ts';
import type { Clock } from './use-cases/ports.ts';

/**
 * The operators' command is a process of its own, without Teams or HTTP, and so has a composition
 * root of its own: what `npm run admin` works on. Outside Azure the operator's own sign-in counts.
 */
export function adminHouse(env: Environment, clock: Clock) {
  return {
    clock,
    async open() {
      const read = readStorageConfig(env);
      if (!read.ok) throw new Error(read.faults.join('; '));
      const storage = openStorage(read.storage, { clock });
      await storage.prepare();
      return { ...storage, readers };
    },
  };
}
