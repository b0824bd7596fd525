import { median, quantile } from '../figures.ts';
import { atLeast, atMost, type Row } from '../row.ts';
import type { Held } from '../soak/instances.ts';
import { soak, type Soaked } from '../soak/run.ts';

const perSecond = 50;
/** Each of the two instances five times; for shorter runs fewer, or none would be long in use. */
const mostRestarts = 10;
const secondsForEach = 15;
/** [ours] What one process may hold that reads 200 people with hundreds of moves each, again and again. */
const mostMegabytes = 350;

/** Two instances behind a plain proxy, in mixed use, restarted in turn during the first half. */
export async function soakFor(minutes: number, wanted?: string): Promise<Row[]> {
  const seconds = minutes * 60;
  if (!(seconds >= 30)) throw new Error('--minutes must be a number from 0.5');
  const fitting = Math.floor(seconds / 2 / secondsForEach);
  const restarts = Number(wanted ?? Math.min(mostRestarts, fitting));
  if (!(Number.isInteger(restarts) && restarts >= 0)) {
    throw new Error('--restarts must be a whole number');
  }
  const soaked = await soak({
    ...{ seconds, perSecond, restarts },
    executives: Math.min(200, Math.max(30, Math.round(seconds / 9))),
    // Reminders go on for about half of the time.
    ...{ people: Math.min(2_000, Math.round(seconds * 2)), nudgesPerSecond: 5 },
    rosterRows: Math.min(5_000, Math.round(seconds * 5)),
  });
  const { load, lost, duplicates, entries, reminders, ledgerFaults } = soaked;
  const sent = Object.values(load.sent).reduce((sum, count) => sum + count, 0);
  const name = `two instances, ${minutes} minutes`;
  const none = { times: 0, unit: 'moves', baseline: entries, against: 'entries of the ledger' };
  for (const why of wordsOf(soaked)) console.error(why);
  return [
    atMost(`${name}: not acknowledged`, {
      ...{ times: 0, unit: 'requests', ours: load.failed.length, baseline: sent },
      against: `requests, ${perSecond} a second`,
      beside: {
        ...{ ...load.sent, restarts: soaked.restarts, ...soaked.proxy },
        'imports run again': soaked.stops.length,
      },
    }),
    atMost(`${name}: acknowledged and lost`, { ...none, ours: lost }),
    atMost(`${name}: recorded twice`, { ...none, ours: duplicates }),
    atMost(`${name}: faults that verify-ledger finds`, { ...none, ours: ledgerFaults.length }),
    atMost(`${name}: reminders lost, heard twice, or unknown`, {
      ...{ times: 0, unit: 'people', baseline: reminders.heard, against: 'who heard' },
      ours: reminders.lost + reminders.twice + reminders.unknown,
      beside: reminders,
    }),
    atLeast(`${name}: rate`, 0.95, {
      ...{ unit: 'a second', ours: sent / (minutes * 60), baseline: perSecond },
      against: 'what was asked for',
      beside: {
        'half within, ms': median(load.milliseconds),
        '99 of 100 within, ms': quantile(load.milliseconds, 0.99),
        'slowest, ms': quantile(load.milliseconds, 1),
      },
    }),
    ...memoryOf(name, soaked.held, seconds * 1000),
  ];
}

/** Nobody is restarted in the second half: its last quarter beside its first, and the most of all. */
function memoryOf(name: string, held: readonly Held[], wholeMs: number): Row[] {
  return [0, 1].flatMap((instance) => {
    const own = held.filter((look) => look.instance === instance);
    const between = (from: number, until: number): number[] =>
      own
        .filter(({ atMs }) => atMs >= from * wholeMs && atMs < until * wholeMs)
        .map(({ megabytes }) => megabytes);
    const [early, late] = [between(0.6, 0.8), between(0.8, 1)];
    if (early.length === 0 || late.length === 0) return [];
    const which = `${name}: memory of instance ${instance + 1}`;
    return [
      atMost(`${which}, at the end`, {
        ...{ times: 1.1, unit: 'MB', ours: median(late), baseline: median(early) },
        against: 'a while before',
      }),
      atMost(which, {
        ...{ unit: 'MB', ours: Math.max(...own.map(({ megabytes }) => megabytes)) },
        ...{ baseline: mostMegabytes, against: 'what it may hold' },
      }),
    ];
  });
}

/** What went wrong, and how often, for whoever looks into it. */
function wordsOf({ load, wrong, stops, ledgerFaults, log }: Soaked): string[] {
  const failed = load.failed.map(({ kind, why }) => `${kind}: ${whyInShort(why)}`);
  const often = Map.groupBy(failed, (why) => why);
  const told = [...often].map(([why, all]) => `${all.length} times ${why}`);
  const ours = log.filter((line) => line.includes('"request faulted"') && !line.includes(AWAY));
  return [
    ...told,
    ...stops,
    ...wrong.slice(0, 20),
    ...ledgerFaults.slice(0, 10),
    ...ours.slice(0, 5),
  ];
}

/** What the log says of storage that is slow or away: people are told to try again. */
const AWAY = '"storage-away"';

/** Without what is of one request alone. */
function whyInShort(why: string): string {
  return why.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…').slice(-400);
}
