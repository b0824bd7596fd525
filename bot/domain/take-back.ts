import { epochMilliseconds, type Instant } from './time.ts';

/** [ours] For so long whoever made a move, or gave an answer, can take it back. */
const TAKE_BACK_HOURS = 24;

/** Whether what was done then can still be taken back. */
export function isOfLastDay(at: Instant, now: Instant): boolean {
  return epochMilliseconds(now) - epochMilliseconds(at) < TAKE_BACK_HOURS * 3_600_000;
}
