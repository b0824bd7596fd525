import type { QueryReason } from '../domain/facts.ts';
import { changeOf } from '../contract/changes.ts';
import type { CommitmentStatus } from '../contract/commitment.ts';
import type { OtherCommitment, ToldStatus } from '../contract/next-step.ts';
import type { AttendanceCommitment, MeetingState, MyMeeting } from '../contract/views.ts';
import words from './words.json' with { type: 'json' };

type Awaited = NonNullable<AttendanceCommitment['awaits']>;
export type Unlinked = keyof typeof words.unlinked;

const states: Readonly<Record<MeetingState, string>> = words.states;
const statuses: Readonly<Record<ToldStatus, string>> = words.statuses;
const awaitedRoles: Readonly<Record<Awaited, string>> = words.awaited;
const otherStatuses: Readonly<Record<CommitmentStatus, string>> = words.otherStatuses;
const nextToDo: Readonly<Record<OtherCommitment['code'], string>> = words.nextToDo;
const queryReasons: Readonly<Record<QueryReason, string>> = words.queryReasons;

/** "With the chair", or with whoever decides instead. */
export function stateWords(state: MeetingState, awaits: Awaited = 'network-chair'): string {
  return state === 'claimed' ? `With ${awaitedRoles[awaits]}` : states[state];
}

export function statusWords(status: ToldStatus, awaits: Awaited = 'network-chair'): string {
  return status === 'waiting' ? `With ${awaitedRoles[awaits]}` : statuses[status];
}

/** Where a commitment stands that isn't kept meeting by meeting. */
export function otherStatusWords(status: CommitmentStatus): string {
  return otherStatuses[status];
}

export function nextToDoWords({ code }: OtherCommitment): string {
  return nextToDo[code];
}

/** That its network moved or cancelled it, and why; empty where nothing changed. */
export function changeWords(meeting: MyMeeting, today: string): string {
  return changeOf(meeting, today) ?? '';
}

export function awaitedWords(awaits: Awaited = 'network-chair'): string {
  return awaitedRoles[awaits];
}

export function queryWords(reason: QueryReason): string {
  return queryReasons[reason];
}

export function unlinkedWords(because: Unlinked): string {
  return words.unlinked[because];
}

export function whyNoneWords(because: keyof typeof words.whyNone): string {
  return words.whyNone[because];
}

/** "A or B"; the role where nobody is named. */
export function whomToAsk(names: readonly string[]): string {
  return names.length === 0 ? words.nobodyToAsk : eitherOf(names);
}

/** "A or B" */
export function eitherOf(names: readonly string[]): string {
  return either.format(names);
}

export function namesOf(names: readonly string[]): string {
  return both.format(names);
}

const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });
const both = new Intl.ListFormat('en-GB', { type: 'conjunction' });
