/** [domain.md, Privacy] Counts of 1 to 9 are not told; nothing and ten or more are. */
export const TOLD_FROM = 10;

/** How many people are in a figure, of how many. */
export interface Counts {
  readonly n: number;
  readonly of: number;
}

/** One group of a breakdown. */
export interface Group extends Counts {
  readonly name: string;
}

/** A group as it may be told: whole, or not at all. */
export type ToldGroup = Group | { readonly name: string; readonly hidden: true };

export function isSmall(count: number): boolean {
  return count > 0 && count < TOLD_FROM;
}

/** How many people, as it may be told where groups of people are. */
export type FewOrMany = 'none' | 'fewer than 10' | number;

export function fewOrMany(count: number): FewOrMany {
  if (count === 0) return 'none';
  return isSmall(count) ? 'fewer than 10' : count;
}

/** Whether any of the three counts (in, not in, all) is one of those that are not told. */
export function hasSmall({ n, of }: Counts): boolean {
  return [n, of - n, of].some(isSmall);
}

export function isTold(group: ToldGroup): group is Group {
  return !('hidden' in group);
}

export function hideAll(groups: readonly ToldGroup[]): ToldGroup[] {
  return groups.map(({ name }) => ({ name, hidden: true }));
}

/**
 * A breakdown of a figure whose totals are told, such that nobody works out a count of 1 to 9 from
 * what is left. How large each group is may be known from elsewhere: a staff list is no secret.
 *
 * A group is hidden whole where any of its counts is small, or where `isTelling` says so. What all
 * hidden groups sum up to is known by subtraction from the totals, so more are hidden, the smallest
 * first, until that sum leaves those open; where that can't be had, all are.
 */
export function suppress(
  groups: readonly Group[],
  isTelling: (group: Group) => boolean = () => false,
): ToldGroup[] {
  const kept = groups.filter((group) => hasSmall(group) || isTelling(group));
  const hidden = new Set(kept);
  const bySize = groups
    .filter((group) => !hidden.has(group))
    // By name where sizes are equal: asked again, the same ones are hidden.
    .toSorted((a, b) => a.of - b.of || (a.name < b.name ? -1 : 1));
  for (const next of bySize) {
    if (hidden.size === 0 || leavesOpen([...hidden], kept)) break;
    hidden.add(next);
  }
  return groups.map((group) => (hidden.has(group) ? { name: group.name, hidden: true } : group));
}

/**
 * Whether the sum of what is hidden is not small itself, and leaves each count that is kept anything
 * in a range of ten, or of its group's whole size. Where nobody of the sum is in, or everybody, it
 * would say so of each group; where one group is nearly all of it, it would tell that one.
 */
function leavesOpen(hidden: readonly Group[], kept: readonly Group[]): boolean {
  const sum = sumOf(hidden);
  if (hidden.length < 2 || hasSmall(sum)) return false;
  return kept.every(({ of }) => {
    const most = Math.min(of, sum.n);
    const least = Math.max(0, sum.n - (sum.of - of));
    return most - least >= Math.min(of, TOLD_FROM);
  });
}

export function sumOf(counts: readonly Counts[]): Counts {
  return {
    n: counts.reduce((sum, { n }) => sum + n, 0),
    of: counts.reduce((sum, { of }) => sum + of, 0),
  };
}
