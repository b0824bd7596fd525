import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  hideAll,
  isSmall,
  isTold,
  suppress,
  type ToldGroup,
} from '../../bot/domain/suppression.ts';
import type { Cut } from '../../bot/domain/bounds.ts';
import { giveAwayTogether } from '../../bot/domain/two-cuts.ts';

/** So many people of a band and a directorate, the first `n` of whom are in the figure. */
const cell = (first: string, second: string, n: number, of: number): Cut[] =>
  Array.from({ length: of }, (_, at) => ({ first, second, isIn: at < n }));

const cutOf = (people: readonly Cut[], cut: 'first' | 'second') =>
  suppress(
    [...Map.groupBy(people, (person) => person[cut])].map(([name, members]) => ({
      name,
      n: members.filter(({ isIn }) => isIn).length,
      of: members.length,
    })),
  );
const together = (people: readonly Cut[]) =>
  giveAwayTogether(people, cutOf(people, 'first'), cutOf(people, 'second'));

test('bands and directorates that cross broadly may both be told', () => {
  const people = ['8a', '8b'].flatMap((band) =>
    ['Medicine', 'Surgery'].flatMap((directorate) => cell(band, directorate, 12, 30)),
  );
  expect(together(people)).toBe(false);
});

test('a directorate that is a band but for three people tells of those three', () => {
  const people = [
    ...cell('8a', 'Medicine', 20, 40),
    ...cell('8b', 'Medicine', 1, 3),
    ...cell('8b', 'Surgery', 30, 60),
  ];
  expect(cutOf(people, 'first').every(isTold) && cutOf(people, 'second').every(isTold)).toBe(true);
  expect(together(people)).toBe(true);
});

test('two directorates that make up a band but for a few tell of them, as one does', () => {
  const people = [
    ...cell('8a', 'Medicine', 15, 30),
    ...cell('8a', 'Surgery', 15, 30),
    ...cell('8a', 'Estates', 2, 4),
    ...cell('8b', 'Estates', 20, 40),
  ];
  expect(together(people)).toBe(true);
});

test('a few on either side tell what differs between them', () => {
  const people = [
    ...cell('8a', 'Medicine', 20, 40),
    ...cell('8a', 'Surgery', 2, 2),
    ...cell('8b', 'Surgery', 20, 40),
    ...cell('8b', 'Medicine', 0, 2),
  ];
  expect(together(people)).toBe(true);
});

test('a band that is hidden is not had back from the directorate that it is', () => {
  const people = [
    ...cell('8a', 'Medicine', 20, 40),
    ...cell('8a', 'Surgery', 20, 40),
    ...cell('8b', 'Board', 10, 20),
    ...cell('9', 'Surgery', 2, 4),
  ];
  expect(cutOf(people, 'first').filter((group) => !isTold(group))).toHaveLength(2);
  expect(together(people)).toBe(true);
});

test('where all of two groups are in, what they leave of the others may be few', () => {
  const people = [
    ...cell('8a', 'Medicine', 20, 20),
    ...cell('8a', 'Surgery', 20, 20),
    ...cell('8b', 'Medicine', 30, 30),
    ...cell('8b', 'Surgery', 15, 30),
    ...cell('8b', 'Estates', 2, 12),
    ...cell('8a', 'Estates', 12, 12),
  ];
  expect(cutOf(people, 'first').every(isTold) && cutOf(people, 'second').every(isTold)).toBe(true);
  expect(together(people)).toBe(true);
});

test('a band is not had back where a directorate says of all who cover it that none is in', () => {
  const people = [
    ...cell('9', 'Medicine', 10, 19),
    ...cell('8b', 'Medicine', 0, 1),
    ...cell('8b', 'Estates', 0, 9),
    ...cell('8a', 'Estates', 0, 11),
  ];
  expect(cutOf(people, 'first').filter((group) => !isTold(group))).toHaveLength(2);
  expect(together(people)).toBe(true);
});

test('a hidden band is not narrowed down by a directorate that holds nearly nobody else', () => {
  const people = [
    ...cell('8b', 'Surgery', 29, 38),
    ...cell('8c', 'Surgery', 2, 4),
    ...cell('8c', 'Board', 5, 14),
    ...cell('8a', 'Board', 11, 14),
    ...cell('8a', 'Medicine', 1, 2),
  ];
  // All bands are hidden; Surgery’s 31 of 42 leave Band 8b 27 to 31.
  expect(cutOf(people, 'first').some(isTold)).toBe(false);
  expect(cutOf(people, 'second').filter(isTold)).toMatchObject([{ name: 'Surgery', n: 31 }]);
  expect(together(people)).toBe(true);
});

test('what is hidden altogether gives nothing away', () => {
  const people = [...cell('8a', 'Medicine', 20, 40), ...cell('8b', 'Surgery', 1, 3)];
  const none = hideAll(cutOf(people, 'second'));
  expect(giveAwayTogether(people, cutOf(people, 'first'), none)).toBe(false);
});

