import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Act } from '../../bot/contract/acts.ts';
import { plainActs } from '../isolation/support/plain-acts.ts';
import { JUNE_10 } from '../support/small-trust.ts';
import { everybody, matrixApi, type MatrixHouse, type Who } from './support/matrix-house.ts';
import { matrix, newVerbs, readyFor } from './support/matrix-rows.ts';
import type { NewVerb } from './support/matrix-ways.ts';

let api: Awaited<ReturnType<typeof matrixApi>>;
beforeAll(async () => {
  api = await matrixApi();
});
afterAll(() => api.close());

/** What an act is about, where somebody might try whether there is such a thing. */
const named = ['goal', 'texts', 'proposals', 'pair', 'pledge', 'entry', 'entries', 'item', 'plan'];
const about = ['claim', 'claims', 'for', 'paper', 'contribution', 'move', ...named] as const;
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

const attendance: readonly Who[] = ['nurse', 'chair', 'deputy', 'edi', 'sponsor', 'boardChair'];
/** Whose ids can be made up: of somebody, and of what is in the calendar or was in a file. */
const guessable = {
  confirm: attendance,
  query: attendance,
  reopen: attendance,
  void: attendance,
  'verify-history': ['nurse', 'edi'],
  'reopen-history': ['nurse', 'edi'],
  'withdraw-history': ['nurse', 'edi'],
} as const satisfies { readonly [V in keyof typeof plainActs]?: readonly Who[] };
const guessed = Object.keys(guessable) as (keyof typeof guessable)[];

test.each(guessed)('%s: whoever may not can’t tell of whom there is one', async (verb) => {
  const house = await api.afresh();
  const act = { verb, data: await plainActs[verb][1](house) } as Act;
  for (const who of everybody.filter((each) => !guessable[verb].some((one) => one === each))) {
    const { said, status } = await api.act(who, act);
    expect([who, status]).toEqual([who, 403]);
    for (const swap of guessesFor(house, who)) {
      const none = await api.act(who, elsewhere(act, swap));
      expect([who, none.said, none.status]).toEqual([who, said, status]);
    }
  }
});

/** Another colleague's, and another of theirs: neither is on record. */
function guessesFor({ cast }: MatrixHouse, who: Who): ((id: string) => string)[] {
  const colleague = who === 'operating' ? cast.interim : cast.operating;
  return [(id) => id.replace(/^[^~]+/, colleague), (id) => id.replace(/~.*$/, `~${JUNE_10}`)];
}

/** Those for whom it isn't, and who have no part in it either. */
function outsiders(verb: NewVerb) {
  const { may, others, but = {} } = matrix[verb];
  const part = others === 'already' ? [] : Object.keys(but);
  return everybody.filter((who) => !may.includes(who) && !part.includes(who));
}
