import { askerWords } from '../contract/role-words.ts';
import type { AttendanceCommitment, MyMeeting, Progress } from '../contract/views.ts';
import { allMeetings } from './attendance.ts';
import { defined, meetingLine, show, tabLink, whose, type Viewer, type Whose } from './card.ts';
import { fullDate } from '../contract/dates.ts';
import meetingsTemplate from './meetings.json' with { type: 'json' };
import progressTemplate from './progress.json' with { type: 'json' };
import {
  nextStep,
  toldStatus,
  unrecorded,
  type NextStep,
  type ToldStatus,
} from '../contract/next-step.ts';
import { compile, render, type Card, type CardObject } from './render.ts';
import type { View } from './views.ts';
import { awaitedWords, awayWords, queryWords, statusWords } from './words.ts';

const meetings = compile(meetingsTemplate);
const progressFill = compile(progressTemplate);

/** Where the year stands, and the one thing to do next. */
export function progressCard(
  viewer: Viewer,
  progress: Progress,
  commitment: AttendanceCommitment,
): Card {
  const { act, params, ...who } = whose(viewer, progress);
  const { done, target, waiting, left, offered, awaits, nextYearFirst } = commitment;
  const status = toldStatus(commitment, progress);
  const data = {
    ...who,
    code: status,
    status: statusWords(status, awaits),
    tone: statusTone(status),
    done,
    target,
    waiting,
    left,
    offered,
    unrecorded: unrecorded(commitment, progress),
    anyListed: commitment.meetings.some(
      ({ countsForSilver, date }) => countsForSilver && date >= progress.year.start,
    ),
    waits: awaits === undefined ? '' : awaitedWords(awaits),
    away: status === 'paused' ? awayWords(who.self) : '',
    nextYearFirst: nextYearFirst === undefined ? '' : fullDate(nextYearFirst),
    before: attendedBefore(progress),
    ...nextMeeting(nextStep(commitment, progress), progress.on, act),
    link: tabLink(viewer, 'commitments'),
  };
  return render(progressFill, data, viewer, { view: 'progress', params: defined(params) });
}

/** The next step where it is a meeting's, with what can be answered; empty where it isn't. */
export function nextMeeting(step: NextStep, on: string, act: Whose['act']): CardObject {
  const meeting = step.kind === 'nothing' ? undefined : step.meeting;
  const ask = asks[step.kind];
  return {
    ask,
    question: questionOf(meeting),
    asker: askerWords(meeting?.askedBy),
    meeting: meeting ? withIntentions(meeting, on, act, 'progress') : '',
    mayWithdraw: ask === 'query' && mayDo(meeting, 'withdraw'),
    mayCome: ask === 'intend' && mayDo(meeting, 'will-come'),
    mayNotCome: ask === 'intend' && mayDo(meeting, 'cannot-come'),
    mayUndo: ask === 'intend' && mayDo(meeting, 'undo-intention'),
  };
}

/** Meetings from before the app whose document somebody has verified. */
function attendedBefore({ history = [] }: Progress): number {
  return history.filter(({ what, state }) => what === 'attendance' && state === 'verified').length;
}

const asks = {
  'answer-query': 'query',
  'say-joined': 'claim',
  'say-coming': 'intend',
  booked: 'intend',
  nothing: '',
} as const satisfies Record<NextStep['kind'], string>;

function mayDo(meeting: MyMeeting | undefined, verb: MyMeeting['may'][number]): boolean {
  return meeting?.may.includes(verb) ?? false;
}

/** What was asked, in the words chosen, where they gave one. */
function questionOf(meeting: MyMeeting | undefined): string {
  return meeting?.reason === undefined ? '' : queryWords(meeting.reason).toLowerCase();
}

/** Lines of a section; beyond them the tab has the rest. */
const shown = 8;
/** Meetings that can be answered on the card: two buttons each, and never more than six in all. */
const answerable = 2;

/** The year's meetings, past and coming, each with its state in words. */
export function meetingsCard(viewer: Viewer, progress: Progress): Card {
  const { act, params, ...who } = whose(viewer, progress);
  const all = allMeetings(progress).toSorted((a, b) => a.date.localeCompare(b.date));
  const coming = all.filter((meeting) => isComing(meeting, progress.on));
  const past = all.filter((meeting) => !isComing(meeting, progress.on)).toReversed();
  const answered = coming.filter(({ may }) => may.length > 0).slice(0, answerable);
  const data = {
    ...who,
    count: all.length,
    open: coming.filter(({ state }) => state !== 'cancelled' && state !== 'members-only').length,
    coming: coming.slice(0, shown).map((meeting) => ({
      ...withIntentions(meeting, progress.on, act, 'meetings'),
      mayCome: answered.includes(meeting) && meeting.may.includes('will-come'),
      mayNotCome: answered.includes(meeting) && meeting.may.includes('cannot-come'),
      mayUndo: answered.includes(meeting) && meeting.may.includes('undo-intention'),
    })),
    past: past.slice(0, shown).map((meeting) => ({ ...meetingLine(meeting, progress.on, act) })),
    more: Math.max(0, coming.length - shown) + Math.max(0, past.length - shown),
    mayClaim: all.some(({ may }) => may.includes('claim')),
    show: { attended: show(viewer, 'attended', params) },
    link: tabLink(viewer, 'commitments'),
  };
  return render(meetings, data, viewer, { view: 'meetings', params: defined(params) });
}

function isComing(meeting: MyMeeting, today: string): boolean {
  switch (meeting.state) {
    case 'upcoming':
    case 'will-come':
    case 'cannot-come':
      return true;
    case 'cancelled':
    case 'members-only':
      return meeting.date >= today;
    default:
      return false;
  }
}

function withIntentions(
  meeting: MyMeeting,
  today: string,
  act: Whose['act'],
  back: View,
): CardObject {
  const about = { ...act, meeting: meeting.id, back };
  return {
    ...meetingLine(meeting, today, act),
    willCome: { ...about, answer: 'will-come' },
    cannotCome: { ...about, answer: 'cannot-come' },
    undo: { ...about, answer: meeting.state },
  };
}

export function statusTone(status: ToldStatus): string {
  if (status === 'met' || status === 'on-track') return 'good';
  return status === 'to-do' || status === 'to-record' || status === 'waiting'
    ? 'accent'
    : 'default';
}
