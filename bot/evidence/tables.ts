import type { PlainDate } from '../domain/time.ts';
import type { PackFacts } from '../use-cases/evidence/pack-facts.ts';
import { outcomeNames, paperNames, stateNames } from './words.ts';

export type Cell = string | number | { readonly day: PlainDate } | undefined;

/** What a spreadsheet computes; all other text is text, whatever it begins with. */
export interface Formula {
  readonly formula: string;
  /** What it comes to: words of ours or a number. */
  readonly value: string | number;
}

/** Facts of one kind: a sheet of the spreadsheet, and a CSV. */
export interface FactTable {
  /** The sheet's name; the CSV's is made of it. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export type TableName = (typeof tableNames)[number];
const tableNames = [
  'S1 council',
  'Statements',
  'S2 goals',
  'S2.met outcomes',
  'S2 reports',
  'S3 education',
  'S3.b mentoring',
  'S4 meetings',
  'S4.a heard',
  'S5 papers',
] as const;

/** Every fact that the figures stand on, under identifiers of this pack's own. */
export function factTables({ facts, networks }: PackFacts): Record<TableName, FactTable> {
  const nameOf = (id: string) => networks.find((network) => network.id === id)?.name ?? id;
  const columns: Record<TableName, readonly string[]> = {
    'S1 council': ['What', 'Day', 'Document'],
    Statements: ['Line', 'State', 'Said on', 'Evidence'],
    'S2 goals': ['Leader', 'Goal agreed'],
    'S2.met outcomes': ['Goal', 'Outcome'],
    'S2 reports': ['Year from', 'Reported on', 'Goals met', 'Goals due'],
    'S3 education': ['Executive director', 'Newest verified education'],
    'S3.b mentoring': ['Person', 'Took part'],
    'S4 meetings': ['Meeting', 'Network', 'Day', 'Executive directors confirmed', 'Shown by'],
    'S4.a heard': ['Day', 'Networks'],
    'S5 papers': ['Paper', 'Seen by the board', 'Quarter from', 'Networks had a part', 'Minute'],
  };
  const rows: Record<TableName, readonly (readonly Cell[])[]> = {
    'S1 council': facts.council.map(({ what, on, document }) => [
      what === 'terms' ? 'terms approved' : 'met',
      { day: on },
      document,
    ]),
    Statements: facts.statements.map(({ line, state, on, evidence }) => [
      line,
      stateNames[state],
      { day: on },
      evidence,
    ]),
    'S2 goals': facts.agreed.map((agreed, index) => [own('L', index), yesNo(agreed)]),
    'S2.met outcomes': facts.outcomes.map((came, index) => [own('G', index), outcomeNames[came]]),
    'S2 reports': facts.reports.map(({ year, on, n, of }) => [{ day: year }, { day: on }, n, of]),
    'S3 education': facts.education.map((on, index) => [
      own('E', index),
      on === undefined ? 'none' : { day: on },
    ]),
    'S3.b mentoring': facts.mentoring.map((took, index) => [own('M', index), yesNo(took)]),
    'S4 meetings': facts.meetings.map(({ network, on, executives, shownBy }, index) => [
      own('N', index),
      nameOf(network),
      { day: on },
      executives,
      shownBy === 'app' ? 'the app' : 'verified history',
    ]),
    'S4.a heard': facts.heard.map(({ on, networks: each }) => [
      { day: on },
      each.map(nameOf).join(', '),
    ]),
    'S5 papers': facts.papers.map(({ kind, on, quarter, networks: took, minute }) => [
      paperNames[kind],
      { day: on },
      { day: quarter },
      yesNo(took),
      minute,
    ]),
  };
  const table = (name: TableName): FactTable => ({
    name,
    columns: columns[name],
    rows: rows[name],
  });
  return Object.fromEntries(tableNames.map((name) => [name, table(name)])) as Record<
    TableName,
    FactTable
  >;
}

/** L-0001: a place in this pack's list, and nothing beyond it. */
function own(letter: string, index: number): string {
  return `${letter}-${String(index + 1).padStart(4, '0')}`;
}

function yesNo(yes: boolean): 'yes' | 'no' {
  return yes ? 'yes' : 'no';
}
