import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSmall, suppress, type Group, type ToldGroup } from '../../bot/domain/suppression.ts';

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

const isTold = (each: ToldGroup): each is Group => !('hidden' in each);
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
