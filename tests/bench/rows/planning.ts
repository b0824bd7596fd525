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
    atMost('planning, time for each organisation, last quarter', {
      ...{ unit: 'ms', times: 1.25, ours: timeForEach(busiest.lines.slice(-quarter)) },
      ...{ baseline: timeForEach(busiest.lines.slice(0, quarter)), against: 'the first quarter' },
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
      const halfway = await memoryHalfway(bot.pid, path, moved);
      await moved;
      const seconds = (performance.now() - from) / 1000;
      const { now: end, peak } = await memoryOf(bot.pid);
      const lines = (await linesIn(path)).slice(known);
      return { seconds, lines, memory: { start, halfway, end, peak } };
    },
  };
}

/** Once half of the organisations have been planned; at the end where none has anything to plan. */
async function memoryHalfway(pid: number, log: string, end: Promise<void>): Promise<number> {
  let ended = false;
  void end.then(() => (ended = true));
  const isOver = (): boolean => ended;
  while (!isOver() && (await linesIn(log)).length < organisations / 2) {
    await Promise.race([end, new Promise((resolve) => setTimeout(resolve, 200))]);
  }
  return (await memoryOf(pid)).now;
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
