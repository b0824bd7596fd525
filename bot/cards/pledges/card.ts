import { shortDate } from '../../contract/dates.ts';
import type { Pledge, Pledges } from '../../contract/pledges.ts';
import type { Reminders } from '../../contract/views.ts';
import { addDays, addMonths, type PlainDate } from '../../domain/time.ts';
import { tabLink, type Viewer } from '../card.ts';
import { compile, render, type Card } from '../render.ts';
import template from './pledge.json' with { type: 'json' };

type Reminder = Reminders['reminders'][number];

const fill = compile(template);

/** How far ahead another look is offered. */
const laterMonths = 3;

/**
 * One pledge of their own: the one named, else the one whose day is here, else the newest; where
 * there is none, one to make. `reminder`: it came unasked.
 */
export function pledgeCard(
  viewer: Viewer,
  { on, pledges }: Pledges,
  about: string | undefined,
  reminder?: Reminder,
): Card {
  const { organisation } = viewer;
  const pledge =
    pledges.find(({ id }) => id === about) ?? pledges.find(({ due }) => due) ?? pledges[0];
  const last = pledge?.reviews.at(-1);
  const today = on as PlainDate;
  const later = addMonths(today, laterMonths);
  const act = { organisation, ...(pledge === undefined ? {} : { pledge: pledge.id }) };
  const data = {
    stage: stageOf(pledge),
    text: pledge?.text ?? '',
    madeOn: pledge === undefined ? '' : shortDate(pledge.madeOn, on),
    review: pledge?.review === undefined ? '' : shortDate(pledge.review, on),
    shared: pledge?.shared ?? false,
    changed: last?.text ?? '',
    changedOn: last === undefined ? '' : shortDate(last.on, on),
    others: pledges.length - 1,
    tomorrow: addDays(today, 1),
    later,
    act,
    extend: { ...act, review: later },
    ...whyOf(viewer, reminder, on),
    link: tabLink(viewer, 'commitments'),
  };
  const params = pledge === undefined ? {} : { about: pledge.id };
  return render(
    fill,
    data,
    viewer,
    reminder === undefined
      ? { view: 'pledge', params }
      : { view: 'nudge', params: { nudges: reminder.nudge } },
  );
}

function stageOf(pledge: Pledge | undefined): 'make' | 'due' | 'one' {
  if (pledge === undefined) return 'make';
  return pledge.due ? 'due' : 'one';
}

/** How a card that came unasked is put off or stopped. */
function whyOf({ organisation }: Viewer, reminder: Reminder | undefined, on: string) {
  const { muted = false, snoozedUntil, nudge = '', kind = '' } = reminder ?? {};
  const back = { organisation, back: 'nudge', nudges: nudge };
  return {
    reminder: reminder !== undefined,
    muted,
    snoozed: snoozedUntil === undefined ? '' : shortDate(snoozedUntil, on),
    tomorrowData: { ...back, nudge, until: 'tomorrow' },
    kindOf: { ...back, kind },
  };
}
