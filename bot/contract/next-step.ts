import type { CommitmentStatus } from './commitment.ts';
import {
  attendanceOf,
  isAsked,
  type AttendanceCommitment,
  type Commitment,
  type MyMeeting,
  type Progress,
} from './views.ts';

/** The one thing to do next; the same in the tab and on the bot's card. */
export type NextStep =
  | { kind: 'answer-query'; meeting: MyMeeting }
  | { kind: 'say-joined'; meeting: MyMeeting }
  | { kind: 'say-coming'; meeting: MyMeeting }
  | { kind: 'booked'; meeting: MyMeeting }
  | { kind: 'nothing' };

/** A commitment that isn't kept meeting by meeting. */
export type OtherCommitment = Exclude<Commitment, AttendanceCommitment>;

/** The one thing to do next over all that somebody commits to. */
export type NextOfAll = NextStep | { kind: 'to-do'; commitment: OtherCommitment };

/** "Out of reach" is told only where no answer of theirs could change it. */
export type ToldStatus = CommitmentStatus | 'no-dates' | 'to-record';

export type Day = Pick<Progress, 'on' | 'year'>;

/** For four weeks a meeting that was held is asked about before the next one is. [ours] */
const freshDays = 28;

/** A chair's question, then something held to record, then the next open meeting. */
export function nextStep(commitment: AttendanceCommitment, day: Day): NextStep {
  const { status, left, needed } = commitment;
  const claimable = commitment.meetings
    .filter(({ countsForSilver, may }) => countsForSilver && may.includes('claim'))
    .toSorted((a, b) => b.date.localeCompare(a.date));
  const queried = claimable.find(({ state }) => state === 'queried');
  if (queried) return { kind: 'answer-query', meeting: queried };
  if (status === 'paused' || status === 'not-asked') return { kind: 'nothing' };
  const held = claimable.find(isAsked);
  if (held) {
    // Where too few meetings are left, what was held is what can still reach the target.
    const isMissed = left < needed && held.date >= day.year.start;
    if (isMissed || daysBetween(held.date, day.on) <= freshDays) {
      return { kind: 'say-joined', meeting: held };
    }
  }
  const next = commitment.meetings.find(({ id }) => id === commitment.next);
  if (next?.state === 'will-come') return { kind: 'booked', meeting: next };
  if (next?.may.includes('will-come')) return { kind: 'say-coming', meeting: next };
  return held ? { kind: 'say-joined', meeting: held } : { kind: 'nothing' };
}

/**
 * Over all commitments: what a chair asks and what was held come first, then what needs a date or a
 * word, then the next meeting.
 */
export function nextOfAll(progress: Progress): NextOfAll {
  const attendance = attendanceOf(progress);
  const step: NextStep = attendance ? nextStep(attendance, progress) : { kind: 'nothing' };
  if (step.kind === 'answer-query' || step.kind === 'say-joined') return step;
  if (step.kind === 'say-coming' && attendance?.status === 'to-do') return step;
  const open = othersOf(progress).find(({ status }) => status === 'to-do');
  return open === undefined ? step : { kind: 'to-do', commitment: open };
}

export function othersOf({ commitments }: Progress): OtherCommitment[] {
  return commitments.filter((commitment) => commitment.code !== 'S4.own');
}

/** How many meetings of this year were held, would count, and aren't recorded yet. */
export function unrecorded(commitment: AttendanceCommitment, { year }: Day): number {
  return commitment.meetings.filter(
    (meeting) => meeting.countsForSilver && meeting.date >= year.start && isAsked(meeting),
  ).length;
}

export function toldStatus(commitment: AttendanceCommitment, day: Day): ToldStatus {
  const { status, offered, left, needed } = commitment;
  if (status !== 'out-of-reach') return status;
  if (offered === 0) return 'no-dates';
  return left + unrecorded(commitment, day) >= needed ? 'to-record' : 'out-of-reach';
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
