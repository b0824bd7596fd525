import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isSmall,
  isTold,
  suppress,
  TOLD_FROM,
  type Group,
  type ToldGroup,
} from '../../bot/domain/suppression.ts';

const group = (name: string, n: number, of: number): Group => ({ name, n, of });
const hidden = (name: string): ToldGroup => ({ name, hidden: true });

test.each<[string, Group[], ToldGroup[]]>([
  [
    'nothing small, nothing hidden',
    [group('8a', 30, 60), group('8b', 0, 20)],
    [group('8a', 30, 60), group('8b', 0, 20)],
  ],
  [
    'one that is small takes the smallest of the others with it',
    [group('8a', 30, 60), group('8b', 12, 24), group('9', 2, 4)],
    [group('8a', 30, 60), hidden('8b'), hidden('9')],
  ],
  [
    'few who are not in are small as well',
    [group('8a', 30, 60), group('8b', 21, 24), group('8c', 12, 30)],
    [group('8a', 30, 60), hidden('8b'), hidden('8c')],
  ],
  [
    'two that are small together take a third with them',
    [group('8a', 30, 60), group('8c', 13, 26), group('9', 2, 4), group('VSM', 1, 3)],
    [group('8a', 30, 60), hidden('8c'), hidden('9'), hidden('VSM')],
  ],
  [
    'where all that are hidden are in, one more is hidden: else each would be known to be in',
    [group('8a', 30, 60), group('8b', 12, 24), group('8c', 20, 20), group('9', 4, 4)],
    [group('8a', 30, 60), hidden('8b'), hidden('8c'), hidden('9')],
  ],
  [
    'where nobody of them is in, too',
    [group('8a', 30, 60), group('8b', 10, 20), group('8c', 0, 12), group('9', 0, 4)],
    [group('8a', 30, 60), hidden('8b'), hidden('8c'), hidden('9')],
  ],
  [
    'a large one is not hidden by a very small one alone',
    [group('8a', 30, 60), group('8b', 9, 40), group('8c', 15, 30), group('9', 1, 2)],
    [group('8a', 30, 60), hidden('8b'), hidden('8c'), hidden('9')],
  ],
  [
    'where it can’t be had, nothing is told',
    [group('8a', 30, 60), group('9', 2, 4)],
    [hidden('8a'), hidden('9')],
  ],
])('%s', (_, groups, told) => {
  expect(suppress(groups)).toEqual(told);
});

const groups = fc
  .array(
    fc.tuple(fc.nat({ max: 25 }), fc.nat({ max: 25 })).map(([n, out]) => ({ n, of: n + out })),
    { minLength: 2, maxLength: 8 },
  )
  .map((all) => all.map((each, at) => ({ name: String(at), ...each })));

const counts = ({ n, of }: Pick<Group, 'n' | 'of'>) => [n, of - n, of];

test('no small count is told, and none is left by taking what is told from the totals', () => {
  fc.assert(
    fc.property(groups, (all) => {
      const told = suppress(all).filter(isTold);
      if (told.some((each) => counts(each).some(isSmall))) return false;
      const left = {
        n: sumOf(all, 'n') - sumOf(told, 'n'),
        of: sumOf(all, 'of') - sumOf(told, 'of'),
      };
      // With nothing told, what is left are the totals themselves, which everybody sees.
      return told.length === 0 || !counts(left).some(isSmall);
    }),
  );
});

test('no group is hidden alone, as its counts would be what is left', () => {
  fc.assert(
    fc.property(groups, (all) => suppress(all).filter((each) => !isTold(each)).length !== 1),
  );
});

/**
 * What somebody finds out who has the staff list, so knows how large each group is: the least and
 * the most that can be in it, given what is told and the totals.
 */
function foundOut(all: readonly Group[], told: readonly ToldGroup[]) {
  const left = all.filter((_, at) => !told[at] || !isTold(told[at]));
  const n = sumOf(left, 'n');
  const size = sumOf(left, 'of');
  const small = left.filter((each) => counts(each).some(isSmall));
  return small.map((each) => ({
    of: each.of,
    least: Math.max(0, n - (size - each.of)),
    most: Math.min(each.of, n),
  }));
}

test('with the staff list in hand, each small count may still be anything in a wide range', () => {
  fc.assert(
    fc.property(groups, (all) => {
      const told = suppress(all);
      // Where all is hidden, only the headline is told, and that is never hidden.
      if (!told.some(isTold)) return true;
      return foundOut(all, told).every(
        ({ of, least, most }) => most - least >= Math.min(of, TOLD_FROM),
      );
    }),
  );
});

test('a group that is hidden for a reason of its own is as safe as a small one', () => {
  fc.assert(
    fc.property(groups, (all) => {
      const everybody = (each: Group) => each.n === each.of;
      const told = suppress(all, everybody);
      if (!told.some(isTold)) return true;
      return !told.filter(isTold).some(everybody);
    }),
  );
});

test('nothing is hidden where nothing is small', () => {
  fc.assert(
    fc.property(groups, (all) => {
      const none = all.every((each) => !counts(each).some(isSmall));
      return suppress(all).every(isTold) === none;
    }),
  );
});

function sumOf(all: readonly Group[], count: 'n' | 'of'): number {
  return all.reduce((sum, each) => sum + each[count], 0);
}
