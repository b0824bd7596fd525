import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  hideAll,
  isSmall,
  isTold,
  suppress,
  type ToldGroup,
} from '../../bot/domain/suppression.ts';
import { giveAwayTogether, type Cut } from '../../bot/domain/two-cuts.ts';

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

test('no union of bands less a union of directorates is a few people, wherever both are told', () => {
  fc.assert(
    fc.property(trusts, (people) => {
      const [first, second] = [cutOf(people, 'first'), cutOf(people, 'second')];
      if (giveAwayTogether(people, first, second)) return true;
      // With nothing told by either, each has the headline alone.
      if (!first.some(isTold) || !second.some(isTold)) return true;
      const others = unionsOf(people, 'second', second).map((union) => new Set(union));
      return unionsOf(people, 'first', first).every((union) =>
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
