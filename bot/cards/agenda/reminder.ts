import { shortDate } from '../../contract/dates.ts';
import type { Reminders } from '../../contract/views.ts';
import { show, type Viewer } from '../card.ts';
import type { Block } from '../nudge.ts';
import type { CardObject } from '../render.ts';

type Reminder = Reminders['reminders'][number];

/** Whether a reminder is about an item for the board. */
export function isAboutItem({ kind }: Pick<Reminder, 'kind'>): boolean {
  return kind === 'item-untriaged' || kind === 'item-no-outcome' || kind === 'item-answered';
}

/** Why an item's card came unasked, when the next would come, and how to put it off. */
export function reminderWords(
  { organisation }: Viewer,
  reminder: Reminder | undefined,
  on: string,
): CardObject {
  const { nudge = '', kind = '', due = false, muted = false, snoozedUntil } = reminder ?? {};
  const back = { organisation, back: 'nudge', nudges: nudge };
  const snoozed = snoozedUntil === undefined ? '' : shortDate(snoozedUntil, on);
  return {
    reminder: reminder !== undefined,
    told: reminder === undefined ? '' : headingOf(reminder),
    why: reminder === undefined ? '' : whyOf(reminder, snoozed, on),
    due,
    muted,
    snoozed,
    once: kind === 'item-answered' || reminder?.item?.supporting === true,
    snooze: { ...back, nudge, until: 'tomorrow' },
    kindOf: { ...back, kind },
  };
}

/** The same on a card of several reminders: in short, and the way to the item. */
export function itemBlock(viewer: Viewer, reminder: Reminder, on: string): Block {
  const { item, kind, due } = reminder;
  return {
    title: headingOf(reminder),
    ...(item === undefined ? {} : { text: `${item.title}. ${item.networkName}.` }),
    ...(due && item !== undefined ? { why: whyOf(reminder, '', on) } : {}),
    ...(item === undefined
      ? {}
      : { open: { title: 'See the item', show: show(viewer, 'agenda-item', { about: item.id }) } }),
    page: kind === 'item-answered' ? 'network' : 'board',
    supporting: item?.supporting === true,
  };
}

function headingOf({ kind, due, item }: Reminder): string {
  if (item === undefined || !due) return 'This has been answered, thank you';
  if (item.supporting) return 'An item may need a hand';
  switch (kind) {
    case 'item-untriaged':
      return 'An item waits for you to take it on';
    case 'item-no-outcome':
      return 'The network waits to hear what the board said';
    default:
      return item.answer === 'declined'
        ? 'The board chair has answered your network'
        : 'The board has answered your network';
  }
}

function whyOf({ kind, due, item, muted }: Reminder, snoozed: string, on: string): string {
  if (muted) return 'You won’t get reminders of this kind.';
  if (snoozed !== '') return `We’ll remind you again on ${snoozed}.`;
  if (item === undefined || !due) return '';
  const since = shortDate(item.since, on);
  if (kind === 'item-answered')
    return 'You get this once, because you chair or deputise for the network.';
  if (item.supporting) {
    return `It has waited since ${since}. The board secretary has not been able to answer yet. A friendly word may help. You get this once, as board chair.`;
  }
  const next =
    item.next === undefined
      ? 'This is the last reminder about it.'
      : `If it still waits, one more reminder comes on ${shortDate(item.next, on)}.`;
  return `Waiting since ${since}. You get this because you are the board secretary. ${next}`;
}
