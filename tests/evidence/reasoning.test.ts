import { expect, test } from 'vitest';
import { reasoning } from '../../bot/evidence/reasoning.ts';
import { richTrust } from './support/rich-trust.ts';

const { facts } = richTrust();

test.each([
  ['S2', 'people are outside the count: new, away, or acting up for less than three months.'],
  ['S2.met', 'goals are outside the count: their leaders were away.'],
  ['S3', 'people are outside the count: away.'],
  ['S3.b', 'people are outside the count: away.'],
])('%s says whom it leaves out, and only for reasons that it has', (code, words) => {
  const figure = facts.figures.find((each) => each.code === code);
  if (figure === undefined) throw new Error(`there is no ${code}`);
  const few = { ...figure, outside: 'fewer than 10' } as const;
  expect(reasoning(few, facts.on).at(-1)).toBe(`Fewer than 10 ${words}`);
  const nobody = { ...figure, outside: 'none' } as const;
  expect(reasoning(nobody, facts.on).join(' ')).not.toContain('outside');
});
