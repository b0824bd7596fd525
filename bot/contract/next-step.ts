import type { CommitmentStatus } from './commitment.ts';
import type { AttendanceCommitment, MyMeeting, Progress } from './views.ts';

/** The one thing to do next; the same in the tab and on the bot's card. */
export type NextStep =
  | { kind: 'answer-query'; meeting: MyMeeting }
  | { kind: 'say-joined'; meeting: MyMeeting }
  | { kind: 'say-coming'; meeting: MyMeeting }
  | { kind: 'booked'; meeting: MyMeeting }
  | { kind: 'nothing' };

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
  const held = claimable.find(({ state }) => state === 'not-recorded');
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

/** How many meetings of this year were held, would count, and aren't recorded yet. */
export function unrecorded(commitment: AttendanceCommitment, { year }: Day): number {
  return commitment.meetings.filter(
    ({ countsForSilver, date, may, state }) =>
      countsForSilver && date >= year.start && state === 'not-recorded' && may.includes('claim'),
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
