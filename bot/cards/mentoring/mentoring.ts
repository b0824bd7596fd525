import { shortDate } from '../../contract/dates.ts';
import type { MyMentoring, MyPair } from '../../contract/mentoring.ts';
import type { Reminders } from '../../contract/views.ts';
import { tabLink, type Viewer } from '../card.ts';
import { compile, render, type Card, type CardObject } from '../render.ts';
import { eitherOf, namesOf } from '../words.ts';
import template from './mentoring.json' with { type: 'json' };

type Reminder = Reminders['reminders'][number];

const fill = compile(template);

/** Sessions named on a card; the tab has them all. */
const shown = 3;

/** One pair of somebody's: the one named, or the one that waits for them. */
export function mentoringCard(
  viewer: Viewer,
  mentoring: MyMentoring,
  about?: string,
  reminder?: Reminder,
): Card {
  const { on, pairs, ask, leads, speakUp } = mentoring;
  const pair = pairs.find(({ id }) => id === about) ?? waiting(pairs) ?? pairs[0];
  const data = {
    ...(pair === undefined ? nothing : pairOf(viewer, pair, on)),
    leads,
    ask: ask.length === 0 ? '' : eitherOf(ask),
    speakUp: speakUp ?? '',
    more: Math.max(0, pairs.length - 1),
    link: tabLink(viewer, pair === undefined && leads ? 'organisation' : 'commitments'),
    ...whyOf(viewer, reminder, on),
  };
  const refresh =
    reminder === undefined
      ? { view: 'mentoring', params: pair === undefined ? {} : { about: pair.id } }
      : { view: 'nudge', params: { nudges: reminder.nudge } };
  return render(fill, data, viewer, refresh);
}

function waiting(pairs: readonly MyPair[]): MyPair | undefined {
  return (
    pairs.find(({ state }) => state === 'asked') ??
    pairs.find(({ sessions }) => sessions.some(({ said }) => said === 'other'))
  );
}

const nothing = {
  state: 'none',
  side: '',
  with: '',
  time: '',
  supporter: '',
  met: '',
  mine: '',
  theirs: '',
  may: {},
  act: {},
  session: {},
  undo: {},
  from: '',
  to: '',
} as const;

function pairOf({ organisation }: Viewer, pair: MyPair, on: string): CardObject {
  const said = (who: MyPair['sessions'][number]['said']): string[] =>
    pair.sessions.filter((session) => session.said === who).map(({ date }) => date);
  const [mine] = said('me');
  const [theirs] = said('other');
  const act = { organisation, pair: pair.id };
  return {
    state: pair.state,
    side: pair.side,
    with: pair.with,
    time: pair.time ?? '',
    supporter: pair.supporter ?? '',
    met: namesOf(
      said('both')
        .slice(0, shown)
        .map((date) => shortDate(date, on)),
    ),
    mine: mine === undefined ? '' : shortDate(mine, on),
    theirs: theirs === undefined ? '' : shortDate(theirs, on),
    may: Object.fromEntries(
      (['accept', 'decline', 'met', 'pause', 'resume', 'end'] as const).map((each) => [
        each,
        pair.may.includes(each),
      ]),
    ),
    act,
    session: { ...act, date: theirs ?? '' },
    undo: { ...act, date: mine ?? '' },
    from: pair.days?.from ?? '',
    to: pair.days?.to ?? '',
  };
}

/** Why the card came unasked, when the next would come, and how to put it off. */
function whyOf({ organisation }: Viewer, reminder: Reminder | undefined, on: string): CardObject {
  const { nudge = '', kind = '', muted = false, snoozedUntil, mentoring } = reminder ?? {};
  const back = { organisation, back: 'nudge', nudges: nudge };
  return {
    reminder: reminder !== undefined,
    quiet: mentoring?.stage === 'quiet',
    next: mentoring?.next === undefined ? '' : shortDate(mentoring.next, on),
    snoozed: snoozedUntil === undefined ? '' : shortDate(snoozedUntil, on),
    muted,
    snooze: { ...back, nudge, until: 'tomorrow' },
    kindOf: { ...back, kind },
  };
}
