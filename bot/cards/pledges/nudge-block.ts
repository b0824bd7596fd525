import { shortDate } from '../../contract/dates.ts';
import type { Reminders } from '../../contract/views.ts';
import { show, type Viewer } from '../card.ts';
import type { Block } from '../nudge.ts';
import words from './nudge-words.json' with { type: 'json' };

/** A pledge among other reminders: its words are on the card that its button shows. */
export function pledgeBlock(
  viewer: Viewer,
  { pledge, due }: Reminders['reminders'][number],
  on: string,
): Block {
  const page = 'commitments';
  if (pledge === undefined || !due) return { title: words.done, page };
  return {
    title: words.due,
    text: words.made.replace('{day}', shortDate(pledge.madeOn, on)),
    open: { title: words.open, show: show(viewer, 'pledge', { about: pledge.id }) },
    page,
  };
}
