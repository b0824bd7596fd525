import type { Reminders } from '../../contract/views.ts';
import { show, type Viewer } from '../card.ts';
import type { Block } from '../nudge.ts';
import words from './nudge-words.json' with { type: 'json' };

/** Its part of a card of reminders: one of several, or the programme lead's. */
export function mentoringBlock(
  viewer: Viewer,
  { due, mentoring }: Reminders['reminders'][number],
): Block {
  const isLead = mentoring?.role === 'lead';
  const page = isLead ? 'organisation' : 'commitments';
  if (!due) return { title: words.answered, page };
  const said = isLead
    ? words.lead[mentoring.stage === 'asked' ? 'asked' : 'quiet']
    : words.own[mentoring?.stage ?? 'asked'];
  return {
    title: said.heading,
    text: said.text,
    ...(isLead
      ? { supporting: true }
      : {
          open: {
            title: words.see,
            show: show(viewer, 'mentoring', mentoring && { about: mentoring.pair }),
          },
        }),
    page,
  };
}
