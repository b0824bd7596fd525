import { Told } from '../use-cases/told.ts';

/** A row as it is kept: text only, so that nothing comes back as another type than it went in. */
export interface Row {
  readonly key: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly etag: string;
}

export type Version = Pick<Row, 'key' | 'etag'>;

export type Change =
  | { kind: 'insert'; key: string; properties: Readonly<Record<string, string>> }
  | { kind: 'replace'; key: string; properties: Readonly<Record<string, string>>; etag: string }
  /** Whatever was there. Only for what can be made anew. */
  | { kind: 'put'; key: string; properties: Readonly<Record<string, string>> }
  /** A row that is there; what it says is not asked (the service offers no etag for it here). */
  | { kind: 'delete'; key: string };

/** `etags`: of the rows that are there now. */
export type Written =
  { kind: 'written'; etags: ReadonlyMap<string, string> } | { kind: 'conflict' };

/** What storage can do; held by one contract of tests on Azure Tables' protocol and in memory. */
export interface Table {
  get(partition: string, key: string): Promise<Row | undefined>;
  /** Pages of rows with `from` ≤ key < `to`, in order of key. */
  range(partition: string, from: string, to: string): AsyncIterable<Row[]>;
  /** The same rows' keys and etags: whether anything changed, without what they say. */
  etags(partition: string, from: string, to: string): AsyncIterable<Version[]>;
  /** All of it or nothing. `conflict`: a row was not as its etag said, or was there already. */
  write(partition: string, changes: readonly Change[]): Promise<Written>;
}

/** A transaction's limits, Azure's own. */
export const MOST_ROWS = 100;
/** Azure refuses a text of more than 32k characters; we stop before it does, and say which row. */
export const MOST_CHARACTERS = 32_000;

/** Why storage doesn't do what it is asked, in a word that readiness may say to anybody. */
export type StorageTrouble =
  | 'away'
  | 'slow'
  /** The identity lacks the role. */
  | 'role-missing'
  /** A firewall or a private network keeps us out. */
  | 'closed-to-us'
  | 'refused'
  /** No token could be had. */
  | 'identity';

/** Storage can't be reached, or didn't answer in time: what was asked may or may not have happened. */
export class StorageAway extends Told {
  readonly code = 'storage-away';
  readonly trouble: StorageTrouble;
  /** Storage's own status and code, where it answered. */
  readonly told: string | undefined;

  constructor(
    message: string,
    {
      cause,
      trouble = 'away',
      told,
    }: { cause?: unknown; trouble?: StorageTrouble; told?: string } = {},
  ) {
    super(message, { cause });
    this.trouble = trouble;
    this.told = told;
  }
}

/** A fault of ours, caught before it reaches the service. */
export class RowRefused extends Error {
  readonly code = 'row-refused';
  override readonly name = 'RowRefused';
}

export function checkChanges(changes: readonly Change[]): void {
  if (changes.length > MOST_ROWS) {
    throw new RowRefused(
      `a transaction of ${changes.length} rows; at most ${MOST_ROWS} go together`,
    );
  }
  const seen = new Set<string>();
  for (const change of changes) {
    if (change.key === '' || /[/\\#?]|\p{Cc}/u.test(change.key)) {
      throw new RowRefused(`a row key that the service refuses: ${JSON.stringify(change.key)}`);
    }
    if (seen.has(change.key)) throw new RowRefused(`a row twice in a transaction: ${change.key}`);
    seen.add(change.key);
    if (change.kind === 'delete') continue;
    for (const [name, value] of Object.entries(change.properties)) {
      if (value.length > MOST_CHARACTERS) {
        throw new RowRefused(`${name} of ${change.key} has ${value.length} characters`);
      }
    }
  }
}

/** The same pages, each next one on its way while the one before is used. */
export async function* ahead(pages: AsyncIterable<Row[]>): AsyncGenerator<Row[]> {
  const iterator = pages[Symbol.asyncIterator]();
  let asked = iterator.next();
  for (;;) {
    const page = await asked;
    if (page.done === true) return;
    asked = iterator.next();
    // Whoever stops here never hears of it.
    asked.catch(() => undefined);
    // What is asked leaves before the page keeps the process busy.
    await new Promise((resolve) => setImmediate(resolve));
    yield page.value;
  }
}

export async function collect<Each>(pages: AsyncIterable<Each[]>): Promise<Each[]> {
  const rows: Each[] = [];
  for await (const page of pages) rows.push(...page);
  return rows;
}
