import { shortDate, timeRange } from '../contract/dates.ts';
import type { Reminders } from '../contract/views.ts';
import { show, type Viewer } from './card.ts';
import remindersTemplate from './reminders.json' with { type: 'json' };
import words from './reminders-words.json' with { type: 'json' };
import { compile, render, type Card, type CardObject } from './render.ts';

const fill = compile(remindersTemplate);

type Reminder = Reminders['reminders'][number];
type Kind = Reminder['kind'];

const kinds: Readonly<Record<Kind, { name: string; why: string }>> = words.kinds;

const mostShown = 3;
/** Buttons on a card's edge: the official renderer takes no more. */
const mostButtons = 5;
/** To see, put off for a week or until after a day, and stop the one that is shown. */
const itsButtons = 4;

/**
 * Why each reminder came, when the next would, and how to put it off or stop it: one that was asked
 * about, or all that are due. It doesn't refresh: that would take away a day that somebody chooses.
 */
export function remindersCard(viewer: Viewer, view: Reminders): Card {
  const { on, reminders, muted, hours = { opens: '09:00', closes: '17:00' } } = view;
  const shown = reminders.slice(0, mostShown);
  const only = shown.length === 1 ? shown[0] : undefined;
  const off = muted.filter((kind) => kind !== only?.kind);
  const items = shown.map((reminder) => ({
    name: kinds[reminder.kind].name,
    why: kinds[reminder.kind].why,
    next: nextWords(reminder, on),
  }));
  const data = {
    heading: shown.length > 0 ? words.several : words.none,
    one: only !== undefined,
    items,
    off: off.length === 0 ? '' : words.alsoOff.replace('#', off.map(nameOf).join(', ')),
    turnOn: off
      .slice(0, mostButtons - (only === undefined ? shown.length : itsButtons))
      .map((kind) => ({
        title: words.turnOn.replace('#', nameOf(kind)),
        data: { organisation: viewer.organisation, back: 'reminders', kind },
      })),
    others:
      only === undefined
        ? shown.map(({ kind, nudge }) => ({
            title: nameOf(kind),
            data: show(viewer, 'reminders', { nudges: nudge }),
          }))
        : [],
    hours: timeRange(hours.opens, hours.closes),
    today: on,
    ...actsOn(viewer, only),
  };
  return render(fill, data, viewer);
}

function nameOf(kind: Kind): string {
  return kinds[kind].name;
}

function nextWords({ due, muted, snoozedUntil, comesNext }: Reminder, on: string): string {
  if (muted) return words.off;
  if (!due) return words.answered;
  if (snoozedUntil !== undefined) return words.putOff.replace('#', shortDate(snoozedUntil, on));
  return comesNext === undefined ? words.last : words.next.replace('#', shortDate(comesNext, on));
}

function actsOn(viewer: Viewer, only: Reminder | undefined): CardObject {
  const { nudge = '', kind = '', muted = false, due = false } = only ?? {};
  const back = { organisation: viewer.organisation, back: 'reminders', nudges: nudge };
  return {
    muted,
    mayPutOff: only !== undefined && due && !muted && canWait(only),
    mayStop: only !== undefined && !muted,
    see: show(viewer, 'nudge', { nudges: nudge }),
    nextWeek: { ...back, nudge, until: 'next-week' },
    afterDay: { ...back, nudge },
    kindOf: { ...back, kind },
  };
}

/** News can't be put off, and nor can what comes once to somebody who lends a hand. */
function canWait(reminder: Reminder): boolean {
  const { kind, queue, item, quarterPaper, unbooked, pace, reviewDue, lineReview, goals } =
    reminder;
  if (['attendance-taken-off', 'meeting-changed', 'item-answered'].includes(kind)) return false;
  if (goals?.whose === 'everybody') return false;
  return ![queue, item, quarterPaper, unbooked, pace, reviewDue, lineReview].some(
    (about) => about?.supporting === true,
  );
}
