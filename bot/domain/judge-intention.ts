import type { Intention, IntentionAnswer, IntentionMove, Meeting, PersonId } from './facts.ts';
import type { ActContext } from './judge-claim.ts';
import { standingAnswer, startOf } from './meeting.ts';
import { may } from './permissions.ts';
import { isExecutiveOn } from './roles.ts';
import { londonDate } from './time.ts';

export type IntentionVerdict =
  | { kind: 'done'; intention: Intention }
  | { kind: 'already'; intention: Intention }
  | {
      kind: 'refused';
      because:
        'not-yours' | 'not-recorded-here' | 'cancelled' | 'already-started' | 'not-an-executive';
    };

/** "I will come" or "I can't", by the executive or their assistant, until the meeting starts. */
export function judgeIntention(
  meeting: Meeting,
  person: PersonId,
  intention: Intention | undefined,
  answer: IntentionAnswer,
  context: ActContext,
): IntentionVerdict {
  const { actor, frame, now, tap } = context;
  const who = { person: actor, roles: frame.roles, on: londonDate(now) };
  if (!may('intend', who, { owner: person })) return { kind: 'refused', because: 'not-yours' };
  if (!meeting.openToExecutives) return { kind: 'refused', because: 'not-recorded-here' };
  if (meeting.cancelled === true) return { kind: 'refused', because: 'cancelled' };
  if (startOf(meeting) <= now) return { kind: 'refused', because: 'already-started' };
  if (!isExecutiveOn(frame.roles, person, meeting.date)) {
    return { kind: 'refused', because: 'not-an-executive' };
  }
  const seen = tap !== undefined && intention?.answers.some((move) => move.tap === tap) === true;
  if (intention !== undefined && (seen || standingAnswer(intention, meeting) === answer)) {
    return { kind: 'already', intention };
  }
  const move: IntentionMove = {
    answer,
    at: now,
    by: actor,
    ...(actor === person ? {} : { onBehalf: true as const }),
    ...(tap === undefined ? {} : { tap }),
  };
  const answers =
    intention === undefined ? ([move] as const) : ([...intention.answers, move] as const);
  return { kind: 'done', intention: { meeting: meeting.id, person, answers } };
}
