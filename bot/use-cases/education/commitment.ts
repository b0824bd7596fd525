import type { EducationCommitment } from '../../contract/education.ts';
import { countingOn, EDUCATION_RULE, isLapsing } from '../../domain/education/counting.ts';
import { educationState } from '../../domain/education/education.ts';
import { educationVerifier } from '../../domain/education/judge-education.ts';
import { historyState } from '../../domain/history.ts';
import { isExecutiveOn } from '../../domain/roles.ts';
import { presenceOn } from '../../domain/standing.ts';
import { londonDate } from '../../domain/time.ts';
import { frameworkLine } from '../framework.ts';
import type { OwnRead } from '../my-progress.ts';

/** An executive director’s inclusive-leadership education. None where it isn't asked of them. */
export function educationCommitments({ person, frame, context }: OwnRead): EducationCommitment[] {
  const on = londonDate(context.now);
  if (!isExecutiveOn(frame.roles, person.id, on)) return [];
  const until = countingOn(person, on);
  const waits =
    person.education.some((done) => educationState(done) === 'recorded') ||
    person.history.some((entry) => entry.what === 'education' && historyState(entry) === 'entered');
  const done = until === undefined ? 0 : 1;
  return [
    {
      code: 'S3',
      title: 'Inclusive leadership education',
      status: statusOf(),
      done,
      needed: 1 - done,
      ...(until === undefined ? {} : { until }),
      lapsing: until !== undefined && isLapsing(until, on),
      ...(waits ? { awaits: educationVerifier({ person: person.id }, context) } : {}),
      why: {
        line: 'S3',
        framework: frameworkLine('S3').directDeliverable,
        rule: EDUCATION_RULE,
        // The framework sets no period: three years is ours.
        ours: true,
      },
    },
  ];

  function statusOf(): EducationCommitment['status'] {
    if (until !== undefined) return 'met';
    if (presenceOn(person, on).kind === 'away') return 'paused';
    return waits ? 'waiting' : 'to-do';
  }
}
