/** [domain.md, Privacy] Counts of 1 to 9 are not told; nothing and ten or more are. */
export const TOLD_FROM = 10;

/** One group of a breakdown: how many of it are in the figure, of how many. */
export interface Group {
  readonly name: string;
  readonly n: number;
  readonly of: number;
}

/** A group as it may be told: whole, or not at all. */
export type ToldGroup = Group | { readonly name: string; readonly hidden: true };

export function isSmall(count: number): boolean {
  return count > 0 && count < TOLD_FROM;
}

/**
 * A breakdown of a figure whose totals are told, such that nobody works out a count of 1 to 9 from
 * what is left.
 *
 * A group is hidden whole where any of its three counts (in, not in, all) is small. What all hidden
 * groups sum up to is known by subtraction from the totals, so more are hidden, the smallest first,
 * until there are two at least and no sum of theirs is small. Where that can't be had, all are.
 */
export function suppress(groups: readonly Group[]): ToldGroup[] {
  const hidden = new Set(groups.filter((group) => countsOf([group]).some(isSmall)));
  const bySize = groups.filter((group) => !hidden.has(group)).toSorted((a, b) => a.of - b.of);
  for (const next of bySize) {
    const isSafe = hidden.size === 0 || (hidden.size > 1 && !countsOf([...hidden]).some(isSmall));
    if (isSafe) break;
    hidden.add(next);
  }
  return groups.map((group) => (hidden.has(group) ? { name: group.name, hidden: true } : group));
}

/** In, not in, and all of some groups together. */
function countsOf(groups: readonly Group[]): [number, number, number] {
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  const of = groups.reduce((sum, group) => sum + group.of, 0);
  return [n, of - n, of];
}
