import type { MentoringCommitment } from '../../contract/mentoring.ts';
import { isDirectorOrReport } from '../../domain/mentoring/leading.ts';
import { MENTORING_RULE } from '../../domain/measures/mentoring.ts';
import { londonDate } from '../../domain/time.ts';
import { supportingAction } from '../framework.ts';
import type { OwnRead } from '../my-progress.ts';
import { lastSession } from './own.ts';

/** Reverse mentoring: when their last session was, and until when it counts. None where it isn't asked of them. */
export function mentoringCommitments(read: OwnRead): MentoringCommitment[] {
  const { person, frame, context, things } = read;
  const on = londonDate(context.now);
  if (!isDirectorOrReport(person, frame, on)) return [];
  const last = lastSession(person, things.pair, frame, on);
  const isMet = last?.counts === true;
  return [
    {
      code: 'S3.b',
      title: 'Reverse mentoring',
      status: isMet ? 'met' : 'to-do',
      done: isMet ? 1 : 0,
      needed: isMet ? 0 : 1,
      ...(last === undefined ? {} : { last: { date: last.date, until: last.until } }),
      lapsing: last?.lapsing ?? false,
      why: { line: 'S3.b', framework: supportingAction('S3.b'), rule: MENTORING_RULE, ours: false },
    },
  ];
}
