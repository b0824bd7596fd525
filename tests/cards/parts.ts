import type { CardData, CardObject } from '../../bot/cards/render.ts';

interface Part extends CardObject {
  readonly type: string;
}

/** Every element and action of a card, however deep. A fallback is part of its action. */
export function partsIn(data: CardData): Part[] {
  if (typeof data !== 'object') return [];
  const inside = Object.entries(data).flatMap(([key, value]: [string, CardData]) =>
    key === 'data' || key === 'fallback' ? [] : partsIn(value),
  );
  return isPart(data) ? [data, ...inside] : inside;
}

/** A button's data, and the like. */
export function objectOf(data: CardData | undefined): CardObject {
  return typeof data === 'object' && !isList(data) ? data : {};
}

function isPart(data: CardObject | readonly CardData[]): data is Part {
  return 'type' in data && typeof data['type'] === 'string';
}

function isList(data: CardObject | readonly CardData[]): data is readonly CardData[] {
  return Array.isArray(data);
}
