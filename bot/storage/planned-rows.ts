import { hash } from 'node:crypto';
import { mapAtMost } from '../use-cases/bounded.ts';
import { after } from './keys.ts';
import { collect, type Change, type Row, type Table } from './table.ts';

/** A nudge to be kept: its row, and the empty row that stands beside it while it has not ended. */
interface PlannedRow<What> {
  readonly what: What;
  readonly key: string;
  readonly openKey: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** Two rows each: as many as go into one transaction. */
const NUDGES_TOGETHER = 50;
const READS_AT_ONCE = 8;
/** Tries against other instances that plan the same; the next tick tries again. */
const TRIES = 5;
/** Keys that are known to be there, of all organisations together: some 40 bytes each. */
const MOST_KNOWN = 150_000;

/**
 * Inserts nudges, many to a transaction, those that are there already left as they are, but for
 * those that may come again. A row once inserted stays, so that what is still due and was planned
 * before costs nothing to plan again.
 */
export function createPlannedRows(
  table: Table,
  given: { openPrefix: string; mayComeAgain: (row: Row) => boolean; mostKnown?: number },
) {
  const { openPrefix, mayComeAgain, mostKnown = MOST_KNOWN } = given;
  const known = new Map<string, Set<number>>();
  /** What each insert under way must not know again: it has ended since, and may come again. */
  const underWay = new Set<{ readonly partition: string; readonly forgotten: Set<number> }>();

  /** Those of them that were not there before. */
  async function insert<What>(
    partition: string,
    wanted: readonly PlannedRow<What>[],
  ): Promise<What[]> {
    const mine = { partition, forgotten: new Set<number>() };
    underWay.add(mine);
    try {
      const { inserted, there } = await insertAll(partition, wanted);
      know(partition, new Set([...there].filter((mark) => !mine.forgotten.has(mark))));
      return inserted;
    } finally {
      underWay.delete(mine);
    }
  }

  async function insertAll<What>(
    partition: string,
    wanted: readonly PlannedRow<What>[],
  ): Promise<{ inserted: What[]; there: Set<number> }> {
    const before = known.get(partition);
    // What is due no longer will not be planned again: only the rest need be known.
    const there = new Set<number>();
    let left: PlannedRow<What>[] = [];
    for (const row of new Map(wanted.map((each) => [each.key, each])).values()) {
      const mark = markOf(row.key);
      if (before?.has(mark) === true) there.add(mark);
      else left.push(row);
    }
    const inserted: What[] = [];
    while (left.length > 0) {
      const together = left.slice(0, NUDGES_TOGETHER);
      left = left.slice(NUDGES_TOGETHER);
      const { mine, unsettled } = await insertTogether(
        { table, mayComeAgain },
        partition,
        together,
      );
      inserted.push(...mine.map(({ what }) => what));
      for (const { key } of together) if (!unsettled.has(key)) there.add(markOf(key));
      // Planned by somebody else: most of the others then wait to be sent, which one read tells.
      if (mine.length === together.length || left.length === 0) continue;
      const open = await openKeys(partition);
      for (const { key, openKey } of left) if (open.has(openKey)) there.add(markOf(key));
      left = left.filter(({ key }) => !there.has(markOf(key)));
    }
    return { inserted, there };
  }

  async function openKeys(partition: string): Promise<Set<string>> {
    const rows = await collect(table.range(partition, openPrefix, after(openPrefix)));
    return new Set(rows.map(({ key }) => key));
  }

  function know(partition: string, there: Set<number>): void {
    known.delete(partition);
    if (there.size > 0) known.set(partition, there);
    let many = [...known.values()].reduce((sum, each) => sum + each.size, 0);
    for (const [oldest, each] of known) {
      if (many <= mostKnown) break;
      known.delete(oldest);
      many -= each.size;
    }
  }

  /** Those of them that `insert` would insert. */
  async function absent<What>(
    partition: string,
    wanted: readonly Pick<PlannedRow<What>, 'what' | 'key'>[],
  ): Promise<What[]> {
    const found = await mapAtMost(READS_AT_ONCE, wanted, ({ key }) => table.get(partition, key));
    return wanted.flatMap(({ what }, index) => {
      const row = found[index];
      return row === undefined || mayComeAgain(row) ? [what] : [];
    });
  }

  /** They have ended so that they may come again: looked at when they are next due. */
  function forget(partition: string, keys: readonly string[]): void {
    const there = known.get(partition);
    for (const mark of keys.map(markOf)) {
      there?.delete(mark);
      for (const each of underWay) if (each.partition === partition) each.forgotten.add(mark);
    }
  }

  return { insert, absent, forget };
}

/** 48 bits of its digest: in a whole region, a reminder is taken for another once in a thousand years. */
function markOf(key: string): number {
  return hash('sha256', key, 'buffer').readUIntBE(0, 6);
}

async function insertTogether<What>(
  { table, mayComeAgain }: { table: Table; mayComeAgain: (row: Row) => boolean },
  partition: string,
  rows: readonly PlannedRow<What>[],
): Promise<{ mine: readonly PlannedRow<What>[]; unsettled: ReadonlySet<string> }> {
  let left = rows;
  const over = new Map<string, string>();
  for (let attempt = 0; attempt < TRIES && left.length > 0; attempt += 1) {
    const changes = left.flatMap(({ key, openKey, properties }): Change[] => [
      insertOver(key, properties, over.get(key)),
      { kind: 'put', key: openKey, properties: {} },
    ]);
    const { kind } = await table.write(partition, changes);
    if (kind === 'written') return { mine: left, unsettled: new Set() };
    // One that was there refuses them all.
    const found = await mapAtMost(READS_AT_ONCE, left, ({ key }) => table.get(partition, key));
    left = left.filter(({ key }, index) => {
      const row = found[index];
      if (row !== undefined) over.set(key, row.etag);
      else over.delete(key);
      return row === undefined || mayComeAgain(row);
    });
  }
  return { mine: [], unsettled: new Set(left.map(({ key }) => key)) };
}

function insertOver(
  key: string,
  properties: Readonly<Record<string, string>>,
  etag: string | undefined,
): Change {
  return etag === undefined
    ? { kind: 'insert', key, properties }
    : { kind: 'replace', key, properties, etag };
}
