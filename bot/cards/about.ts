import { isAsked, type MyMeeting, type Progress } from '../contract/views.ts';
import aboutTemplate from './about.json' with { type: 'json' };
import { allMeetings, claimCard } from './attendance.ts';
import { defined, meetingLine, show, whose, type Viewer, type Whose } from './card.ts';
import { fullDate } from '../contract/dates.ts';
import { compile, render, type Card, type CardObject } from './render.ts';
import type { Params } from './views.ts';
import {
  aboutWords,
  buttonWords,
  noneWords,
  severalWords,
  whyAboutWords,
  withdrawWords,
} from './words.ts';

const about = compile(aboutTemplate);

/** Meetings that can be answered on the card: two buttons each, and one more below. */
const answerable = 2;

/** The meetings that somebody wrote of as they stand, with what may be done about each. */
export function aboutCard(viewer: Viewer, progress: Progress, params: Params): Card {
  const { why = 'asked' } = params;
  const meetings = chosen(progress, params);
  const [only] = meetings;
  const single = only !== undefined && meetings.length === 1;
  // What was recorded has a card of its own.
  if (single && hasClaim(only)) return claimCard(viewer, progress, only.id);
  const { act, params: of, ...who } = whose(viewer, progress);
  const lines = meetings.map((meeting, at) => ({
    ...meetingLine(meeting, progress.on, act),
    buttons: at < answerable ? buttonsFor(meeting, who.self, act, single) : [],
  }));
  const heading = single ? aboutWords(only.state, who.self) : severalWords;
  const data = {
    self: who.self,
    for: who.for,
    single,
    title: only === undefined ? noneWords : heading,
    why: only === undefined ? '' : whyAboutWords(why),
    lines: lines.map(({ title }) => `${title}.`).join(' '),
    meetings: lines,
    all: show(viewer, 'meetings', of),
  };
  // Looked at again later, it is only what stands there.
  const again = { ...of, meetings: meetings.map(({ id }) => id).join(' ') };
  return render(about, data, viewer, { view: 'about', params: defined(again) });
}

/** Those that were meant; of no one's in particular, those that wait for an answer. */
function chosen(progress: Progress, { meetings = '' }: Params): MyMeeting[] {
  const ids = new Set(meetings.split(' ').filter((id) => id !== ''));
  const all = allMeetings(progress).toSorted((a, b) => (whenOf(a) < whenOf(b) ? -1 : 1));
  if (ids.size > 0) return all.filter(({ id }) => ids.has(id));
  const held = all.filter(isAsked);
  const coming = all.filter(({ state, may }) => state === 'upcoming' && may.length > 0);
  return [...held.slice(-1), ...coming.slice(0, 1)];
}

const whenOf = ({ date, start }: MyMeeting): string => `${date} ${start}`;

function hasClaim({ state }: MyMeeting): boolean {
  return ['claimed', 'confirmed', 'queried', 'withdrawn', 'voided', 'cancelled'].includes(state);
}

/** In this order, and no more than two. */
const offered = [
  'claim',
  'not-there',
  'undo-not-there',
  'withdraw',
  'will-come',
  'cannot-come',
  'undo-intention',
] as const satisfies MyMeeting['may'];

/** What most people answer, where nothing is said yet. */
const answers: Partial<Record<MyMeeting['state'], MyMeeting['may'][number]>> = {
  'not-recorded': 'claim',
  upcoming: 'will-come',
};

function buttonsFor(
  meeting: MyMeeting,
  isSelf: boolean,
  act: Whose['act'],
  single: boolean,
): CardObject[] {
  const data = { ...act, meeting: meeting.id };
  return offered
    .filter((one) => meeting.may.includes(one))
    .slice(0, 2)
    .map((one) => {
      const title = one === 'withdraw' ? withdrawWords(meeting.state) : buttonWords(one, isSelf);
      const tooltip = `${title}: ${fullDate(meeting.date)}`;
      const style = single && answers[meeting.state] === one ? 'positive' : 'default';
      if (one === 'will-come' || one === 'cannot-come') {
        return { title, tooltip, style, verb: 'intend', data: { ...data, answer: one } };
      }
      // What is taken back is named: pressed twice, it is taken back once.
      const of = one === 'undo-intention' ? { ...data, answer: meeting.state } : data;
      return { title, tooltip, style, verb: one, data: of };
    });
}
