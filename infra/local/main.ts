// `npm start`: reads what was asked, starts the house, says where to click, ends it in order.
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startHouse, type House } from './house.ts';
import { keptFiles } from './kept-files.ts';
import { houseFolder } from './practice-ids.ts';

const usualPort = 3979;

const usage = `npm start                 Silver Commitments with a fictional trust, in a practice Teams window
npm start -- --fresh      forgets everything and begins again on 9 April 2026
npm start -- --two         adds a second, small organisation that some of the people are in
npm start -- --port 4000  on that port (0: any free one)
npm start -- --data DIR   keeps its data in DIR instead of .local`;

interface Asked {
  readonly fresh: boolean;
  readonly two: boolean;
  readonly port: number | undefined;
  readonly folder: string;
}

function readArguments(): Asked | 'help' {
  const { values } = parseArgs({
    options: {
      fresh: { type: 'boolean', default: false },
      two: { type: 'boolean', default: false },
      port: { type: 'string' },
      data: { type: 'string', default: houseFolder },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  if (values.port !== undefined && !/^\d{1,5}$/.test(values.port)) {
    throw new Error('--port takes a number, as in --port 4000.');
  }
  const port = values.port === undefined ? undefined : Number(values.port);
  return { fresh: values.fresh, two: values.two, port, folder: values.data };
}

async function start({ fresh, two, port, folder }: Asked): Promise<House> {
  const files = keptFiles(folder);
  if (fresh) {
    const by = files.usedBy();
    if (by !== undefined) throw new Error('It is running: close it before you begin again.');
    rmSync(folder, { recursive: true, force: true });
  }
  if (port !== undefined) return startHouse({ folder, two, port });
  try {
    return await startHouse({ folder, two, port: files.state.read()?.port ?? usualPort });
  } catch (fault) {
    // Something else has the usual port; which one it becomes is kept for the next run.
    if (!isPortTaken(fault)) throw fault;
    return startHouse({ folder, two, port: 0 });
  }
}

function isPortTaken(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE';
}

function endWith(house: House): void {
  let asked = false;
  const end = () => {
    if (asked) return;
    asked = true;
    console.log('Saving and closing.');
    house.stop().then(
      () => process.exit(0),
      (fault: unknown) => {
        console.error(fault);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  if (process.connected) process.on('disconnect', end);
}

try {
  const asked = readArguments();
  if (asked === 'help') {
    console.log(usage);
  } else {
    const house = await start(asked);
    endWith(house);
    const seconds = (performance.now() / 1000).toFixed(1);
    console.log(`Silver Commitments is ready after ${seconds} seconds. Open this in your browser:

    ${house.origin}

Pennine Vale NHS Foundation Trust is invented. Nothing leaves this computer.
Ctrl+C saves and closes. infra/local/README.md says how to drive it from scripts.`);
  }
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
}
