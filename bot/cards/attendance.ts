import {
  attendanceOf,
  type AttendanceCommitment,
  type MyMeeting,
  type Progress,
} from '../contract/views.ts';
import attendedTemplate from './attended.json' with { type: 'json' };
import claimTemplate from './claim.json' with { type: 'json' };
import { defined, meetingLine, tabLink, toneOf, whose, type Viewer } from './card.ts';
import { meetingTime } from '../contract/dates.ts';
import { compile, render, type Card } from './render.ts';
import { askerWords } from '../contract/role-words.ts';
import type { Params } from './views.ts';
import withdrawTemplate from './withdraw.json' with { type: 'json' };
import { awaitedWords, changeWords, stateWords, whyAboutWords, withdrawWords } from './words.ts';

const attended = compile(attendedTemplate);
const claim = compile(claimTemplate);
const withdraw = compile(withdrawTemplate);

/** "Were you able to join?": the held meetings that can be recorded; those that count first. */
export function attendedCard(viewer: Viewer, progress: Progress): Card {
  const open = allMeetings(progress).filter((meeting) => meeting.may.includes('claim'));
  return choiceCard(attended, 'attended', viewer, progress, open);
}

/** What can be taken back; what counts first. */
export function withdrawCard(viewer: Viewer, progress: Progress): Card {
  const recorded = allMeetings(progress).filter((meeting) => meeting.may.includes('withdraw'));
  return choiceCard(withdraw, 'withdraw', viewer, progress, recorded);
}

function choiceCard(
  fill: typeof attended,
  view: 'attended' | 'withdraw',
  viewer: Viewer,
  progress: Progress,
  chosen: readonly MyMeeting[],
): Card {
  const { act, params, ...who } = whose(viewer, progress);
  const meetings = chosen
    .toSorted(
      (a, b) =>
        Number(b.countsForSilver) - Number(a.countsForSilver) || b.date.localeCompare(a.date),
    )
    .map((meeting) => meetingLine(meeting, progress.on, act));
  const data = {
    ...who,
    count: meetings.length,
    meetings,
    first: meetings[0] ?? '',
    act: { ...act },
    next: nextMeeting(progress),
    link: tabLink(viewer, 'commitments'),
  };
  return render(fill, data, viewer, { view, params: defined(params) });
}

type Stage =
  'claimed' | 'confirmed' | 'queried' | 'withdrawn' | 'voided' | 'cancelled' | 'open' | 'other';

/** One meeting's claim as it stands, whatever became of it since the card was sent. */
export function claimCard(
  viewer: Viewer,
  progress: Progress,
  meetingId: string,
  why: Params['why'] = 'asked',
): Card {
  const { act, params, ...who } = whose(viewer, progress);
  const commitment = attendanceOf(progress);
  const meeting = commitment?.meetings.find(({ id }) => id === meetingId);
  const data = {
    ...who,
    givenName: viewer.givenName,
    state: stageOf(meeting),
    label: meeting ? stateWords(meeting) : '',
    tone: meeting ? toneOf(meeting.state) : 'default',
    network: meeting?.networkName ?? '',
    time: meeting ? meetingTime(meeting, progress.on) : '',
    reason: meeting?.reason ?? '',
    note: meeting ? changeWords(meeting, progress.on) : '',
    why: why === 'alone' ? whyAboutWords(why) : '',
    awaited: sentenceCase(awaitedWords(meeting?.awaits)),
    asker: askerWords(meeting?.askedBy),
    ...standing(commitment, meeting),
    mayClaim: meeting?.may.includes('claim') ?? false,
    mayWithdraw: meeting?.may.includes('withdraw') ?? false,
    withdraw: meeting ? withdrawWords(meeting.state) : '',
    act: { ...act, meeting: meetingId },
    next: meeting?.state === 'confirmed' ? nextMeeting(progress) : '',
    link: tabLink(viewer, 'commitments'),
  };
  const refresh = { view: 'claim', params: { ...defined(params), meeting: meetingId } };
  return render(claim, data, viewer, refresh);
}

/** Where the year stands once this one is confirmed: `then`; and as it is: `done`. */
function standing(commitment: AttendanceCommitment | undefined, meeting: MyMeeting | undefined) {
  const { done = 0, target = 0 } = commitment ?? {};
  const counts = target > 0 && (meeting?.countsForSilver ?? false);
  return { counts, done, target, then: done + 1 };
}

function stageOf(meeting: MyMeeting | undefined): Stage {
  switch (meeting?.state) {
    case 'claimed':
    case 'confirmed':
    case 'queried':
    case 'withdrawn':
    case 'voided':
    case 'cancelled':
      return meeting.state;
    default:
      return meeting?.may.includes('claim') ? 'open' : 'other';
  }
}

/** "Wednesday 10 June, 12 to 1pm, Race Equality Network": the next open one, where there is one. */
function nextMeeting(progress: Progress): string {
  const commitment = attendanceOf(progress);
  const next = commitment?.meetings.find(({ id }) => id === commitment.next);
  return next ? `${meetingTime(next, progress.on)}, ${next.networkName}` : '';
}

export function allMeetings(progress: Progress): readonly MyMeeting[] {
  return attendanceOf(progress)?.meetings ?? [];
}

function sentenceCase(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
