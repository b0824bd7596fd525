// `npm run playground`: the bot of the practice house under Microsoft's Agents Playground.
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createAccounts } from './accounts.ts';
import { freePort } from './free-port.ts';
import { startHouse } from './house.ts';
import { listen } from './http.ts';
import { keptFiles } from './kept-files.ts';
import { readPeople } from './people.ts';
import { messagesPath, openPlaygroundDoor } from './playground-door.ts';
import { startPlayground } from './playground-process.ts';
import { playgroundSettings } from './playground-settings.ts';
import { houseFolder, practice, trustFolder } from './practice-ids.ts';

const usualHousePort = 3979;
const usualPlaygroundPort = 56150;

const usage = `npm run playground               the bot under Microsoft's Agents Playground, as the Chief Nurse
npm run playground -- --as EMAIL as somebody else: GET /local/people lists everybody
npm run playground -- --data DIR with the practice house of that folder instead of .local`;

/** Closed in turn, the last that was opened first. */
const open: (() => Promise<void>)[] = [];

async function run(given: { as: string; folder: string }): Promise<void> {
  endWhenAsked();
  const people = await readPeople(trustFolder, practice.tenant);
  const accounts = createAccounts(people);
  const account = accounts.get(given.as);
  const house = await openHouse(given.folder);

  const port = await portFor(usualPlaygroundPort);
  const origin = `http://127.0.0.1:${port}`;
  const serviceUrl = `${origin}/_connector`;
  const door = await openPlaygroundDoor({ house, serviceUrl });
  open.push(() => door.close());

  const folder = join(given.folder, 'playground');
  await mkdir(folder, { recursive: true });
  const settingsFile = join(folder, 'settings.yml');
  const others = people.filter(({ id, roles }) => id !== account.id && roles.length > 0);
  const settings = playgroundSettings({ as: account, others });
  await writeFile(settingsFile, JSON.stringify(settings, null, 2));
  console.log("Fetching and starting Microsoft's Agents Playground.");
  const logFile = join(folder, 'playground.log');
  const playground = await startPlayground({
    messages: `${door.origin}${messagesPath}`,
    port,
    serviceUrl,
    settingsFile,
    logFile,
  });
  open.push(() => playground.stop());
  void playground.ended.then(() => end(`It has ended: ${logFile} may say why.`, 1));

  console.log(`Microsoft's Agents Playground is ready. Open this in your browser:

    ${origin}

There you are ${account.name}. The same bot in the practice window: ${house}
The Playground is Microsoft's, for evaluation only. Ctrl+C closes.`);
}

/** The house that runs already, or one of our own. */
async function openHouse(folder: string): Promise<string> {
  const files = keptFiles(folder);
  const running = files.usedBy()?.ready;
  if (running !== undefined) return running.origin;
  const port = await portFor(files.state.read()?.port ?? usualHousePort);
  const house = await startHouse({ folder, port });
  open.push(() => house.stop());
  return house.origin;
}

/** The usual port, or any free one where something else has it. */
async function portFor(usual: number): Promise<number> {
  try {
    const trial = await listen([], usual);
    await trial.close();
    return usual;
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE')) throw fault;
    return freePort();
  }
}

let ending: Promise<void> | undefined;

function end(say: string, code = 0): void {
  if (ending !== undefined) return;
  console.log(say);
  ending = closeAll().then(
    () => process.exit(code),
    (fault: unknown) => {
      console.error(fault);
      process.exit(1);
    },
  );
}

async function closeAll(): Promise<void> {
  for (const close of open.toReversed()) await close();
}

function endWhenAsked(): void {
  const asked = () => end('Saving and closing.');
  process.on('SIGINT', asked);
  process.on('SIGTERM', asked);
  if (process.connected) process.on('disconnect', asked);
}

try {
  const { values } = parseArgs({
    options: {
      as: { type: 'string', default: 'aoife.okafor@pennine-vale.example' },
      data: { type: 'string', default: houseFolder },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) console.log(usage);
  else await run({ as: values.as, folder: resolve(values.data) });
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  end('Closing.', 1);
}
