import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Act } from '../../bot/contract/acts.ts';
import { everybody, matrixApi } from './support/matrix-house.ts';
import { matrix, newVerbs, readyFor } from './support/matrix-rows.ts';
import type { NewVerb } from './support/matrix-ways.ts';

let api: Awaited<ReturnType<typeof matrixApi>>;
beforeAll(async () => {
  api = await matrixApi();
});
afterAll(() => api.close());

/** What an act is about, where somebody might try whether there is such a thing. */
const named = ['goal', 'texts', 'proposals', 'pair', 'pledge', 'entry', 'entries', 'item', 'plan'];
const about = ['for', 'paper', 'contribution', 'move', ...named] as const;
const isNamed = (name: string) => about.some((each) => each === name);

/** The same act about something that isn't there, named as it would be. */
function elsewhere({ verb, data }: Act, swap: (id: string) => string): Act {
  const entries = Object.entries<unknown>(data).map(([name, value]) => {
    if (!isNamed(name)) return [name, value];
    return [name, Array.isArray(value) ? value.map(String).map(swap) : swap(String(value))];
  });
  return { verb, data: Object.fromEntries(entries) as object } as Act;
}

const tried = newVerbs.filter((verb) => !['keep-note', 'forget-note'].includes(verb));
const swaps: readonly (readonly [string, (id: string) => string])[] = [
  ['somebody who isn’t there', (id) => id.replace(/^[^~]+/, 'nobody')],
  ['another of theirs', (id) => id.replace(/2026-04-01|[\d-]+$/, '7')],
];

test.each(tried)('%s: whoever may not can’t tell what is there from what isn’t', async (verb) => {
  const house = await api.afresh();
  const act = await readyFor(verb, house);
  if (!Object.keys(act.data).some(isNamed)) return;
  for (const who of outsiders(verb)) {
    const { said, status } = await api.act(who, act);
    for (const [what, swap] of swaps) {
      const none = await api.act(who, elsewhere(act, swap));
      expect([who, what, none.said, none.status]).toEqual([who, what, said, status]);
    }
  }
});

/** Those for whom it isn't, and who have no part in it either. */
function outsiders(verb: NewVerb) {
  const { may, others, but = {} } = matrix[verb];
  const part = others === 'already' ? [] : Object.keys(but);
  return everybody.filter((who) => !may.includes(who) && !part.includes(who));
}
