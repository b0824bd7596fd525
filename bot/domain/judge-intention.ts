import type { ActContext } from './act-context.ts';
import type { Intention, IntentionAnswer, IntentionMove, Meeting, PersonId } from './facts.ts';
import { standingAnswer, startOf } from './meeting.ts';
import { may } from './permissions.ts';
import { isExecutiveOn } from './roles.ts';
import { londonDate } from './time.ts';

export type IntentionVerdict =
  | { kind: 'done'; intention: Intention }
  | { kind: 'already' }
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
  const refused = refusalOf(meeting, person, context);
  if (refused !== undefined) return refused;
  if (isSeen(intention, context) || standingAnswer(intention, meeting) === answer) {
    return { kind: 'already' };
  }
  const move = moveOf(answer, person, context);
  const answers =
    intention === undefined ? ([move] as const) : ([...intention.answers, move] as const);
  return { kind: 'done', intention: { meeting: meeting.id, person, answers } };
}

/** Takes `answer` back, while it stands: what stood before it stands again, or nothing. */
export function judgeUndoIntention(
  meeting: Meeting,
  person: PersonId,
  intention: Intention | undefined,
  answer: IntentionAnswer,
  context: ActContext,
): IntentionVerdict {
  const refused = refusalOf(meeting, person, context);
  if (refused !== undefined) return refused;
  if (
    intention === undefined ||
    isSeen(intention, context) ||
    standingAnswer(intention, meeting) !== answer
  ) {
    return { kind: 'already' };
  }
  const answers = [...intention.answers, moveOf('taken-back', person, context)] as const;
  return { kind: 'done', intention: { ...intention, answers } };
}

function refusalOf(
  meeting: Meeting,
  person: PersonId,
  { actor, frame, now }: ActContext,
): Extract<IntentionVerdict, { kind: 'refused' }> | undefined {
  const who = { person: actor, roles: frame.roles, on: londonDate(now) };
  if (!may('intend', who, { owner: person })) return { kind: 'refused', because: 'not-yours' };
  if (!meeting.openToExecutives) return { kind: 'refused', because: 'not-recorded-here' };
  if (meeting.cancelled === true) return { kind: 'refused', because: 'cancelled' };
  if (startOf(meeting) <= now) return { kind: 'refused', because: 'already-started' };
  if (!isExecutiveOn(frame.roles, person, meeting.date)) {
    return { kind: 'refused', because: 'not-an-executive' };
  }
  return undefined;
}

/** Teams may send a tap again, at once or much later. */
function isSeen(intention: Intention | undefined, { tap }: ActContext): boolean {
  return tap !== undefined && intention?.answers.some((move) => move.tap === tap) === true;
}

function moveOf(
  answer: IntentionMove['answer'],
  person: PersonId,
  { actor, now, tap }: ActContext,
): IntentionMove {
  return {
    answer,
    at: now,
    by: actor,
    ...(actor === person ? {} : { onBehalf: true as const }),
    ...(tap === undefined ? {} : { tap }),
  };
}
