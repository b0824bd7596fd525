import { strFromU8 } from 'fflate';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';

/** A figure as somebody counts it who has the pack, the framework, and nothing else of ours. */
export interface Recount {
  readonly code: string;
  readonly n: number;
  readonly of: number;
  readonly ready: boolean;
}

/** The files of a pack by their paths. */
export type Files = Readonly<Record<string, Uint8Array>>;
type Row = Record<string, string>;
const rowsSchema = z.array(z.record(z.string(), z.string()));

/** The pack's CSV files, as whatever reads CSV reads them. */
function tablesOf(pack: Files): (name: string) => Row[] {
  return (name) => {
    const file = pack[`facts/${name}.csv`];
    if (file === undefined) throw new Error(`the pack has no facts/${name}.csv`);
    return rowsSchema.parse(parse(strFromU8(file), { bom: true, columns: true }));
  };
}

/** What the pack says that the figures are. */
export function claimed(pack: Files): Recount[] {
  return tablesOf(pack)('figures').map((row) => ({
    ...{ code: row['Code'] ?? '', n: Number(row['n']), of: Number(row['N']) },
    ready: row['Evidence ready'] === 'yes',
  }));
}

/**
 * What they are: the specification's table of measures read once more, over the pack's CSV files
 * alone. Nothing of bot/ is imported, no formula of the spreadsheet and no count of the pack is read.
 */
export function countedByAStranger(pack: Files): Recount[] {
  const table = tablesOf(pack);
  const figures = new Map(table('figures').map((row) => [row['Code'], row]));
  const on = figures.get('S1')?.['Up to'] ?? '';
  /** (D − period, D] */
  const within = (day: string | undefined, months: number): boolean =>
    day !== undefined && day > monthsBefore(on, months) && day <= on;

  const council = table('s1-council');
  const terms = council.some((row) => row['What'] === 'terms approved' && (row['Day'] ?? '') <= on);
  const met = council.some((row) => row['What'] === 'met' && within(row['Day'], 6));

  const inPlace = (line: string): boolean =>
    table('statements').some(
      (row) => row['Line'] === line && row['State'] === 'in place' && row['Evidence'] !== '',
    );
  const said = (line: string): Recount => {
    return { code: line, n: Number(inPlace(line)), of: 1, ready: inPlace(line) };
  };
  const both = (code: string, one: boolean, other: boolean): Recount => {
    return { code, n: Number(one) + Number(other), of: 2, ready: one && other };
  };

  const share = (name: string, counts: (row: Row) => boolean): { n: number; of: number } => {
    const rows = table(name);
    return { n: rows.filter(counts).length, of: rows.length };
  };
  const reported = (code: string): boolean =>
    table('s2-reports').some(
      (row) =>
        row['Year from'] === figures.get(code)?.['Report of the year from'] &&
        (row['Reported on'] ?? '') <= on,
    );
  const goals = share('s2-goals', (row) => row['Goal agreed'] === 'yes');
  const outcomes = share('s2-met-outcomes', (row) => row['Outcome'] === 'achieved');
  const educated = share('s3-education', (row) => within(row['Newest verified education'], 36));
  const mentored = share('s3-b-mentoring', (row) => row['Took part'] === 'yes');

  const covered = table('s4-meetings').filter(
    (row) => Number(row['Executive directors confirmed']) > 0 && within(row['Day'], 12),
  );
  const networks = table('s4-networks').map(
    ({ Network: name }) => covered.filter((row) => row['Network'] === name).length,
  );
  const lowest = networks.length === 0 ? 0 : Math.min(...networks);

  const yearBegan = figures.get('S4.a')?.['Days after'] ?? '';
  const heard = table('s4-a-heard').filter(({ Day: day = '' }) => day > yearBegan && day <= on);
  const days = new Set(heard.map(({ Day: day }) => day)).size;

  const seen = (paper: string, needsNetworks: boolean): boolean =>
    table('s5-papers').some(
      (row) =>
        row['Paper'] === paper &&
        within(row['Seen by the board'], 12) &&
        (!needsNetworks || row['Networks had a part'] === 'yes'),
    );
  return [
    both('S1', terms, met),
    ...['S1.a', 'S1.b', 'S1.c'].map(said),
    { code: 'S2', ...goals, ready: goals.of > 0 && goals.n === goals.of && reported('S2') },
    { code: 'S2.met', ...outcomes, ready: outcomes.of > 0 && reported('S2.met') },
    { code: 'S3', ...educated, ready: educated.of > 0 && educated.n === educated.of },
    { code: 'S3.b', ...mentored, ready: mentored.of > 0 && 4 * mentored.n >= 3 * mentored.of },
    { code: 'S4', n: lowest, of: 4, ready: lowest >= 4 },
    { code: 'S4.a', n: days, of: 1, ready: days >= 1 },
    both('S5', seen('WRES data', false), seen('workforce data by ethnic group', false)),
    both('S5.a', seen('staff survey', true), inPlace('S5.a')),
    both('S5.b', seen('quarterly review', true), inPlace('S5.b')),
  ];
}

/** The same day so many months earlier; the month's last where it has no such day. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last)))
    .toISOString()
    .slice(0, 10);
}
