import type { QueryReason } from '../domain/facts.ts';
import { changeOf } from '../contract/changes.ts';
import type { CommitmentStatus } from '../contract/commitment.ts';
import { askerWords, roleNames } from '../contract/role-words.ts';
import type { OtherCommitment, ToldStatus } from '../contract/next-step.ts';
import type { AttendanceCommitment, MeetingState, MyMeeting, Page } from '../contract/views.ts';
import words from './words.json' with { type: 'json' };

type Awaited = NonNullable<AttendanceCommitment['awaits']>;

const states: Readonly<Record<Exclude<MeetingState, 'queried'>, string>> = words.states;
const statuses: Readonly<Record<ToldStatus, string>> = words.statuses;
const otherStatuses: Readonly<Record<CommitmentStatus, string>> = words.otherStatuses;
const openToDo: Readonly<Record<OtherCommitment['code'], string>> = words.openToDo;
const queryReasons: Readonly<Record<QueryReason, string>> = words.queryReasons;

const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });

type Shown = Pick<MyMeeting, 'state' | 'awaits' | 'askedBy'>;

/** "With the chair", or with whoever decides instead; "The deputy asks", or whoever did. */
export function stateWords({ state, awaits, askedBy }: Shown): string {
  if (state === 'queried') return `${askerWords(askedBy)} asks`;
  return state === 'claimed' ? `With ${awaitedWords(awaits)}` : states[state];
}

export function statusWords(status: ToldStatus, awaits?: Awaited): string {
  return status !== 'waiting' || awaits === undefined
    ? statuses[status]
    : `With ${roleNames[awaits]}`;
}

/** Why it is paused, and what may be done all the same; that somebody is away is told to them alone. */
export function awayWords(isSelf: boolean): string {
  return isSelf ? words.away.self : words.away.other;
}

/** Where a commitment stands that isn't kept meeting by meeting. */
export function otherStatusWords(status: CommitmentStatus): string {
  return otherStatuses[status];
}

/** The button that leads to what comes next. */
export function openToDoWords({ code }: OtherCommitment): string {
  return openToDo[code];
}

/** That its network moved or cancelled it, and why; empty where nothing changed. */
export function changeWords(meeting: MyMeeting, today: string): string {
  return changeOf(meeting, today) ?? '';
}

export function awaitedWords(awaits: Awaited = 'network-chair'): string {
  return roleNames[awaits];
}

export function queryWords(reason: QueryReason): string {
  return queryReasons[reason];
}

type WhyNone = keyof typeof words.whyNone;
const whyNoneOf: Partial<Record<WhyNone, string>> = words.whyNoneOf;

/** Of the networks that were meant, where there are any and it matters. */
export function whyNoneWords(because: WhyNone, networks: readonly string[] = []): string {
  const of = whyNoneOf[because];
  if (of === undefined || networks.length === 0) return words.whyNone[because];
  return `The ${either.format(networks)} ${of}`;
}

/** What an executive is asked or told about one meeting; several have a heading of their own. */
export function aboutWords(state: MeetingState, isSelf: boolean): string {
  const said: Partial<Record<MeetingState, string>> = isSelf ? words.about.self : words.about.other;
  return said[state] ?? stateWords({ state });
}

export const { several: severalWords, none: noneWords, noDates: noDatesWords } = words.about;

/** One's own record: "Undo" until somebody has decided on it, in every card. */
export function withdrawWords(state: MeetingState): string {
  return state === 'claimed' ? words.undo : words.buttons.self.withdraw;
}

export function buttonWords(may: MyMeeting['may'][number], isSelf: boolean): string {
  return isSelf ? words.buttons.self[may] : words.buttons.other[may];
}

const whyAbout: Readonly<Record<string, string>> = words.whyAbout;
const lost: Readonly<Record<string, { title: string; say: string }>> = words.lost;

export function whyAboutWords(why: string): string {
  return whyAbout[why] ?? '';
}

export function lostWords(why = 'nothing-said'): { title: string; say: string } {
  return lost[why] ?? words.lost['nothing-said'];
}

export function politeWords(to: keyof typeof words.polite): string {
  return words.polite[to];
}

export type First = keyof typeof words.first;

/** What a greeting says to do first. */
export function firstWords(first: First): string {
  return words.first[first];
}

export type News = keyof typeof words.news;

/** What has become of a meeting that they were going to, or had been to. */
export function newsWords(news: News): string {
  return words.news[news];
}

/** What a reminder is about, in a heading. */
export const nudgeWords = words.nudge;

/** "A or B" */
export function eitherOf(names: readonly string[]): string {
  return either.format(names);
}

export function namesOf(names: readonly string[]): string {
  return both.format(names);
}

const both = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** The button that opens a page of the tab. */
export function pageLinkWords(page: Page): string {
  return words.seePage[page];
}
