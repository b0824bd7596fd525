import { meetingTime, shortDate } from '../contract/dates.ts';
import type { Heard, HeardMeeting } from '../use-cases/doors.ts';
import { show, type Viewer } from './card.ts';
import chooseTemplate from './choose.json' with { type: 'json' };
import datesTemplate from './dates.json' with { type: 'json' };
import politeTemplate from './polite.json' with { type: 'json' };
import { compile, render, type Card } from './render.ts';
import { noDatesWords, politeWords, severalWords, whyNoneWords } from './words.ts';

const choose = compile(chooseTemplate);
const dates = compile(datesTemplate);
const polite = compile(politeTemplate);

/** Several meetings fit what was written: which one? */
export function chooseCard(
  viewer: Viewer,
  { choices }: Extract<Heard, { kind: 'choose' }>,
  today: string,
): Card {
  const data = {
    title: 'Which meeting?',
    say: 'More than one fits what you wrote.',
    knows: [],
    choices: choices.map(({ act, ...meeting }) => ({
      title: `${shortDate(meeting.date, today)}, ${meeting.networkName}`,
      verb: act.verb,
      data: { ...asData(act.data) },
    })),
    back: show(viewer, 'meetings'),
  };
  return render(choose, data, viewer);
}

/** No meeting fits what was written: why, and those that are known. */
export function noneCard(
  viewer: Viewer,
  { because, heard, networks, ahead, knows }: Extract<Heard, { kind: 'none' }>,
  today: string,
): Card {
  const named = heard === '' ? '' : `: “${heard}”`;
  const why = ahead && because === 'no-meeting-yet' ? 'no-meeting-ahead' : because;
  // Of one network, the title has its name.
  const isOfOne = networks.length === 1 && because.startsWith('no-meeting');
  const data = {
    title: `${whyNoneWords(why, networks)}${named}`,
    say:
      knows.length === 0
        ? 'No meetings are in the calendar yet.'
        : ahead && !because.startsWith('two-')
          ? 'These come next.'
          : 'These are the meetings I know.',
    knows: knows.map((meeting) => ({
      title: isOfOne ? meetingTime(meeting, today) : lineOf(meeting, today),
    })),
    choices: [],
    back: show(viewer, 'meetings'),
  };
  return render(choose, data, viewer);
}

/** When the networks meet, for somebody who records nothing here. */
export function datesCard(
  viewer: Viewer,
  { meetings }: Extract<Heard, { kind: 'dates' }>,
  today: string,
): Card {
  const [only, ...others] = meetings.map((meeting) => lineOf(meeting, today));
  const isOne = only !== undefined && others.length === 0;
  const data = {
    title: only === undefined ? noDatesWords : isOne ? only : severalWords,
    say: '',
    knows: isOne || only === undefined ? [] : [only, ...others].map((title) => ({ title })),
  };
  return render(dates, data, viewer);
}

/** One line, and no more to do. */
export function politeCard(viewer: Viewer, to: Extract<Heard, { kind: 'polite' }>['to']): Card {
  return render(polite, { say: politeWords(to) }, viewer);
}

function lineOf(meeting: HeardMeeting, today: string): string {
  return `${meeting.networkName}, ${meetingTime(meeting, today)}`;
}

/** What a button carries: text alone. */
function asData(data: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(data).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
