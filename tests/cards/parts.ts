import type { CardData, CardObject } from '../../bot/cards/render.ts';

/** Every element and action of a card, however deep. A fallback is part of its action. */
export function partsIn(data: CardData): CardObject[] {
  if (typeof data !== 'object') return [];
  const inside = Object.entries(data).flatMap(([key, value]: [string, CardData]) =>
    key === 'data' || key === 'fallback' ? [] : partsIn(value),
  );
  return 'type' in data ? [data, ...inside] : inside;
}
