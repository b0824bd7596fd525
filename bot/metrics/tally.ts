/** Codes and route patterns: never a person, an organisation or a text that somebody wrote. */
export type Marks = Readonly<Record<string, string>>;

/** What happens is counted here; where it goes is the other side's matter. */
export interface Tally {
  count(name: CountName, marks?: Marks, by?: number): void;
  /** How long something took, in milliseconds. */
  time(name: 'silver.requests.duration', milliseconds: number, marks?: Marks): void;
}

/** What is counted as it happens. infra/azure's alerts and the runbook go by these names. */
export const countNames = {
  'silver.turns': 'Activities from Teams that were answered, by how',
  'silver.requests': 'Requests answered, by route and status class',
  'silver.requests.failed': 'Requests that met a fault of ours, by its code',
  'silver.refusals': 'What was asked and refused, by the refusal’s code',
  'silver.nudges': 'Reminders, by the state that they came to',
  'silver.nudges.faults': 'Faults of planning or delivering',
  'silver.ledger.conflicts': 'Transactions that another instance won, or that gave up',
  'silver.ledger.faults': 'Rows and entries that the ledger does not vouch for',
} as const;
export type CountName = keyof typeof countNames;

/** What is looked at when it is asked for. */
export const gaugeNames = {
  'silver.queue.age': 'Seconds that the oldest waiting wave of reminders has waited',
  'silver.queue.aside': 'Waves that were put aside for somebody to look at',
  'silver.memory': 'Bytes of memory that the process holds',
} as const;
export type GaugeName = keyof typeof gaugeNames;
export type Gauges = Readonly<Record<GaugeName, () => Promise<number>>>;
