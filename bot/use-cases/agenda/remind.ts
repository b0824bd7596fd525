import type { Reminders } from '../../contract/views.ts';
import { lastItemMove } from '../../domain/agenda/item-state.ts';
import type { AgendaItem } from '../../domain/agenda/item.ts';
import type { NudgeKind, PersonId } from '../../domain/facts.ts';
import { answerOf } from '../../domain/nudges/item-answered.ts';
import { boardThatMet, noOutcomeDays } from '../../domain/nudges/item-no-outcome.ts';
import { raisedOn, untriagedDays } from '../../domain/nudges/item-untriaged.ts';
import type { OrganisationFacts } from '../../domain/nudges/nudge.ts';
import { may } from '../../domain/permissions.ts';
import { holdersOf } from '../../domain/roles.ts';
import { itemState } from '../../domain/agenda/item-state.ts';
import { londonDate, type PlainDate } from '../../domain/time.ts';

type Reminder = Reminders['reminders'][number];
export type ItemNudge = Extract<NudgeKind, 'item-untriaged' | 'item-no-outcome' | 'item-answered'>;

/** What a reminder about an item says, to somebody who may see the item. */
export function itemReminderOf(
  kind: ItemNudge,
  about: string,
  person: PersonId,
  facts: OrganisationFacts,
): Pick<Reminder, 'due' | 'item'> {
  const [id] = about.split('~');
  const item = facts.things['agenda-item'].find((known) => known.id === id);
  const on = londonDate(facts.now);
  const who = { person, roles: facts.frame.roles, on };
  if (item === undefined || !may('see-item', who, { network: item.network })) return { due: false };
  const { due, since, days } = standingOf(kind, item, facts);
  const supporting =
    kind !== 'item-answered' &&
    !holdersOf(facts.frame.roles, 'board-secretary', on).includes(person);
  const next = supporting ? undefined : days.find((day) => day > on);
  const answer = answerOf(item)?.to;
  return {
    due,
    item: {
      id: item.id,
      network: item.network,
      networkName: facts.frame.networks.find((known) => known.id === item.network)?.name ?? '',
      title: item.title,
      since,
      supporting,
      ...(answer === 'declined' || answer === 'fed-back' ? { answer } : {}),
      ...(next === undefined ? {} : { next }),
    },
  };
}

function standingOf(
  kind: ItemNudge,
  item: AgendaItem,
  facts: OrganisationFacts,
): { due: boolean; since: PlainDate; days: readonly PlainDate[] } {
  const since = londonDate(lastItemMove(item).at);
  switch (kind) {
    case 'item-untriaged': {
      const { first, second } = untriagedDays(item, facts);
      const days = [first, second];
      return { due: itemState(item) === 'raised', since: raisedOn(item), days };
    }
    case 'item-no-outcome': {
      const board = boardThatMet(item, facts);
      if (board === undefined) return { due: false, since, days: [] };
      const { first, second } = noOutcomeDays(board, facts);
      return { due: true, since: board.date, days: [first, second] };
    }
    case 'item-answered':
      return { due: answerOf(item) !== undefined, since, days: [] };
  }
}
