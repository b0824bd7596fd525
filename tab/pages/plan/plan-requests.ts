import type { Act, ActData } from '../../../bot/contract/acts.ts';
import type { PlanLine } from '../../../bot/contract/plan.ts';
import type { ActRequest } from '../../parts/act-outcome.ts';
import { shell } from '../../words.ts';
import { planTold as told } from '../../words-plan.ts';

/** What is done with one tap, and the verb that does it. */
const verbs = {
  begin: 'begin-plan-line',
  close: 'close-plan-line',
  reopen: 'reopen-plan-line',
  remove: 'remove-plan-line',
} as const;
export type PlanTap = keyof typeof verbs | 'confirm' | 'question' | 'take-back';

/** One tap on a line; what was done can be taken back. */
export function tapRequest(tap: PlanTap, line: PlanLine, organisation: string): ActRequest {
  const data = { organisation, plan: line.id };
  if (tap === 'take-back') {
    return {
      acts: [{ verb: 'take-back-plan-move', data: { ...data, seen: line.seen } }],
      done: () => ({ text: told['take-back'] }),
    };
  }
  if (tap === 'confirm' || tap === 'question') {
    const verb = tap === 'confirm' ? 'confirm-involvement' : 'question-involvement';
    const asked = line.involvement?.asked ?? 0;
    return requestOf({ verb, data: { ...data, asked } }, told[tap], line, organisation);
  }
  return requestOf({ verb: verbs[tap], data }, told[tap], line, organisation);
}

export function progressRequest(line: PlanLine, text: string, organisation: string): ActRequest {
  const data = { organisation, plan: line.id, text };
  return requestOf({ verb: 'note-plan-progress', data }, told.progress, line, organisation);
}

export function involveRequest(
  line: PlanLine,
  said: { network: string; text: string },
  organisation: string,
): ActRequest {
  const data = { organisation, plan: line.id, ...said };
  return requestOf({ verb: 'name-involvement', data }, told.involve, line, organisation);
}

export type Details = Omit<ActData['add-plan-line'], 'organisation' | 'tap' | 'line'>;

export function editRequest(line: PlanLine, details: Details, organisation: string): ActRequest {
  const data = { organisation, plan: line.id, seen: line.seen, ...details };
  return requestOf({ verb: 'edit-plan-line', data }, told.edit, line, organisation);
}

export function addRequest(line: string, details: Details, organisation: string): ActRequest {
  return {
    acts: [{ verb: 'add-plan-line', data: { organisation, line, ...details } }],
    done: ([plan = '']) => ({
      text: told.add,
      undo: {
        label: shell.undo,
        request: {
          acts: [{ verb: 'remove-plan-line', data: { organisation, plan } }],
          done: () => ({ text: told.remove }),
        },
      },
    }),
  };
}

/** An act, and the way back: the line has one move more by then. */
function requestOf(act: Act, text: string, line: PlanLine, organisation: string): ActRequest {
  const after = { ...line, seen: line.seen + 1 };
  return {
    acts: [act],
    done: () => ({
      text,
      undo: { label: shell.undo, request: tapRequest('take-back', after, organisation) },
    }),
  };
}
