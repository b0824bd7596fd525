import { mentoringCard } from '../cards/mentoring/mentoring.ts';
import type { mentoringViews } from '../cards/mentoring/views.ts';
import type { Reminders } from '../contract/views.ts';
import type { Doors } from '../use-cases/doors.ts';
import type { Caller } from '../use-cases/ports.ts';
import type { Viewer } from '../cards/card.ts';
import type { Card } from '../cards/render.ts';
import type { Drawers } from './draw.ts';

/**
 * No subjects: a row that says who was shown a mentoring card would say who takes part. So these
 * cards are not drawn again when the other answers; they refresh when somebody looks.
 */
export const mentoringDrawers: Drawers<(typeof mentoringViews)[number]> = {
  mentoring: async ({ doors, caller, viewer, params }) => ({
    card: mentoringCard(viewer, await doors.mentoring(caller), params.about),
    subjects: [],
  }),
};

/** A reminder to one of a pair is the very card on which they answer. */
export async function mentoringReminderCard(
  doors: Doors,
  caller: Caller,
  viewer: Viewer,
  reminder: Reminders['reminders'][number],
): Promise<Card | undefined> {
  const { mentoring, due } = reminder;
  if (!due || mentoring === undefined || mentoring.role === 'lead') return undefined;
  return mentoringCard(viewer, await doors.mentoring(caller), mentoring.pair, reminder);
}
