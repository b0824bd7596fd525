import type { Card } from '../../../bot/cards/render.ts';
import { gallery } from './cards.ts';

export interface Area {
  readonly title: string;
  readonly cards: readonly { readonly name: string; readonly card: Card }[];
}

/** The gallery's areas, by what their cards' names begin with. */
const beginnings: Readonly<Record<string, readonly string[]>> = {
  'Hello and help': [
    ...['welcome', 'help', 'whose', 'thanks', 'fine', 'lost', 'instead'],
    ...['unlinked', 'elsewhere', 'done', 'try again', 'slow down', 'organisations'],
  ],
  Commitments: ['commitments', 'progress'],
  Meetings: [
    ...['attended', 'claim', 'about', 'choose', 'none', 'dates', 'meetings', 'withdraw'],
    ...['offer', 'meeting chat', 'series'],
  ],
  'Claims that wait': ['waiting', 'decided'],
  Reminders: ['nudge', 'reminder', 'reminders'],
  Goals: ['goal', 'team'],
  'Reverse mentoring': ['mentoring'],
  Education: ['education'],
  'The action plan': ['plan'],
  Pledges: ['pledge'],
  'Items for the board': ['agenda', 'item', 'raise', 'feedback again', 'channel'],
  'Papers and the council': ['papers', 'council'],
  'Where things stand': ['overview'],
  Refusals: ['refused'],
};

function areaOf(name: string): string {
  const found = Object.keys(beginnings).find((area) =>
    beginnings[area]?.some((begin) => name === begin || name.startsWith(`${begin},`)),
  );
  if (found === undefined) throw new Error(`the gallery has no area for “${name}”`);
  return found;
}

/** Every card of the gallery, area by area. */
export function areas(): readonly Area[] {
  const names = Map.groupBy(Object.keys(gallery), areaOf);
  return Object.keys(beginnings).map((title) => ({
    title,
    cards: (names.get(title) ?? []).flatMap((name) => {
      const card = gallery[name];
      return card === undefined ? [] : [{ name, card }];
    }),
  }));
}
