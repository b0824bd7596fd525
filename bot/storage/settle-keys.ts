import type { ImportedFact } from '../use-cases/ports.ts';
import type { Committed } from './assemble.ts';
import { bodies } from './fact.ts';
import { after, keys } from './keys.ts';
import { collect, type Table } from './table.ts';

/**
 * The row for each question of an import; none for one that is on the settle list already. A row of
 * an undone import stays as its ledger entry says, and one that is only staged may yet be committed: the
 * same question again has a row of its own.
 */
export async function settleKeys(
  table: Table,
  partition: string,
  by: { facts: readonly ImportedFact[]; id: string; committed: Committed },
): Promise<Map<string, string>> {
  const { facts, id, committed } = by;
  const found = new Map<string, string>();
  for (const fact of facts) {
    if (fact.kind !== 'settle') continue;
    const { id: item } = fact.item;
    const key = keys.settle(item);
    const rows = (await collect(table.range(partition, key, after(key)))).filter(
      ({ properties }) => bodies.settle.parse(JSON.parse(properties['body'] ?? '')).id === item,
    );
    const others = rows.filter(({ properties }) => properties['import'] !== id);
    const counts = (broughtBy: string | undefined): boolean =>
      broughtBy === undefined || committed.has(broughtBy);
    if (others.some(({ properties }) => counts(properties['import']))) continue;
    found.set(item, others.length === 0 ? key : keys.settle(`${item}.${id}`));
  }
  return found;
}
