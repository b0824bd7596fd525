import type { Act } from '../../../bot/contract/acts.ts';
import { boardRows } from './matrix-board.ts';
import { frameworkRows } from './matrix-framework.ts';
import type { Stage } from './matrix-house.ts';
import { peopleRows } from './matrix-people.ts';
import { settingsRows } from './matrix-settings.ts';
import {
  words,
  agreed,
  matched,
  TODAY,
  recorded,
  declined,
  terms,
  pledged,
  involved,
  noted,
  type NewVerb,
  type Row,
} from './matrix-ways.ts';

/** Every verb of the whole Silver record, and how it is counted: domain.md §4, "who may do what". */
export const matrix: { readonly [V in NewVerb]: Row<V> } = {
  ...peopleRows,
  ...boardRows,
  ...frameworkRows,
  ...settingsRows,
};

export const newVerbs = Object.keys(matrix) as NewVerb[];

/** The same tap with something else than it was for. */
export function insteadOf(act: Act): Act {
  const verb = act.verb as NewVerb;
  const instead = matrix[verb].instead as unknown;
  if (typeof instead === 'string') return { ...act, verb: instead } as Act;
  const data: unknown = typeof instead === 'function' ? instead(act.data) : instead;
  return { ...act, data: { ...act.data, ...(data as object) } } as Act;
}

/** A house led to where the act can be done, and the act. */
export async function readyFor(verb: NewVerb, house: Stage): Promise<Act> {
  return { verb, data: await matrix[verb].ready(house) } as Act;
}

/** The whole record filled in, each thing with words that tell it; and their ids. */
export async function fillIn(house: Stage) {
  const { does, cast } = house;
  const goal = await agreed(house);
  await does('manager', { verb: 'note-goal', data: { goal, text: words.note } });
  await does('leader', { verb: 'share-goal', data: { goal, with: cast.deputy } });
  const { pair } = await matched(house);
  for (const who of ['mentor', 'nurse'] as const) {
    await does(who, { verb: 'met', data: { pair, ...TODAY } });
  }
  const entry = await recorded(house);
  const { item: declinedItem } = await declined(house);
  const { plan: line } = await involved(house);
  const { pledge } = await pledged(house);
  await noted(house);
  await does('edi', { verb: 'approve-terms', data: terms });
  for (const verb of ['set-target', 'change-network'] as const) {
    await does('edi', await readyFor(verb, house));
  }
  return { goal, pair, entry, item: declinedItem, line, pledge };
}
