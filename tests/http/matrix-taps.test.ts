import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Act } from '../../bot/contract/acts.ts';
import { matrixApi } from './support/matrix-house.ts';
import { insteadOf, matrix, newVerbs, readyFor } from './support/matrix-rows.ts';

let api: Awaited<ReturnType<typeof matrixApi>>;
beforeAll(async () => {
  api = await matrixApi();
});
afterAll(() => api.close());

const tapped = (act: Act) => ({ ...act, data: { ...act.data, tap: 'tap-1' } }) as Act;

test.each(newVerbs)(
  '%s: the same tap five times is one record and the same answer',
  async (verb) => {
    const house = await api.afresh();
    const act = tapped(await readyFor(verb, house));
    const [who] = matrix[verb].may;
    if (who === undefined) throw new Error('nobody may');
    const { length } = await house.entries();
    const answers = await Promise.all([api.act(who, act), api.act(who, act)]);
    for (let times = 0; times < 3; times += 1) answers.push(await api.act(who, act));
    const said = answers.map((answer) => answer.said);
    expect(said.toSorted()).toEqual(['already', 'already', 'already', 'already', 'done']);
    expect(new Set(answers.map(({ outcomes }) => outcomes[0]?.subject)).size).toBe(1);
    expect(await house.entries()).toHaveLength(length + 1);
  },
);

test.each(newVerbs)('%s: the same tap with anything else is refused, and told', async (verb) => {
  const house = await api.afresh();
  const act = tapped(await readyFor(verb, house));
  const [who] = matrix[verb].may;
  if (who === undefined) throw new Error('nobody may');
  expect((await api.act(who, act)).said).toBe('done');
  const before = await house.rows();
  expect(await api.act(who, insteadOf(act))).toMatchObject({
    status: 409,
    said: 'tap-used-before',
  });
  expect(await house.rows()).toEqual(before);
});
