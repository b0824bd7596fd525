import type { AttendanceCommitment, MyMeeting } from '../../bot/contract/views.ts';

/** The one thing to do next. */
export type NextStep =
  | { kind: 'answer-query'; meeting: MyMeeting }
  | { kind: 'say-joined'; meeting: MyMeeting }
  | { kind: 'say-coming'; meeting: MyMeeting }
  | { kind: 'booked'; meeting: MyMeeting }
  | { kind: 'nothing' };

/** For four weeks a meeting that was held is asked about before the next one is. [ours] */
const freshDays = 28;

export function nextStep(commitment: AttendanceCommitment, today: string): NextStep {
  const claimable = commitment.meetings
    .filter(({ countsForSilver, may }) => countsForSilver && may.includes('claim'))
    .toSorted((a, b) => b.date.localeCompare(a.date));
  const queried = claimable.find(({ state }) => state === 'queried');
  if (queried) return { kind: 'answer-query', meeting: queried };
  const held = claimable.find(({ state }) => state === 'not-recorded');
  if (held && daysBetween(held.date, today) <= freshDays) {
    return { kind: 'say-joined', meeting: held };
  }
  const next = commitment.meetings.find(({ id }) => id === commitment.next);
  if (next?.state === 'will-come') return { kind: 'booked', meeting: next };
  if (next?.may.includes('will-come')) return { kind: 'say-coming', meeting: next };
  return held ? { kind: 'say-joined', meeting: held } : { kind: 'nothing' };
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
