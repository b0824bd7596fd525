// `npm run bench`: measures what design and quality promise, each figure beside its baseline.
import { parseArgs } from 'node:util';
import { asTable } from './print.ts';
import type { Row } from './row.ts';
import { backup } from './rows/backup.ts';
import { alien } from './rows/alien.ts';
import { campaign } from './rows/campaign.ts';
import { claims } from './rows/claims.ts';
import { fuzzed } from './rows/fuzz.ts';
import { goals } from './rows/goals.ts';
import { roster } from './rows/import.ts';
import { memory } from './rows/memory.ts';
import { organisation } from './rows/organisation.ts';
import { planning } from './rows/planning.ts';
import { pack } from './rows/pack.ts';
import { progress } from './rows/progress.ts';
import { silverCold } from './rows/silver-cold.ts';
import { soakFor } from './rows/soak.ts';
import { start } from './rows/start.ts';
import { tab } from './rows/tab.ts';
import { turn } from './rows/turn.ts';
import { onStage, type Stage } from './stage.ts';

/** In this order: the bot's memory is looked at after what it had to do. */
const measures: Readonly<Record<string, (stage: Stage) => Promise<Row[]>>> = {
  tab,
  claims,
  goals,
  import: roster,
  backup,
  planning,
  progress,
  organisation,
  pack,
  'silver-cold': silverCold,
  turn,
  campaign,
  alien,
  fuzz: fuzzed,
  memory,
  start,
};

const usage = `npm run bench                  all rows, about a quarter of an hour
npm run bench -- --only NAME   that row alone: ${Object.keys(measures).join(', ')}
npm run bench -- --soak         two instances in use for half an hour; --minutes N: for so long
                               --restarts N: of both in turn, so often in all; ten in half an hour
npm run bench -- --only fuzz --soak   100,000 mutated requests
npm run bench -- --json        as JSON
npm run bench -- --strict      exits 1 where a hold is broken`;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    soak: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '30' },
    restarts: { type: 'string' },
    json: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(usage);
else await run();

async function run(): Promise<void> {
  const wanted = Object.entries(measures).filter(([name]) => (values.only ?? name) === name);
  if (wanted.length === 0) {
    console.error(`There is no row “${values.only}”.\n${usage}`);
    process.exitCode = 2;
    return;
  }
  const rows =
    values.soak && values.only === undefined
      ? await soakFor(Number(values.minutes), values.restarts)
      : await measureAll(wanted);
  const seconds = Math.round(performance.now() / 1000);
  if (values.json) console.log(JSON.stringify({ seconds, rows }, undefined, 2));
  else console.log([...asTable(rows), '', `${seconds} seconds in all.`].join('\n'));
  if (values.strict && rows.some(({ verdict }) => verdict === 'broken')) process.exitCode = 1;
}

function measureAll(wanted: readonly [string, (stage: Stage) => Promise<Row[]>][]) {
  return onStage(async (stage) => {
    const measured: Row[] = [];
    for (const [name, measure] of wanted) {
      if (!values.json) console.error(`… ${name}`);
      measured.push(...(await measure(stage)));
    }
    return measured;
  });
}
