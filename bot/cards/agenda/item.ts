import type { Agenda, Item } from '../../contract/agenda.ts';
import {
  stepDay,
  stepLabel,
  stepsAhead,
  stepSentence,
  whereItStands,
} from '../../contract/agenda-words.ts';
import { shortDate } from '../../contract/dates.ts';
import { isForMe } from '../../contract/item-turn.ts';
import type { Page, Reminders } from '../../contract/views.ts';
import { cutText } from '../../domain/cut-text.ts';
import { show, tabLink, type Viewer } from '../card.ts';
import { compile, render, type Card, type CardObject } from '../render.ts';
import agendaTemplate from './agenda.json' with { type: 'json' };
import itemTemplate from './item.json' with { type: 'json' };
import { reminderWords } from './reminder.ts';

const agendaFill = compile(agendaTemplate);
const itemFill = compile(itemTemplate);

/** Items on one card: with the two buttons below them no more than six in all. */
const mostItems = 4;
/** A button's words; the item's own card has all of them. */
const longestTitle = 60;
/** Of a long text its beginning: the tab has all of it, and a card 28 kB. */
const longestText = 900;
const longestWords = 400;
/** The last steps of an item's way. */
const mostSteps = 6;

/** What waits for this person first, then what else of the networks' items is under way. */
export function agendaCard(viewer: Viewer, agenda: Agenda, page: Page): Card {
  const { items, raises, on } = agenda;
  const open = items.filter(({ awaited, state }) => awaited !== 'nobody' || state === 'deferred');
  const mine = open.filter(isForMe);
  const first = [...mine, ...open.filter((item) => !mine.includes(item))];
  const shown = first.slice(0, mostItems);
  const severalNetworks = new Set(shown.map(({ network }) => network)).size > 1;
  const data = {
    lead: leadOf(mine.length, open.length),
    items: shown.map((item) => ({
      title: cut(item.title, longestTitle),
      line: severalNetworks
        ? `${item.networkName}. ${whereItStands(item, on)}.`
        : `${whereItStands(item, on)}.`,
      show: show(viewer, 'agenda-item', { about: item.id }),
    })),
    more: first.length - shown.length,
    raises: raises.length > 0,
    raise: show(viewer, 'raise-item'),
    link: tabLink(viewer, page),
  };
  return render(agendaFill, data, viewer, { view: 'agenda', params: {} });
}

function leadOf(mine: number, open: number): string {
  if (mine > 0) return mine === 1 ? 'One item waits for you.' : `${mine} items wait for you.`;
  if (open === 0) return 'No item is under way.';
  return open === 1 ? 'One item is under way.' : `${open} items are under way.`;
}

type Reminder = Reminders['reminders'][number];

/** One item: its words, its way so far, and what this person can do with it. */
export function itemCard(
  viewer: Viewer,
  { on, meetings }: Pick<Agenda, 'on' | 'meetings'>,
  item: Item,
  page: Page,
  reminder?: Reminder,
): Card {
  const { organisation } = viewer;
  const { id, state, journey, seen } = item;
  const act = { organisation, item: id, seen };
  const steps = journey.slice(-mostSteps);
  const data = {
    title: item.title,
    network: item.networkName,
    where: whereItStands(item, on),
    text: cut(item.text, longestText),
    state,
    steps: steps.map((step, index) => ({
      sentence: stepSentence(step, on),
      day: stepDay(step, on),
      said: cut(step.text ?? '', longestWords),
      last: index === steps.length - 1,
    })),
    ahead: stepsAhead(state)
      .map((step) => stepLabel(step).toLowerCase())
      .join(', '),
    may: mayOf(item),
    act,
    discuss: { ...act, meeting: item.meeting?.id ?? '' },
    attendees: item.attendees.map(({ id: person, name }) => ({ id: person, name })),
    meetings: meetings
      .filter((meeting) => meeting.id !== item.meeting?.id || state !== 'scheduled')
      .map((meeting) => ({
        id: meeting.id,
        title: `${shortDate(meeting.date, on)}, papers close ${shortDate(meeting.papersDue, on)}`,
      })),
    link: tabLink(viewer, page),
    ...reminderWords(viewer, reminder, on),
  };
  const refresh =
    reminder === undefined
      ? { view: 'agenda-item', params: { about: id } }
      : { view: 'nudge', params: { nudges: reminder.nudge } };
  return render(itemFill, data, viewer, refresh);
}

function mayOf({ may }: Item): CardObject {
  const has = (act: Item['may'][number]): boolean => may.includes(act);
  return {
    triage: has('triage'),
    discuss: has('discuss'),
    feedBack: has('feed-back'),
    acknowledge: has('acknowledge'),
    schedule: has('schedule'),
    defer: has('defer'),
    refer: has('refer'),
    decline: has('decline'),
    askReview: has('ask-review'),
    withdraw: has('withdraw'),
    takeBack: has('take-back'),
  };
}

export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = cutText(text, most);
  return `${cutText(start, Math.max(start.lastIndexOf(' '), most / 2)).trimEnd()} …`;
}
