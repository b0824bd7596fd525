import { againCard, raiseCard } from '../cards/agenda/words.ts';
import type { Viewer } from '../cards/card.ts';
import type { Card } from '../cards/render.ts';
import type { Act, Refusal } from '../contract/acts.ts';
import type { AgendaVerb } from '../contract/agenda.ts';
import type { ActOutcome, Doors } from '../use-cases/doors.ts';
import type { Caller } from '../use-cases/ports.ts';
import type { Leads } from './pressing.ts';

const toItem = (data: { item: string }) => ({
  view: 'agenda-item' as const,
  params: { about: data.item },
});
const toAgenda = () => ({ view: 'agenda' as const, params: {} });

/** After a tap: the view that tells what became of it. */
export const agendaLeads: Leads<AgendaVerb> = {
  'raise-item': (_, outcomes: readonly ActOutcome[]) => {
    const [raised] = outcomes;
    return raised === undefined || raised.outcome.kind === 'refused'
      ? toAgenda()
      : toItem({ item: raised.subject });
  },
  'edit-item': toItem,
  'withdraw-item': toItem,
  'triage-item': toItem,
  'schedule-item': toItem,
  'defer-item': toItem,
  'refer-item': toItem,
  'decline-item': toItem,
  'ask-review': toItem,
  'discuss-item': toItem,
  'feed-back': toItem,
  'acknowledge-item': toItem,
  'take-back-item': toItem,
  'record-contribution': toAgenda,
  'withdraw-contribution': toAgenda,
};

const aboutWords = new Set<Refusal>([
  'title-missing',
  'title-too-long',
  'text-missing',
  'text-too-long',
  'words-too-long',
  'nhs-number',
]);

/** A refusal that is mended by other words. */
export function isAboutWords(because: Refusal): boolean {
  return aboutWords.has(because);
}

/** What somebody typed is never lost to a refusal of its words: it comes back, to be mended. */
export async function wordsKept(
  doors: Pick<Doors, 'agenda'>,
  caller: Caller,
  viewer: Viewer,
  { act, because }: { act: Act; because: Refusal },
): Promise<Card | undefined> {
  if (!isAboutWords(because)) return undefined;
  if (act.verb !== 'raise-item') return againCard(viewer, act, because);
  const { raises } = await doors.agenda(caller);
  const { network, title, text } = act.data;
  return raiseCard(viewer, raises, { network, title, text, because });
}
