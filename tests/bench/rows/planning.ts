import { openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { startBot } from '../../../infra/local/bot.ts';
import { listen } from '../../../infra/local/http.ts';
import { createAccounts } from '../../../infra/local/accounts.ts';
import { createPracticeKeys, createPracticeTeams } from '../../../infra/local/practice-teams.ts';
import { openStorage } from '../../../bot/storage/open.ts';
import { seedOrganisations } from '../many-organisations.ts';
import { cpuOf } from '../cpu.ts';
import { memoryOf } from '../memory.ts';
import { atMost, type Row } from '../row.ts';
import type { Stage } from '../stage.ts';

const organisations = 250;
const leaders = 400;
/** A week into the year, before the office opens: every leader is asked for a goal, and nobody yet. */
const morning = Date.parse('2026-04-08T07:00:00.000Z');

/**
 * The busiest of all days: each of 100,000 leaders has a reminder to be planned. By the bot as it
 * runs, in a process of its own; sending is another row's.
 */
export async function planning(stage: Stage): Promise<Row[]> {
  // Azure saves as it goes; Azurite would stand still for seconds to save so much.
  const azurite = await stage.ownAzurite({ forgets: true });
  const storage = openStorage(
    { kind: 'connection', text: azurite.connection },
    { clock: stage.clock },
  );
  await storage.prepare();
  await seedOrganisations(storage.tables, storage, { organisations, leaders });

  const first = await startedBot(stage, azurite.connection);
  const busiest = await first.plan(1);
  const again = await first.plan(2);
  await first.bot.stop();
  const second = await startedBot(stage, azurite.connection);
  const byAnother = await second.plan(3);
  const planned = busiest.lines.reduce((sum, line) => sum + line.planned, 0);
  if (planned < organisations * leaders) throw new Error(`only ${planned} reminders were planned`);
  if (again.lines.length + byAnother.lines.length > 0) throw new Error('planned twice');

  const quarter = Math.floor(organisations / 4);
  return [
    atMost(
      `planning ${organisations} organisations, ${planned.toLocaleString('en-GB')} reminders`,
      {
        ...{ unit: 's', ours: busiest.seconds, baseline: 60, against: 'what it may take' },
        beside: {
          'once more, s': again.seconds,
          'once more by another process, s': byAnother.seconds,
        },
      },
    ),
    // Azurite looks through the whole table for each range, so that it takes longer the more there is.
    atMost('planning, the bot’s own time for each organisation, last quarter', {
      ...{ unit: 'ms', times: 1.25, ours: ownTimeForEach(busiest, busiest.lines.slice(-quarter)) },
      baseline: ownTimeForEach(busiest, busiest.lines.slice(0, quarter)),
      against: 'the first quarter',
      beside: {
        'with Azurite’s, ms': timeForEach(busiest.lines.slice(-quarter)),
        'with Azurite’s in the first quarter, ms': timeForEach(busiest.lines.slice(0, quarter)),
      },
    }),
    atMost('planning, memory of the bot’s process at its end', {
      ...{ unit: 'MB', ours: busiest.memory.end, baseline: 300, against: 'what it may hold' },
      beside: {
        'at its start, MB': busiest.memory.start,
        'halfway, MB': busiest.memory.halfway,
        'at most, MB': busiest.memory.peak,
      },
    }),
  ];
}

/** A bot with its log; nobody talks to it. */
async function startedBot(stage: Stage, connection: string) {
  let origin = '';
  const teams = createPracticeTeams({
    accounts: createAccounts([]),
    keys: await createPracticeKeys(),
    origin: () => origin,
    botOrigin: () => undefined,
    now: () => stage.clock.now(),
  });
  const listening = await listen(teams.routes, 0);
  stage.atTheEnd(() => listening.close());
  ({ origin } = listening);
  const path = join(await stage.folder(), 'bot.log');
  const offset = morning - Date.now();
  const environment = teams.environment(connection);
  const bot = await startBot({ environment, offset, log: openSync(path, 'a') });
  stage.atTheEnd(() => bot.kill());

  return {
    bot,
    /** Moves the clock by so many minutes: whatever is due is planned before it answers. */
    async plan(minutes: number) {
      const known = (await linesIn(path)).length;
      const { now: start } = await memoryOf(bot.pid);
      const from = performance.now();
      const moved = bot.moveClock(offset + minutes * 60_000);
      const samples = await sampled(bot.pid, moved);
      await moved;
      const halfway = samples[Math.floor(samples.length / 2)]?.memory ?? start;
      const seconds = (performance.now() - from) / 1000;
      const { now: end, peak } = await memoryOf(bot.pid);
      const lines = (await linesIn(path)).slice(known);
      return { seconds, lines, samples, memory: { start, halfway, end, peak } };
    },
  };
}

interface Sample {
  readonly at: number;
  readonly memory: number;
  readonly cpu: number;
}

/** Twice a second until the end; the log is not read meanwhile, which would cost a core. */
async function sampled(pid: number, end: Promise<void>): Promise<Sample[]> {
  const samples: Sample[] = [];
  let ended = false;
  void end.then(() => (ended = true));
  const isOver = (): boolean => ended;
  while (!isOver()) {
    const [{ now: memory }, cpu] = await Promise.all([memoryOf(pid), cpuOf(pid)]);
    samples.push({ at: Date.now(), memory, cpu });
    await Promise.race([end, new Promise((resolve) => setTimeout(resolve, 500))]);
  }
  return samples;
}

const lineSchema = z.object({
  msg: z.literal('nudges planned'),
  time: z.iso.datetime(),
  planned: z.number(),
});

async function linesIn(log: string): Promise<{ at: number; planned: number }[]> {
  const text = await readFile(log, 'utf8');
  return text.split('\n').flatMap((line) => {
    if (!line.includes('"nudges planned"')) return [];
    const { time, planned } = lineSchema.parse(JSON.parse(line));
    return [{ at: Date.parse(time), planned }];
  });
}

/** Milliseconds, on average, from one organisation's line to the next one's. */
function timeForEach(lines: readonly { at: number }[]): number {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) throw new Error('nothing was planned');
  return (last.at - first.at) / (lines.length - 1);
}

/** Milliseconds of a core that the bot uses for each, on average. */
function ownTimeForEach(
  { samples }: { samples: readonly Sample[] },
  lines: readonly { at: number }[],
): number {
  const [first, last] = [lines[0]?.at ?? 0, lines.at(-1)?.at ?? 0];
  const within = samples.filter(({ at }) => at >= first && at <= last);
  const [from, to] = [within[0], within.at(-1)];
  if (from === undefined || to === undefined || from === to) throw new Error('nothing was sampled');
  return (timeForEach(lines) * (to.cpu - from.cpu) * 1000) / (to.at - from.at);
}
