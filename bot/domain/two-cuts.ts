import { countsOf, rangeOf, smallHidden, type Cut, type Told } from './bounds.ts';
import {
  hideAll,
  hasSmall,
  isTold,
  sumOf,
  TOLD_FROM,
  type Counts,
  type ToldGroup,
} from './suppression.ts';

/** 2^12 unions are tried one by one. What has more is not told. */
const mostTried = 12;

/**
 * Whether two breakdowns of one figure, each safe by itself, say of a few people what neither says:
 * a directorate that is all of Band 9 but three tells of those three. Tried is every union of what is
 * known by the first cut, less every union of the second that lies within it or nearly so.
 */
export function giveAwayTogether(
  people: readonly Cut[],
  first: readonly ToldGroup[],
  second: readonly ToldGroup[],
): boolean {
  const blocksOf = [
    withBlock('first', knownBlock(first)),
    withBlock('second', knownBlock(second)),
  ] as const;
  const open = stillOpen(people, blocksOf);
  return (
    open === 'few' || isNarrowed(people, open, { first, second }) || unionsTell(open, ...blocksOf)
  );
}

/**
 * Whether of a small group that is hidden both cuts together say within fewer than ten counts, or
 * than its size, how many are in, and the first cut alone did not. Nought of a told group, or all, is
 * no secret of its parts: those of whom it is plain are left out.
 */
function isNarrowed(people: readonly Cut[], open: readonly Cut[], told: Told): boolean {
  const firstAlone = { ...told, second: hideAll(told.second) };
  return smallHidden(people, told).some((group) => {
    const left = countsOf(open.filter((person) => person[group.cut] === group.name));
    const range = rangeOf(group, open, told);
    return range < Math.min(left.of, TOLD_FROM) && range < rangeOf(group, people, firstAlone);
  });
}

type BlockOf = (person: Cut) => string;

/** Which group of a cut somebody is known to be counted in: each that is told, and the hidden as one. */
function withBlock(cut: 'first' | 'second', known: (name: string) => string): BlockOf {
  return (person) => known(person[cut]);
}

/**
 * Those of whom it is not plain already: where a group is told of whom everybody is in, or nobody,
 * each of them is known, and so is what they leave of the other cut's groups. `few`: it leaves few.
 */
function stillOpen(people: readonly Cut[], blocksOf: readonly BlockOf[]): readonly Cut[] | 'few' {
  const blocks = blocksOf.flatMap((blockOf) => [...Map.groupBy(people, blockOf).values()]);
  const plain = new Set(blocks.filter((block) => isPlain(countsOf(block))).flat());
  if (plain.size === 0) return people;
  const left = people.filter((person) => !plain.has(person));
  const isFew = blocksOf.some((blockOf) =>
    [...Map.groupBy(left, blockOf).values()].some((block) => hasSmall(countsOf(block))),
  );
  return isFew ? 'few' : stillOpen(left, blocksOf);
}

function isPlain({ n, of }: Counts): boolean {
  return n === 0 || n === of;
}

function unionsTell(people: readonly Cut[], firstOf: BlockOf, secondOf: BlockOf): boolean {
  /** By the second cut's block, then by the first's. */
  const cells = [...Map.groupBy(people, secondOf).values()].map((block) =>
    Map.groupBy(block, firstOf),
  );
  const blocks = [...new Set(cells.flatMap((block) => [...block.keys()]))];
  if (blocks.length > mostTried) return true;
  const counted = cells.map((block) =>
    blocks.map((name): [string, Counts] => [name, countsOf(block.get(name) ?? [])]),
  );
  return subsetsOf(blocks).some((union) => {
    const within = new Set(union);
    const parts = counted.map((block) => ({
      inside: sumOf(block.flatMap(([name, counts]) => (within.has(name) ? [counts] : []))),
      outside: sumOf(block.flatMap(([name, counts]) => (within.has(name) ? [] : [counts]))).of,
    }));
    return tellsOfFew(parts.filter(({ inside, outside }) => inside.of > 0 && outside > 0));
  });
}

interface Part {
  readonly inside: Counts;
  /** How many of the block are outside the union. */
  readonly outside: number;
}

/** `split`: the blocks partly within the union. Those wholly within it, or without, are told anyway. */
function tellsOfFew(split: readonly Part[]): boolean {
  const near = split.filter(({ outside }) => outside < TOLD_FROM);
  if (near.length > mostTried) return true;
  return [[], ...subsetsOf(near)].some((taken) => {
    // What is left is known but for so many, who were taken away without being within.
    const blurred = taken.reduce((sum, { outside }) => sum + outside, 0);
    if (blurred >= TOLD_FROM) return false;
    const left = sumOf(split.filter((part) => !taken.includes(part)).map(({ inside }) => inside));
    return left.of === 0 ? blurred > 0 : hasSmall(left);
  });
}

/** What is known of a cut: each group that is told, and all that are hidden as one. */
function knownBlock(told: readonly ToldGroup[]): (name: string) => string {
  const names = new Set(told.filter(isTold).map(({ name }) => name));
  // No group's name is empty.
  return (name) => (names.has(name) ? name : '');
}

/** Every choice of some, or of all. */
function subsetsOf<Item>(items: readonly Item[]): Item[][] {
  return items.reduce<Item[][]>(
    (found, item) => [...found, ...found.map((subset) => [...subset, item]), [item]],
    [],
  );
}