const trusts = fc
  .array(
    fc.record({
      band: fc.constantFrom('8a', '8b', '9'),
      directorate: fc.constantFrom('Medicine', 'Surgery', 'Estates', 'Board'),
      n: fc.nat({ max: 20 }),
      more: fc.nat({ max: 20 }),
    }),
    { minLength: 3, maxLength: 8 },
  )
  .map((cells) =>
    cells.flatMap(({ band, directorate, n, more }) => cell(band, directorate, n, n + more)),
  );

/** Every union of what is known by one cut, as the people in it. */
function unionsOf(people: readonly Cut[], cut: 'first' | 'second', told: readonly ToldGroup[]) {
  const names = new Set(told.filter(isTold).map(({ name }) => name));
  const blocks = [
    ...Map.groupBy(people, (each) => (names.has(each[cut]) ? each[cut] : '')).values(),
  ];
  return Array.from({ length: 2 ** blocks.length }, (_, bits) =>
    blocks.filter((__, at) => Math.floor(bits / 2 ** at) % 2 === 1).flat(),
  );
}

/** Without those of whom it is plain: all that is known of them together are in, or none. */
function withoutPlain(people: readonly Cut[], told: readonly (readonly ToldGroup[])[]): Cut[] {
  let open = [...people];
  for (;;) {
    const plain = new Set(
      (['first', 'second'] as const).flatMap((cut, index) => {
        const names = new Set((told[index] ?? []).filter(isTold).map(({ name }) => name));
        const blocks = Map.groupBy(open, (each) => (names.has(each[cut]) ? each[cut] : ''));
        return [...blocks.values()]
          .filter((block) => new Set(block.map(({ isIn }) => isIn)).size === 1)
          .flat();
      }),
    );
    if (plain.size === 0) return open;
    open = open.filter((person) => !plain.has(person));
  }
}

test('no union of bands less a union of directorates is a few people, wherever both are told', () => {
  fc.assert(
    fc.property(trusts, (people) => {
      const [first, second] = [cutOf(people, 'first'), cutOf(people, 'second')];
      if (giveAwayTogether(people, first, second)) return true;
      // With nothing told by either, each has the headline alone.
      if (!first.some(isTold) || !second.some(isTold)) return true;
      // Nought of a group is told, and says the same of each part of it.
      const open = withoutPlain(people, [first, second]);
      const others = unionsOf(open, 'second', second).map((union) => new Set(union));
      return unionsOf(open, 'first', first).every((union) =>
        others.every((other) => {
          const left = union.filter((person) => !other.has(person));
          const tooMany = other.size - (union.length - left.length);
          if (tooMany > 0) return true;
          const n = left.filter(({ isIn }) => isIn).length;
          return ![n, left.length - n, left.length].some(isSmall);
        }),
      );
    }),
    { numRuns: 500 },
  );
});

/**
 * What somebody works out who has the staff list, so knows how many each band has in each
 * directorate: the least and the most of each that can be in the figure, narrowed by every group
 * that is told and by what the hidden ones sum up to, until nothing moves any more.
 */
function narrowed(people: readonly Cut[], tables: readonly (readonly ToldGroup[])[]) {
  const cells = [...Map.groupBy(people, ({ first, second }) => `${first} ${second}`).values()].map(
    (members) => ({ members, least: 0, most: members.length }),
  );
  const cuts = (['first', 'second'] as const).map((cut, at) => {
    const told = new Set((tables[at] ?? []).filter(isTold).map(({ name }) => name));
    return [
      ...Map.groupBy(cells, ({ members: [one] }) => {
        const name = one?.[cut] ?? '';
        return told.has(name) ? name : 'hidden';
      }).values(),
    ];
  });
  const sums = cuts.flat().map((block) => ({
    block,
    n: block.flatMap(({ members }) => members).filter(({ isIn }) => isIn).length,
  }));
  for (let moved = true; moved;) {
    moved = false;
    for (const { block, n } of sums) {
      for (const each of block) {
        const others = block.filter((other) => other !== each);
        const least = n - others.reduce((sum, { most }) => sum + most, 0);
        const most = n - others.reduce((sum, other) => sum + other.least, 0);
        if (least <= each.least && most >= each.most) continue;
        each.least = Math.max(least, each.least);
        each.most = Math.min(most, each.most);
        moved = true;
      }
    }
  }
  return cells;
}

test('nobody works out the few of one band in one directorate, but where a whole group is in or out', () => {
  let bothTold = 0;
  fc.assert(
    fc.property(trusts, (people) => {
      const [first, second] = [cutOf(people, 'first'), cutOf(people, 'second')];
      if (giveAwayTogether(people, first, second)) return true;
      if (!first.some(isTold) || !second.some(isTold)) return true;
      bothTold += 1;
      return narrowed(people, [first, second]).every(({ members, least, most }) => {
        const all = members.every(({ isIn }) => isIn) || !members.some(({ isIn }) => isIn);
        return least < most || all || !isSmall(least);
      });
    }),
    { numRuns: 2_000 },
  );
  expect(bothTold).toBeGreaterThan(0);
});
