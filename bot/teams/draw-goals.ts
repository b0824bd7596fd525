import { goalCard, teamCard } from '../cards/goals/goal-cards.ts';
import { refusedCard } from '../cards/trouble.ts';
import type { Drawers } from './draw.ts';

export const goalDrawers: Drawers<'goal' | 'team'> = {
  async goal({ doors, caller, viewer, refused }) {
    const shown = await doors.myGoal(caller);
    if (shown.kind === 'refused') return { card: refusedCard(viewer, 'not-yours'), subjects: [] };
    const card = goalCard(viewer, shown.view, refused);
    return { card, subjects: [`person|${caller.person}`] };
  },
  async team({ doors, caller, viewer, params, refused }) {
    const shown = await doors.team(caller);
    if (shown.kind === 'refused') return { card: refusedCard(viewer, 'not-yours'), subjects: [] };
    const card = teamCard(viewer, shown.view, params.about?.split(' ') ?? [], refused);
    return { card, subjects: [`person|${caller.person}`] };
  },
};
