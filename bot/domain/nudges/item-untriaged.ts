import type { AgendaItem } from '../agenda/item.ts';
import { itemState } from '../agenda/item-state.ts';
import { reminderDays } from '../agenda/waiting-days.ts';
import { holdersOf } from '../roles.ts';
import { londonDate, type PlainDate } from '../time.ts';
import type { Nudge, NudgeRule, OrganisationFacts } from './nudge.ts';

const WORKING_DAYS = 5;

/**
 * An item that nobody took on for 5 working days: the board secretary hears, and a week later again;
 * a week after that the board chair. Without a board secretary the board chair hears at once.
 */
export const itemUntriaged: NudgeRule = {
  kind: 'item-untriaged',
  needs: 'the-person',
  due: (facts) =>
    facts.things['agenda-item']
      .filter((item) => itemState(item) === 'raised')
      .flatMap((item) => waitsSince(item.id, raisedOn(item), WORKING_DAYS, itemUntriaged, facts)),
};

export function raisedOn(item: AgendaItem): PlainDate {
  return londonDate(item.moves[0].at);
}

export function untriagedDays(item: AgendaItem, facts: OrganisationFacts) {
  return reminderDays(raisedOn(item), WORKING_DAYS, facts.isBankHoliday);
}

/** The latest step that is due of one item that waits at the board secretary. */
export function waitsSince(
  about: string,
  since: PlainDate,
  workingDays: number,
  { kind }: Pick<NudgeRule, 'kind'>,
  { frame, now, isBankHoliday }: OrganisationFacts,
): Nudge[] {
  const today = londonDate(now);
  const { first, second, support } = reminderDays(since, workingDays, isBankHoliday);
  const secretaries = holdersOf(frame.roles, 'board-secretary', today);
  const supportFrom = secretaries.length === 0 ? first : support;
  const [step, from] = today >= second ? ['2', second] : ['1', first];
  return [
    ...(today < first ? [] : secretaries.map((to): Nudge => ({ kind, to, about, step, from }))),
    ...(today < supportFrom
      ? []
      : holdersOf(frame.roles, 'board-chair', today)
          .filter((to) => !secretaries.includes(to))
          .map((to): Nudge => ({ kind, to, about, step: 'support', from: supportFrom }))),
  ];
}
