import { shortDate } from '../../contract/dates.ts';
import type { Reminders } from '../../contract/views.ts';
import { show, type Viewer } from '../card.ts';
import type { CardObject } from '../render.ts';

/** A pledge among other reminders: its words are on the card that its button shows. */
export function pledgeBlock(
  viewer: Viewer,
  { pledge }: Reminders['reminders'][number],
  on: string,
): CardObject {
  return {
    pledgeMade: pledge === undefined ? '' : shortDate(pledge.madeOn, on),
    showPledge: pledge === undefined ? '' : show(viewer, 'pledge', { about: pledge.id }),
  };
}
