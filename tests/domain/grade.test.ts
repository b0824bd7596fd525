import { expect, test } from 'vitest';
import {
  bands,
  compareBands,
  defaultGradeMap,
  isLeaderBand,
  readGrade,
} from '../../bot/domain/grade.ts';

const bandOf = (grade: string, map = defaultGradeMap) => readGrade(grade, map);

test.each([
  ['NHS|XR05|Review Body Band 5|', '5'],
  ['NHS|XR07|Review Body Band 7|', '7'],
  ['NHS|XR08|Review Body Band 8 - Range A|', '8a'],
  ['NHS|XR09|Review Body Band 8 - Range B|', '8b'],
  ['NHS|XR10|Review Body Band 8 - Range C|', '8c'],
  ['NHS|XR11|Review Body Band 8 - Range D|', '8d'],
  ['NHS|XR12|Review Body Band 9|', '9'],
  ['NHS|XN08|Non Review Body Band 8 - Range A|', '8a'],
  ['NHS|XN12|Non Review Body Band 9|', '9'],
  ['ZZ|VSM|Very Senior Manager|', 'VSM'],
  ['XR08', '8a'],
])('%s is band %s', (grade, band) => {
  expect(bandOf(grade)).toEqual({ kind: 'band', band });
});

test('a medical grade and a non-executive director’s are no bands', () => {
  expect(bandOf('NHS|YC72|Consultant|')).toEqual({ kind: 'medical' });
  expect(bandOf('ZZ|NED|Non-Executive Director|')).toEqual({ kind: 'non-executive' });
});

test.each(['NHS|ZL03|Local Pay Spot Rate|', '', 'NHS|constructor|', 'NHS|XR99|', 'OTHER|VSM|'])(
  'a grade that no rule knows stays what it is: %s',
  (grade) => {
    expect(bandOf(grade)).toEqual({ kind: 'unknown', grade });
  },
);

test('the organisation’s own map decides, and the more exact key before the wider one', () => {
  const map = { ...defaultGradeMap, ZL03: '8a', 'YC*': '9', YC72: 'VSM' };
  expect(bandOf('NHS|ZL03|Local|', map)).toEqual({ kind: 'band', band: '8a' });
  expect(bandOf('NHS|YC72|Consultant|', map)).toEqual({ kind: 'band', band: 'VSM' });
  expect(bandOf('NHS|YC99|Consultant|', map)).toEqual({ kind: 'band', band: '9' });
  expect(bandOf('NHS|YM10|Doctor|', map)).toEqual({ kind: 'medical' });
});

test('a meaning that is no band makes the grade unknown, never a silent exclusion', () => {
  expect(bandOf('NHS|ZL03|', { ZL03: 'Band 8a' })).toEqual({ kind: 'unknown', grade: 'NHS|ZL03|' });
});

test('leaders begin at 8a', () => {
  expect(bands.filter(isLeaderBand)).toEqual(['8a', '8b', '8c', '8d', '9', 'VSM']);
  expect(compareBands('9', '8d')).toBeGreaterThan(0);
});
