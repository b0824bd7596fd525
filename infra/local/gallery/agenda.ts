import type { Agenda, Item, JourneyStep } from '../../../bot/contract/agenda.ts';
import { answeredCard, channelCard } from '../../../bot/cards/agenda/channel.ts';
import { agendaCard, itemCard } from '../../../bot/cards/agenda/item.ts';
import { againCard, noteCard, raiseCard } from '../../../bot/cards/agenda/words.ts';
import { nudgeCard } from '../../../bot/cards/nudge.ts';
import type { Card } from '../../../bot/cards/render.ts';
import type { Reminders } from '../../../bot/contract/views.ts';
import { viewer } from './facts.ts';

const ren = { id: 'ren', name: 'Race Equality Network' };
const may = { id: 'board-2026-05-07', title: 'Board', date: '2026-05-07', papersDue: '2026-04-28' };
const july = {
  id: 'board-2026-07-09',
  title: 'Board',
  date: '2026-07-09',
  papersDue: '2026-06-30',
};

function step(
  name: JourneyStep['step'],
  on: string,
  differs: Partial<JourneyStep> = {},
): JourneyStep {
  return { step: name, on, by: 'Meera Schofield', days: 0, ...differs };
}
const raised = step('raised', '2026-04-02', { by: 'Leila Kaur' });
const triaged = step('triaged', '2026-04-08', { days: 6 });
const scheduled = step('scheduled', '2026-04-08', { meeting: may });
const discussed = step('discussed', '2026-05-08', {
  ...{ days: 30, meeting: may, text: 'Minute 12', attended: 'Leila Kaur' },
});
const fedBack = step('fed-back', '2026-05-11', { days: 3, text: 'A review begins in **June**.' });

export function item(differs: Partial<Item> = {}): Item {
  return {
    ...{ id: '20260402-1', network: 'ren', networkName: ren.name, state: 'raised', seen: 1 },
    title: 'Nights and weekends',
    text: 'Night shifts on the wards fall to the same people. We ask the board to look at how rotas are made.',
    ...{ awaited: 'board-secretary', days: 7, journey: [raised], may: [], attendees: [] },
    ...differs,
  };
}

export function agenda(items: Item[], differs: Partial<Agenda> = {}): Agenda {
  return {
    ...{ on: '2026-04-09', raises: [ren], meetings: [may, july], items },
    ...{ contributions: [], records: [] },
    ...differs,
  };
}

export const journeys = {
  triaged: item({ state: 'triaged', journey: [raised, triaged], days: 1 }),
  scheduled: item({
    ...{ state: 'scheduled', awaited: 'board', meeting: may, days: 1 },
    journey: [raised, triaged, scheduled],
  }),
  met: item({
    ...{ state: 'scheduled', awaited: 'board-secretary', meeting: may, days: 30 },
    journey: [raised, triaged, scheduled],
    may: ['schedule', 'discuss', 'defer'],
    attendees: [
      { id: 'leila', name: 'Leila Kaur' },
      { id: 'seun', name: 'Oluwaseun Moyo' },
    ],
  }),
  fedBack: item({
    ...{ state: 'fed-back', awaited: 'network', days: 2, may: ['acknowledge'] },
    journey: [raised, triaged, scheduled, discussed, fedBack],
  }),
  declined: item({
    ...{ state: 'declined', awaited: 'nobody', days: 1, may: ['ask-review'] },
    journey: [
      raised,
      triaged,
      step('sent-for-decline', '2026-04-08'),
      step('declined', '2026-04-09', {
        by: 'Rosalind Yilmaz',
        days: 1,
        text: 'It is with the union.',
      }),
    ],
  }),
};

const shown = (one: Item): Card => itemCard(viewer, agenda([one]), one, 'board');
type Reminder = Reminders['reminders'][number];
const reminder = (differs: Partial<Reminder> = {}): Reminder => ({
  ...{ nudge: 'item-untriaged:20260402-1', kind: 'item-untriaged', due: true, muted: false },
  item: {
    ...{ id: '20260402-1', network: 'ren', networkName: ren.name, title: 'Nights and weekends' },
    ...{ since: '2026-04-02', supporting: false, next: '2026-04-17' },
  },
  ...differs,
});
const support = { ...reminder().item, supporting: true } as NonNullable<Reminder['item']>;
const reminded = (one: Item, given: Reminder): Card =>
  itemCard(viewer, agenda([one]), one, 'board', given);
