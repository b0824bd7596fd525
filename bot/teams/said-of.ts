import { ofOrganisation } from '../cards/organisations.ts';
import type { Card } from '../cards/render.ts';
import type { View } from '../cards/views.ts';
import type { Doors } from '../use-cases/doors.ts';
import type { Caller } from '../use-cases/ports.ts';

/** Where somebody is in more than one organisation, a card says of which one it is. */
export async function saidOf(
  doors: Pick<Doors, 'me'>,
  caller: Caller,
  card: Card,
  view?: View,
): Promise<Card> {
  if (caller.several !== true || view === 'organisations') return card;
  const { organisation } = await doors.me(caller);
  return ofOrganisation(card, organisation.name, { hint: view === 'help' });
}
