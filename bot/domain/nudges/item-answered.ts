import type { AgendaItem } from '../agenda/item.ts';
import { lastItemMove, type StandingMove } from '../agenda/item-state.ts';
import { wasToldInChannel } from '../agenda/channel.ts';
import type { PersonId } from '../facts.ts';
import { holdersOf } from '../roles.ts';
import { addDays, londonDate } from '../time.ts';
import type { Nudge, NudgeRule, OrganisationFacts } from './nudge.ts';

/** [ours] After four weeks an answer is no news any more; it stays on the network's page. */
const FRESH_DAYS = 28;

/**
 * The board has answered: chair and deputy hear, once. What was fed back goes into the network's
 * channel instead, where one is linked; a reason for declining never does.
 */
export const itemAnswered: NudgeRule = {
  kind: 'item-answered',
  needs: 'the-person',
  due: (facts) => {
    const today = londonDate(facts.now);
    return facts.things['agenda-item'].flatMap((item) => {
      const answer = answerOf(item);
      if (answer === undefined) return [];
      const from = londonDate(answer.at);
      if (today > addDays(from, FRESH_DAYS)) return [];
      if (answer.to === 'fed-back' && wasToldInChannel(item, answer, facts.frame)) return [];
      // Taken back and given anew, it is another answer.
      const about = `${item.id}~${item.moves.findIndex(({ at }) => at === answer.at)}`;
      return readersOf(item, facts)
        .filter((to) => to !== answer.by)
        .map((to): Nudge => ({ kind: 'item-answered', to, about, step: '1', from }));
    });
  },
};

/** What the board or its chair last said, where the network has not answered since. */
export function answerOf(item: AgendaItem): StandingMove | undefined {
  const last = lastItemMove(item);
  return last.to === 'fed-back' || last.to === 'declined' ? last : undefined;
}

function readersOf({ network }: AgendaItem, { frame, now }: OrganisationFacts): PersonId[] {
  const today = londonDate(now);
  const of = { network };
  return [
    ...new Set([
      ...holdersOf(frame.roles, 'network-chair', today, of),
      ...holdersOf(frame.roles, 'network-deputy', today, of),
    ]),
  ];
}
