// `npm run admin`: the operators' command, on the practice house where no storage is configured.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { runAdmin } from '../../bot/admin/main.ts';
import { adminHouse } from '../../bot/admin-app.ts';
import type { Environment } from '../../bot/config.ts';
import { instantFrom } from '../../bot/domain/time.ts';
import type { Clock } from '../../bot/use-cases/ports.ts';
import { startAzurite } from './azurite.ts';
import { keptFiles } from './kept-files.ts';
import { createPracticeClock, practiceStart } from './practice-clock.ts';
import { houseFolder, storageEnvironment } from './practice-ids.ts';

const argv = process.argv.slice(2);
const print = (line: string) => console.log(line);

function run(environment: Environment, clock: Clock): Promise<number> {
  return runAdmin(argv, { ...adminHouse(environment, clock), print });
}

async function onPracticeHouse(): Promise<number> {
  // Whoever forgot to set it would take what follows for their own.
  console.error('On the practice trust: STORAGE_TABLES_URL is not set.');
  const folder = process.env['HOUSE_FOLDER'] ?? houseFolder;
  await mkdir(folder, { recursive: true });
  const files = keptFiles(folder);
  const took = await files.take();
  if (took.kind === 'taken') {
    const { ready } = took.by;
    if (ready === undefined) {
      throw new Error(
        'The practice house is just starting, or another command uses it. Try again.',
      );
    }
    const offset = await practiceOffset(ready.origin);
    return run(storageEnvironment(ready.storage), { now: () => instantFrom(Date.now() + offset) });
  }
  const azurite = await startAzurite({ folder: join(folder, 'azurite') });
  try {
    const clock = createPracticeClock(files.state.read()?.clock ?? practiceStart);
    return await run(storageEnvironment(azurite.connection), clock);
  } finally {
    await azurite.stop();
    files.release();
  }
}

/** How far the running house's clock is from the machine's, in milliseconds. */
async function practiceOffset(origin: string): Promise<number> {
  const response = await fetch(`${origin}/local/clock`);
  const { now } = z.object({ now: z.iso.datetime() }).parse(await response.json());
  return Date.parse(now) - Date.now();
}

// Whoever holds a pack can check it: no storage is started for that.
const needsNone = argv[0] === 'verify-pack';
const configured = process.env['STORAGE_TABLES_URL'] ?? process.env['STORAGE_CONNECTION'];
try {
  process.exitCode =
    configured || needsNone
      ? await run(process.env, { now: () => instantFrom(Date.now()) })
      : await onPracticeHouse();
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
}
