import type { Item } from '../../../bot/contract/agenda.ts';
import { agenda as words } from '../../words-agenda.ts';
import { isForMe } from '../../../bot/contract/item-turn.ts';
import { ItemCard, type Around } from './item-card.tsx';

/** What waits for whoever looks comes first; items that came to an end lie folded below those that are under way. */
export function ItemLists({ items, around }: { items: readonly Item[]; around: Around }) {
  const open = items.filter(isUnderWay).toSorted((a, b) => Number(isForMe(b)) - Number(isForMe(a)));
  const ended = items.filter((item) => !isUnderWay(item));
  return (
    <>
      {open.map((item) => (
        <ItemCard key={item.id} item={item} around={around} />
      ))}
      {ended.length > 0 && (
        <details>
          <summary>{words.ended(ended.length)}</summary>
          {ended.map((item) => (
            <ItemCard key={item.id} item={item} around={around} />
          ))}
        </details>
      )}
    </>
  );
}

export function isUnderWay({ state }: Item): boolean {
  return state !== 'acknowledged' && state !== 'declined' && state !== 'withdrawn';
}
