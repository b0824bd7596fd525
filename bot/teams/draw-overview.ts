import {
  boardCard,
  noBoardCard,
  noSilverCard,
  pairsCard,
  silverCard,
} from '../cards/overview/overview.ts';
import type { overviewViews } from '../cards/overview/views.ts';
import { agendaDrawers } from './draw-agenda.ts';
import type { Drawers } from './draw.ts';
import { mentoringDrawers } from './draw-mentoring.ts';

export const overviewDrawers: Drawers<(typeof overviewViews)[number]> = {
  async silver({ doors, caller, viewer }) {
    const shown = await doors.silver(caller, {});
    const card = shown.kind === 'shown' ? silverCard(viewer, shown.view) : noSilverCard(viewer);
    return { card, subjects: [] };
  },
  async board(drawing) {
    const { doors, caller, viewer } = drawing;
    const [agenda, papers, mine] = await Promise.all([
      doors.boardAgenda(caller),
      doors.papers(caller),
      doors.agenda(caller),
    ]);
    if (agenda.kind === 'shown') {
      const seen = papers.kind === 'shown' ? papers.view : undefined;
      return { card: boardCard(viewer, agenda.view, seen), subjects: [] };
    }
    if (mine.raises.length > 0) return agendaDrawers.agenda(drawing);
    return { card: noBoardCard(viewer), subjects: [] };
  },
  /** For whoever leads the programme; everybody else sees what is their own. */
  async pairs(drawing) {
    const { doors, caller, viewer } = drawing;
    const shown = await doors.programme(caller);
    if (shown.kind === 'refused') return mentoringDrawers.mentoring(drawing);
    return { card: pairsCard(viewer, shown.view), subjects: [] };
  },
};
