import { councilCard } from '../cards/board/council.ts';
import { papersCard } from '../cards/board/papers.ts';
import type { boardViews } from '../cards/board/views.ts';
import { refusedCard } from '../cards/trouble.ts';
import type { Drawers } from './draw.ts';

export const boardDrawers: Drawers<(typeof boardViews)[number]> = {
  papers: async ({ doors, caller, viewer, params }) => {
    const shown = await doors.papers(caller);
    if (shown.kind === 'refused') return { card: refusedCard(viewer, 'not-allowed'), subjects: [] };
    const card = papersCard(viewer, shown.view, params.about);
    return { card, subjects: [`person|${caller.person}`] };
  },
  council: async ({ doors, caller, viewer, params }) => {
    const shown = await doors.council(caller);
    if (shown.kind === 'refused') return { card: refusedCard(viewer, 'not-allowed'), subjects: [] };
    const card = councilCard(viewer, shown.view, params.about);
    return { card, subjects: [`person|${caller.person}`] };
  },
};
