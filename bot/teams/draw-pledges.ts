import type { Viewer } from '../cards/card.ts';
import { pledgeCard } from '../cards/pledges/card.ts';
import { refusedCard } from '../cards/trouble.ts';
import type { Reminders } from '../contract/views.ts';
import type { PledgeDoors } from '../use-cases/pledges/doors.ts';
import type { Caller } from '../use-cases/ports.ts';
import type { Drawers, Drawn } from './draw.ts';

export const pledgeDrawers: Drawers<'pledge'> = {
  async pledge({ doors, caller, viewer, params }) {
    const drawn = await drawPledge(doors, caller, viewer, params.about);
    return drawn ?? { card: refusedCard(viewer, 'not-a-leader'), subjects: [] };
  },
};

/** Nothing where pledges are not theirs to make. */
export async function drawPledge(
  doors: PledgeDoors,
  caller: Caller,
  viewer: Viewer,
  about: string | undefined,
  reminder?: Reminders['reminders'][number],
): Promise<Drawn | undefined> {
  const shown = await doors.pledges(caller);
  if (shown.kind === 'refused') return undefined;
  const card = pledgeCard(viewer, shown.view, about, reminder);
  return { card, subjects: [`person|${caller.person}`] };
}
