import type { MentoringCommitment } from '../../contract/mentoring.ts';
import { BY_NOW } from '../../domain/known.ts';
import { countsOn, countsUntil, isLapsing, sessionDays } from '../../domain/mentoring/counting.ts';
import { isDirectorOrReport } from '../../domain/mentoring/leading.ts';
import { londonDate } from '../../domain/time.ts';
import { supportingAction } from '../framework.ts';
import type { OwnRead } from '../my-progress.ts';

const RULE = 'S3.b/1';

/** Reverse mentoring: when their last session was, and until when it counts. None where it isn't asked of them. */
export function mentoringCommitments(read: OwnRead): MentoringCommitment[] {
  const { person, frame, context, things } = read;
  const on = londonDate(context.now);
  if (!isDirectorOrReport(person, frame, on)) return [];
  const date = sessionDays(person, things.pair, BY_NOW).findLast((day) => day <= on);
  const isMet = date !== undefined && countsOn(date, on);
  const until = date && countsUntil(date);
  return [
    {
      code: 'S3.b',
      title: 'Reverse mentoring',
      status: isMet ? 'met' : 'to-do',
      done: isMet ? 1 : 0,
      needed: isMet ? 0 : 1,
      ...(date === undefined || until === undefined ? {} : { last: { date, until } }),
      lapsing: isMet && until !== undefined && isLapsing(until, on),
      why: { line: 'S3.b', framework: supportingAction('S3.b'), rule: RULE, ours: false },
    },
  ];
}
