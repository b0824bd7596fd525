import type { GoalStanding } from '../../../bot/contract/goals.ts';
import type { OtherCommitment } from '../../../bot/contract/next-step.ts';
import { commitment, progress } from './facts.ts';
import { confirmed, june } from './meeting-facts.ts';

type Told = Pick<OtherCommitment, 'title' | 'status' | 'done' | 'needed' | 'why'>;

/** A commitment of a leader beside their meetings, with what its kind says of itself. */
export function otherCommitment(code: OtherCommitment['code'], told: Told): OtherCommitment {
  if (code !== 'S2') return { ...told, code, lapsing: false };
  const standing = told.status === 'met' ? 'agreed' : 'none';
  return { ...told, code, standing, due: '2027-03-31' };
}

/** A goal of which the leader has the next word. */
export function goalToDo(standing: GoalStanding): OtherCommitment {
  const goal = other('S2', 'to-do');
  return goal.code === 'S2' ? { ...goal, standing } : goal;
}

export const other = (
  code: OtherCommitment['code'],
  status: OtherCommitment['status'],
): OtherCommitment =>
  otherCommitment(code, {
    title: { S2: 'Equality goal', S3: 'Inclusive leadership', 'S3.b': 'Reverse mentoring' }[code],
    status,
    done: status === 'met' ? 1 : 0,
    needed: status === 'met' ? 0 : 1,
    why: { line: code, framework: 'The framework’s words', rule: `${code}/1`, ours: false },
  });

export const others = [other('S2', 'to-do'), other('S3', 'met'), other('S3.b', 'waiting')];

export const whole = progress([confirmed, june], {
  commitments: [commitment([confirmed, june], { status: 'on-track' }), ...others],
});
