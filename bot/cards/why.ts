import { show, type Viewer } from './card.ts';
import type { CardObject, Refresh } from './render.ts';
import { nudgeWords } from './words.ts';

/**
 * Why a reminder came, and when the next would: the last line of every card that shows one, however
 * that card is drawn. A link, as a card has no room for one button more.
 */
export function whyAction({ view, params }: Refresh, viewer: Viewer): CardObject | undefined {
  const { nudges = '' } = params;
  if (view !== 'nudge' || nudges === '') return undefined;
  return {
    type: 'Action.Execute',
    title: nudgeWords.why,
    verb: 'show',
    data: show(viewer, 'reminders', { nudges }),
  };
}
