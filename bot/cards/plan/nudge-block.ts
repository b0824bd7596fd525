import type { Reminders } from '../../contract/views.ts';
import { show, type Viewer } from '../card.ts';
import type { Block } from '../nudge.ts';
import { headingOf, pageOf, whyOf } from './reminder-words.ts';
import words from './words.json' with { type: 'json' };

/** A line of the plan among other reminders: it is answered on the card that its button shows. */
export function planBlock(
  viewer: Viewer,
  reminder: Reminders['reminders'][number],
  on: string,
): Block {
  const { plan, due } = reminder;
  const page = pageOf(reminder);
  const title = headingOf(reminder);
  if (plan === undefined || !due) return { title, page };
  return {
    title,
    text: plan.action,
    why: whyOf(reminder, on),
    open: { title: words.open, show: show(viewer, 'plan', { about: plan.id }) },
    page,
    supporting: plan.supporting,
  };
}
