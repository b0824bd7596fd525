import { meetingTime, shortDate } from '../contract/dates.ts';
import type { Heard, HeardMeeting } from '../use-cases/doors.ts';
import { show, type Viewer } from './card.ts';
import chooseTemplate from './choose.json' with { type: 'json' };
import { compile, render, type Card } from './render.ts';
import { whyNoneWords } from './words.ts';

const choose = compile(chooseTemplate);

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
  { because, heard, knows }: Extract<Heard, { kind: 'none' }>,
  today: string,
): Card {
  const named = heard === '' ? '' : `: “${heard}”`;
  const data = {
    title: `${whyNoneWords(because)}${named}`,
    say:
      knows.length === 0
        ? 'No meetings are in the calendar yet.'
        : 'These are the meetings I know:',
    knows: knows.map((meeting) => ({ title: lineOf(meeting, today) })),
    choices: [],
    back: show(viewer, 'meetings'),
  };
  return render(choose, data, viewer);
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