const untriaged = item({ may: ['triage'] });

/** The cards of items for the board. */
export const agendaGallery: Readonly<Record<string, Card>> = {
  'agenda, none': agendaCard(viewer, agenda([]), 'network'),
  'agenda, chair': agendaCard(viewer, agenda([untriaged, journeys.fedBack]), 'network'),
  'agenda, many': agendaCard(
    viewer,
    agenda(
      Array.from({ length: 9 }, (_, at) =>
        item({ id: `i-${at}`, title: 'T'.repeat(120), may: ['triage'] }),
      ),
      { raises: [] },
    ),
    'board',
  ),
  'item, raised': shown(item({ may: ['edit', 'withdraw'] })),
  'item, to take on': shown(untriaged),
  'item, to place': shown({
    ...journeys.triaged,
    may: ['schedule', 'defer', 'refer', 'take-back'],
  }),
  'item, on an agenda': shown(journeys.scheduled),
  'item, to record': shown({ ...journeys.met, may: [...journeys.met.may, 'take-back'] }),
  'item, to feed back': shown(
    item({
      ...{ state: 'discussed', may: ['feed-back', 'take-back'] },
      journey: [raised, triaged, scheduled, discussed],
    }),
  ),
  'item, fed back': shown(journeys.fedBack),
  'item, declined': shown(journeys.declined),
  'item, to decline': shown(
    item({ state: 'sent-for-decline', awaited: 'board-chair', may: ['decline'] }),
  ),
  'item, at its longest': shown(
    item({
      ...{ title: 'T'.repeat(120), text: '*_'.repeat(1_000) },
      journey: Array.from({ length: 20 }, () => ({ ...fedBack, text: '*_'.repeat(1_000) })),
    }),
  ),
  'item, reminder': reminded(untriaged, reminder()),
  'item, second reminder, put off': reminded(
    untriaged,
    reminder({ snoozedUntil: '2026-04-10', muted: true }),
  ),
  'item, reminder of the outcome': reminded(
    journeys.met,
    reminder({ nudge: 'item-no-outcome:20260402-1', kind: 'item-no-outcome' }),
  ),
  'item, lend a hand': reminded(item(), reminder({ item: support })),
  'item, answered': reminded(
    journeys.fedBack,
    reminder({ nudge: 'item-answered:20260402-1~4', kind: 'item-answered' }),
  ),
  'reminders, two items': nudgeCard(
    viewer,
    {
      on: '2026-04-09',
      reminders: [reminder(), reminder({ nudge: 'item-untriaged:other', due: false })],
      muted: [],
    },
    'item-untriaged:20260402-1 item-untriaged:other',
  ),
  'raise, blank': raiseCard(viewer, [ren]),
  'raise, two networks': raiseCard(viewer, [ren, { id: 'dwn', name: 'Disability Network' }]),
  'raise, a number': raiseCard(viewer, [ren], {
    ...{ title: 'Care', text: 'See 943 476 5919.\n**now**', because: 'nhs-number' },
  }),
  'raise, from a message': raiseCard(
    viewer,
    [ren],
    { title: '', text: 'x'.repeat(5_000), shortened: true },
    { tap: 'one' },
  ),
  'feedback again': againCard(
    viewer,
    { verb: 'feed-back', data: { item: 'i', text: '943 476 5919', seen: 3 } },
    'nhs-number',
  ) as Card,
  'raise, a note': noteCard(viewer, 'Raised with the board', 'The board secretary sees it now.'),
  'channel, choose': channelCard(viewer, { kind: 'choose', networks: [ren] }),
  'channel, linked': channelCard(viewer, { kind: 'linked', network: ren.name }),
  'channel, unlinked': channelCard(viewer, { kind: 'unlinked' }),
  'channel, chairs only': channelCard(viewer, { kind: 'chairs-only' }),
  'channel, refused': channelCard(viewer, { kind: 'refused', because: 'linked-elsewhere' }),
  'channel, answered': answeredCard(viewer, journeys.fedBack, '2026-05-12'),
};
