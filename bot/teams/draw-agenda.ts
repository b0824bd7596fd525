import { agendaCard, itemCard } from '../cards/agenda/item.ts';
import { isAboutItem } from '../cards/agenda/reminder.ts';
import { noteCard, raiseCard } from '../cards/agenda/words.ts';
import type { Card } from '../cards/render.ts';
import type { agendaViews } from '../cards/agenda/views.ts';
import { refusedCard } from '../cards/trouble.ts';
import type { Agenda } from '../contract/agenda.ts';
import type { Me, Page, Reminders } from '../contract/views.ts';
import type { Doors } from '../use-cases/doors.ts';
import type { Caller, Subject } from '../use-cases/ports.ts';
import type { Drawers, Drawing } from './draw.ts';

export const agendaDrawers: Drawers<(typeof agendaViews)[number]> = {
  async agenda({ doors, caller, me, viewer }) {
    const agenda = await agendaOf(doors, caller);
    if (agenda === undefined) return { card: notTheirs(viewer), subjects: [] };
    const networks = new Set(
      [...agenda.raises, ...agenda.items.map(networkOf)].map(({ id }) => id),
    );
    const subjects = [...networks].map((id): Subject => `network|${id}`);
    return { card: agendaCard(viewer, agenda, pageOf(me)), subjects };
  },
  async 'agenda-item'({ doors, caller, me, viewer, params }) {
    const agenda = await agendaOf(doors, caller);
    const item = agenda?.items.find(({ id }) => id === params.about);
    if (agenda === undefined || item === undefined) {
      return { card: refusedCard(viewer, 'no-such-item'), subjects: [] };
    }
    return {
      card: itemCard(viewer, agenda, item, pageOf(me)),
      subjects: [`network|${item.network}`],
    };
  },
  async 'raise-item'({ doors, caller, viewer }) {
    const { raises } = await doors.agenda(caller);
    const card = raises.length === 0 ? notTheirs(viewer) : raiseCard(viewer, raises);
    return { card, subjects: [] };
  },
};

/** The one reminder about an item is the very card on which it is answered. */
export async function drawItemReminder(
  { doors, caller, me, viewer }: Pick<Drawing, 'doors' | 'caller' | 'me' | 'viewer'>,
  { reminders: [only, ...others] }: Reminders,
): Promise<{ card: Card; subjects: Subject[] } | undefined> {
  if (only === undefined || others.length > 0 || !isAboutItem(only)) return undefined;
  const agenda = await agendaOf(doors, caller);
  const item = agenda?.items.find(({ id }) => id === only.item?.id);
  if (agenda === undefined || item === undefined) return undefined;
  return {
    card: itemCard(viewer, agenda, item, pageOf(me), only),
    subjects: [`person|${caller.person}`, `network|${item.network}`],
  };
}

/** The board's side sees all; a chair or deputy their network's. Undefined for everybody else. */
async function agendaOf(doors: Doors, caller: Caller): Promise<Agenda | undefined> {
  const [board, mine] = await Promise.all([doors.boardAgenda(caller), doors.agenda(caller)]);
  if (board.kind === 'shown') return board.view;
  return mine.raises.length > 0 ? mine : undefined;
}

function notTheirs(viewer: Drawing['viewer']): Card {
  return noteCard(
    viewer,
    'A network’s chair or deputy raises items',
    'The board secretary brings them to the board. If you chair a network now, please ask your EDI lead to add the role.',
  );
}

function networkOf({ network }: { network: string }): { id: string } {
  return { id: network };
}

function pageOf({ pages }: Me): Page {
  return pages.includes('board') ? 'board' : 'network';
}
